"""Reading what guests gave, in one query."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from accounts.personal_tokens import digest_of
from recommender.core.data.interface import Rated
from uploads.models import Guest, GuestFilm, ListKind
from uploads.models.guests import LIST_FIELDS


@dataclass(frozen=True, slots=True)
class Given:
    """history: their ratings; lists: when each film was put on one, in seconds since 1970.

    Both are oldest first.
    """

    history: tuple[Rated, ...] = ()
    lists: Mapping[ListKind, Mapping[int, int]] = field(
        default_factory=lambda: {kind: {} for kind in LIST_FIELDS}
    )


def given_by(key: str) -> Given:
    """What the guest with this key gave; nothing for an empty key, without a query."""
    if not key:
        return Given()
    return given_in(list(GuestFilm.objects.filter(guest__digest=digest_of(key))))


def given_in(rows: list[GuestFilm]) -> Given:
    rated = [(row.rated_at, row.pk, row) for row in rows if row.rated_at and row.half_stars]
    history = (
        Rated(row.movie_id, (row.half_stars or 0) / 2, int(at.timestamp()))
        for at, _, row in sorted(rated)
    )
    return Given(tuple(history), {kind: _entries(rows, name) for kind, name in LIST_FIELDS.items()})


def _entries(rows: list[GuestFilm], field_name: str) -> dict[int, int]:
    times = [(getattr(row, field_name), row.pk, row.movie_id) for row in rows]
    listed = sorted(one for one in times if one[0] is not None)
    return {movie_id: int(at.timestamp()) for at, _, movie_id in listed}


def list_before(key: str) -> tuple[int, ...]:
    """The first films of the guest's list as it was before their last rating."""
    if not key:
        return ()
    kept = Guest.objects.filter(digest=digest_of(key)).values_list("list_before", flat=True)
    return tuple(kept.first() or ())
