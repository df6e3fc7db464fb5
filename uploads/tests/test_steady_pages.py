"""Lists that change while a client pages through them: no row comes twice, none is left out."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from rest_framework.test import APIClient

from accounts.models import User
from catalog.models import Movie
from tests.builders import api_of, make_movie, make_movies, make_rating, make_user
from uploads.models import Rating
from uploads.ratings import notes, services
from uploads.ratings.selectors import RATING_ORDERINGS
from uploads.tests.imports import imported
from uploads.tests.posting import send

RATINGS = "/api/v1/me/ratings/"
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def pages(client: APIClient, path: str, **query: Any) -> Iterator[dict[str, Any]]:
    """From the first one to the last, each asked for when it is needed."""
    address: str | None = path
    query = {"page_size": 2} | query
    while address:
        answer = client.get(address, query)
        assert answer.status_code == 200, answer.content
        yield answer.json()
        address, query = answer.json()["next"], {}


def films(page: dict[str, Any]) -> list[int]:
    return [one["movie"]["id"] for one in page["results"]]


@pytest.fixture
def rated(alice: User) -> list[Movie]:
    """Seven films, rated at four different times; stars rise and fall."""
    movies = make_movies(7)
    for place, movie in enumerate(movies):
        at = NOON + timedelta(days=place // 2)
        make_rating(user=alice, movie=movie, stars=(3, 5, 1, 4)[place % 4], rated_at=at)
    return movies


def rate_a_new_film(user: User, seen: list[int], unseen: list[int]) -> None:
    make_rating(user=user, movie=make_movie(title="A new one", year=None), stars=4)


def rate_a_seen_film_again(user: User, seen: list[int], unseen: list[int]) -> None:
    for stars in (0.5, 4.5):
        services.rate_movie(user=user, movie_id=seen[0], stars=stars)


def rate_an_unseen_film_again(user: User, seen: list[int], unseen: list[int]) -> None:
    for stars in (0.5, 4.5):
        services.rate_movie(user=user, movie_id=unseen[-1], stars=stars)


def take_a_seen_rating_back(user: User, seen: list[int], unseen: list[int]) -> None:
    services.remove_rating(user=user, movie_id=seen[-1])


def take_a_rating_back_and_give_it_again(user: User, seen: list[int], unseen: list[int]) -> None:
    for movie_id in (seen[0], unseen[0]):
        services.remove_rating(user=user, movie_id=movie_id)
        services.rate_movie(user=user, movie_id=movie_id, stars=2)


def undo_a_rating(user: User, seen: list[int], unseen: list[int]) -> None:
    services.rate_movie(user=user, movie_id=unseen[0], stars=0.5)
    services.undo_last_change(user)


CHANGES = [
    rate_a_new_film,
    rate_a_seen_film_again,
    rate_an_unseen_film_again,
    take_a_seen_rating_back,
    pytest.param(take_a_rating_back_and_give_it_again, marks=pytest.mark.databases),
    undo_a_rating,
]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("ordering", RATING_ORDERINGS)
def test_a_rating_between_two_pages_repeats_and_skips_nothing(
    ordering: str,
    change: Callable[[User, list[int], list[int]], None],
    alice: User,
    rated: list[Movie],
) -> None:
    in_order = [
        film for page in pages(api_of(alice), RATINGS, ordering=ordering) for film in films(page)
    ]
    seen: list[int] = []
    for page in pages(api_of(alice), RATINGS, ordering=ordering):
        seen += films(page)
        if len(seen) == 4:
            change(alice, seen, in_order[4:])
    known = {movie.pk for movie in rated}
    assert [film for film in seen if film in known] == in_order
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("ordering", RATING_ORDERINGS)
def test_the_rows_are_as_they_are_now(ordering: str, alice: User, rated: list[Movie]) -> None:
    walk = pages(api_of(alice), RATINGS, ordering=ordering)
    seen = films(next(walk))
    changed = next(movie.pk for movie in rated if movie.pk not in seen)
    services.rate_movie(user=alice, movie_id=changed, stars=1.5)
    rows = {one["movie"]["id"]: one["rating"] for page in walk for one in page["results"]}
    assert rows[changed] == 1.5


def test_a_rating_taken_back_on_the_way_is_gone(alice: User, rated: list[Movie]) -> None:
    walk = pages(api_of(alice), RATINGS)
    first = films(next(walk))
    gone = next(movie.pk for movie in rated if movie.pk not in first)
    services.remove_rating(user=alice, movie_id=gone)
    rest = [film for page in walk for film in films(page)]
    assert sorted([*first, *rest, gone]) == sorted(movie.pk for movie in rated)


@pytest.mark.databases
@pytest.mark.parametrize("ordering", RATING_ORDERINGS)
def test_the_way_back_has_the_same_pages(ordering: str, alice: User, rated: list[Movie]) -> None:
    client = api_of(alice)
    there = list(pages(client, RATINGS, ordering=ordering))
    assert [len(page["results"]) for page in there] == [2, 2, 2, 1]
    assert there[0]["previous"] is None
    back = [there[-1]]
    while address := back[-1]["previous"]:
        back.append(client.get(address).json())
    assert [films(page) for page in reversed(back)] == [films(page) for page in there]
    assert {page["count"] for page in (*there, *back)} == {7}
    assert client.get(back[-1]["next"]).json()["results"] == there[1]["results"]


@pytest.mark.databases
def test_a_page_by_its_number_goes_on_to_the_next(alice: User, rated: list[Movie]) -> None:
    client = api_of(alice)
    there = list(pages(client, RATINGS))
    second = client.get(RATINGS, {"page": 2, "page_size": 2}).json()
    assert films(second) == films(there[1])
    assert "page=" not in second["next"].replace("page_size=", "")
    assert films(client.get(second["next"]).json()) == films(there[2])
    assert films(client.get(second["previous"]).json()) == films(there[0])


@pytest.mark.databases
def test_a_filter_goes_along(alice: User, rated: list[Movie]) -> None:
    found = list(pages(api_of(alice), RATINGS, rating_min=3, ordering="lowest"))
    stars = [one["rating"] for page in found for one in page["results"]]
    assert stars == [3, 3, 4, 5, 5]


@pytest.mark.parametrize("cursor", ["", "x", "WyIyMDI2", "é", "a:b:c"])
def test_what_is_no_cursor_is_refused(cursor: str, alice: User) -> None:
    answer = api_of(alice).get(RATINGS, {"cursor": cursor})
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == ["cursor"]


def test_a_cursor_is_good_for_its_own_list_and_order(alice: User, rated: list[Movie]) -> None:
    client = api_of(alice)
    address = next(pages(client, RATINGS))["next"]
    query = address.partition("?")[2]
    shown = client.get(f"{RATINGS}?ordering=newest&{query}").json()  # which it is by default
    assert shown["results"] == client.get(address).json()["results"]
    for other in (f"{RATINGS}?ordering=title&{query}", f"/api/v1/me/watchlist/?{query}"):
        assert client.get(other).status_code == 400
    assert client.get(f"{address}&page=2").status_code == 400


def test_another_page_takes_as_many_queries_whatever_changed(
    alice: User, rated: list[Movie], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = api_of(alice)
    address = next(pages(client, RATINGS))["next"]
    for changes in (0, 3):
        for movie in rated[:changes]:
            services.rate_movie(user=alice, movie_id=movie.pk, stars=2.5)
        with django_assert_num_queries(5):  # who asks, the changes, count, rows, their genres
            client.get(address)


# --- the other lists of one's own ---------------------------------------------------------------------
@pytest.mark.databases
@pytest.mark.parametrize("name", ["watchlist", "not-interested"])
def test_a_list_of_films_shifts_nothing(name: str, alice: User) -> None:
    client, movies = api_of(alice), make_movies(7)
    for movie in movies[:6]:
        client.put(f"/api/v1/me/{name}/{movie.pk}/")
    seen: list[int] = []
    for page in pages(client, f"/api/v1/me/{name}/"):
        seen += films(page)
        if len(seen) == 2:
            client.put(f"/api/v1/me/{name}/{movies[6].pk}/")
            client.delete(f"/api/v1/me/{name}/{seen[0]}/")
    assert seen == [movie.pk for movie in reversed(movies[:6])]


@pytest.mark.databases
def test_films_seen_again_on_the_way_shift_nothing(alice: User) -> None:
    client, movies, seen = api_of(alice), make_movies(7), list[int]()
    for movie, day in zip(movies[:6], (9, 8, 8, 7, None, None), strict=True):
        body = {"watched_on": f"2024-05-0{day}"} if day else {}
        assert client.put(f"/api/v1/me/seen/{movie.pk}/", body, format="json").status_code == 200
    in_order = [film for page in pages(client, "/api/v1/me/seen/") for film in films(page)]
    for page in pages(client, "/api/v1/me/seen/"):
        seen += films(page)
        if len(seen) == 2:
            for pk in (seen[0], in_order[-1], movies[6].pk):
                client.put(f"/api/v1/me/seen/{pk}/", {"watched_on": "2024-06-01"}, format="json")
    assert sorted(in_order) == sorted(movie.pk for movie in movies[:6])
    assert seen == in_order


@pytest.mark.databases
def test_the_history_shifts_nothing(alice: User, rated: list[Movie]) -> None:
    seen: list[tuple[int, str]] = []
    for page in pages(api_of(alice), f"{RATINGS}history/"):
        seen += [(one["movie"]["id"], one["at"]) for one in page["results"]]
        if len(seen) == 2:
            services.rate_movie(user=alice, movie_id=rated[0].pk, stars=0.5)
    assert [film for film, _ in seen] == [movie.pk for movie in reversed(rated)]


@pytest.mark.databases
def test_notes_that_are_changed_on_the_way_shift_nothing(alice: User) -> None:
    movies, seen = make_movies(6), list[int]()
    for movie in movies[:5]:
        notes.write_note(user=alice, movie_id=movie.pk, text="Before.")
    for page in pages(api_of(alice), "/api/v1/me/notes/"):
        seen += films(page)
        if len(seen) == 2:
            for movie in (movies[0], movies[4], movies[5]):
                notes.write_note(user=alice, movie_id=movie.pk, text="After.")
    assert seen == [movie.pk for movie in reversed(movies[:5])]


@pytest.mark.databases
@pytest.mark.parametrize("path", ["me/uploads/", "uploads/"])
def test_posts_shift_nothing(path: str, alice: User) -> None:
    numbers = count(1)

    def post() -> str:
        movie = make_movie(title=f"Film {next(numbers)}")
        answer = send(alice, movie=movie.pk, text="The bank.", is_public=True)
        return str(answer.json()["id"])

    posted, seen = [post() for _ in range(5)], list[str]()
    for page in pages(api_of(alice), f"/api/v1/{path}"):
        seen += [one["id"] for one in page["results"]]
        if len(seen) == 2:
            post()
    assert seen == posted[::-1]


@pytest.mark.databases
def test_rows_that_are_decided_on_the_way_shift_nothing(alice: User) -> None:
    heat = make_movie(title="Heat")
    lines = "".join(f"2024-05-03,Unknown {number},1990,,4\n" for number in range(5))
    job = imported(alice, f"Date,Name,Year,Letterboxd URI,Rating\n{lines}".encode())
    client, path, seen = api_of(alice), f"/api/v1/me/import/{job.pk}/rows/", list[int]()
    for page in pages(client, path, outcome="unmatched"):
        seen += [one["line"] for one in page["results"]]
        for line in seen[-2:]:
            answer = client.put(f"{path}{line}/", {"movie": heat.pk}, format="json")
            assert answer.status_code == 200, answer.content
    assert seen == [row.line for row in job.rows.order_by("line")]


def test_another_persons_cursor_shows_ones_own_ratings(alice: User, rated: list[Movie]) -> None:
    bob = make_user()
    own = make_rating(user=bob, movie=rated[0], rated_at=NOON - timedelta(days=1))
    address = next(pages(api_of(alice), RATINGS))["next"]
    assert films(api_of(bob).get(address).json()) == [own.movie_id]
    assert Rating.objects.filter(user=alice).count() == 7
