"""Clean up after interruptions: delete files without a row, and mark rows without their files."""

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
    """Counts. orphans: deleted files without a row; lost: rows without files; again: requeued images."""

    orphans: int
    lost: int
    again: int


def sweep(*, now: datetime, grace: timedelta = GRACE) -> Swept:
    """Clean up; files younger than `grace` stay, since they may belong to a running upload.

    Repeating is harmless. Raises StorageFailed when the storage cannot be read.
    """
    before = now - grace
    return Swept(
        orphans=_remove_orphans(before) + _empty_spool(before),
        lost=_mark_lost(),
        again=_queue_again(before),
    )


def _remove_orphans(before: datetime) -> int:
    """Delete files without a row. They are listed before the rows are read, which protects new rows.

    They are listed before the rows are read: a row written in between keeps its file.
    """
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
    """Delete leftovers of interrupted requests and workers."""
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
    """Requeue images with a lost or killed task."""
    waiting = PostImage.objects.filter(state=PostImage.State.PROCESSING, uploaded_at__lt=before)
    keys = list(waiting.values_list("pk", flat=True))
    for key in keys:
        develop_image.enqueue(key)
    return len(keys)
