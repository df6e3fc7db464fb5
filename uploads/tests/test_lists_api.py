"""me/watchlist/ and me/not-interested/: the same in all but what they mean."""

import json

import pytest
from pytest_django import DjangoAssertNumQueries
from rest_framework.test import APIClient

from accounts.models import User
from catalog.models import Movie
from tests.builders import api_of, browser_of, make_movies
from uploads.lists.services import add_list_entry
from uploads.models import ListKind, NotInterested, WatchlistEntry

WATCHLIST, UNWANTED = "/api/v1/me/watchlist/", "/api/v1/me/not-interested/"
KINDS: dict[str, ListKind] = {WATCHLIST: WatchlistEntry, UNWANTED: NotInterested}
both_lists = pytest.mark.parametrize("path", [WATCHLIST, UNWANTED])


def count(path: str) -> int:
    return KINDS[path].objects.count()


@both_lists
def test_a_film_is_put_on_a_list_and_shown(path: str, alice: User, heat: Movie) -> None:
    answer = api_of(alice).put(f"{path}{heat.pk}/")
    shown = answer.json()
    assert (answer.status_code, shown["movie"]["id"]) == (200, heat.pk)
    assert set(shown) == {"movie", "added_at"}
    assert api_of(alice).get(f"{path}{heat.pk}/").json() == shown
    assert api_of(alice).get(path).json()["results"] == [shown]


@both_lists
def test_putting_it_there_again_changes_nothing(path: str, alice: User, heat: Movie) -> None:
    first = api_of(alice).put(f"{path}{heat.pk}/").json()
    again = api_of(alice).put(f"{path}{heat.pk}/")
    assert (again.status_code, again.json()) == (200, first)
    assert count(path) == 1


@both_lists
def test_a_film_is_taken_off_again(path: str, alice: User, heat: Movie) -> None:
    api_of(alice).put(f"{path}{heat.pk}/")
    assert api_of(alice).delete(f"{path}{heat.pk}/").status_code == 204
    assert count(path) == 0
    assert api_of(alice).get(f"{path}{heat.pk}/").status_code == 404


@both_lists
def test_taking_off_what_is_not_there_is_not_found(path: str, alice: User, heat: Movie) -> None:
    answer = api_of(alice).delete(f"{path}{heat.pk}/")
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")


@both_lists
@pytest.mark.parametrize("method", ["get", "put", "delete"])
@pytest.mark.parametrize("key", ["999", str(2**63), "9" * 40, "0", "-1", "abc", "1e3"])
def test_an_unknown_film_is_not_found(path: str, alice: User, method: str, key: str) -> None:
    answer = getattr(api_of(alice), method)(f"{path}{key}/")
    assert answer.status_code == 404
    assert json.loads(answer.content)["error"]["code"] == "not_found"


@both_lists
@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_a_guest_is_asked_for_a_token(path: str, heat: Movie, method: str) -> None:
    assert getattr(APIClient(), method)(f"{path}{heat.pk}/").status_code == 401
    assert count(path) == 0


@both_lists
def test_a_guest_has_no_list_here(path: str, db: None) -> None:
    assert APIClient().get(path).status_code == 401


@both_lists
@pytest.mark.parametrize("method", ["post", "patch"])
def test_another_method_is_refused(path: str, alice: User, heat: Movie, method: str) -> None:
    assert getattr(api_of(alice), method)(f"{path}{heat.pk}/").status_code == 405
    assert getattr(api_of(alice), method)(path).status_code == 405


@both_lists
def test_another_persons_list_is_out_of_reach(
    path: str, alice: User, bob: User, heat: Movie
) -> None:
    add_list_entry(KINDS[path], user=bob, movie_id=heat.pk)
    assert api_of(alice).get(path).json()["results"] == []
    assert api_of(alice).get(f"{path}{heat.pk}/").status_code == 404
    assert api_of(alice).delete(f"{path}{heat.pk}/").status_code == 404
    assert count(path) == 1


@both_lists
def test_the_list_is_newest_first_and_comes_in_pages(path: str, alice: User) -> None:
    movies = make_movies(5)
    for movie in movies:
        api_of(alice).put(f"{path}{movie.pk}/")
    shown = api_of(alice).get(path, {"page_size": 2}).json()
    assert [row["movie"]["id"] for row in shown["results"]] == [movies[4].pk, movies[3].pk]
    last = api_of(alice).get(path, {"page_size": 2, "page": 3}).json()
    assert (last["count"], len(last["results"]), last["next"]) == (5, 1, None)


@both_lists
@pytest.mark.parametrize("n", [3, 30])
def test_the_list_takes_four_queries(
    path: str, alice: User, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for movie in make_movies(n):
        add_list_entry(KINDS[path], user=alice, movie_id=movie.pk)
    client = api_of(alice)
    with django_assert_num_queries(4):  # user, number, films with figures, genres
        client.get(path, {"page_size": 100})


@both_lists
@pytest.mark.parametrize("method", ["put", "delete"])
def test_a_session_without_a_csrf_token_changes_nothing(
    path: str, alice: User, heat: Movie, method: str
) -> None:
    browser = browser_of(alice)
    browser.handler.enforce_csrf_checks = True
    answer = getattr(browser, method)(f"{path}{heat.pk}/")
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "permission_denied")
    assert count(path) == 0


def test_rating_a_film_takes_it_off_the_watchlist(alice: User, heat: Movie) -> None:
    client = api_of(alice)
    client.put(f"{WATCHLIST}{heat.pk}/")
    client.put(f"/api/v1/me/ratings/{heat.pk}/", {"rating": 4}, format="json")
    assert client.get(WATCHLIST).json()["results"] == []


def test_putting_a_rated_film_on_the_watchlist_keeps_both(alice: User, heat: Movie) -> None:
    client = api_of(alice)
    client.put(f"/api/v1/me/ratings/{heat.pk}/", {"rating": 4}, format="json")
    client.put(f"{WATCHLIST}{heat.pk}/")
    assert client.get(f"/api/v1/me/ratings/{heat.pk}/").json()["rating"] == 4
    assert client.get(WATCHLIST).json()["count"] == 1
