"""Query the counts and sums of ratings: of some films, by all users or by one.

Those of all users combine the data set's and the site's, as in the films' public figures. Stars are
counted in halves, so that sums are exact.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.db.models import (
    Case,
    Count,
    F,
    FloatField,
    IntegerField,
    Max,
    Min,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from accounts.models import User
from catalog.models import MovieStats
from catalog.selectors import EVERYTHING, MovieFilter, matching
from uploads.models import Rating

MOST_HALVES = 10


class Grouping(Enum):
    """Groups by the key of a genre, by year, or by the key of a film."""

    GENRE = "movie__genres"
    YEAR = "movie__year"
    FILM = "movie"


_NAMES = {
    Grouping.GENRE: "movie__genres__name",
    Grouping.YEAR: "movie__year",
    Grouping.FILM: "movie__sort_title",
}


@dataclass(frozen=True, slots=True)
class Ratings:
    """The ratings of these films, of all users if no user is given."""

    wanted: MovieFilter = EVERYTHING
    user: User | None = None

    def totals(self) -> dict[str, Any]:
        """Return films, count and halves; halves is None without ratings."""
        return self._rows().aggregate(**self._figures())

    def groups(self, by: Grouping, *, at_least: int) -> QuerySet[Any, Any]:
        """Return key, name, films, count, halves and mean of groups with so many ratings, unordered."""
        found = self._rows().filter(**{f"{by.value}__isnull": False}).order_by()
        given = found.values(key=F(by.value), name=F(_NAMES[by])).annotate(**self._figures())
        mean = Cast(F("halves"), FloatField()) / F("count") / 2
        enough: QuerySet[Any, Any] = given.filter(count__gte=at_least).annotate(mean=mean)
        return enough

    def extremes(self, keys: Collection[int]) -> dict[int, tuple[int | None, int | None]]:
        """Return the lowest and highest half stars of all these ratings, under every key."""
        found = self._rows().aggregate(**self._lowest_and_highest())
        return dict.fromkeys(keys, (found["lowest"], found["highest"]))

    def extremes_by_group(self, keys: Collection[int], by: Grouping) -> dict[int, tuple[int, int]]:
        found = self._rows().filter(**{f"{by.value}__in": keys}).order_by()
        given = found.values_list(by.value).annotate(**self._lowest_and_highest())
        return {key: (lowest, highest) for key, lowest, highest in given}

    def _rows(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = (
            Rating.objects.filter(user=self.user, movie__is_hidden=False)
            if self.user
            else MovieStats.objects.filter(rating_count__gt=0, movie__is_hidden=False)
        )
        if self.wanted.is_open:
            return rows
        return rows.filter(movie__in=matching(self.wanted).order_by().values("pk"))

    def _figures(self) -> dict[str, Any]:
        films = Count("pk")
        if self.user:
            return {"films": films, "count": Count("pk"), "halves": Sum("half_stars")}
        halves = Sum(F("dataset_half_stars") + F("site_half_stars"))
        return {"films": films, "count": Sum("rating_count"), "halves": halves}

    def _lowest_and_highest(self) -> dict[str, Any]:
        if self.user:
            return {"lowest": Min("half_stars"), "highest": Max("half_stars")}
        places = range(1, MOST_HALVES + 1)
        return {"lowest": Min(_first_given(places)), "highest": Max(_first_given(places[::-1]))}


def _first_given(places: Collection[int]) -> Combinable:
    """Return the first of these half stars that any user gave to a film, by its two histograms."""
    return Case(
        *(
            When(
                Q(**{f"dataset_histogram__{place - 1}__gt": 0})
                | Q(**{f"site_histogram__{place - 1}__gt": 0}),
                then=Value(place),
            )
            for place in places
        ),
        default=None,
        output_field=IntegerField(),
    )
