"""MovieLens releases by name: download them and verify their published checksums."""

import hashlib
import re
from pathlib import Path

from django.conf import settings

from catalog.enrich.outbound import ServiceFailed, download, text
from catalog.importers.errors import ImportFailed
from nextflex.base.progress import Progress

RELEASES = (
    "ml-100k",
    "ml-1m",
    "ml-10m",
    "ml-20m",
    "ml-25m",
    "ml-32m",
    "ml-latest",
    "ml-latest-small",
)
_MAX_BYTES = 2_000_000_000
_MD5 = re.compile(r"\b[0-9a-f]{32}\b")


def downloaded(name: str, *, progress: Progress) -> Path:
    """Return the release's zip in the data folder; download it unless a complete one is there.

    Raises ImportFailed when the site does not respond, or the checksum differs.
    """
    base = settings.MOVIELENS_URL.rstrip("/") + "/"
    target = Path(settings.DATA_DIR) / "sources" / f"{name}.zip"
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        published = _published_md5(text(f"{base}{name}.zip.md5", allowed_base=base), name)
        if target.is_file() and _md5_of(target) == published:
            return target
        part = target.with_suffix(".part")
        download(
            f"{base}{name}.zip",
            part,
            max_bytes=_MAX_BYTES,
            allowed_base=base,
            progress=progress,
        )
    except ServiceFailed as error:
        raise ImportFailed(f"{name} could not be downloaded: {error}") from error
    if (got := _md5_of(part)) != published:
        part.unlink()
        raise ImportFailed(
            f"{name}.zip has checksum {got}, not the published {published}; try again"
        )
    return part.rename(target)


def _published_md5(answer: str, name: str) -> str:
    """Parse a checksum from "MD5 (ml-1m.zip) = c4d9…" or "6b51… ml-25m.zip"."""
    found = _MD5.search(answer.lower())
    if not found:
        raise ImportFailed(f"{name}.zip.md5 contains no checksum: {answer[:80]!r}; try again later")
    return found.group()


def _md5_of(path: Path) -> str:
    with path.open("rb") as file:
        # GroupLens publishes MD5; it detects damage here, not an attacker.
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
