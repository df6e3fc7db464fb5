"""A MovieLens release as a folder, wherever it comes from."""

import hashlib
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from catalog.importers.errors import ImportFailed

FILES = ("movies.csv", "ratings.csv")
_MAX_BYTES = 2_000_000_000


@contextmanager
def opened(path: Path) -> Iterator[Path]:
    """The folder that holds movies.csv and ratings.csv, out of a folder or a zip of it.

    Raises ImportFailed when the path is neither or lacks a file. A zip is unpacked by base name only,
    so that no entry can name a place outside, and up to 2 GB.
    """
    if path.is_dir():
        yield _checked(path)
    elif zipfile.is_zipfile(path):
        with tempfile.TemporaryDirectory(prefix="nextflex-import-") as folder:
            _unpack(path, Path(folder))
            yield _checked(Path(folder))
    elif path.exists():
        raise ImportFailed(f"{path} is neither a folder nor a whole zip file; download it again")
    else:
        raise ImportFailed(f"{path} does not exist; give a MovieLens folder or zip")


def _checked(folder: Path) -> Path:
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise ImportFailed(
            f"{folder} has no {' and no '.join(missing)}; give a MovieLens CSV release"
        )
    return folder


def _unpack(path: Path, folder: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            wanted = [info for info in archive.infolist() if Path(info.filename).name in FILES]
            if sum(info.file_size for info in wanted) > _MAX_BYTES:
                raise ImportFailed(f"{path} unpacks to more than {_MAX_BYTES:,} bytes")
            for info in wanted:
                info.filename = Path(info.filename).name
                archive.extract(info, folder)
    except (zipfile.BadZipFile, EOFError, OSError) as error:
        raise ImportFailed(f"{path} is a damaged zip file ({error}); download it again") from error


def sha256_of(folder: Path) -> str:
    """One checksum over the files that an import reads."""
    digest = hashlib.sha256()
    for name in FILES:
        with (folder / name).open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()
