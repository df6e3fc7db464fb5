"""The import pipeline: obtain a source, stage all of it, apply the stage, activate its ratings.

Nothing is written until the stage is complete, so an unusable source changes nothing. Applying is
idempotent: running an interrupted import again completes it from its stage.
"""

import fcntl
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.utils import timezone

from catalog.credits import set_credits, set_keywords
from catalog.importers import apply
from catalog.importers.apply import Applied
from catalog.importers.data_sets import (
    Description,
    activate,
    as_published,
    is_imported_with,
)
from catalog.importers.errors import ImportFailed
from catalog.importers.film_matching import TitleIndex
from catalog.importers.obtain import checksum_of, obtained
from catalog.importers.rating_histograms import (
    BATCH,
    apply_figures_of,
    datasets_root,
    movie_ids_by_number,
)
from catalog.importers.refusals import FileReport
from catalog.importers.rows import CreditsRow, FilmRow, KeywordsRow, LinkRow, read_batches
from catalog.importers.stage import CREDITS, FILMS, KEYWORDS, LINKS, Stage
from catalog.models import Source
from catalog.search.index import index_films
from nextflex.base.progress import Progress
from recommender.core.data.dataset import DatasetFacts
from recommender.core.data.dataset_writer import publish_dataset

_STAGED, _APPLIED = 0.5, 0.9
_CREDITS_BATCH = 100  # films; up to forty rows each


class Reader(Protocol):
    """Reads and checks a folder into a stage; `known` returns the films with MovieLens ids."""

    def __call__(
        self,
        folder: Path,
        stage: Stage,
        name: str,
        known: Callable[[], set[int]],
        progress: Progress,
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Format:
    """One format of sources. files: all files that it may have."""

    source: Source
    files: Collection[str]
    stage: Reader


@dataclass(frozen=True, slots=True)
class Report:
    """The result of an import. applied: counts by kind of row (films, links, credits, keywords).

    facts: of the data set, None for a source without ratings; refused_csv: every refused row.
    """

    files: dict[str, FileReport]
    applied: dict[str, Applied]
    facts: DatasetFacts | None
    refused_csv: Path | None


def import_source(
    where: str, kind: Format, description: Description, *, progress: Progress
) -> Report:
    """Import a source. where: a folder, a zip, an s3:// URL, or the name of a release.

    Raises ImportFailed, before anything is written, for an unusable source.
    """
    with _alone() as root:
        return _import(root, where, kind, description, progress)


@contextmanager
def _alone() -> Iterator[Path]:
    """Yield the staging folder under a lock; leftovers of an interrupted import are removed."""
    root = Path(settings.DATA_DIR) / "staging"
    root.mkdir(parents=True, exist_ok=True)
    with (root / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ImportFailed("another import is running; wait until it has finished") from error
        for left in root.glob(".unpacked-*"):
            shutil.rmtree(left)
        yield root


def _import(
    root: Path, where: str, kind: Format, description: Description, progress: Progress
) -> Report:
    with tempfile.TemporaryDirectory(prefix=".unpacked-", dir=root) as work:
        folder = obtained(where, kind.files, Path(work), progress=_part(progress, 0.0, 0.1))
        checksum = checksum_of(folder, kind.files)
        now_s = int(timezone.now().timestamp())
        stage = Stage.at(root / f"{description.name}-{checksum[:16]}", checksum, now_s=now_s)
        if not stage.is_whole:
            known = partial(_known_numbers, Source.MOVIELENS)
            kind.stage(folder, stage, description.name, known, _part(progress, 0.1, _STAGED))
            stage.finish()
    # MovieLens 100k and MovieTweetings also have titles and genres; those of MovieLens override them.
    is_main = stage.numbering == Source.MOVIELENS
    source = kind.source if is_main else Source(stage.numbering)
    description = as_published(description, source)
    applied = _apply(stage, source, _part(progress, _STAGED, _APPLIED))
    _apply_dataset(stage, description, _part(progress, _APPLIED, 1.0))
    report = Report(stage.ledger.files, applied, stage.facts, _kept_refusals(stage, description))
    shutil.rmtree(stage.folder)
    progress("done", 1.0)
    return report


def is_imported(where: Path, kind: Format, name: str) -> bool:
    """Whether this folder was imported completely under this name, and is active."""
    return is_imported_with(name, checksum_of(where, kind.files))


def _part(progress: Progress, start: float, end: float) -> Progress:
    return lambda step, share: progress(step, start + (end - start) * share)


def _known_numbers(source: Source) -> set[int]:
    return set(movie_ids_by_number(source))


def _apply(stage: Stage, source: Source, progress: Progress) -> dict[str, Applied]:
    titles = TitleIndex.of_catalogue()
    steps: tuple[tuple[str, Any, int, Callable[[Any], Applied]], ...] = (
        (FILMS, FilmRow, BATCH, partial(_apply_films, source, titles)),
        (LINKS, LinkRow, BATCH, apply.apply_links),
        (CREDITS, CreditsRow, _CREDITS_BATCH, partial(_apply_credits, source)),
        (KEYWORDS, KeywordsRow, BATCH, partial(_apply_keywords, source)),
    )
    total, over = max(sum(stage.counts.values()), 1), 0
    done = {name: Applied() for name, *_ in steps}
    for name, kind, size, write in steps:
        for batch in read_batches(stage.folder / name, kind, size=size):
            progress(f"writing {Path(name).stem}", over / total)
            done[name].add(write(batch))
            over += len(batch)
    return done


def _apply_films(source: Source, titles: TitleIndex, rows: Sequence[FilmRow]) -> Applied:
    applied, touched = apply.apply_films(rows, source=source, titles=titles)
    index_films(touched)
    return applied


def _apply_credits(source: Source, rows: Sequence[CreditsRow]) -> Applied:
    known, unknown = apply.known_films(rows)
    given = {movie_id: row.credits for movie_id, row in known.items()}
    changed = set_credits(given, source=source)
    index_films(sorted(changed))
    return Applied(changed=len(changed), unknown=unknown)


def _apply_keywords(source: Source, rows: Sequence[KeywordsRow]) -> Applied:
    known, unknown = apply.known_films(rows)
    given = {movie_id: row.keywords for movie_id, row in known.items()}
    return Applied(changed=len(set_keywords(given, source=source)), unknown=unknown)


def _apply_dataset(stage: Stage, description: Description, progress: Progress) -> None:
    if stage.facts is None:
        return
    if stage.dataset.is_dir():
        publish_dataset(stage.dataset, datasets_root() / description.name)
    apply_figures_of(description.name, stage.numbering, progress=progress)
    films = max(stage.counts.get(FILMS, 0), stage.facts.items)
    activate(description, stage.facts, stage.numbering, films=films, refused=_refused(stage))


def _refused(stage: Stage) -> dict[str, dict[str, int]]:
    return {name: report.refused for name, report in stage.ledger.files.items() if report.refused}


def _kept_refusals(stage: Stage, description: Description) -> Path | None:
    """Return the CSV of refused rows, moved beside the data sets; None without refused or noted rows."""
    if not any(report.refused or report.noted for report in stage.ledger.files.values()):
        return None
    folder = Path(settings.DATA_DIR) / "imports"
    folder.mkdir(exist_ok=True)
    return Path(shutil.copy(stage.ledger.path, folder / f"{description.name}-refused.csv"))
