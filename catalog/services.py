"""Changes to the catalogue's figures."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import F

from catalog.models import ChartBasis, Movie, MovieStats
from catalog.upsert import upsert
from catalog.weighted import Basis, basis_of
from nextflex.base.errors import NotFound
from recommender.core.data.decay import added

_BATCH = 500
_DERIVED = ("rating_count", "rating_mean", "weighted_rating", "trend")
_SITE = ("site_count", "site_half_stars", "site_histogram", "site_trend")


def lock_stats(movie_id: int, *, shown: bool = False) -> MovieStats | None:
    """Return the film's figures, locked until the transaction ends; None when there is no such film.

    shown: None for a hidden film, too.

    The lock is on the film's own row, which exists before its figures do. Two users who rate a film
    first therefore take turns; locks on a row that does not exist yet would deadlock.
    """
    films = Movie.objects.shown() if shown else Movie.objects.all()
    if not films.select_for_update().filter(pk=movie_id).exists():
        return None
    stats, _ = MovieStats.objects.get_or_create(movie_id=movie_id)
    return stats


def set_site_figures(stats: MovieStats, *, histogram: Sequence[int], trend: float | None) -> None:
    """Store the site's part of a locked film's figures, and the derived figures.

    histogram: the numbers of ratings of 0.5, 1 … 5 stars; empty without ratings.
    """
    stats.site_count = sum(histogram)
    stats.site_half_stars = sum(place * count for place, count in enumerate(histogram, start=1))
    stats.site_histogram = list(histogram) if stats.site_count else []
    stats.site_trend = trend
    derive(stats, chart_basis())
    stats.save(update_fields=[*_SITE, *_DERIVED])


def chart_basis() -> Basis:
    row = ChartBasis.objects.first()
    return Basis(row.mean_rating, row.least_count, row.rated_films) if row else basis_of([])


def derive(stats: MovieStats, basis: Basis) -> None:
    """Set the figures that derive from the two parts; the row is not saved here."""
    half_stars = stats.dataset_half_stars + stats.site_half_stars
    stats.rating_count = stats.dataset_count + stats.site_count
    stats.rating_mean = half_stars / 2 / stats.rating_count if stats.rating_count else None
    stats.weighted_rating = basis.weighted_rating(stats.rating_count, half_stars)
    stats.trend = sum_of_trends([stats.dataset_trend, stats.site_trend])


def sum_of_trends(weights: Iterable[float | None]) -> float | None:
    """Return log2 of the sum of weights that are given in log2; None counts as zero."""
    total: float | None = None
    for weight in weights:
        if weight is not None:
            total = added(total, weight)
    return total


def refresh_figures() -> Basis:
    """Recompute the chart's constants and every film's derived figures; only changes are written.

    Each batch has its own transaction, so that no reader waits.
    """
    rows = MovieStats.objects.annotate(
        both_counts=F("dataset_count") + F("site_count"),
        both_half_stars=F("dataset_half_stars") + F("site_half_stars"),
    )
    rated = rows.filter(both_counts__gt=0).values_list("both_counts", "both_half_stars")
    basis = basis_of(list(rated))
    ChartBasis.objects.update_or_create(
        pk=1,
        defaults={
            "mean_rating": basis.mean_rating,
            "least_count": basis.least_count,
            "rated_films": basis.rated_films,
        },
    )
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), _BATCH):
        _refresh_batch(keys[start : start + _BATCH], basis)
    return basis


def _refresh_batch(keys: list[int], basis: Basis) -> None:
    with transaction.atomic():
        changed = []
        for stats in MovieStats.objects.select_for_update().filter(pk__in=keys):
            before = [getattr(stats, name) for name in _DERIVED]
            derive(stats, basis)
            if before != [getattr(stats, name) for name in _DERIVED]:
                changed.append(stats)
        write_figures(changed, _DERIVED)


def write_figures(rows: Sequence[MovieStats], fields: Sequence[str]) -> None:
    """Insert new rows and set these fields of known ones, a few hundred rows per statement."""
    upsert(rows, fields, key="movie")


def require_locked(movie_id: int, *, shown: bool = False) -> MovieStats:
    """Lock like `lock_stats`, but raise NotFound instead of returning None."""
    stats = lock_stats(movie_id, shown=shown)
    if stats is None:
        raise NotFound(f"Unknown film {movie_id}.")
    return stats
