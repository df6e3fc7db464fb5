"""Image files on disk: their types and paths."""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from django.conf import settings

Kind = Literal["poster", "backdrop"]
KINDS: tuple[Kind, ...] = ("poster", "backdrop")

_START_AND_END = {
    "image/jpeg": (b"\xff\xd8\xff", b"\xff\xd9"),
    "image/png": (b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"),
}


def image_type(content: bytes) -> str:
    """Return image/jpeg, image/png or image/webp by the first and last bytes; "" for anything else."""
    for name, (start, end) in _START_AND_END.items():
        if content.startswith(start) and content.endswith(end):
            return name
    is_webp = content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    whole = int.from_bytes(content[4:8], "little") + 8 == len(content)
    return "image/webp" if is_webp and whole else ""


def image_file(movie_id: int, kind: Kind) -> Path:
    """The path of a film's image. It ends in .jpg like its URL, in any format."""
    return _folder(kind) / f"{movie_id}.jpg"


def _folder(kind: Kind) -> Path:
    return Path(settings.DATA_DIR) / "posters" / kind


def files_before(kind: Kind, before: datetime) -> Iterator[tuple[int, Path]]:
    """Yield the films and files that were stored before this time."""
    for path in _folder(kind).glob("*.jpg"):
        if path.stem.isdigit() and path.stat().st_mtime < before.timestamp():
            yield int(path.stem), path


def store_image(movie_id: int, kind: Kind, content: bytes, *, at: datetime) -> None:
    """Store an image, atomically replacing the previous one; `at` becomes the file's time."""
    path = image_file(movie_id, kind)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.utime(draft, (at.timestamp(), at.timestamp()))
        Path(draft).replace(path)
    finally:
        Path(draft).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class StoredImage:
    """A stored image. tag: changes with its content."""

    content: bytes
    type: str
    tag: str


def stored_image(movie_id: int, kind: Kind) -> StoredImage | None:
    try:
        content = image_file(movie_id, kind).read_bytes()
    except FileNotFoundError:
        return None
    digest = blake2b(content, digest_size=12).hexdigest()
    return StoredImage(content, image_type(content), digest) if image_type(content) else None
