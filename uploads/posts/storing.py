"""The files of posts: names and access, by Django's configured storage."""

import logging
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage, storages

from uploads.posts.errors import StorageFailed

ROOT = "posts"
_UPLOAD = "-upload"
_PIECE = 256 * 1024
_log = logging.getLogger(__name__)


def _failures() -> tuple[type[Exception], ...]:
    """Return the exceptions of the storage in use when it cannot be reached or written."""
    if not type(storages["default"]).__module__.startswith("storages."):
        return (OSError,)
    from boto3.exceptions import Boto3Error  # noqa: PLC0415  only where a bucket is used
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

    return (OSError, Boto3Error, BotoCoreError, ClientError)


@contextmanager
def told_as_unavailable() -> Iterator[None]:
    """Turn the storage's exceptions, except FileNotFoundError, into StorageFailed."""
    try:
        yield
    except FileNotFoundError:
        raise
    except _failures() as error:
        _log.warning("the storage of uploads failed: %s", error)
        raise StorageFailed("Image storage is temporarily unavailable. Try again soon.") from error


def new_stem() -> str:
    """Return a new, unused name without its ending."""
    token = secrets.token_hex(16)
    return f"{ROOT}/{token[:2]}/{token}"


def keep_upload(file: "File[bytes]") -> str:
    """Store the original file, which is never shown; return its name. Raises StorageFailed."""
    with told_as_unavailable():
        return str(default_storage.save(f"{new_stem()}{_UPLOAD}", file))


def keep(name: str, content: bytes) -> None:
    with told_as_unavailable():
        default_storage.save(name, ContentFile(content))


def read(name: str) -> bytes:
    """Return a file's content. Raises FileNotFoundError and StorageFailed."""
    with told_as_unavailable(), default_storage.open(name) as file:
        return bytes(file.read())


def copy_to(path: Path, name: str) -> None:
    """Copy a file to a path. Raises FileNotFoundError and StorageFailed."""
    with told_as_unavailable(), default_storage.open(name) as file, path.open("wb") as into:
        for piece in file.chunks(_PIECE):
            into.write(piece)


def exists(name: str) -> bool:
    with told_as_unavailable():
        return bool(default_storage.exists(name))


def remove(names: Iterable[str]) -> None:
    """Delete files; those that cannot be deleted now are left to the clean-up."""
    for name in names:
        try:
            default_storage.delete(name)
        except _failures() as error:
            _log.warning("%s is left to the sweep: %s", name, error)


def all_files() -> Iterator[tuple[str, datetime]]:
    """Yield every file of posts with its last modification time. Raises StorageFailed."""
    with told_as_unavailable():
        try:
            folders, _ = default_storage.listdir(ROOT)
        except FileNotFoundError:
            return
        for folder in folders:
            _, names = default_storage.listdir(f"{ROOT}/{folder}")
            for name in names:
                path = f"{ROOT}/{folder}/{name}"
                try:
                    yield path, default_storage.get_modified_time(path)
                except FileNotFoundError:
                    continue  # deleted meanwhile
