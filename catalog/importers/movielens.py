"""Importing a MovieLens release: check everything, then apply it in steps that may be run again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from catalog.importers.apply import (
    Applied,
    apply_figures,
    apply_films,
    clear_other_figures,
    ensure_figures_for,
    in_batches,
)
from catalog.importers.errors import ImportFailed
from catalog.importers.movies_csv import FilmRows, read_films
from catalog.importers.source import opened, sha256_of
from catalog.models import DataSet, ExternalId
from catalog.services import refresh_figures
from recommender.core.data.dataset import DatasetFacts, item_figures, write_dataset
from recommender.core.data.ratings_csv import RatingRows, read_ratings
from recommender.core.errors import BadData

SOURCE = "movielens"
Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Description:
    """How the site names a data set, and what its licence allows."""

    name: str
    title: str
    url: str
    licence: str


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did. refused: reason to number of rows, films and ratings."""

    facts: DatasetFacts
    films_read: int
    ratings_read: int
    applied: Applied
    refused_films: dict[str, list[int]] = field(default_factory=dict)
    refused_ratings: dict[str, int] = field(default_factory=dict)


def datasets_root() -> Path:
    return Path(settings.DATA_DIR) / "datasets"


def is_imported(path: Path, name: str) -> bool:
    """Whether this very source was imported to its end under this name."""
    row = DataSet.objects.filter(name=name, is_active=True).first()
    folder = datasets_root() / name
    if not row or not folder.is_dir():
        return False
    with opened(path) as source:
        return row.source_sha256 == sha256_of(source)


def import_movielens(path: Path, description: Description, *, progress: Progress) -> Report:
    """Bring a release's films, figures and interactions in, and make it the active data set.

    Running it again with the same source changes nothing; an interrupted run is finished by the next.
    Raises ImportFailed before anything is written when the source cannot be used.
    """
    with opened(path) as source:
        progress("reading films", 0.0)
        films = read_films(source / "movies.csv")
        progress("reading ratings", 0.1)
        rows = _ratings(source, films)
        checksum = sha256_of(source)
    progress("writing interactions", 0.2)
    facts = write_dataset(datasets_root(), description.name, rows)
    applied = _apply_films(films, progress)
    _apply_figures(description.name, progress)
    _activate(description, facts, rows, films, checksum)
    progress("done", 1.0)
    return Report(facts, films.read, rows.read, applied, films.refused, rows.refused)


def _ratings(source: Path, films: FilmRows) -> RatingRows:
    try:
        known = {film.source_id for film in films.films}
        rows = read_ratings(source / "ratings.csv", known_items=known)
    except BadData as error:
        raise ImportFailed(str(error)) from error
    if not len(rows):
        raise ImportFailed("ratings.csv holds no rating that can be used; nothing was imported")
    return rows


def _apply_films(films: FilmRows, progress: Progress) -> Applied:
    applied = Applied()
    for place, batch in enumerate(in_batches(films.films)):
        progress("writing films", 0.3 + 0.4 * place / (1 + len(films.films) // len(batch)))
        applied.add(apply_films(batch, source=SOURCE))
    return applied


def _apply_figures(name: str, progress: Progress) -> None:
    movie_of = movie_ids_by_source_id()
    figures = item_figures(datasets_root(), name)
    for place, batch in enumerate(in_batches(figures)):
        progress("writing figures", 0.7 + 0.25 * place / (1 + len(figures) // len(batch)))
        apply_figures(batch, movie_of=movie_of)
    clear_other_figures({movie_of[one.item_id] for one in figures})
    ensure_figures_for(list(movie_of.values()))
    refresh_figures()


def movie_ids_by_source_id() -> dict[int, int]:
    ids = ExternalId.objects.filter(source=SOURCE)
    return dict(ids.values_list("external_id", "movie_id"))


@transaction.atomic
def _activate(
    description: Description,
    facts: DatasetFacts,
    rows: RatingRows,
    films: FilmRows,
    checksum: str,
) -> None:
    DataSet.objects.exclude(name=description.name).update(is_active=False)
    DataSet.objects.update_or_create(
        name=description.name,
        defaults={
            "title": description.title,
            "url": description.url,
            "licence": description.licence,
            "is_active": True,
            "films": len(films.films),
            "users": facts.users,
            "ratings": facts.ratings,
            "refused": {"films": films.refused, "ratings": rows.refused},
            "source_sha256": checksum,
            "imported_at": timezone.now(),
        },
    )
