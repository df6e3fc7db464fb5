"""The ratings, notes, viewings and list entries a user already has of a file's films."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Model, QuerySet

from uploads.import_jobs.settling import NOTHING, Held
from uploads.models import FilmNote, NotInterested, Rating, Viewing, WatchlistEntry


def held_by(user_id: int, movie_ids: Collection[int] | None = None) -> dict[int, Held]:
    """Return the user's data by film; of all films when none are given. Five queries."""

    def mine(model: type[Model]) -> QuerySet[Any]:
        rows = model._default_manager.filter(user_id=user_id)
        return rows if movie_ids is None else rows.filter(movie_id__in=movie_ids)

    rated = {
        pk: (half, at)
        for pk, half, at in mine(Rating).values_list("movie", "half_stars", "rated_at")
    }
    noted = set(mine(FilmNote).values_list("movie_id", flat=True))
    listed = dict(mine(WatchlistEntry).values_list("movie_id", "created_at"))
    unwanted = dict(mine(NotInterested).values_list("movie_id", "created_at"))
    watched: dict[int, set[date | None]] = defaultdict(set)
    for pk, day in mine(Viewing).values_list("movie_id", "watched_on"):
        watched[pk].add(day)
    return {
        pk: Held(
            *rated.get(pk, (None, None)),
            has_note=pk in noted,
            listed_at=listed.get(pk),
            unwanted_at=unwanted.get(pk),
            viewings=frozenset(watched.get(pk, ())),
        )
        for pk in rated.keys() | noted | listed.keys() | unwanted.keys() | watched.keys()
    }


def held_of(user_id: int, movie_id: int) -> Held:
    return held_by(user_id, [movie_id]).get(movie_id, NOTHING)
