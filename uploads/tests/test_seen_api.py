"""me/seen/: the films that one has seen, and when."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from rest_framework.test import APIClient

from accounts.models import User
from accounts.services import make_api_token
from catalog.models import Movie
from tests.builders import api_of, browser_of, make_movies
from uploads.lists.services import add_list_entry
from uploads.models import Viewing, WatchlistEntry
from uploads.viewings import mark_seen

SEEN = "/api/v1/me/seen/"
MAY, JUNE = date(2024, 5, 3), date(2024, 6, 4)


def put(client: APIClient, movie: Movie, **body: Any) -> Any:
    return client.put(f"{SEEN}{movie.pk}/", body, format="json")


def test_a_film_is_marked_as_seen_and_shown(alice: User, heat: Movie) -> None:
    answer = put(api_of(alice), heat)
    shown = answer.json()
    assert (answer.status_code, shown["movie"]["id"]) == (200, heat.pk)
    assert (shown["watched_on"], shown["dates"]) == (None, [])
    assert set(shown) == {"movie", "watched_on", "dates", "added_at"}
    assert api_of(alice).get(f"{SEEN}{heat.pk}/").json() == shown
    assert api_of(alice).get(SEEN).json()["results"] == [shown]


@pytest.mark.databases
def test_days_add_up_and_the_last_one_stands_for_the_film(alice: User, heat: Movie) -> None:
    client = api_of(alice)
    for day in (None, "2024-05-03", "2024-06-04", "2024-05-03"):
        shown = put(client, heat, watched_on=day).json()
    assert (shown["watched_on"], shown["dates"]) == ("2024-06-04", ["2024-06-04", "2024-05-03"])
    assert client.get(SEEN).json()["count"] == 1


@pytest.mark.parametrize("day", ["tomorrow", "1887-01-01"])
def test_a_day_on_which_nobody_can_have_seen_it_is_refused(
    alice: User, heat: Movie, day: str
) -> None:
    given = str(timezone.localdate() + timedelta(days=1)) if day == "tomorrow" else day
    answer = put(api_of(alice), heat, watched_on=given)
    assert answer.status_code == 400
    assert given in answer.json()["error"]["message"]
    assert not Viewing.objects.exists()


@pytest.mark.parametrize(
    "day", ["", "2024", "2024-02-30", "03/05/2024", "2024-05-03T10:00", 20240503, True, [], {}]
)
def test_what_is_no_day_is_refused(alice: User, heat: Movie, day: Any) -> None:
    answer = put(api_of(alice), heat, watched_on=day)
    assert answer.status_code == 400
    assert "watched_on" in answer.json()["error"]["fields"]
    assert not Viewing.objects.exists()


def test_all_viewings_are_removed_or_the_one_of_a_day(alice: User, heat: Movie) -> None:
    client, page = api_of(alice), f"{SEEN}{heat.pk}/"
    for day in ("2024-05-03", "2024-06-04"):
        put(client, heat, watched_on=day)
    assert client.delete(f"{page}?watched_on=2024-06-04").status_code == 204
    assert client.get(page).json()["dates"] == ["2024-05-03"]
    assert client.delete(f"{page}?watched_on=2024-06-04").status_code == 404
    assert client.delete(page).status_code == 204
    assert client.delete(page).json()["error"]["code"] == "not_found"


@pytest.mark.parametrize("day", ["", "may"])
def test_what_is_no_day_removes_nothing(alice: User, heat: Movie, day: str) -> None:
    mark_seen(user=alice, movie_id=heat.pk, watched_on=MAY)
    answer = api_of(alice).delete(f"{SEEN}{heat.pk}/?watched_on={day}")
    assert (answer.status_code, Viewing.objects.count()) == (400, 1)


def test_it_leaves_the_watchlist(alice: User, heat: Movie) -> None:
    add_list_entry(WatchlistEntry, user=alice, movie_id=heat.pk)
    put(api_of(alice), heat)
    assert not WatchlistEntry.objects.exists()


@pytest.mark.parametrize("method", ["get", "put", "delete"])
@pytest.mark.parametrize("key", ["999", str(2**63), "9" * 40, "0", "-1", "abc", "1e3"])
def test_an_unknown_film_is_not_found(alice: User, method: str, key: str) -> None:
    answer = getattr(api_of(alice), method)(f"{SEEN}{key}/")
    assert answer.status_code == 404
    assert json.loads(answer.content)["error"]["code"] == "not_found"


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_a_guest_is_asked_for_a_token(heat: Movie, method: str) -> None:
    assert getattr(APIClient(), method)(f"{SEEN}{heat.pk}/").status_code == 401
    assert APIClient().get(SEEN).status_code == 401


def test_another_persons_films_are_out_of_reach(alice: User, bob: User, heat: Movie) -> None:
    mark_seen(user=bob, movie_id=heat.pk, watched_on=MAY)
    client, page = api_of(alice), f"{SEEN}{heat.pk}/"
    assert client.get(SEEN).json()["results"] == []
    assert client.get(page).status_code == 404
    assert client.delete(page).status_code == 404
    assert put(client, heat, watched_on="2024-06-04").json()["dates"] == ["2024-06-04"]
    assert Viewing.objects.filter(user=bob).exists()


@pytest.mark.databases
def test_the_latest_come_first_and_in_pages(alice: User) -> None:
    movies = make_movies(3)
    for movie, day in zip(movies, (JUNE, None, MAY), strict=True):
        mark_seen(user=alice, movie_id=movie.pk, watched_on=day)
    shown = api_of(alice).get(SEEN, {"page_size": 2}).json()
    assert [row["movie"]["id"] for row in shown["results"]] == [movies[1].pk, movies[0].pk]
    assert shown["count"] == 3


@pytest.mark.parametrize("n", [3, 30])
def test_the_list_takes_five_queries(
    alice: User, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for movie in make_movies(n):
        for day in (MAY, JUNE):
            mark_seen(user=alice, movie_id=movie.pk, watched_on=day)
    client = api_of(alice)
    with django_assert_num_queries(5):  # user, number, films with figures, genres, days
        client.get(SEEN, {"page_size": 100})


@pytest.mark.parametrize(("scopes", "status"), [(["read"], 403), (["read", "ratings"], 200)])
def test_a_personal_token_needs_the_scope_of_ratings(
    alice: User, heat: Movie, scopes: list[str], status: int
) -> None:
    _, text = make_api_token(alice, name="script", scopes=scopes, days=1)
    client = APIClient(headers={"Authorization": f"Bearer {text}"})
    assert put(client, heat).status_code == status
    assert client.get(SEEN).status_code == 200


@pytest.mark.parametrize("method", ["put", "delete"])
def test_a_session_without_a_csrf_token_changes_nothing(
    alice: User, heat: Movie, method: str
) -> None:
    browser = browser_of(alice)
    browser.handler.enforce_csrf_checks = True
    assert getattr(browser, method)(f"{SEEN}{heat.pk}/").status_code == 403
    assert not Viewing.objects.exists()
