"""Charts, similar films and models: what the API shows to everybody."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.selectors import CHARTS
from tests.builders import make_movie
from tests.engine_fixture import Camps

API = "/api/v1/"


def ask(path: str, **query: Any) -> dict[str, Any]:
    answer = Client().get(API + path, query)
    assert answer.status_code == 200, answer.content
    shown: dict[str, Any] = answer.json()
    return shown


def ids(shown: dict[str, Any]) -> list[int]:
    return [one["movie"]["id"] for one in shown["results"]]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_has_its_name_and_is_live(camps: Camps, name: str) -> None:
    assert ask(f"charts/{name}/")["model"] == {"name": name, "version": "live"}


@pytest.mark.parametrize("name", CHARTS)
def test_every_film_of_a_chart_has_a_reason(camps: Camps, name: str) -> None:
    results = ask(f"charts/{name}/")["results"]
    assert results
    assert all(one["because"] for one in results)


def test_a_chart_is_best_first(camps: Camps) -> None:
    assert ids(ask("charts/popular/", k=5)) == [movie.pk for movie in camps.films[:5]]


def test_a_chart_can_be_filtered(camps: Camps) -> None:
    shown = ask("charts/popular/", genre="Musical", year_max=1982)
    assert ids(shown) == [movie.pk for movie in camps.musicals[:3]]


@pytest.mark.parametrize("k", ["0", "-1", "101", "many"])
@pytest.mark.parametrize("path", ["charts/popular/", "similar/", "movies/1/similar/"])
def test_a_k_out_of_bounds_is_told_at_its_field(camps: Camps, path: str, k: str) -> None:
    answer = Client().get(API + path, {"k": k, "title": "Heat"})
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == ["k"]


@pytest.mark.parametrize("k", [3, 30])
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_takes_one_query(
    camps: Camps, name: str, k: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        ask(f"charts/{name}/", k=k)


@pytest.mark.parametrize("by", ["content", "ratings"])
def test_similar_films_are_of_the_same_camp(published_models: Camps, by: str) -> None:
    movie = published_models.crime[3]
    camp = {one.pk for one in published_models.crime} - {movie.pk}
    assert set(ids(ask(f"movies/{movie.pk}/similar/", by=by, k=10))) <= camp


def test_films_similar_by_content_say_what_they_share(published_models: Camps) -> None:
    shown = ask(f"movies/{published_models.crime[3].pk}/similar/", k=1)
    assert {"trait": "Crime"} in shown["results"][0]["because"]


def test_a_film_newer_than_the_models_is_like_none(published_models: Camps) -> None:
    assert ids(ask(f"movies/{make_movie().pk}/similar/")) == []


def test_a_deleted_film_is_like_none(published_models: Camps) -> None:
    gone = published_models.crime[4]
    key = gone.pk
    gone.delete()
    assert key not in ids(ask(f"movies/{published_models.crime[3].pk}/similar/", k=100))


@pytest.mark.parametrize("k", [3, 30])
def test_similar_films_take_two_queries(
    published_models: Camps, k: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    movie = published_models.crime[3]
    with django_assert_num_queries(2):  # the film, the others
        ask(f"movies/{movie.pk}/similar/", k=k)


@pytest.mark.parametrize("title", ["crime number 3", "CRIME NUMBER 3", "Crime, number: 3!"])
def test_a_title_finds_its_film(published_models: Camps, title: str) -> None:
    expected = ask(f"movies/{published_models.crime[3].pk}/similar/")
    assert ask("similar/", title=title) == expected


def test_an_unknown_title_comes_with_suggestions(published_models: Camps) -> None:
    answer = Client().get(API + "similar/", {"title": "crime number"})
    assert answer.status_code == 404
    assert "Did you mean Crime number 0 (1980)" in answer.json()["error"]["message"]


@pytest.mark.parametrize("title", ["", "x" * 201])
def test_a_title_that_makes_no_sense_is_told_at_its_field(db: None, title: str) -> None:
    answer = Client().get(API + "similar/", {"title": title})
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == ["title"]


@pytest.mark.parametrize("title", ["%", "🎬", "'", "|"])
def test_a_title_of_signs_is_not_found(camps: Camps, title: str) -> None:
    assert Client().get(API + "similar/", {"title": title}).status_code == 404


def test_the_models_stand_beside_the_baseline(published_models: Camps) -> None:
    shown = ask("models/")
    best = shown["results"][0]
    assert (shown["version"], shown["baseline"]) == ("v1", "popular")
    assert (best["name"], best["ratio"]) == ("for-you", 2.0)


def test_a_model_alone_brings_the_baseline_along(published_models: Camps) -> None:
    shown = ask("models/als/")
    assert (shown["version"], shown["baseline"]["name"]) == ("v1", "popular")


def test_an_unknown_model_is_not_found(published_models: Camps) -> None:
    answer = Client().get(API + "models/svd/")
    assert answer.status_code == 404
    assert "'svd' is not served; choose from for-you, " in answer.json()["error"]["message"]
