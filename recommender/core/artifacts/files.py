"""Writing that survives a crash, and a lock that dies with its owner."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from recommender.core.errors import TrainingError


def sync(path: Path) -> None:
    """Have the disk hold what the file or folder holds."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_atomically(path: Path, text: str) -> None:
    """Readers see the old text or the new one, never a part."""
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    Path(draft).chmod(0o644)
    Path(draft).replace(path)
    sync(path.parent)


@contextmanager
def only_one(lock: Path) -> Iterator[None]:
    """Hold the lock, or raise TrainingError when another process does.

    The system frees it when its owner ends, however that happens, so no lock is ever stale.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise TrainingError(f"another training holds {lock}; wait for it to end") from error
        yield
