"""What became of ratings, and undoing it step by step."""

from datetime import UTC, datetime

import pytest
from pytest_django import DjangoAssertNumQueries
from rest_framework.test import APIClient

from accounts.models import User
from catalog.merging import merge_movies
from catalog.models import Movie
from nextflex.base.errors import NotFound
from nextflex.base.nightly import chores
from tests.builders import api_of, make_movie, make_movies, make_rating
from uploads.lists.services import add_list_entry
from uploads.models import LIST_KINDS, ListKind, Rating, RatingChange
from uploads.ratings import history
from uploads.ratings.services import rate_movie, remove_rating, undo_last_change
from uploads.tests.figures import assert_figures_agree

pytestmark = pytest.mark.django_db
HISTORY, UNDO = "/api/v1/me/ratings/history/", "/api/v1/me/ratings/undo/"
THEN = datetime(2024, 5, 3, tzinfo=UTC)


def stars_now(user: User) -> dict[int, float]:
    return {one.movie_id: one.stars for one in Rating.objects.filter(user=user)}


@pytest.mark.databases
def test_every_change_is_told_newest_first(alice: User, bob: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=3)
    make_rating(user=alice, movie=heat, stars=4.5)
    make_rating(user=bob, movie=heat, stars=1)
    remove_rating(user=alice, movie_id=heat.pk)
    shown = api_of(alice).get(HISTORY).json()["results"]
    assert [(one["before"], one["rating"]) for one in shown] == [(4.5, None), (3, 4.5), (None, 3)]
    assert shown[0]["movie"]["id"] == heat.pk
    assert shown[0]["at"] > shown[1]["at"] > shown[2]["at"]


def test_the_same_stars_again_are_no_change(alice: User, heat: Movie) -> None:
    for _ in range(2):
        make_rating(user=alice, movie=heat, stars=3)
    remove_rating(user=alice, movie_id=heat.pk)
    remove_rating(user=alice, movie_id=heat.pk)
    assert RatingChange.objects.count() == 2


@pytest.mark.databases
def test_undo_goes_back_step_by_step_to_nothing(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=3, rated_at=THEN)
    make_rating(user=alice, movie=heat, stars=5)
    remove_rating(user=alice, movie_id=heat.pk)
    client = api_of(alice)
    seen = []
    for _ in range(3):
        shown = client.post(UNDO).json()
        seen.append((shown["before"], stars_now(alice).get(heat.pk)))
        assert_figures_agree(heat)
    assert seen == [(5.0, 5.0), (3.0, 3.0), (None, None)]
    answer = client.post(UNDO)
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")


@pytest.mark.databases
@pytest.mark.parametrize("kind", LIST_KINDS)
def test_undo_brings_the_time_and_the_lists_back(alice: User, heat: Movie, kind: ListKind) -> None:
    make_rating(user=alice, movie=heat, stars=3, rated_at=THEN)
    listed = add_list_entry(kind, user=alice, movie_id=heat.pk).created_at
    make_rating(user=alice, movie=heat, stars=5)
    assert not kind.objects.exists()
    undo_last_change(alice)
    assert Rating.objects.get().rated_at == THEN
    assert kind.objects.get().created_at == listed


def test_undo_is_ones_own(alice: User, bob: User, heat: Movie) -> None:
    make_rating(user=bob, movie=heat, stars=3)
    with pytest.raises(NotFound):
        undo_last_change(alice)
    assert stars_now(bob) == {heat.pk: 3.0}


@pytest.mark.databases
def test_each_night_the_newest_thousand_of_each_user_are_kept(
    alice: User, bob: User, heat: Movie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "MOST_KEPT", 3)
    for halves in range(1, 8):
        rate_movie(user=alice, movie_id=heat.pk, stars=halves / 2)
        if halves <= 3:
            rate_movie(user=bob, movie_id=heat.pk, stars=halves / 2)
    assert chores()["old rating changes"]() == 4
    kept = RatingChange.objects.order_by("id")
    assert [one.after for one in kept.filter(user=alice)] == [5, 6, 7]
    assert [one.after for one in kept.filter(user=bob)] == [1, 2, 3]
    assert chores()["old rating changes"]() == 0


@pytest.mark.databases
def test_history_moves_with_a_merged_film(alice: User, heat: Movie) -> None:
    twin = make_movie(title="Heat (1995)")
    make_rating(user=alice, movie=twin, stars=3)
    merge_movies(keep=heat, duplicate=twin)
    undo_last_change(alice)
    assert stars_now(alice) == {}
    assert_figures_agree(heat)


@pytest.mark.parametrize("n", [2, 20])
def test_the_history_takes_four_queries(
    alice: User, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for movie in make_movies(n):
        make_rating(user=alice, movie=movie)
    client = api_of(alice)
    with django_assert_num_queries(4):  # user, number, changes with films and figures, genres
        client.get(HISTORY, {"page_size": 100})


@pytest.mark.parametrize(("method", "path"), [("get", HISTORY), ("post", UNDO)])
def test_a_guest_is_asked_for_a_token(method: str, path: str) -> None:
    assert getattr(APIClient(), method)(path).status_code == 401


def test_undo_is_no_get(alice: User) -> None:
    assert api_of(alice).get(UNDO).status_code == 405
