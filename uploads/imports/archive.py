"""Read zips with all of a site's export files, without unpacking them to disk."""

import io
import re
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath
from zipfile import ZipFile, ZipInfo

from uploads.imports.binaries import office_document
from uploads.imports.cells import shown
from uploads.imports.letterboxd import FILES
from uploads.imports.rows import BadFile

MOST_BYTES = 20_000_000  # the unpacked size of all files read
_MOST_ENTRIES = 3_000  # every list of a user is a separate file
_ENTRY = b"PK\x01\x02"
_ENDINGS = (".csv", ".tsv", ".txt", ".json", ".xml", ".dat")
_WATCHLIST = re.compile(r"(?:.*/)?lists?/(?:lists-)?watchlist[^/]*\.\w+")
_LEFT_OUT = {
    "lists": "lists",
    "likes": "likes",
    "deleted": "deleted entries",
    "orphaned": "orphaned entries",
    "collection": "collections",
    "comments": "comments",
    "hidden": "hidden items",
    "favorites": "favourites",
    "playback": "unfinished playback",
}


@dataclass(frozen=True, slots=True)
class Archive:
    """files: contents by path, in reading order; left_out: a notice, or ""."""

    files: dict[str, bytes]
    left_out: str


def is_zip(raw: bytes) -> bool:
    return raw.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def unpacked(raw: bytes) -> Archive:
    """Open a zip. Raises BadFile if it is damaged, too large, encrypted, or has no readable files."""
    if raw.count(_ENTRY) > _MOST_ENTRIES:  # before zipfile creates an object for each
        raise BadFile(f"the zip has more than {_MOST_ENTRIES:,} entries")
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            entries = [entry for entry in archive.infolist() if not _is_noise(entry)]
            if document := office_document([entry.filename for entry in entries]):
                raise BadFile(f"it appears to be {document}")
            wanted = _wanted(entries)
            files = {entry.filename: _read(archive, entry) for entry in wanted}
            return Archive(files, _notice([one for one in entries if one not in wanted]))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise BadFile("the zip is damaged or uses an unsupported compression") from error


def _is_noise(entry: ZipInfo) -> bool:
    """Whether the entry is a folder, or a file that operating systems add."""
    parts = PurePosixPath(entry.filename).parts
    return entry.is_dir() or "__MACOSX" in parts or (parts[-1:] or ("",))[0].startswith(".")


def _wanted(entries: list[ZipInfo]) -> list[ZipInfo]:
    wanted = [entry for entry in entries if _group(entry.filename) is None]
    for entry in wanted:
        if entry.flag_bits & 1:
            raise BadFile(f"{shown(entry.filename)} in the zip is password-protected")
    if not wanted:
        raise BadFile(
            "the zip has none of the supported files, such as ratings.csv or ratings-movies.json"
        )
    if sum(entry.file_size for entry in wanted) > MOST_BYTES:
        raise BadFile(f"the files in the zip have more than {MOST_BYTES:,} bytes")
    return sorted(wanted, key=lambda entry: (_rank(entry.filename), entry.filename))


def _group(path: str) -> str | None:
    """Return a description of a file that is not read; None for a file to read."""
    lowered = path.lower()
    folders = PurePosixPath(lowered).parts[:-1]
    if lowered.startswith("/") or ".." in folders or not lowered.endswith(_ENDINGS):
        return "other files"
    if _WATCHLIST.fullmatch(lowered):
        return None
    return next((_LEFT_OUT[one] for one in folders if one in _LEFT_OUT), None)


def _rank(path: str) -> int:
    name = PurePosixPath(path.lower()).name
    return FILES.index(name) if name in FILES else len(FILES)


def _notice(entries: list[ZipInfo]) -> str:
    counts = Counter(_group(entry.filename) or "" for entry in entries)
    if not counts:
        return ""
    listed = ", ".join(
        f"{name} ({number} file{'s' if number > 1 else ''})" for name, number in counts.items()
    )
    return f"Not imported from the zip: {listed}"


def _read(archive: ZipFile, entry: ZipInfo) -> bytes:
    """Read an entry up to its declared size, which may be false."""
    with archive.open(entry) as stream:
        raw = stream.read(entry.file_size + 1)
    if len(raw) > entry.file_size:
        raise BadFile(f"{shown(entry.filename[-40:])} in the zip is larger than its declared size")
    return raw
