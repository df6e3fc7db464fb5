"""Putting right what ended in between: files that no row names, and rows without their files."""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from nextflex.base.chunks import batches
from uploads.models import PostImage
from uploads.posts import storing
from uploads.posts.developing import forget_files
from uploads.posts.spooling import spool_folder
from uploads.posts.tasks import develop_image

GRACE = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Swept:
    """orphans: files removed that no row named; lost: rows whose files are gone; again: queued anew."""

    orphans: int
    lost: int
    again: int


def sweep(*, now: datetime, grace: timedelta = GRACE) -> Swept:
    """Files younger than `grace` may belong to an upload that is under way, and stay.

    Running it again does no harm. Raises StorageFailed when the storage cannot be read.
    """
    before = now - grace
    return Swept(
        orphans=_remove_orphans(before) + _empty_spool(before),
        lost=_mark_lost(),
        again=_queue_again(before),
    )


def _remove_orphans(before: datetime) -> int:
    """The files are listed before the rows are read: a row that is written in between has its file."""
    removed = 0
    for names in batches(name for name, at in storing.all_files() if at < before):
        known = _named_by_rows(names)
        orphans = [name for name in names if name not in known]
        storing.remove(orphans)
        removed += len(orphans)
    return removed


def _named_by_rows(names: Iterable[str]) -> set[str]:
    uploads = [name for name in names if name.endswith("-upload")]
    folders = {name.rpartition("-")[0] for name in names}
    known = set(PostImage.objects.filter(upload__in=uploads).values_list("upload", flat=True))
    for image in PostImage.objects.filter(folder__in=folders).only("folder", "sizes"):
        known.update(image.file_of(size) for size in image.sizes)
    return known


def _empty_spool(before: datetime) -> int:
    """What a request or a worker that was killed has left of its own."""
    removed = 0
    for path in spool_folder().iterdir():
        if path.stat().st_mtime >= before.timestamp():
            continue
        removed += 1
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    return removed


def _mark_lost() -> int:
    lost = 0
    for image in _with_files():
        if not all(storing.exists(name) for name in image.files):
            current = PostImage.objects.filter(pk=image.pk).first()
            if current and current.files == image.files:
                forget_files(image)
                lost += 1
    return lost


def _with_files() -> Iterator[PostImage]:
    gone = PostImage.State.LOST
    return PostImage.objects.exclude(state=gone).order_by("pk").iterator(chunk_size=500)


def _queue_again(before: datetime) -> int:
    """Images whose task was lost, or killed."""
    waiting = PostImage.objects.filter(state=PostImage.State.PROCESSING, uploaded_at__lt=before)
    keys = list(waiting.values_list("pk", flat=True))
    for key in keys:
        develop_image.enqueue(key)
    return len(keys)
