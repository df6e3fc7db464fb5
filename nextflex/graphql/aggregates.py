"""Counts and means of ratings, in total and by genre, year or film: of all users, or the user's own.

Those of all users are public figures: the data set's and the site's together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any

import strawberry
from django.db.models import Model
from rest_framework import serializers

from accounts.models import User
from catalog import models
from catalog.api.serializers import SearchSerializer
from nextflex.graphql import loads
from nextflex.graphql.batches import Batches
from nextflex.graphql.context import Info
from nextflex.graphql.inputs import MovieFilter, checked
from nextflex.graphql.lists import Page, page_of
from nextflex.graphql.rating_sums import Grouping, Ratings
from nextflex.graphql.types import Genre, Movie

RatingGrouping = strawberry.enum(Grouping, name="RatingGrouping")
_KINDS: dict[Grouping, type[Model]] = {Grouping.GENRE: models.Genre, Grouping.FILM: models.Movie}


@strawberry.enum(description="Counts and means in descending order, names in ascending order.")
class GroupOrdering(Enum):
    COUNT = "-count"
    MEAN = "-mean"
    SUM = "-halves"
    NAME = "name"


class AtLeastSerializer(serializers.Serializer[dict[str, Any]]):
    at_least = serializers.IntegerField(min_value=1, max_value=10**9)


@strawberry.type(description="Statistics of a set of ratings, in stars.")
class RatingFigures:
    """Aggregated figures. row: films, count and halves, as in `Ratings`."""

    row: strawberry.Private[dict[str, Any]]
    ratings: strawberry.Private[Ratings]

    @strawberry.field(description="Number of rated films.")
    def films(self) -> int:
        return int(self.row["films"])

    @strawberry.field(description="Number of ratings.")
    def count(self) -> int:
        return int(self.row["count"] or 0)

    @strawberry.field
    def sum(self) -> float:
        return float(self.row["halves"] or 0) / 2

    @strawberry.field(description="Mean rating; null without ratings.")
    def mean(self) -> float | None:
        return float(self.row["halves"]) / 2 / self.row["count"] if self.row["count"] else None

    @strawberry.field(description="Lowest rating.")
    def min(self, info: Info) -> float | None:
        return _stars(self._extremes(info.context.batches)[0])

    @strawberry.field(description="Highest rating.")
    def max(self, info: Info) -> float | None:
        return _stars(self._extremes(info.context.batches)[1])

    def _extremes(self, batches: Batches) -> tuple[int | None, int | None]:
        return batches.of(self.ratings, 0, self.ratings.extremes) or (None, None)


@strawberry.type(
    description="Rating statistics of one group: a genre, a year or a film, as requested."
)
class RatingGroup(RatingFigures):
    by: strawberry.Private[Grouping]

    @strawberry.field(graphql_type=Genre | None)
    def genre(self, info: Info) -> models.Genre | None:
        if self.by is not Grouping.GENRE:
            return None
        return info.context.batches.of(models.Genre, self.row["key"], loads.genres_by_key)

    @strawberry.field
    def year(self) -> int | None:
        return int(self.row["key"]) if self.by is Grouping.YEAR else None

    @strawberry.field(graphql_type=Movie | None)
    def movie(self, info: Info) -> models.Movie | None:
        if self.by is not Grouping.FILM:
            return None
        return info.context.batches.of(models.Movie, self.row["key"], loads.films_by_key)

    def _extremes(self, batches: Batches) -> tuple[int | None, int | None]:
        load, kind = self.ratings.extremes_by_group, (self.ratings, self.by)
        return batches.of(kind, self.row["key"], load, self.by) or (None, None)


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups, and their order. at_least: the minimum number of ratings."""

    by: Grouping
    ordering: GroupOrdering
    at_least: int
    page: int
    page_size: int

    def of(self, films: MovieFilter | None, user: User | None = None) -> Page[RatingGroup]:
        checked(AtLeastSerializer, at_least=self.at_least)
        ratings = _ratings(films, user)
        found = ratings.groups(self.by, at_least=self.at_least)
        in_order = found.order_by(self.ordering.value, "name", "key")
        return page_of(in_order, self.page, self.page_size, partial(self._met, ratings))

    def _met(
        self, ratings: Ratings, batches: Batches, rows: Sequence[dict[str, Any]]
    ) -> list[RatingGroup]:
        keys = [row["key"] for row in rows]
        batches.meet_keys((ratings, self.by), keys)
        if self.by in _KINDS:
            batches.meet_keys(_KINDS[self.by], keys)
        return [RatingGroup(row=row, ratings=ratings, by=self.by) for row in rows]


def totals(films: MovieFilter | None, user: User | None = None) -> RatingFigures:
    ratings = _ratings(films, user)
    return RatingFigures(row=ratings.totals(), ratings=ratings)


def _ratings(films: MovieFilter | None, user: User | None) -> Ratings:
    return Ratings(checked(SearchSerializer, films).wanted(), user)


def _stars(halves: int | None) -> float | None:
    return None if halves is None else halves / 2
