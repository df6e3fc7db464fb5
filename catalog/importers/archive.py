"""Open a source, a folder or a zip, as a folder of files."""

import shutil
import zipfile
from collections.abc import Collection, Sequence
from pathlib import Path, PurePosixPath

from catalog.importers.errors import ImportFailed

MAX_BYTES = 4_000_000_000
_MAX_RATIO = 200  # text compresses to a tenth; a zip bomb to a thousandth
_RATIO_MATTERS_FROM = 100_000_000
_SHOWN = 5


def unpacked(path: Path, names: Collection[str], work: Path) -> Path:
    """Return the folder with those of the named files that the source has.

    Only these files of a zip are unpacked, into `work` and by their base names, so that no entry can
    name a path outside. Raises ImportFailed for anything but a folder or a complete zip, and for a zip
    bomb.
    """
    if path.is_dir():
        return _folder_with(path, names)
    if not path.exists():
        raise ImportFailed(f"{path} does not exist; name a folder or a zip file")
    if not zipfile.is_zipfile(path):
        raise ImportFailed(f"{path} is neither a folder nor a complete zip file; download it again")
    try:
        with zipfile.ZipFile(path) as archive:
            _unpack(archive, path, names, work)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise ImportFailed(f"{path} is a damaged zip file ({error}); download it again") from error
    return work


def _folder_with(path: Path, names: Collection[str]) -> Path:
    """Return the folder itself, or its only subfolder, as in packed releases."""
    inner = [path, *sorted(child for child in path.iterdir() if child.is_dir())]
    return max(inner, key=lambda folder: sum((folder / name).is_file() for name in names))


def _unpack(archive: zipfile.ZipFile, path: Path, names: Collection[str], work: Path) -> None:
    wanted = [one for one in archive.infolist() if PurePosixPath(one.filename).name in names]
    _refuse_several(wanted, path)
    size = sum(one.file_size for one in wanted)
    packed = sum(one.compress_size for one in wanted)
    if size > MAX_BYTES or (size > _RATIO_MATTERS_FROM and size > _MAX_RATIO * packed):
        raise ImportFailed(
            f"{path} would unpack to {size:,} bytes, more than any release; download it again"
        )
    for one in wanted:
        # This also limits a file with a false size: zipfile reads no further than file_size.
        target = work / PurePosixPath(one.filename).name
        with archive.open(one) as packed_file, target.open("wb") as file:
            shutil.copyfileobj(packed_file, file, 1 << 20)


def _refuse_several(wanted: Sequence[zipfile.ZipInfo], path: Path) -> None:
    """Refuse several copies of a file: MovieTweetings's repository has snapshots, not to be mixed."""
    folders: dict[str, list[str]] = {}
    for one in wanted:
        place = PurePosixPath(one.filename)
        folders.setdefault(place.name, []).append(str(place.parent))
    repeated = next((sorted(some) for some in folders.values() if len(some) > 1), None)
    if repeated:
        raise ImportFailed(
            f"{path} contains several data sets, in {', '.join(repeated[:_SHOWN])}; unpack it and "
            "name the folder of one"
        )
