"""People who rate at the same moment."""

import threading
from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection
from rest_framework.test import APIClient

from catalog.models import Movie
from nextflex.base.errors import NotFound
from tests.builders import api_of, make_movie, make_user
from uploads.lists.services import add_list_entry, remove_list_entry
from uploads.models import LIST_KINDS, ListKind, Rating, RatingChange
from uploads.ratings.services import rate_movie, remove_rating, undo_last_change
from uploads.tests.figures import assert_figures_agree

pytestmark = [pytest.mark.databases, pytest.mark.django_db(transaction=True)]
MANY = 40


def all_at_once(acts: list[Callable[[], object]]) -> list[Exception]:
    """Run each in a thread of its own, begun together; what went wrong."""
    start, wrong = threading.Barrier(len(acts)), list[Exception]()

    def run(act: Callable[[], object]) -> None:
        start.wait()
        try:
            act()
        except Exception as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def test_one_person_and_film_have_one_rating(transactional_db: None) -> None:
    user, movie = make_user(), make_movie(count=10, mean=4.0)

    def act(halves: int) -> Callable[[], object]:
        return lambda: rate_movie(user=user, movie_id=movie.pk, stars=halves / 2)

    assert all_at_once([act(at % 10 + 1) for at in range(MANY)]) == []
    assert Rating.objects.count() == 1
    assert assert_figures_agree(movie).rating_count == 11


def test_many_people_of_one_film_all_count(transactional_db: None) -> None:
    movie = make_movie(count=10, mean=4.0)
    people = [make_user() for _ in range(MANY)]
    acts: list[Callable[[], object]] = [
        partial(rate_movie, user=user, movie_id=movie.pk, stars=(at % 10 + 1) / 2)
        for at, user in enumerate(people)
    ]
    assert all_at_once(acts) == []
    assert Rating.objects.count() == MANY
    assert assert_figures_agree(movie).rating_count == 10 + MANY


def test_rating_and_taking_back_leave_right_figures(transactional_db: None) -> None:
    user, movie = make_user(), make_movie(count=10, mean=4.0)

    def rate() -> object:
        return rate_movie(user=user, movie_id=movie.pk, stars=4.5)

    def unrate() -> object:
        return remove_rating(user=user, movie_id=movie.pk)

    assert all_at_once([rate if at % 2 else unrate for at in range(20)]) == []
    assert Rating.objects.count() <= 1
    assert_figures_agree(movie)


def test_undoing_many_times_at_once_undoes_each_change_once(transactional_db: None) -> None:
    user, movie = make_user(), make_movie(count=10, mean=4.0)
    for halves in range(1, 11):
        rate_movie(user=user, movie_id=movie.pk, stars=halves / 2)
    wrong = all_at_once([partial(undo_last_change, user)] * 6)
    assert {type(error) for error in wrong} <= {NotFound}
    undone = 6 - len(wrong)
    assert Rating.objects.get().half_stars == 10 - undone
    assert RatingChange.objects.count() == 10 - undone
    assert_figures_agree(movie)


def test_a_film_without_figures_gets_one_row(transactional_db: None) -> None:
    movie = make_movie()
    movie.stats.delete()
    people = [make_user() for _ in range(10)]
    acts: list[Callable[[], object]] = [
        partial(rate_movie, user=user, movie_id=movie.pk, stars=4.0) for user in people
    ]
    assert all_at_once(acts) == []
    assert assert_figures_agree(Movie.objects.get()).rating_count == 10


def test_the_api_answers_all_of_them(transactional_db: None) -> None:
    movie, user = make_movie(), make_user()
    clients = [api_of(user) for _ in range(20)]
    shown: list[int] = []

    def act(at: int) -> Callable[[], object]:
        body = {"rating": (at % 10 + 1) / 2}
        path = f"/api/v1/me/ratings/{movie.pk}/"
        return lambda: shown.append(clients[at].put(path, body, format="json").status_code)

    assert all_at_once([act(at) for at in range(20)]) == []
    assert shown == [200] * 20


@pytest.mark.parametrize("kind", LIST_KINDS)
def test_a_film_put_on_a_list_many_times_at_once_is_there_once(
    transactional_db: None, kind: ListKind
) -> None:
    user, movie = make_user(), make_movie()
    add = partial(add_list_entry, kind, user=user, movie_id=movie.pk)
    assert all_at_once([add] * 20) == []
    assert kind.objects.count() == 1
    remove = partial(remove_list_entry, kind, user=user, movie_id=movie.pk)
    assert all_at_once([add if at % 2 else remove for at in range(20)]) == []
    assert kind.objects.count() <= 1


@pytest.mark.parametrize("path", ["watchlist", "not-interested"])
def test_the_api_puts_a_film_on_a_list_once(transactional_db: None, path: str) -> None:
    movie, user = make_movie(), make_user()
    clients = [api_of(user) for _ in range(10)]
    shown: list[int] = []

    def put(client: APIClient) -> Callable[[], object]:
        where = f"/api/v1/me/{path}/{movie.pk}/"
        return lambda: shown.append(client.put(where).status_code)

    assert all_at_once([put(client) for client in clients]) == []
    assert shown == [200] * 10
    assert clients[0].get(f"/api/v1/me/{path}/").json()["count"] == 1
