import json
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from rest_framework.test import APIClient

from accounts.models import User
from catalog.models import Movie
from tests.builders import api_of, browser_of, make_movie, make_movies, make_rating
from uploads.models import Rating
from uploads.tests.figures import assert_figures_agree

MINE = "/api/v1/me/ratings/"


def one(movie: Movie) -> str:
    return f"{MINE}{movie.pk}/"


def put_raw(user: User, movie: Movie, body: str) -> Any:
    return api_of(user).put(one(movie), body, content_type="application/json")


def test_a_rating_is_kept_and_shown(alice: User, heat: Movie) -> None:
    answer = api_of(alice).put(one(heat), {"rating": 4.5}, format="json")
    shown = answer.json()
    assert answer.status_code == 200
    assert (shown["rating"], shown["movie"]["id"]) == (4.5, heat.pk)
    assert api_of(alice).get(one(heat)).json() == shown


def test_a_rating_counts_in_the_film_at_once(alice: User, heat: Movie) -> None:
    api_of(alice).put(one(heat), {"rating": 4.5}, format="json")
    film = api_of(alice).get(f"/api/v1/movies/{heat.pk}/").json()
    assert (film["rating_count"], film["rating_mean"]) == (11, 44.5 / 11)


@pytest.mark.databases
def test_the_same_rating_twice_is_one(alice: User, heat: Movie) -> None:
    first = put_raw(alice, heat, '{"rating": 4.5}').json()
    assert put_raw(alice, heat, '{"rating": 4.5}').json() == first
    assert Rating.objects.count() == 1


def test_a_rating_can_be_taken_back(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat)
    assert api_of(alice).delete(one(heat)).status_code == 204
    assert api_of(alice).get(one(heat)).status_code == 404
    assert_figures_agree(heat)


def test_taking_back_what_was_not_given_is_not_found(alice: User, heat: Movie) -> None:
    answer = api_of(alice).delete(one(heat))
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "not_found"


BAD = ["0", "0.25", "5.5", "6", "-1", "1e999", "NaN", "Infinity", '"many"', "null", "true", "false"]
BAD += ["[]", "{}", '""', "[4]", "9" * 2000, "1" + "0" * 300, '"nan"', '"inf"', '"-inf"']


@pytest.mark.parametrize("stars", BAD)
def test_bad_stars_are_refused_and_nothing_is_kept(alice: User, heat: Movie, stars: str) -> None:
    answer = put_raw(alice, heat, f'{{"rating": {stars}}}')
    assert 400 <= answer.status_code < 500, answer.content
    assert answer.json()["error"]["code"] in {"invalid", "parse_error"}
    assert not Rating.objects.exists()


def test_bad_stars_leave_the_rating_of_before(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=3.0)
    put_raw(alice, heat, '{"rating": 6}')
    assert Rating.objects.get().stars == 3.0


@pytest.mark.parametrize("body", ["{}", '{"stars": 4}'])
def test_a_missing_rating_is_told_at_its_field(alice: User, heat: Movie, body: str) -> None:
    answer = put_raw(alice, heat, body)
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == ["rating"]


@pytest.mark.databases
@pytest.mark.parametrize("method", ["get", "put", "delete"])
@pytest.mark.parametrize("key", ["999", str(2**63), "9" * 40, "0", "-1", "abc", "1e3"])
def test_an_unknown_film_is_not_found(alice: User, method: str, key: str) -> None:
    call = getattr(api_of(alice), method)
    answer = call(f"{MINE}{key}/", {"rating": 4.5} if method == "put" else None, format="json")
    assert answer.status_code == 404
    assert json.loads(answer.content)["error"]["code"] == "not_found"


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_a_guest_is_asked_for_a_token(heat: Movie, method: str) -> None:
    call = getattr(APIClient(), method)
    answer = call(one(heat), {"rating": 4.5} if method == "put" else None, format="json")
    assert answer.status_code == 401
    assert not Rating.objects.exists()


@pytest.mark.parametrize("method", ["post", "patch"])
def test_another_method_is_refused(alice: User, heat: Movie, method: str) -> None:
    answer = getattr(api_of(alice), method)(one(heat), {"rating": 4.5}, format="json")
    assert answer.status_code == 405
    assert answer.json()["error"]["code"] == "method_not_allowed"


def test_another_persons_rating_cannot_be_seen(alice: User, bob: User, heat: Movie) -> None:
    make_rating(user=bob, movie=heat)
    assert api_of(alice).get(one(heat)).status_code == 404
    assert api_of(alice).get(MINE).json()["results"] == []


def test_another_persons_rating_cannot_be_changed(alice: User, bob: User, heat: Movie) -> None:
    make_rating(user=bob, movie=heat, stars=2.0)
    api_of(alice).put(one(heat), {"rating": 5}, format="json")
    assert Rating.objects.get(user=bob).stars == 2.0


def test_another_persons_rating_cannot_be_taken_back(alice: User, bob: User, heat: Movie) -> None:
    make_rating(user=bob, movie=heat)
    assert api_of(alice).delete(one(heat)).status_code == 404
    assert Rating.objects.filter(user=bob).exists()


def test_the_body_cannot_name_another_user(alice: User, bob: User, heat: Movie) -> None:
    body = {"rating": 4, "user": bob.pk, "user_id": bob.pk}
    api_of(alice).put(one(heat), body, format="json")
    assert Rating.objects.get().user == alice


@pytest.mark.databases
def test_the_list_is_newest_first(alice: User) -> None:
    movies = make_movies(3)
    for movie in movies:
        make_rating(user=alice, movie=movie)
    shown = api_of(alice).get(MINE).json()["results"]
    assert [row["movie"]["id"] for row in shown] == [movie.pk for movie in reversed(movies)]


@pytest.mark.databases
def test_the_list_comes_in_pages(alice: User) -> None:
    for movie in make_movies(5):
        make_rating(user=alice, movie=movie)
    shown = api_of(alice).get(MINE, {"page_size": 2, "page": 3}).json()
    assert (shown["count"], len(shown["results"]), shown["next"]) == (5, 1, None)


@pytest.mark.parametrize("page", ["0", "-1", "99", "abc", "9" * 30])
def test_a_page_that_is_not_there_is_not_found(alice: User, page: str) -> None:
    assert api_of(alice).get(MINE, {"page": page}).status_code == 404


@pytest.mark.parametrize("n", [3, 30])
def test_the_list_takes_four_queries(
    alice: User, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for movie in make_movies(n):
        make_rating(user=alice, movie=movie)
    client = api_of(alice)
    with django_assert_num_queries(4):  # user, number, ratings with films and figures, genres
        client.get(MINE, {"page_size": 100})


def test_a_session_without_a_csrf_token_cannot_rate(alice: User, heat: Movie) -> None:
    browser = browser_of(alice)
    browser.handler.enforce_csrf_checks = True
    answer = browser.put(one(heat), {"rating": 5}, content_type="application/json")
    assert answer.status_code == 403
    assert answer.json()["error"]["code"] == "permission_denied"


@pytest.fixture
def rated(alice: User) -> dict[str, int]:
    """Films by title, rated 1 to 5 in this order; the later ones are older."""
    films = {}
    for place, (title, genre) in enumerate([("C", "Crime"), ("A", "Drama"), ("B", "Crime")]):
        movie = make_movie(title=title, genres=(genre, "Film-Noir"))
        make_rating(user=alice, movie=movie, stars=1 + 2 * place)
        films[title] = movie.pk
    return films


@pytest.mark.databases
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({}, "BAC"),
        ({"ordering": "oldest"}, "CAB"),
        ({"ordering": "highest"}, "BAC"),
        ({"ordering": "lowest"}, "CAB"),
        ({"ordering": "title"}, "ABC"),
        ({"rating_min": "3"}, "BA"),
        ({"rating_max": "2.5"}, "C"),
        ({"rating_min": "3", "rating_max": "3"}, "A"),
        ({"genre": "crime"}, "BC"),
        ({"genre": ["Crime", "Film-Noir"], "rating_min": "2"}, "B"),
        ({"genre": ["Crime", "Drama"]}, ""),
    ],
)
def test_ratings_are_ordered_and_filtered(
    alice: User, rated: dict[str, int], query: dict[str, Any], titles: str
) -> None:
    shown = api_of(alice).get(MINE, query).json()
    assert "".join(row["movie"]["title"] for row in shown["results"]) == titles
    assert shown["count"] == len(titles)


@pytest.mark.parametrize(
    "query",
    [
        {"ordering": "user__password"},
        {"rating_min": "0"},
        {"rating_min": "nan"},
        {"rating_max": "5.5"},
        {"rating_max": "4.2"},
        {"rating_max": "1e999"},
        {"genre": "Nonsense"},
    ],
)
def test_a_filter_out_of_bounds_is_refused(
    alice: User, rated: dict[str, int], query: dict[str, str]
) -> None:
    assert api_of(alice).get(MINE, query).status_code == 400
