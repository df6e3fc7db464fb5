"""The one zip that is read: Letterboxd's whole export. It is never unpacked to a disk."""

import io
import re
import zipfile
import zlib
from zipfile import ZipFile, ZipInfo

from uploads.imports.letterboxd import FILES
from uploads.imports.rows import BadFile

MOST_BYTES = 20_000_000  # of the files that are read, unpacked
_MOST_ENTRIES = 3_000  # every list of somebody's is a file of its own
_ENTRY = b"PK\x01\x02"
_FOLDER = re.compile(r"letterboxd-[^/\\]{1,100}/")


def is_zip(raw: bytes) -> bool:
    return raw.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def files_of(raw: bytes) -> dict[str, bytes]:
    """The known files, in a fixed order; those in other folders are of deleted and orphaned entries.

    Raises BadFile for an archive that is broken, too large, locked, or has none of them.
    """
    if raw.count(_ENTRY) > _MOST_ENTRIES:  # before zipfile makes an object of each
        raise BadFile(f"the zip has more than {_MOST_ENTRIES:,} entries")
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            known = _known(archive)
            return {name: _read(archive, known[name]) for name in FILES if name in known}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise BadFile("the zip is damaged or packed in a way that is not read here") from error


def _known(archive: ZipFile) -> dict[str, ZipInfo]:
    found: dict[str, ZipInfo] = {}
    for entry in archive.infolist():
        name = _FOLDER.sub("", entry.filename, count=1).lower()
        if name not in FILES:
            continue
        if name in found:
            raise BadFile(f"the zip has two files {name}")
        if entry.flag_bits & 1:
            raise BadFile(f"{name} in the zip is locked by a password")
        found[name] = entry
    if not found:
        raise BadFile(f"the zip has none of {', '.join(FILES)}; is it Letterboxd's export?")
    if sum(entry.file_size for entry in found.values()) > MOST_BYTES:
        raise BadFile(f"the files in the zip have more than {MOST_BYTES:,} bytes")
    return found


def _read(archive: ZipFile, entry: ZipInfo) -> bytes:
    """What an entry says of its size may be a lie: no more than that is unpacked."""
    with archive.open(entry) as stream:
        raw = stream.read(entry.file_size + 1)
    if len(raw) > entry.file_size:
        raise BadFile(f"{entry.filename[-40:]!r} in the zip is larger than it says")
    return raw
