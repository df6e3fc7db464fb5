"""Questions that leave no film: each model answers an empty list, whoever asks, and however."""

from typing import Any

import pytest
from django.test import Client
from rest_framework.test import APIClient

from accounts.models import User
from catalog.models import Movie
from recommender.selectors import MODEL_NAMES, PERSONAL_MODELS
from tests.builders import api_of, browser_of, make_movie, make_rating, make_user
from tests.engine_fixture import Camps
from tests.graphql_api import data
from tests.shown import film_ids

NAMES = [one.name for one in PERSONAL_MODELS]
DIALS = {"diversity": 1, "popularity": 0, "freshness": 1}
NOWHERE = {"year_min": "2090"}


@pytest.fixture
def alice(published_models: Camps) -> User:
    """She rated films of both camps."""
    user = make_user(email="alice@example.org")
    for movie in (*published_models.crime[:3], *published_models.musicals[:3]):
        make_rating(user=user, movie=movie, stars=4.5)
    return user


def shown(answer: Any) -> list[Any]:
    assert answer.status_code == 200, answer.content
    found: list[Any] = answer.json()["results"]
    return found


@pytest.mark.parametrize("dials", [{}, DIALS])
@pytest.mark.parametrize("model", MODEL_NAMES)
def test_no_film_passes_the_filter(model: str, dials: dict[str, Any], alice: User) -> None:
    asked = {"model": model, **NOWHERE, **dials}
    assert shown(api_of(alice).get("/api/v1/me/recommendations/", asked)) == []


@pytest.mark.parametrize("model", MODEL_NAMES)
def test_every_film_is_rated_or_unwanted(model: str, alice: User, published_models: Camps) -> None:
    client = api_of(alice)
    for place, movie in enumerate(published_models.films):
        path = f"me/not-interested/{movie.pk}/" if place % 2 else f"me/ratings/{movie.pk}/"
        assert client.put(f"/api/v1/{path}", {"rating": 4}, format="json").status_code == 200
    assert shown(client.get("/api/v1/me/recommendations/", {"model": model})) == []


@pytest.mark.parametrize("model", NAMES)
@pytest.mark.parametrize("length", [0, 1, 3])
def test_every_film_is_avoided_in_a_sequence(
    model: str, length: int, published_models: Camps
) -> None:
    films = [movie.pk for movie in published_models.films]
    body: dict[str, Any] = {"sequence": films[:length], "avoid": films, "model": model}
    for more in ({}, {"push_away": True}):
        asked = APIClient().post("/api/v1/recommend/sequence/", body | more, format="json")
        assert shown(asked) == []


@pytest.mark.parametrize("model", ["als", "bayesian-mf", "neural-mf", "bst", "for-you"])
def test_no_film_is_worth_the_least_rating(model: str, published_models: Camps) -> None:
    disliked = [movie.pk for movie in published_models.films[:6]]
    body = {"sequence": disliked, "stars": [0.5] * 6, "model": model, "min_rating": 5}
    asked = APIClient().post("/api/v1/recommend/sequence/", body, format="json")
    assert shown(asked) == []


@pytest.mark.parametrize("model", NAMES)
@pytest.mark.parametrize("length", [0, 2])
def test_the_only_candidate_is_newer_than_the_training(
    model: str, length: int, published_models: Camps
) -> None:
    newer = make_movie(title="Newer", year=2026)
    sequence = [movie.pk for movie in published_models.films[:length]]
    body = {"sequence": sequence, "candidates": [newer.pk], "model": model}
    (found,) = shown(APIClient().post("/api/v1/recommend/scores/", body, format="json"))
    assert (found["movie"]["id"], found["score"]) == (newer.pk, None)


@pytest.mark.parametrize("model", NAMES)
def test_all_that_one_rated_is_newer_than_the_training(model: str, published_models: Camps) -> None:
    new_user = make_user()
    make_rating(user=new_user, movie=make_movie(title="Newer", year=2026))
    asked = api_of(new_user).get("/api/v1/me/recommendations/", {"model": model, **NOWHERE})
    assert shown(asked) == []


@pytest.mark.parametrize("model", NAMES)
def test_the_page_says_that_no_film_is_left(model: str, alice: User) -> None:
    answer = browser_of(alice).get("/for-you/", {"model": model, **NOWHERE})
    assert answer.status_code == 200
    assert film_ids(answer) == []


def test_so_does_the_page_of_a_guest(published_models: Camps) -> None:
    guest = Client()
    guest.post(f"/films/{published_models.crime[0].pk}/rating/", {"rating": "4.5"})
    for model in NAMES:
        answer = guest.get("/for-you/", {"model": model, **NOWHERE})
        assert answer.status_code == 200
        assert film_ids(answer) == []


@pytest.mark.parametrize("model", MODEL_NAMES)
def test_graphql_has_an_empty_list(model: str, alice: User) -> None:
    query = """query ($model: String!) {
        me { recommendations(model: $model, filter: {yearMin: 2090}) { results { score } } } }"""
    assert data(query, alice, model=model)["me"]["recommendations"]["results"] == []


@pytest.mark.parametrize("by", ["content", "ratings"])
def test_nothing_is_like_a_film_newer_than_the_training(by: str, published_models: Camps) -> None:
    newer = make_movie(title="Newer", year=2026)
    assert shown(APIClient().get(f"/api/v1/movies/{newer.pk}/similar/", {"by": by})) == []


@pytest.mark.parametrize("model", NAMES)
def test_all_other_films_were_deleted_after_the_training(model: str, alice: User) -> None:
    client = api_of(alice)
    Movie.objects.exclude(ratings__user=alice).delete()
    assert shown(client.get("/api/v1/me/recommendations/", {"model": model})) == []
