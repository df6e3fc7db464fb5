"""The data of `evaluate`: a MovieLens release, or a plain file of sequences."""

import hashlib
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

from catalog.importers.archive import unpacked
from catalog.importers.formats import MOVIELENS
from catalog.importers.obtain import checksum_of, obtained
from catalog.importers.rows import FilmRow, read_batches
from catalog.importers.stage import FILMS, Stage
from nextflex.base.progress import Progress
from recommender.core.data.dataset import read_rows
from recommender.core.data.ids import IdMap
from recommender.core.data.interactions import Interactions
from recommender.core.data.items import Items
from recommender.core.data.profiles import read_profiles
from recommender.core.data.sequence_files import read_held_out, read_sequences
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadData
from recommender.core.evaluation.report import NamedFile

_BATCH = 1_000
_TEXT = (".txt", ".tsv", ".dat", ".base", ".test")


@dataclass(frozen=True, slots=True)
class Measured:
    """The evaluation data. path: as given; sha256: of the file, or of a release's files together."""

    path: str
    sha256: str
    data: TrainingData


def measured_on(path: str, *, progress: Progress) -> Measured:
    """Read a release (folder, zip, s3:// URL, NAME) or a text file of sequences, zipped or not.

    Raises BadData or ImportFailed, with the file and the line.
    """
    with tempfile.TemporaryDirectory() as work:
        text = _sequence_file(Path(path), Path(work))
        if text is None:
            return _release(path, Path(work), progress)
        return Measured(path, named(path).sha256, _without_films(read_sequences(text)))


def named(path: str) -> NamedFile:
    """Return a file's bare name and checksum."""
    with Path(path).open("rb") as file:
        return NamedFile(Path(path).name, hashlib.file_digest(file, "sha256").hexdigest())


def test_part(path: str, known: Interactions) -> Interactions:
    """Read a separate file of held-out data, zipped or not. Raises BadData."""
    with tempfile.TemporaryDirectory() as work:
        text = _sequence_file(Path(path), Path(work))
        if text is None:
            raise BadData(f"{path}: --test takes a text file of `user item` lines, such as u1.test")
        return read_held_out(text, known)


def _sequence_file(path: Path, work: Path) -> Path | None:
    """Return the text file at this path, or the only one inside; None for anything else."""
    if path.is_file() and path.suffix in _TEXT:
        return path
    if not zipfile.is_zipfile(path):
        return None
    with zipfile.ZipFile(path) as archive:
        names = [Path(name).name for name in archive.namelist() if not name.endswith("/")]
    if len(names) != 1 or not names[0].endswith(_TEXT):
        return None
    return unpacked(path, names, work) / names[0]


def _without_films(table: Interactions) -> TrainingData:
    """Return training data of sequences, without titles, years and genres."""
    n = table.n_items
    return TrainingData.of(table, Items(table.item_ids, ("",) * n, (None,) * n, ((),) * n))


def _release(path: str, work: Path, progress: Progress) -> Measured:
    folder = obtained(path, MOVIELENS.files, work, progress=progress)
    checksum = checksum_of(folder, MOVIELENS.files)
    stage = Stage.at(work / "stage", checksum, now_s=int(time.time()))
    MOVIELENS.stage(folder, stage, stage.dataset.name, set, progress)
    films = {
        film.ref.number: film
        for batch in read_batches(stage.folder / FILMS, FilmRow, size=_BATCH)
        for film in batch
        if film.ref is not None
    }
    ids = IdMap.of(films)
    ordered = [films[number] for number in ids.ids.tolist()]
    items = Items(
        ids,
        tuple(film.titles.title for film in ordered),
        tuple(film.titles.year for film in ordered),
        tuple(film.genres for film in ordered),
    )
    rows = read_rows(stage.folder, stage.dataset.name)
    table = Interactions.from_ids(rows.users, rows.items, rows.ratings, rows.times, item_ids=ids)
    users, profiles = read_profiles(stage.folder, stage.dataset.name)
    return Measured(path, checksum, TrainingData.of(table.with_profiles(users, profiles), items))
