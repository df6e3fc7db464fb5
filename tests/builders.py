"""Films, people and ratings for the apps' tests."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count as counter
from typing import Any

from django.test import Client
from rest_framework.test import APIClient

from accounts import jwt_tokens
from accounts.models import User
from catalog.models import Credit, ExternalId, Genre, Movie, MovieStats, Person
from catalog.search.index import index_films
from uploads.models import Rating
from uploads.ratings.services import rate_movie

_numbers = counter(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """What a film of a test is made of; count and mean are the data set's ratings of it."""

    title: str = "Heat"
    year: int | None = 1995
    genres: Iterable[str] = ("Crime",)
    count: int = 0
    mean: float | None = None
    weighted: float | None = None
    trend: float | None = None
    alternatives: Iterable[str] = ()
    source_id: int | None = None

    def stats(self, movie: Movie) -> MovieStats:
        return MovieStats(
            movie=movie,
            dataset_count=self.count,
            dataset_half_stars=round((self.mean or 0.0) * 2 * self.count),
            dataset_trend=self.trend,
            rating_count=self.count,
            rating_mean=self.mean,
            weighted_rating=self.weighted,
            trend=self.trend,
        )


def make_films(films: Sequence[Film]) -> list[Movie]:
    """Films as an import leaves them, in a few statements, however many they are."""
    movies = [
        Movie(
            title=film.title,
            sort_title=film.title,
            year=film.year,
            alternative_titles=list(film.alternatives),
        )
        for film in films
    ]
    for movie in movies:
        movie.set_search_text()
    Movie.objects.bulk_create(movies)
    pairs = list(zip(movies, films, strict=True))
    names = {name for film in films for name in film.genres}
    genres = {name: Genre.objects.get_or_create(name=name)[0] for name in sorted(names)}
    links = Movie.genres.through
    links.objects.bulk_create(
        links(movie=movie, genre=genres[name]) for movie, film in pairs for name in film.genres
    )
    MovieStats.objects.bulk_create(film.stats(movie) for movie, film in pairs)
    ExternalId.objects.bulk_create(
        ExternalId(movie=movie, source="movielens", external_id=film.source_id)
        for movie, film in pairs
        if film.source_id is not None
    )
    index_films([movie.pk for movie in movies])
    return movies


def make_movie(**shown: Any) -> Movie:
    """told: as in Film."""
    (movie,) = make_films([Film(**shown)])
    return movie


def make_movies(
    n: int, *, year: int | None = 1995, genres: Iterable[str] = ("Crime",)
) -> list[Movie]:
    """Films named "Film 1" and on; each has one rating fewer than the one before."""
    films = [
        Film(title=f"Film {at}", year=year, genres=tuple(genres), count=1000 - at, mean=3.5)
        for at in range(1, n + 1)
    ]
    return make_films(films)


def make_credit(
    *,
    movie: Movie,
    role: str,
    name: str = "",
    person: Person | None = None,
    character: str = "",
) -> Credit:
    """A person's last place in a role; name: somebody of this name, who may be there already."""
    credit = Credit.objects.create(
        movie=movie,
        person=person or Person.objects.get_or_create(name=name)[0],
        role=role,
        order=movie.credits.filter(role=role).count(),
        character=character,
        source="site",
    )
    index_films([movie.pk])
    return credit


def make_user(*, email: str = "", **extra: Any) -> User:
    address = email or f"person{next(_numbers)}@example.org"
    return User.objects.create_user(address, "correct horse 7", **extra)


def make_rating(
    *, user: User, movie: Movie, stars: float = 4.0, rated_at: datetime | None = None
) -> Rating:
    return rate_movie(user=user, movie_id=movie.pk, stars=stars, rated_at=rated_at)


def api_of(user: User) -> APIClient:
    """A client of the API with an access token of theirs."""
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {jwt_tokens.issue(user).access}")
    return client


def browser_of(user: User) -> Client:
    """A browser with their session."""
    browser = Client()
    browser.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return browser
