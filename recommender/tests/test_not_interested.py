"""A film that somebody is not interested in is not recommended to them, whoever picks."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from catalog.models import Movie
from catalog.selectors import MovieFilter
from recommender.core.algorithms.registry import ALGORITHMS
from recommender.core.data.interface import DEFAULT, Rated, RecommendationRequest
from recommender.selectors import recommendations
from tests.builders import api_of, make_movie, make_rating, make_user
from tests.engine_fixture import Camps
from uploads.lists.services import add_list_entry, remove_list_entry
from uploads.models import NotInterested, WatchlistEntry
from uploads.viewings import mark_seen

pytestmark = pytest.mark.django_db
MODELS = [one.name for one in ALGORITHMS]
every_model = pytest.mark.parametrize("model", MODELS)


@pytest.fixture
def alice() -> User:
    return make_user(email="alice@example.org")


def shown(client: APIClient, model: str, **query: str | int) -> list[int]:
    asked = {"k": 100, "model": model, **query}
    answer = client.get("/api/v1/me/recommendations/", asked)
    assert answer.status_code == 200, answer.content
    return [one["movie"]["id"] for one in answer.json()["results"]]


def mark(user: User, movie_ids: Iterable[int]) -> set[int]:
    unwanted = set(movie_ids)
    for movie_id in unwanted:
        add_list_entry(NotInterested, user=user, movie_id=movie_id)
    return unwanted


def ids(movies: Iterable[Movie]) -> list[int]:
    return [movie.pk for movie in movies]


@every_model
def test_no_model_recommends_it(alice: User, published_models: Camps, model: str) -> None:
    make_rating(user=alice, movie=published_models.crime[5], stars=5)
    before = shown(api_of(alice), model)
    unwanted = mark(alice, before[::2])
    after = shown(api_of(alice), model)
    assert len(before) >= 3
    assert after == [movie_id for movie_id in before if movie_id not in unwanted]


@every_model
def test_nor_does_any_recommend_a_seen_film(
    alice: User, published_models: Camps, model: str
) -> None:
    make_rating(user=alice, movie=published_models.crime[5], stars=5)
    before = shown(api_of(alice), model)
    for movie_id in before[::2]:
        mark_seen(user=alice, movie_id=movie_id)
    assert shown(api_of(alice), model) == before[1::2]


@every_model
def test_the_list_is_filled_again(alice: User, published_models: Camps, model: str) -> None:
    make_rating(user=alice, movie=published_models.crime[5], stars=5)
    before = shown(api_of(alice), model)
    mark(alice, before[:2])
    assert shown(api_of(alice), model, k=2) == before[2:4]


@every_model
def test_it_comes_back_when_that_is_taken_back(
    alice: User, published_models: Camps, model: str
) -> None:
    make_rating(user=alice, movie=published_models.crime[5], stars=5)
    before = shown(api_of(alice), model)
    (movie_id,) = mark(alice, before[:1])
    remove_list_entry(NotInterested, user=alice, movie_id=movie_id)
    assert shown(api_of(alice), model) == before


@every_model
def test_a_filter_brings_it_in_no_more(alice: User, published_models: Camps, model: str) -> None:
    make_rating(user=alice, movie=published_models.crime[5], stars=5)
    before = shown(api_of(alice), model, genre="Musical")
    mark(alice, before[:1])
    assert shown(api_of(alice), model, genre="Musical") == before[1:]


@every_model
def test_the_chart_for_somebody_without_ratings_leaves_it_out(
    alice: User, published_models: Camps, model: str
) -> None:
    unwanted = mark(alice, ids(published_models.films[:3]))
    found = shown(api_of(alice), model)
    assert found
    assert not unwanted & set(found)


@every_model
def test_the_chart_in_place_of_models_leaves_it_out(alice: User, camps: Camps, model: str) -> None:
    make_rating(user=alice, movie=camps.crime[5], stars=5)
    unwanted = mark(alice, ids(camps.films[:3]))
    found = shown(api_of(alice), model)
    assert found
    assert not unwanted & set(found)


def test_others_are_recommended_it(alice: User, published_models: Camps) -> None:
    bob = make_user()
    for user in (alice, bob):
        make_rating(user=user, movie=published_models.crime[5], stars=5)
    before = shown(api_of(bob), DEFAULT)
    mark(alice, ids(published_models.films[:6]))
    assert shown(api_of(bob), DEFAULT) == before


def test_a_film_newer_than_the_models_may_be_unwanted(alice: User, published_models: Camps) -> None:
    make_rating(user=alice, movie=published_models.crime[5], stars=5)
    before = shown(api_of(alice), DEFAULT)
    mark(alice, [make_movie(title="Tomorrow", year=2026).pk])
    assert shown(api_of(alice), DEFAULT) == before


def test_who_wants_nothing_gets_nothing(alice: User, published_models: Camps) -> None:
    make_rating(user=alice, movie=published_models.crime[5], stars=5)
    mark(alice, ids(published_models.films))
    assert shown(api_of(alice), DEFAULT) == []


def test_a_film_on_the_watchlist_is_recommended_all_the_same(
    alice: User, published_models: Camps
) -> None:
    make_rating(user=alice, movie=published_models.crime[5], stars=5)
    before = shown(api_of(alice), DEFAULT)
    add_list_entry(WatchlistEntry, user=alice, movie_id=before[0])
    assert shown(api_of(alice), DEFAULT) == before


def test_the_public_charts_and_searching_still_find_it(
    alice: User, published_models: Camps
) -> None:
    (movie_id,) = mark(alice, ids(published_models.crime[:1]))
    client = api_of(alice)
    chart = client.get("/api/v1/charts/popular/").json()["results"]
    found = client.get("/api/v1/movies/", {"q": published_models.crime[0].title}).json()["results"]
    assert chart[0]["movie"]["id"] == movie_id
    assert found[0]["id"] == movie_id


@every_model
def test_a_question_leaves_out_what_it_names(published_models: Camps, model: str) -> None:
    history = [Rated(published_models.crime[5].pk, 5.0, 1)]
    wanted = MovieFilter(year_min=1980)
    request = RecommendationRequest(limit=100, model=model, history=history)
    before = [one.movie.pk for one in recommendations(request, wanted).results]
    left = recommendations(replace(request, without=before[::2]), wanted).results
    assert [one.movie.pk for one in left] == before[1::2]
