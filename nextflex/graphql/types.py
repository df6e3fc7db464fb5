"""The GraphQL types of films, genres and people: rows of the catalogue."""

import strawberry
import strawberry_django
from strawberry_django.fields.field import StrawberryDjangoField

from catalog import models
from catalog.api.details import MovieDetailSerializer
from catalog.poster_urls import poster_url
from nextflex.graphql import loads
from nextflex.graphql.context import Info
from nextflex.graphql.lists import first_ones

_FIRST = 10
_REST = MovieDetailSerializer()
AGenre = strawberry.Parent[models.Genre]
APerson = strawberry.Parent[models.Person]
ACredit = strawberry.Parent[models.Credit]
AMovie = strawberry.Parent[models.Movie]


class Column(StrawberryDjangoField):
    """A column that is read directly; the library's own field checks for relations first."""

    @property
    def is_basic_field(self) -> bool:
        return True


@strawberry_django.type(models.Genre, field_cls=Column)
class Genre:
    name: strawberry.auto

    @strawberry.field(description="Number of films of this genre.")
    def films(self, root: AGenre, info: Info) -> int:
        load = loads.numbers_of_films_of_genres
        return info.context.batches.of(models.Genre, root.pk, load) or 0


@strawberry_django.type(models.Person, field_cls=Column, description="A person with film credits.")
class Person:
    id: strawberry.auto
    name: strawberry.auto
    tmdb_id: strawberry.auto

    @strawberry.field(description="Number of films with a credit for this person.")
    def films(self, root: APerson, info: Info) -> int:
        load = loads.numbers_of_films_by_people
        return info.context.batches.of(models.Person, root.pk, load) or 0

    @strawberry.field(description="Their credits, newest films first.", graphql_type="list[Credit]")
    def credits(self, root: APerson, info: Info, first: int = _FIRST) -> list[models.Credit]:
        load, batches = loads.credits_of_people, info.context.batches
        return batches.of(models.Person, root.pk, load, first_ones(first)) or []


@strawberry_django.type(models.Credit, field_cls=Column, description="A person's role in a film.")
class Credit:
    role: strawberry.auto
    character: strawberry.auto

    @strawberry.field(graphql_type=Person)
    def person(self, root: ACredit, info: Info) -> models.Person | None:
        return info.context.batches.of(models.Person, root.person_id, loads.people_by_key)

    @strawberry.field(graphql_type="Movie")
    def movie(self, root: ACredit, info: Info) -> models.Movie | None:
        return info.context.batches.of(models.Movie, root.movie_id, loads.films_by_key)


@strawberry_django.type(models.ExternalId, field_cls=Column)
class ExternalId:
    """A source's id of a film."""

    source: strawberry.auto
    external_id: strawberry.ID


@strawberry_django.type(models.Movie, field_cls=Column, description="A film.")
class Movie:
    id: strawberry.auto
    title: strawberry.auto
    original_title: strawberry.auto
    sort_title: strawberry.auto
    alternative_titles: list[str]
    year: strawberry.auto
    runtime_min: strawberry.auto
    original_language: strawberry.auto
    imdb_id: strawberry.auto
    tmdb_id: strawberry.auto

    @strawberry.field
    def poster(self, root: AMovie) -> str:
        return poster_url(root)

    @strawberry.field
    def rating_mean(self, root: AMovie) -> float | None:
        return root.stats.rating_mean

    @strawberry.field
    def rating_count(self, root: AMovie) -> int:
        return root.stats.rating_count

    @strawberry.field
    def weighted_rating(self, root: AMovie) -> float | None:
        return root.stats.weighted_rating

    @strawberry.field(description="Number of ratings of 0.5, 1 … 5 stars.")
    def histogram(self, root: AMovie) -> list[int]:
        return _REST.get_histogram(root)

    @strawberry.field
    def overview(self, root: AMovie, info: Info) -> str:
        return _REST.get_overview(_with_texts(root, info))

    @strawberry.field(description="The notice TMDB requires next to its overview.")
    def attribution(self, root: AMovie, info: Info) -> str:
        return _REST.get_attribution(_with_texts(root, info))

    @strawberry.field
    def countries(self, root: AMovie, info: Info) -> list[str]:
        countries: list[str] = _with_texts(root, info).countries
        return countries

    @strawberry.field(description="Language codes.")
    def languages(self, root: AMovie, info: Info) -> list[str]:
        return info.context.batches.of(models.Movie, root.pk, loads.languages_of) or []

    @strawberry.field(graphql_type=list[Genre])
    def genres(self, root: AMovie, info: Info) -> list[models.Genre]:
        return info.context.batches.of(models.Movie, root.pk, loads.genres_of) or []

    @strawberry.field
    def keywords(self, root: AMovie, info: Info, first: int = _FIRST) -> list[str]:
        load, batches = loads.keywords_of, info.context.batches
        return batches.of(models.Movie, root.pk, load, first_ones(first)) or []

    @strawberry.field(graphql_type=list[Credit])
    def cast(self, root: AMovie, info: Info, first: int = _FIRST) -> list[models.Credit]:
        load, batches = loads.cast_of, info.context.batches
        return batches.of(models.Movie, root.pk, load, first_ones(first)) or []

    @strawberry.field(graphql_type=list[Credit])
    def crew(self, root: AMovie, info: Info, first: int = _FIRST) -> list[models.Credit]:
        load, batches = loads.crew_of, info.context.batches
        return batches.of(models.Movie, root.pk, load, first_ones(first)) or []

    @strawberry.field(graphql_type=list[ExternalId])
    def external_ids(self, root: AMovie, info: Info) -> list[models.ExternalId]:
        return info.context.batches.of(models.Movie, root.pk, loads.external_ids_of) or []

    @strawberry.field(description="Your rating in stars; null if you have not rated it.")
    def my_rating(self, root: AMovie, info: Info) -> float | None:
        if info.context.user is None:
            return None
        return info.context.batches.of(models.Movie, root.pk, loads.stars_of, info.context.user)


def _with_texts(movie: models.Movie, info: Info) -> models.Movie:
    return info.context.batches.of(models.Movie, movie.pk, loads.films_with_texts) or movie
