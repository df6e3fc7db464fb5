"""Ratings that arrive together, over HTTP; the number in a name is its line in the security checklist.

tests/boundary/test_databases.py runs these on PostgreSQL and MariaDB, too.
"""

import threading
from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection
from pytest_django import Settings
from rest_framework.test import APIClient

from catalog.models import MovieStats
from recommender.core.algorithms.base import silent
from tests.builders import Film, api_of, make_films, make_movie, make_user
from uploads.models import Rating
from uploads.ratings.services import recompute_site_figures
from uploads.tests.figures import assert_figures_agree

pytestmark = [pytest.mark.databases, pytest.mark.django_db(transaction=True)]
_AT_THE_DOOR = 50
_SERVED = 32  # four times as many as two workers run at once by REQUESTS_AT_ONCE
_FILMS = 10

Ask = Callable[[], int]


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def at_once(asked: list[Ask], *, threads: int = _AT_THE_DOOR) -> Counter[int]:
    """How often each status was answered by threads that begin together and share the work."""
    start, shown, lock = threading.Barrier(threads), Counter[int](), threading.Lock()

    def run(share: list[Ask]) -> None:
        start.wait()
        try:
            for ask in share:
                status = ask()
                with lock:
                    shown[status] += 1
        finally:
            connection.close()

    running = [threading.Thread(target=run, args=(asked[at::threads],)) for at in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    return shown


def rate(client: APIClient, movie_id: int, stars: float) -> int:
    path = f"/api/v1/me/ratings/{movie_id}/"
    return client.put(path, {"rating": stars}, format="json").status_code


def test_65_fifty_ratings_of_one_film_by_one_user_are_one(transactional_db: None) -> None:
    user, movie = make_user(), make_movie(count=10, mean=4.0)
    clients = [api_of(user) for _ in range(50)]
    asked: list[Ask] = [
        partial(rate, client, movie.pk, (at % 10 + 1) / 2) for at, client in enumerate(clients)
    ]
    assert at_once(asked) == {200: 50}
    assert Rating.objects.count() == 1
    assert assert_figures_agree(movie).rating_count == 11


@pytest.mark.parametrize("people", [16, pytest.param(100, marks=pytest.mark.slow)])
def test_65_all_ratings_of_many_count(transactional_db: None, people: int) -> None:
    """With a hundred people, a thousand ratings."""
    films = make_films([Film(title=f"Film {at}", count=5, mean=3.0) for at in range(_FILMS)])
    clients = [api_of(make_user()) for _ in range(people)]
    asked: list[Ask] = [
        partial(rate, client, movie.pk, ((at + place) % 10 + 1) / 2)
        for place, movie in enumerate(films)
        for at, client in enumerate(clients)
    ]
    assert at_once(asked, threads=_SERVED) == {200: people * _FILMS}
    assert Rating.objects.count() == people * _FILMS
    for movie in films:
        assert assert_figures_agree(movie).rating_count == 5 + people


def test_65_ratings_lists_and_removals_at_once_leave_one_row_or_none(
    transactional_db: None,
) -> None:
    user, movie = make_user(), make_movie(count=10, mean=4.0)
    client = api_of(user)
    rated, listed = (f"/api/v1/me/{name}/{movie.pk}/" for name in ("ratings", "watchlist"))
    turns: list[Ask] = [
        partial(rate, client, movie.pk, 4.5),
        lambda: client.delete(rated).status_code,
        lambda: client.put(listed).status_code,
    ]
    shown = at_once(turns * 20)
    assert set(shown) <= {200, 204, 404}
    assert Rating.objects.count() <= 1
    assert_figures_agree(movie)
    before = list(MovieStats.objects.values())
    assert recompute_site_figures(progress=silent) == 0
    assert list(MovieStats.objects.values()) == before
