"""Create the displayed images from an uploaded one."""

import logging
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import transaction

from uploads.images import isolated
from uploads.images.limits import Refused
from uploads.models import PostImage
from uploads.posts import storing
from uploads.posts.errors import StorageFailed
from uploads.posts.spooling import spool_folder

GONE = "The image file is missing; upload it again."
_NO_ROOM = "The image could not be processed. Try again soon."
_log = logging.getLogger(__name__)


def develop(image_id: int) -> str:
    """Create and store the derivatives, then delete the original file; return the outcome.

    A finished or deleted image is left alone, so repeating is harmless. A failure is recorded in the
    image's row; its file stays, so that its owner can retry.
    """
    image = PostImage.objects.filter(pk=image_id, state=PostImage.State.PROCESSING).first()
    if image is None:
        return "nothing to do"
    try:
        return _develop(image)
    except FileNotFoundError:
        return forget_files(image)
    except (Refused, StorageFailed) as error:
        return _record(image, PostImage.State.FAILED, str(error))
    except OSError as error:  # such as a full disk; its message contains internal paths
        _log.warning("image %s is not developed: %s", image.pk, error)
        return _record(image, PostImage.State.FAILED, _NO_ROOM)


def _develop(image: PostImage) -> str:
    with tempfile.TemporaryDirectory(dir=spool_folder()) as name:
        folder = Path(name)
        storing.copy_to(folder / "upload", image.upload)
        sizes = isolated.develop(folder / "upload", folder)
        stem = storing.new_stem()
        made = PostImage(folder=stem, sizes=sizes)
        try:
            for size in sizes:
                storing.keep(made.file_of(size), (folder / f"{size}.webp").read_bytes())
            is_kept = _finish(image, stem, sizes)
        except BaseException:
            storing.remove(made.files)
            raise
    storing.remove([image.upload] if is_kept else made.files)
    return f"{len(sizes)} sizes" if is_kept else "deleted meanwhile"


def _finish(image: PostImage, stem: str, sizes: Mapping[str, Any]) -> bool:
    """Store the result; False when the image was deleted, or finished by another worker, meanwhile."""
    with transaction.atomic():
        locked = PostImage.objects.select_for_update().filter(
            pk=image.pk, state=PostImage.State.PROCESSING, upload=image.upload
        )
        if not locked.exists():
            return False
        PostImage.objects.filter(pk=image.pk).update(
            state=PostImage.State.READY, folder=stem, sizes=dict(sizes), upload="", problem=""
        )
    return True


def _record(image: PostImage, state: PostImage.State, problem: str) -> str:
    PostImage.objects.filter(pk=image.pk, state=PostImage.State.PROCESSING).update(
        state=state, problem=problem[:300]
    )
    return problem


def forget_files(image: PostImage) -> str:
    """Record that an image's files are lost; the same image may be posted again."""
    PostImage.objects.filter(pk=image.pk, upload=image.upload, folder=image.folder).update(
        state=PostImage.State.LOST, problem=GONE, upload="", folder="", sizes={}, sha256=None
    )
    return GONE
