"""Queries of guests' data, in one query."""

from accounts.personal_tokens import digest_of
from recommender.core.data.interface import Rated
from uploads.activity import Activity
from uploads.models import GuestFilm, NotInterested, WatchlistEntry
from uploads.models.guests import LIST_FIELDS


def activity_by(key: str) -> Activity:
    """Return the activity of the guest with this key; empty, without a query, for an empty key."""
    if not key:
        return Activity()
    return activity_in(list(GuestFilm.objects.filter(guest__digest=digest_of(key))))


def activity_in(rows: list[GuestFilm]) -> Activity:
    rated = [(row.rated_at, row.pk, row) for row in rows if row.rated_at and row.half_stars]
    return Activity(
        history=tuple(
            Rated(row.movie_id, (row.half_stars or 0) / 2, int(at.timestamp()))
            for at, _, row in sorted(rated)
        ),
        watchlist=_entries(rows, LIST_FIELDS[WatchlistEntry]),
        not_interested=_entries(rows, LIST_FIELDS[NotInterested]),
    )


def _entries(rows: list[GuestFilm], field_name: str) -> dict[int, int]:
    times = [(getattr(row, field_name), row.pk, row.movie_id) for row in rows]
    listed = sorted(one for one in times if one[0] is not None)
    return {movie_id: int(at.timestamp()) for at, _, movie_id in listed}
