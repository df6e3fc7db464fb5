"""The ratings, lists and viewings that a user's or guest's recommendations depend on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import DateField, F, QuerySet, SmallIntegerField, Value
from django.db.models.expressions import Combinable

from accounts.models import User
from recommender.core.data.interface import Rated
from uploads.models import ListKind, NotInterested, Rating, Viewing, WatchlistEntry
from uploads.viewings import days_in

_NO_STARS = Value(0, output_field=SmallIntegerField())
_NO_DAY = Value(None, output_field=DateField())


@dataclass(frozen=True, slots=True)
class Activity:
    """history: ratings, oldest first.

    watchlist and not_interested: when each film was put there, in seconds since 1970, oldest first;
    seen: the known days on which each film was watched, as `uploads.viewings.days_of` orders them.
    """

    history: tuple[Rated, ...] = ()
    watchlist: Mapping[int, int] = field(default_factory=dict)
    not_interested: Mapping[int, int] = field(default_factory=dict)
    seen: Mapping[int, Sequence[date]] = field(default_factory=dict)

    @property
    def not_recommended(self) -> set[int]:
        """The films that are never recommended, in addition to rated ones: unwanted and seen films."""
        return self.not_interested.keys() | self.seen.keys()

    def listed(self, kind: ListKind) -> Mapping[int, int]:
        return self.watchlist if kind is WatchlistEntry else self.not_interested


class _Row(NamedTuple):
    table: str
    movie_id: int
    half_stars: int
    at: datetime
    day: date | None
    pk: int


def activity_of(user: User) -> Activity:
    """Return a user's activity, in one query."""
    # The first part determines the types of the columns, so it is the one with days.
    parts = [
        _rows_of(Viewing, user, at="created_at", day=F("watched_on")),
        _rows_of(Rating, user, at="rated_at", half_stars=F("half_stars")),
        _rows_of(WatchlistEntry, user, at="created_at"),
        _rows_of(NotInterested, user, at="created_at"),
    ]
    rows: dict[str, list[_Row]] = defaultdict(list)
    for values in parts[0].union(*parts[1:], all=True):
        rows[values[0]].append(_Row(*values))
    for of_table in rows.values():
        of_table.sort(key=lambda row: (row.at, row.pk))
    return Activity(
        history=tuple(
            Rated(row.movie_id, row.half_stars / 2, int(row.at.timestamp()))
            for row in rows["Rating"]
        ),
        watchlist=_times(rows["WatchlistEntry"]),
        not_interested=_times(rows["NotInterested"]),
        seen=days_in((row.movie_id, row.day, row.at) for row in rows["Viewing"]),
    )


def _rows_of(
    model: Any,
    user: User,
    *,
    at: str,
    half_stars: Combinable = _NO_STARS,
    day: Combinable = _NO_DAY,
) -> QuerySet[Any, tuple[Any, ...]]:
    rows: QuerySet[Any] = model.objects.filter(user=user).order_by()
    return rows.values_list(Value(model.__name__), "movie_id", half_stars, at, day, "pk")


def _times(rows: Iterable[_Row]) -> dict[int, int]:
    return {row.movie_id: int(row.at.timestamp()) for row in rows}
