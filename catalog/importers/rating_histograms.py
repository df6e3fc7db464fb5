"""Set the films' figures from the active data set."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.db import transaction

from catalog.models import ExternalId, Movie, MovieStats
from catalog.services import refresh_figures, write_figures
from nextflex.base.progress import Progress
from recommender.core.data.dataset import ItemFigures, item_figures
from recommender.core.data.decay import added

BATCH = 500  # films; writing them takes well under a second
_FIELDS = ("dataset_count", "dataset_half_stars", "dataset_histogram", "dataset_trend")

Item = TypeVar("Item")


def datasets_root() -> Path:
    return Path(settings.DATA_DIR) / "datasets"


def in_batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


def apply_figures_of(name: str, numbering: str, *, progress: Progress) -> None:
    """Set the data set's part of every film's figures, and the derived figures.

    Batches may be repeated; films outside the data set lose that part.
    """
    of_movie = _by_movie(item_figures(datasets_root(), name), numbering)
    movie_ids = sorted(of_movie)
    for place, batch in enumerate(in_batches(movie_ids)):
        progress("writing figures", place * BATCH / len(movie_ids))
        _apply_batch({movie_id: of_movie[movie_id] for movie_id in batch})
    _clear_others(set(movie_ids))
    _ensure_rows()
    refresh_figures()


def _by_movie(figures: Sequence[ItemFigures], numbering: str) -> dict[int, ItemFigures]:
    """Return the figures by film; several numbers of one film are added up."""
    movie_of = movie_ids_by_number(numbering)
    found: dict[int, ItemFigures] = {}
    for one in figures:
        movie_id = movie_of.get(one.item_id)
        if movie_id is not None:
            found[movie_id] = _sum(found[movie_id], one) if movie_id in found else one
    return found


def _sum(one: ItemFigures, other: ItemFigures) -> ItemFigures:
    histogram = tuple(a + b for a, b in zip(one.histogram, other.histogram, strict=True))
    return ItemFigures(
        one.item_id,
        one.count + other.count,
        one.half_stars + other.half_stars,
        histogram,
        added(one.trend, other.trend),
    )


def movie_ids_by_number(numbering: str) -> dict[int, int]:
    rows = ExternalId.objects.filter(source=numbering)
    return dict(rows.values_list("external_id", "movie_id"))


@transaction.atomic
def _apply_batch(wanted: Mapping[int, ItemFigures]) -> None:
    rows = MovieStats.objects.select_for_update().in_bulk(list(wanted))
    changed = []
    for movie_id, one in wanted.items():
        stats = rows.get(movie_id) or MovieStats(movie_id=movie_id)
        before = [getattr(stats, name) for name in _FIELDS]
        after = [one.count, one.half_stars, list(one.histogram), one.trend]
        if before != after:
            for name, value in zip(_FIELDS, after, strict=True):
                setattr(stats, name, value)
            changed.append(stats)
    write_figures(changed, _FIELDS)


def _clear_others(kept: set[int]) -> None:
    stale = MovieStats.objects.filter(dataset_count__gt=0).values_list("pk", flat=True)
    for batch in in_batches(sorted(set(stale) - kept)):
        MovieStats.objects.filter(pk__in=batch).update(
            dataset_count=0, dataset_half_stars=0, dataset_histogram=[], dataset_trend=None
        )


def _ensure_rows() -> None:
    """Give every film a row of figures, so that lists can join them."""
    bare = Movie.objects.filter(stats=None).values_list("pk", flat=True)
    for batch in in_batches(list(bare)):
        MovieStats.objects.bulk_create(
            [MovieStats(movie_id=key) for key in batch], ignore_conflicts=True
        )
