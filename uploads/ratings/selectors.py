"""Queries of ratings."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, OuterRef, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from accounts.models import User
from recommender.core.data.interface import SiteRating
from uploads.models import (
    Rating,
    RatingChange,
    RatingQuerySet,
)
from uploads.ratings.history import first_changes_since


def ratings_of(user: User) -> RatingQuerySet:
    """Return a user's ratings with their films, newest first, without hidden films."""
    shown = Rating.objects.filter(user=user, movie__is_hidden=False)
    return shown.select_related("movie__stats").newest_first()


RATING_ORDERINGS: dict[str, tuple[str, ...]] = {
    # A removed and repeated rating is another row of the same film.
    "newest": ("-rated_at_then", "-movie_id"),
    "oldest": ("rated_at_then", "movie_id"),
    "highest": ("-half_stars_then", "-rated_at_then", "-movie_id"),
    "lowest": ("half_stars_then", "-rated_at_then", "-movie_id"),
    "title": ("movie__sort_title", "film_year", "movie_id"),
}


@dataclass(frozen=True, slots=True)
class RatingFilter:
    """A filter of ratings, in one of RATING_ORDERINGS; all conditions must hold, each genre too."""

    ordering: str = "newest"
    rating_min: float | None = None
    rating_max: float | None = None
    genres: tuple[str, ...] = ()


def ratings_matching(
    user: User, wanted: RatingFilter, *, as_of: datetime | None = None
) -> RatingQuerySet:
    """Return a user's ratings that pass a filter, with their films.

    as_of: orders the list as of that moment, without films that were first rated later, so that a
    reader of several pages gets each row once; the rows themselves are current.
    """
    found = _ordered_as_of(ratings_of(user), first_changes_since(user, as_of) if as_of else {})
    if wanted.rating_min is not None:
        found = found.filter(half_stars__gte=wanted.rating_min * 2)
    if wanted.rating_max is not None:
        found = found.filter(half_stars__lte=wanted.rating_max * 2)
    for name in wanted.genres:
        found = found.filter(movie__genres__name__iexact=name)
    return found.order_by(*RATING_ORDERINGS[wanted.ordering])


def _ordered_as_of(found: RatingQuerySet, changes: Mapping[int, RatingChange]) -> RatingQuerySet:
    """Add the fields of RATING_ORDERINGS. changes: by film, the first since the moment of the list."""
    first_rated_since = [movie_id for movie_id, one in changes.items() if one.before is None]
    return found.exclude(movie_id__in=first_rated_since).annotate(
        half_stars_then=_then("half_stars", "before", changes),
        rated_at_then=_then("rated_at", "rated_before", changes),
        film_year=Coalesce("movie__year", 0),
    )


def _then(field: str, before: str, changes: Mapping[int, RatingChange]) -> Combinable:
    """Return a field of a rating, or its value before the film's change, if any."""
    if not changes:
        return F(field)
    keys = [one.pk for one in changes.values()]
    change = RatingChange.objects.filter(pk__in=keys, movie=OuterRef("movie"))
    return Coalesce(Subquery(change.values(before)[:1]), field)


def rating_by(user: User, movie_id: int) -> Rating | None:
    return Rating.objects.filter(user=user, movie_id=movie_id, movie__is_hidden=False).first()


def stars_by(user: User, movie_ids: Collection[int]) -> dict[int, float]:
    """Return the user's ratings of these films."""
    rows = Rating.objects.filter(user=user, movie_id__in=movie_ids)
    return {movie_id: half / 2 for movie_id, half in rows.values_list("movie_id", "half_stars")}


def all_site_ratings() -> Iterable[SiteRating]:
    """Return all ratings of this site, for a training."""
    rows = Rating.objects.order_by("id").values_list(
        "user_id", "movie_id", "half_stars", "rated_at"
    )
    for user_id, movie_id, half_stars, moment in rows.iterator(chunk_size=5_000):
        yield SiteRating(user_id, movie_id, half_stars / 2, int(moment.timestamp()))
