from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.builders import make_movie, make_movies

pytestmark = pytest.mark.django_db
MOVIES = "/api/v1/movies/"
GENRES = "/api/v1/genres/"


def ask(path: str = MOVIES, **query: Any) -> dict[str, Any]:
    answer = Client().get(path, query)
    assert answer.status_code == 200, answer.content
    shown: dict[str, Any] = answer.json()
    return shown


def titles(**query: Any) -> list[str]:
    return [one["title"] for one in ask(**query)["results"]]


@pytest.mark.parametrize("query", ["page=", "page_size=", "page_size=many", "page_size=0"])
def test_what_is_no_page_is_refused_by_name(query: str) -> None:
    answer = Client().get(f"/api/v1/movies/?{query}")
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == [query.partition("=")[0]]


def test_a_film_of_the_list_is_shown_as_promised() -> None:
    movie = make_movie(title="Heat", year=1995, genres=("Crime", "Action"), count=4, mean=3.5)
    assert ask()["results"] == [
        {
            "id": movie.pk,
            "title": "Heat",
            "year": 1995,
            "genres": ["Action", "Crime"],
            "poster": f"/poster/{movie.pk}.svg",
            "rating_mean": 3.5,
            "rating_count": 4,
        }
    ]


def test_a_film_alone_has_its_other_titles_and_ids() -> None:
    movie = make_movie(title="Amélie", alternatives=["Le Destin"], source_id=4973)
    shown = ask(f"{MOVIES}{movie.pk}/")
    assert shown["alternative_titles"] == ["Le Destin"]
    assert shown["external_ids"] == {"movielens": 4973}
    assert shown["weighted_rating"] is None


@pytest.mark.databases
def test_the_most_rated_come_first() -> None:
    make_movie(title="A", count=1, mean=3)
    make_movie(title="B", count=9, mean=3)
    assert titles() == ["B", "A"]


@pytest.mark.databases
def test_a_search_is_in_order_of_match() -> None:
    make_movie(title="Aliens", count=9, mean=3)
    make_movie(title="Alien", count=1, mean=3)
    assert titles(q="alien") == ["Alien", "Aliens"]


@pytest.mark.databases
def test_several_genres_must_all_hold() -> None:
    make_movie(title="A", genres=("Crime", "Drama"))
    make_movie(title="B", genres=("Crime",))
    assert titles(genre=["Crime", "Drama"]) == ["A"]


@pytest.mark.databases
@pytest.mark.parametrize(
    "ordering", ["popularity", "rating", "year", "-year", "title", "relevance"]
)
def test_every_ordering_is_taken(ordering: str) -> None:
    make_movie()
    assert titles(ordering=ordering) == ["Heat"]


JUNK = [
    ("ordering", "password"),
    ("ordering", "-popularity"),
    ("ordering", "stats__site_count"),
    ("ordering", "?"),
    ("genre", "Opera"),
    ("genre", "x" * 100),
    ("exclude_genre", "Opera"),
    ("year_min", "then"),
    ("year_max", "1e3"),
    ("year_max", "9" * 5000),
    ("q", "x" * 201),
]


@pytest.mark.parametrize(("name", "value"), JUNK)
def test_junk_is_told_at_its_field(name: str, value: str) -> None:
    answer = Client().get(MOVIES, {name: value})
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "invalid"
    assert list(answer.json()["error"]["fields"]) == [name]


@pytest.mark.databases
@pytest.mark.parametrize("q", ["%", "_", "'; DROP TABLE", "🎬", '"', "\\"])
def test_signs_in_a_search_are_harmless(q: str) -> None:
    make_movie()
    assert titles(q=q) == []


def test_a_page_can_be_chosen() -> None:
    make_movies(5)
    shown = ask(page=2, page_size=2)
    assert [one["title"] for one in shown["results"]] == ["Film 3", "Film 4"]
    assert (shown["count"], "page=3" in shown["next"], "page" in shown["previous"]) == (
        5,
        True,
        True,
    )


@pytest.mark.databases
def test_the_pages_hold_every_film_once() -> None:
    make_movies(45, year=None)
    seen = [title for page in (1, 2, 3) for title in titles(page=page, ordering="year")]
    assert len(set(seen)) == len(seen) == 45


def test_no_page_is_longer_than_a_hundred() -> None:
    make_movies(101)
    assert len(titles(page_size=10**6)) == 100


@pytest.mark.parametrize("size", ["0", "-1", "many", "", "null", "1.5"])
def test_a_page_size_that_makes_no_sense_is_told_at_its_field(size: str) -> None:
    answer = Client().get(MOVIES, {"page_size": size})
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == ["page_size"]


def test_an_ordering_of_no_letters_is_not_the_usual_one() -> None:
    answer = Client().get(MOVIES, {"ordering": ""})
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == ["ordering"]


@pytest.mark.parametrize("page", ["0", "-1", "2", "abc", "9" * 30, "9" * 5000, "1.5"])
def test_a_page_that_is_not_there_is_not_found(page: str) -> None:
    make_movie()
    answer = Client().get(MOVIES, {"page": page})
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "not_found"


@pytest.mark.databases
@pytest.mark.parametrize("key", ["999", "0", str(2**63), "9" * 40, "-1", "abc", "1.0"])
def test_a_film_that_is_not_there_is_not_found(key: str) -> None:
    answer = Client().get(f"{MOVIES}{key}/")
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "not_found"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_films_cannot_be_written(method: str) -> None:
    answer = getattr(Client(), method)(MOVIES, {}, content_type="application/json")
    assert answer.status_code in {401, 405}
    assert "error" in answer.json()


@pytest.mark.parametrize("n", [3, 30])
def test_the_list_takes_two_queries(
    n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_movies(n, genres=("Crime", "Drama"))
    with django_assert_num_queries(2):  # number, films with figures and genres
        ask(page_size=100)


def test_a_film_takes_five_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    movie = make_movie(genres=("Crime", "Drama"), source_id=1)
    with django_assert_num_queries(5):
        ask(f"{MOVIES}{movie.pk}/")


@pytest.mark.databases
def test_genres_come_with_the_number_of_their_films() -> None:
    make_movie(genres=("Crime", "Action"))
    make_movie(genres=("Crime",))
    assert ask(GENRES)["results"] == [
        {"name": "Action", "films": 1},
        {"name": "Crime", "films": 2},
    ]


@pytest.mark.parametrize("n", [3, 30])
def test_the_genres_take_two_queries(
    n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(n):
        make_movie(genres=(f"Genre {place}",))
    with django_assert_num_queries(2):
        ask(GENRES)


def test_a_poster_is_a_picture_that_may_be_kept() -> None:
    movie = make_movie()
    answer = Client().get(f"/poster/{movie.pk}.svg")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/svg+xml"
    assert {"public", "max-age=86400"} <= set(answer["Cache-Control"].split(", "))


def test_a_poster_sets_no_cookie_and_varies_by_none() -> None:
    answer = Client().get(f"/poster/{make_movie().pk}.svg")
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_a_poster_runs_no_script_of_a_title() -> None:
    movie = make_movie(title="<script>alert(1)</script>")
    assert b"<script" not in Client().get(f"/poster/{movie.pk}.svg").content


@pytest.mark.parametrize("key", ["999", str(2**63), "abc"])
def test_a_poster_of_no_film_is_not_found(key: str) -> None:
    assert Client().get(f"/poster/{key}.svg").status_code == 404


def test_a_poster_cannot_be_posted() -> None:
    assert Client().post(f"/poster/{make_movie().pk}.svg").status_code == 405


def test_a_list_has_each_films_own_genres_in_order() -> None:
    make_movie(title="Heat", genres=("Thriller", "Crime", "Action"))
    make_movie(title="Silence", genres=())
    shown = ask(ordering="title")["results"]
    assert [one["genres"] for one in shown] == [["Action", "Crime", "Thriller"], []]
