"""Inputs of queries, validated by the serializers of the REST API."""

import re
from dataclasses import asdict
from enum import Enum
from typing import Annotated, Any, TypeVar

import strawberry
from rest_framework.exceptions import ValidationError
from rest_framework.serializers import Serializer
from strawberry.utils.str_converters import to_camel_case

from nextflex.base.converters import KeyConverter

AnySerializer = TypeVar("AnySerializer", bound=Serializer[Any])


@strawberry.enum(description="Sort order of films, such as most popular or highest rated first.")
class MovieOrdering(Enum):
    RELEVANCE = strawberry.enum_value(
        "relevance", description="By relevance to `q`, then by popularity."
    )
    POPULARITY = "popularity"
    RATING = "rating"
    NEWEST = "year"
    OLDEST = "-year"
    TITLE = "title"


@strawberry.enum
class ChartName(Enum):
    TRENDING = "trending"
    POPULAR = "popular"
    LATEST = "latest"
    TOP_RATED = "top-rated"


@strawberry.enum
class SimilarBy(Enum):
    CONTENT = "content"
    RATINGS = "ratings"


@strawberry.input(description="Filter for films; all given conditions must hold.")
class MovieFilter:
    q: str | None = strawberry.field(
        default=None, description="Words in titles or names; typos are tolerated."
    )
    genre: list[str] | None = strawberry.field(
        default=None, description=("Only films with all of these genres.")
    )
    exclude_genre: list[str] | None = strawberry.field(
        default=None, description=("Only films with none of these genres.")
    )
    year_min: int | None = None
    year_max: int | None = None
    language: str | None = strawberry.field(
        default=None, description=("Language code, such as `en`.")
    )
    person: strawberry.ID | None = strawberry.field(
        default=None, description="Id of a person credited in any role."
    )
    keyword: str | None = None
    min_rating: float | None = strawberry.field(default=None, description="Minimum average rating.")
    min_ratings: int | None = strawberry.field(
        default=None, description="Minimum number of ratings."
    )


Wanted = Annotated[MovieFilter | None, strawberry.argument(name="filter")]


def checked(
    serializer: type[AnySerializer], chosen: MovieFilter | None = None, **given: object
) -> AnySerializer:
    """Validate inputs by a REST serializer. Raises ValidationError, with names in camel case.

    None means that the input is missing; an enum is replaced by its value.
    """
    reported = (asdict(chosen) if chosen else {}) | given
    plain = {name: one.value if isinstance(one, Enum) else one for name, one in reported.items()}
    form = serializer(data={name: one for name, one in plain.items() if one is not None})
    if not form.is_valid():
        raise ValidationError(
            {to_camel_case(name): reported for name, reported in form.errors.items()}
        )
    return form


def key_of(given: strawberry.ID, *, name: str = "id") -> int:
    """Return a primary key. Raises ValidationError for an invalid one, or one that no database holds."""
    if not re.fullmatch(KeyConverter.regex, given):
        raise ValidationError({name: [f"{given[:40]!r} is not a valid id; ids are whole numbers."]})
    return int(given)
