"""Films, people and ratings for the apps' tests."""

from collections.abc import Iterable
from datetime import datetime
from itertools import count as counter
from typing import Any

from django.test import Client
from rest_framework.test import APIClient

from accounts import tokens
from accounts.models import User
from catalog.models import Credit, ExternalId, Genre, Movie, MovieStats, Person
from catalog.search.index import index_films
from uploads.models import Rating
from uploads.services import rate_movie

_numbers = counter(1)


def make_movie(
    *,
    title: str = "Heat",
    year: int | None = 1995,
    genres: Iterable[str] = ("Crime",),
    count: int = 0,
    mean: float | None = None,
    weighted: float | None = None,
    trend: float | None = None,
    alternatives: Iterable[str] = (),
    source_id: int | None = None,
) -> Movie:
    """A film as an import leaves it; count and mean are the data set's ratings of it."""
    movie = Movie(title=title, sort_title=title, year=year, alternative_titles=list(alternatives))
    movie.set_search_text()
    movie.save()
    movie.genres.set([Genre.objects.get_or_create(name=name)[0] for name in genres])
    MovieStats.objects.create(
        movie=movie,
        dataset_count=count,
        dataset_half_stars=round((mean or 0.0) * 2 * count),
        dataset_trend=trend,
        rating_count=count,
        rating_mean=mean,
        weighted_rating=weighted,
        trend=trend,
    )
    if source_id is not None:
        ExternalId.objects.create(movie=movie, source="movielens", external_id=source_id)
    index_films([movie.pk])
    return movie


def make_movies(
    n: int, *, year: int | None = 1995, genres: Iterable[str] = ("Crime",)
) -> list[Movie]:
    """Films named "Film 1" and on; each has one rating fewer than the one before."""
    return [
        make_movie(title=f"Film {at}", year=year, genres=genres, count=1000 - at, mean=3.5)
        for at in range(1, n + 1)
    ]


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
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {tokens.issue(user).access}")
    return client


def browser_of(user: User) -> Client:
    """A browser with their session."""
    browser = Client()
    browser.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return browser
