"""GET /api/v1/me/recommendations/: what the product is about."""

from typing import Any

import pytest
from django.db.models import ProtectedError
from pytest_django import DjangoAssertNumQueries
from rest_framework.test import APIClient
from time_machine import TimeMachineFixture

from accounts.models import User
from accounts.services import save_demographics
from catalog.models import Movie
from recommender.core.algorithms.registry import ALGORITHMS
from recommender.selectors import PERSONAL_MODELS
from tests.builders import api_of, make_movie, make_rating, make_user
from tests.engine_fixture import Camps

RECOMMENDATIONS = "/api/v1/me/recommendations/"


@pytest.fixture
def alice(db: None) -> User:
    return make_user(email="alice@example.org")


@pytest.fixture
def client(alice: User) -> APIClient:
    return api_of(alice)


def ask(client: APIClient, **query: Any) -> dict[str, Any]:
    answer = client.get(RECOMMENDATIONS, query)
    assert answer.status_code == 200, answer.content
    shown: dict[str, Any] = answer.json()
    return shown


def ids(shown: dict[str, Any]) -> list[int]:
    return [one["movie"]["id"] for one in shown["results"]]


def put(client: APIClient, movie: Movie, stars: float) -> None:
    answer = client.put(f"/api/v1/me/ratings/{movie.pk}/", {"rating": stars}, format="json")
    assert answer.status_code == 200


def test_the_very_next_list_after_a_rating_is_another(
    client: APIClient, published_models: Camps
) -> None:
    put(client, published_models.crime[5], 5)
    before = ids(ask(client, k=10))
    put(client, published_models.musicals[3], 5)
    assert ids(ask(client, k=10)) != before


def test_the_film_rated_a_moment_ago_is_not_in_the_list(
    client: APIClient, published_models: Camps
) -> None:
    put(client, published_models.crime[5], 5)
    best = ids(ask(client))[0]
    put(client, Movie.objects.get(pk=best), 5)
    assert best not in ids(ask(client, k=100))


def test_a_rating_taken_back_gives_the_list_of_before(
    client: APIClient, published_models: Camps
) -> None:
    put(client, published_models.crime[5], 5)
    before = ask(client)
    put(client, published_models.musicals[3], 5)
    client.delete(f"/api/v1/me/ratings/{published_models.musicals[3].pk}/")
    assert ask(client) == before


def test_the_list_is_made_by_the_model_of_the_live_version(
    client: APIClient, published_models: Camps
) -> None:
    put(client, published_models.crime[5], 5)
    assert ask(client)["model"] == {"name": "for-you", "version": "v1"}


@pytest.mark.parametrize("model", [one.name for one in ALGORITHMS])
def test_every_result_of_every_model_has_a_reason(
    client: APIClient, published_models: Camps, model: str
) -> None:
    put(client, published_models.crime[5], 5)
    put(client, published_models.musicals[5], 2)
    results = ask(client, model=model, k=100)["results"]
    assert results
    assert all(one["because"] for one in results)


def test_a_reason_names_the_rated_film_of_the_same_camp(
    client: APIClient, published_models: Camps
) -> None:
    liked = published_models.crime[5]
    put(client, liked, 5)
    first = ask(client, k=1)["results"][0]["because"][0]
    assert first == {"movie_id": liked.pk, "title": liked.title, "rating": 5.0, "share": 1.0}


def test_a_reason_tells_what_the_film_shares_with_the_rated_one(
    client: APIClient, published_models: Camps
) -> None:
    put(client, published_models.crime[5], 5)
    assert {"trait": "Crime"} in ask(client, k=1)["results"][0]["because"]


def test_predicted_ratings_lie_between_the_lowest_and_the_highest_stars(
    client: APIClient, published_models: Camps
) -> None:
    put(client, published_models.crime[5], 5)
    guesses = [one["predicted_rating"] for one in ask(client, k=100)["results"]]
    assert all(0.5 <= prediction <= 5 for prediction in guesses)


def test_a_single_rating_gives_another_list_than_the_popular_chart(
    client: APIClient, published_models: Camps
) -> None:
    put(client, published_models.musicals[5], 5)
    assert ids(ask(client, k=10)) != ids(ask(client, k=10, model="popular"))


def test_people_of_opposite_tastes_share_few_films(published_models: Camps) -> None:
    lists = []
    for loved, hated in (
        (published_models.crime, published_models.musicals),
        (published_models.musicals, published_models.crime),
    ):
        user = make_user()
        make_rating(user=user, movie=loved[0], stars=5)
        make_rating(user=user, movie=hated[0], stars=0.5)
        lists.append(set(ids(ask(api_of(user), k=10))))
    assert len(lists[0] & lists[1]) <= 5


def test_without_a_rating_it_is_the_popularity_chart_and_says_so(
    client: APIClient, published_models: Camps
) -> None:
    shown = ask(client, k=3)
    assert shown["model"] == {"name": "popular", "version": "live"}
    assert ids(shown)[:2] == [movie.pk for movie in published_models.films[:2]]
    assert all(one["because"] for one in shown["results"])


@pytest.mark.parametrize("world", ["published_models", "camps"])
def test_without_a_rating_it_is_of_many_kinds_and_the_chart_itself_is_not(
    client: APIClient, request: pytest.FixtureRequest, world: str
) -> None:
    request.getfixturevalue(world)
    for place in range(10):
        make_movie(title=f"War number {place}", genres=("War",), count=900 - place, mean=3)
    western = make_movie(title="Western", genres=("Western",), count=150, mean=3)
    shown = ask(client, k=4)
    kinds = {genre for one in shown["results"] for genre in one["movie"]["genres"]}
    assert kinds >= {"War", "Crime", "Western"}
    assert shown == ask(client, k=4)
    assert western.pk not in ids(ask(client, k=10, model="popular"))
    chart = client.get("/api/v1/charts/popular/", {"k": 4}).json()
    assert [one["movie"]["genres"] for one in chart["results"]] == [["War"]] * 4
    assert ids(chart) == ids(ask(client, k=4, model="popular"))


def test_another_persons_ratings_do_not_touch_the_list(
    client: APIClient, published_models: Camps
) -> None:
    put(client, published_models.crime[5], 5)
    before = ids(ask(client))
    make_rating(user=make_user(), movie=published_models.musicals[0], stars=5)
    assert ids(ask(client)) == before


@pytest.mark.parametrize("k", [1, 7, 39])
def test_k_films_come(client: APIClient, published_models: Camps, k: int) -> None:
    put(client, published_models.crime[5], 5)
    assert len(set(ids(ask(client, k=k)))) == k


def test_more_than_there_are_gives_all_that_are_left(
    client: APIClient, published_models: Camps
) -> None:
    put(client, published_models.crime[5], 5)
    rest = {movie.pk for movie in published_models.films} - {published_models.crime[5].pk}
    assert set(ids(ask(client, k=100))) == rest


@pytest.mark.parametrize("k", ["0", "-1", "101", str(10**9), "9" * 400, "ten", "", "1.5", "[1]"])
def test_a_k_out_of_bounds_is_told_at_its_field(client: APIClient, k: str) -> None:
    answer = client.get(RECOMMENDATIONS, {"k": k})
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert error["code"] == "invalid"
    assert list(error["fields"]) == ["k"]


@pytest.mark.parametrize("name", ["svd", "../for-you", "x" * 5000])
def test_an_unknown_model_is_told_at_its_field(client: APIClient, name: str) -> None:
    answer = client.get(RECOMMENDATIONS, {"model": name})
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == ["model"]


def test_a_genre_holds_for_every_film(client: APIClient, published_models: Camps) -> None:
    put(client, published_models.crime[5], 5)
    wanted = {movie.pk for movie in published_models.musicals}
    assert set(ids(ask(client, genre="musical", k=100))) == wanted


def test_a_refused_genre_never_comes(client: APIClient, published_models: Camps) -> None:
    put(client, published_models.crime[5], 5)
    wanted = {movie.pk for movie in published_models.musicals}
    assert set(ids(ask(client, exclude_genre="Crime", k=100))) == wanted


def test_years_hold_for_every_film(client: APIClient, published_models: Camps) -> None:
    put(client, published_models.crime[5], 5)
    shown = ask(client, year_min=1990, year_max=1992, k=100)
    assert sorted(one["movie"]["year"] for one in shown["results"]) == sorted(
        [1990, 1991, 1992] * 2
    )


def test_filters_hold_for_somebody_without_ratings(
    client: APIClient, published_models: Camps
) -> None:
    shown = ask(client, genre="Musical", year_min=1999)
    assert ids(shown) == [published_models.musicals[-1].pk]


@pytest.mark.parametrize(
    "query", [{"genre": "Opera"}, {"year_min": "then"}, {"year_max": "99999999999999999999"}]
)
def test_a_filter_that_makes_no_sense_is_told_at_its_field(
    client: APIClient, query: dict[str, str]
) -> None:
    answer = client.get(RECOMMENDATIONS, query)
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == list(query)


def test_a_guest_is_asked_for_a_token(db: None) -> None:
    answer = APIClient().get(RECOMMENDATIONS)
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "not_authenticated"


def test_post_is_refused(client: APIClient) -> None:
    assert client.post(RECOMMENDATIONS, {}, format="json").status_code == 405


def test_films_deleted_after_the_training_never_come_and_k_is_still_filled(
    client: APIClient, published_models: Camps
) -> None:
    put(client, published_models.crime[5], 5)
    gone = ids(ask(client, k=5))
    Movie.objects.filter(pk__in=gone).delete()
    left = ids(ask(client, k=10))
    assert len(left) == 10
    assert not set(gone) & set(left)


def test_a_film_that_is_deleted_after_the_training_stops_nothing(
    client: APIClient, published_models: Camps
) -> None:
    put(client, published_models.crime[5], 5)
    published_models.crime[6].delete()
    assert len(ids(ask(client, k=10))) == 10


def test_a_film_that_people_rated_is_not_deleted_with_their_ratings(
    client: APIClient, published_models: Camps
) -> None:
    put(client, published_models.crime[6], 5)
    with pytest.raises(ProtectedError):
        published_models.crime[6].delete()


def test_a_film_newer_than_the_models_can_be_rated(
    client: APIClient, published_models: Camps
) -> None:
    put(client, make_movie(title="Tomorrow", year=2026), 5)
    assert len(ids(ask(client, k=10))) == 10


def test_the_number_of_queries_does_not_grow_with_k(
    client: APIClient,
    published_models: Camps,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    put(client, published_models.crime[5], 5)
    for k in (3, 30):
        # user, activity, demographics, films
        with django_assert_num_queries(4):
            ask(client, k=k)


def test_what_a_person_told_of_themselves_counts_at_once(
    client: APIClient, alice: User, published_models: Camps
) -> None:
    put(client, published_models.crime[5], 5)
    before = ask(client, model="bst")["results"][0]["score"]
    save_demographics(alice, gender="F")
    assert ask(client, model="bst")["results"][0]["score"] > before + 0.5


def popularity_of(shown: dict[str, Any]) -> float:
    counts = [one["movie"]["rating_count"] for one in shown["results"]]
    return float(sum(counts) / len(counts))


def test_the_popularity_dial_goes_from_hidden_gems_to_what_many_know(
    client: APIClient, published_models: Camps
) -> None:
    put(client, published_models.crime[5], 5)
    gems, at_rest, known = (
        popularity_of(ask(client, k=10, popularity=dial)) for dial in (0, 0.5, 1)
    )
    assert gems <= at_rest <= known
    assert gems < known
    assert ids(ask(client, k=10, popularity=0.5)) == ids(ask(client, k=10))


def test_the_diversity_dial_mixes_genres(client: APIClient, published_models: Camps) -> None:
    put(client, published_models.crime[5], 5)

    def genres(dial: float) -> set[str]:
        shown = ask(client, k=6, diversity=dial)
        return {genre for one in shown["results"] for genre in one["movie"]["genres"]}

    assert genres(0) == {"Crime"}
    assert genres(0.9) == {"Crime", "Musical"}


def test_a_fresh_list_is_another_one_tomorrow_and_for_another_person(
    alice: User, published_models: Camps, time_machine: TimeMachineFixture
) -> None:
    bob = make_user()
    for user in (alice, bob):
        make_rating(user=user, movie=published_models.crime[5], stars=5)

    def shown(user: User, **query: Any) -> list[int]:
        return ids(ask(api_of(user), k=10, **query))  # with a token of that day

    time_machine.move_to("2026-05-01T12:00:00Z", tick=False)
    today, same = shown(alice, freshness=1), shown(alice)
    assert shown(alice, freshness=1) == today != shown(bob, freshness=1)
    time_machine.move_to("2026-05-02T12:00:00Z", tick=False)
    assert shown(alice, freshness=1) != today
    assert shown(alice) == same


@pytest.mark.parametrize("dial", ["diversity", "popularity", "freshness"])
@pytest.mark.parametrize("value", ["-0.1", "1.1", "nan", "inf", "much", ""])
def test_a_dial_beyond_its_ends_is_told_at_its_field(
    client: APIClient, dial: str, value: str
) -> None:
    answer = client.get(RECOMMENDATIONS, {dial: value})
    assert answer.status_code == 400
    assert dial in answer.json()["error"]["fields"]


@pytest.mark.parametrize("name", [one.name for one in PERSONAL_MODELS])
def test_every_model_can_be_turned(client: APIClient, published_models: Camps, name: str) -> None:
    put(client, published_models.crime[5], 5)
    shown = ask(client, model=name, k=8, diversity=0.5, popularity=0.2)
    assert len(set(ids(shown))) == 8


@pytest.mark.parametrize("query", [{"person": 999}, {"keyword": "quantum"}, {"language": "zz"}])
def test_a_filter_by_what_the_catalogue_does_not_know_is_refused(
    client: APIClient, published_models: Camps, query: dict[str, Any]
) -> None:
    for path in (RECOMMENDATIONS, "/api/v1/dataset-users/1/recommendations/"):
        answer = client.get(path, query)
        assert answer.status_code == 400
        assert answer.json()["error"]["fields"].keys() == query.keys()
