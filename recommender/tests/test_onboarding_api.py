"""GET /api/v1/me/onboarding/: the films to ask a new user about."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from rest_framework.test import APIClient

from accounts.models import User
from catalog.models import Movie, MovieStats
from tests.builders import api_of, make_movie, make_rating, make_user
from tests.engine_fixture import Camps
from uploads.lists.services import add_list_entry
from uploads.models import LIST_KINDS, ListKind
from uploads.viewings import mark_seen

ONBOARDING = "/api/v1/me/onboarding/"
AGREED = [0, 0, 0, 0, 0, 0, 0, 100, 0, 0]
DISPUTED = [10] * 10
both_worlds = pytest.mark.parametrize("world", ["published_models", "camps"])


@pytest.fixture
def alice(db: None) -> User:
    return make_user(email="alice@example.org")


@pytest.fixture
def client(alice: User) -> APIClient:
    return api_of(alice)


def ask(client: APIClient, **query: Any) -> dict[str, Any]:
    answer = client.get(ONBOARDING, query)
    assert answer.status_code == 200, answer.content
    shown: dict[str, Any] = answer.json()
    return shown


def ids(shown: dict[str, Any]) -> list[int]:
    return [one["movie"]["id"] for one in shown["results"]]


def film_with(histogram: list[int], *, count: int = 100, genre: str = "Crime") -> Movie:
    movie = make_movie(title="Film", genres=(genre,), count=count, mean=3)
    MovieStats.objects.filter(pk=movie.pk).update(dataset_histogram=histogram)
    return movie


@both_worlds
def test_ten_films_of_both_kinds_come_with_what_is_known_of_them(
    client: APIClient, request: pytest.FixtureRequest, world: str
) -> None:
    request.getfixturevalue(world)
    shown = ask(client)
    assert shown["model"] == {"name": "onboarding", "version": "live"}
    assert len(set(ids(shown))) == 10
    assert all("rated 3.5 by" in one["because"][0]["trait"] for one in shown["results"])
    assert {genre for one in shown["results"][:2] for genre in one["movie"]["genres"]} == {
        "Crime",
        "Musical",
    }


@pytest.mark.databases
def test_a_film_that_people_disagree_about_comes_before_one_that_they_do_not(
    client: APIClient,
) -> None:
    agreed, disputed = film_with(AGREED), film_with(DISPUTED)
    assert ids(ask(client)) == [disputed.pk, agreed.pk]


@pytest.mark.databases
def test_a_film_that_many_know_comes_before_one_that_few_know(client: APIClient) -> None:
    rare, known = film_with(DISPUTED, count=10), film_with(DISPUTED, count=1000)
    assert ids(ask(client)) == [known.pk, rare.pk]


@pytest.mark.databases
def test_a_film_that_nobody_rated_is_not_asked_about(client: APIClient) -> None:
    make_movie()
    assert ask(client)["results"] == []


@pytest.mark.databases
def test_the_sites_own_ratings_count_as_disagreement(client: APIClient) -> None:
    agreed, disputed = film_with(AGREED), film_with(AGREED)
    for stars in (0.5, 1, 1.5, 2, 5):
        make_rating(user=make_user(), movie=disputed, stars=stars)
        make_rating(user=make_user(), movie=agreed, stars=4)
    assert ids(ask(client)) == [disputed.pk, agreed.pk]


@both_worlds
def test_what_was_rated_never_comes_and_what_is_like_it_waits(
    client: APIClient, alice: User, request: pytest.FixtureRequest, world: str
) -> None:
    camps: Camps = request.getfixturevalue(world)
    make_rating(user=alice, movie=camps.crime[0], stars=5)
    shown = ask(client, k=50)
    assert camps.crime[0].pk not in ids(shown)
    assert len(shown["results"]) == 39
    assert shown["results"][0]["movie"]["genres"] == ["Musical"]


def test_a_seen_film_is_not_asked_about(client: APIClient, alice: User, camps: Camps) -> None:
    before = ids(ask(client))
    mark_seen(user=alice, movie_id=before[0])
    assert before[0] not in ids(ask(client, k=40))


@pytest.mark.parametrize("kind", LIST_KINDS)
def test_what_is_on_a_list_never_comes(
    client: APIClient, alice: User, camps: Camps, kind: ListKind
) -> None:
    listed = ids(ask(client))[:3]
    for movie_id in listed:
        add_list_entry(kind, user=alice, movie_id=movie_id)
    assert not set(listed) & set(ids(ask(client, k=50)))


def test_a_film_that_was_not_seen_makes_room_for_another(client: APIClient, camps: Camps) -> None:
    first = ids(ask(client, k=3))
    left = ids(ask(client, k=3, without=[first[0], 10**15]))
    assert len(left) == 3
    assert first[0] not in left


def test_others_ratings_hide_nothing(client: APIClient, camps: Camps) -> None:
    before = ids(ask(client))
    add_list_entry(LIST_KINDS[0], user=make_user(), movie_id=before[0])
    assert ids(ask(client)) == before


@pytest.mark.parametrize("k", [1, 7, 40])
def test_k_films_come(client: APIClient, camps: Camps, k: int) -> None:
    assert len(set(ids(ask(client, k=k)))) == k


@pytest.mark.parametrize("k", ["0", "-1", "51", "9" * 400, "ten", "", "1.5", "nan"])
def test_a_k_out_of_bounds_is_told_at_its_field(client: APIClient, k: str) -> None:
    answer = client.get(ONBOARDING, {"k": k})
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == ["k"]


@pytest.mark.parametrize("without", [["x"], ["-1"], ["9" * 40], ["1"] * 501])
def test_films_that_make_no_sense_are_told_at_their_field(
    client: APIClient, without: list[str]
) -> None:
    answer = client.get(ONBOARDING, {"without": without})
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == ["without"]


def test_a_guest_is_asked_for_a_token(db: None) -> None:
    assert APIClient().get(ONBOARDING).status_code == 401


def test_the_number_of_queries_does_not_grow_with_k(
    client: APIClient,
    alice: User,
    published_models: Camps,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    make_rating(user=alice, movie=published_models.crime[5])
    for k in (3, 30):
        # user, ratings, two lists, films and genres of what may come and of what was rated
        with django_assert_num_queries(4):
            ask(client, k=k)
