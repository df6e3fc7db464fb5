"""Crash-safe writing, and a lock that ends with its owner."""

import fcntl
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from recommender.core.errors import TrainingError


def sync(path: Path) -> None:
    """Flush a file or folder to disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_atomically(path: Path, text: str) -> None:
    """Replace a text file; readers see the old text or the new one, never a part."""
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
    """Hold a lock; raise TrainingError when another process holds it.

    The operating system releases it when its owner ends for any reason, so no lock is ever stale.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a+") as file:
        if not _taken(file, fcntl.LOCK_EX, tries=5):  # is_held takes it for an instant
            raise TrainingError(f"another training run holds {lock}; wait for it to finish")
        yield


def is_held(lock: Path) -> bool:
    """Return whether a process holds the lock now."""
    try:
        with lock.open() as file:
            return not _taken(file, fcntl.LOCK_SH, tries=1)
    except FileNotFoundError:
        return False


def _taken(file: IO[str], kind: int, *, tries: int) -> bool:
    for left in reversed(range(tries)):
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            time.sleep(0.05 if left else 0)
    return False
