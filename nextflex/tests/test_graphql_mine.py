"""What is one's own over GraphQL: ratings, lists, recommendations, and changing them."""

from typing import Any

import pytest

from accounts.models import User
from catalog.models import Movie
from tests.builders import api_of, make_movie, make_rating
from tests.engine_fixture import Camps
from tests.graphql_api import ask, data, error
from uploads.lists.services import add_list_entry
from uploads.models import (
    LIST_KINDS,
    ListKind,
    NotInterested,
    Rating,
    Viewing,
    WatchlistEntry,
)
from uploads.viewings import mark_seen

pytestmark = pytest.mark.django_db

RATE = """mutation($id: ID!, $stars: Float!){
    rateMovie(movieId: $id, rating: $stars){rating ratedAt movie{title ratingCount myRating}}}"""
LISTS = {"watchlist": WatchlistEntry, "notInterested": NotInterested}
ADD = {WatchlistEntry: "addToWatchlist", NotInterested: "addToNotInterested"}
REMOVE = {WatchlistEntry: "removeFromWatchlist", NotInterested: "removeFromNotInterested"}


@pytest.fixture
def heat() -> Movie:
    return make_movie(title="Heat", count=10, mean=4.0)


def test_me_tells_who_one_is(alice: User) -> None:
    shown = data("{me{id email name}}", alice)["me"]
    assert shown == {"id": str(alice.pk), "email": "alice@example.org", "name": "Alice"}


def test_ones_ratings_come_newest_first(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=4)
    make_rating(user=alice, movie=make_movie(title="Alien"), stars=3.5)
    shown = data("{me{ratings{count results{rating ratedAt movie{title genres{name}}}}}}", alice)
    ratings = shown["me"]["ratings"]
    assert [(one["movie"]["title"], one["rating"]) for one in ratings["results"]] == [
        ("Alien", 3.5),
        ("Heat", 4.0),
    ]
    assert ratings["count"] == 2


def test_ones_rating_of_one_film(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=4)
    query = "query($id: ID!){me{rating(movieId: $id){rating movie{title}}}}"
    assert data(query, alice, id=heat.pk)["me"]["rating"]["movie"] == {"title": "Heat"}
    assert data(query, alice, id=make_movie().pk)["me"]["rating"] is None


@pytest.mark.parametrize(("name", "kind"), LISTS.items())
def test_ones_lists_come_newest_first(alice: User, name: str, kind: ListKind) -> None:
    for title in ("Heat", "Alien"):
        add_list_entry(kind, user=alice, movie_id=make_movie(title=title).pk)
    found = data(f"{{me{{{name}{{count results{{addedAt movie{{title}}}}}}}}}}", alice)["me"][name]
    assert [one["movie"]["title"] for one in found["results"]] == ["Alien", "Heat"]
    assert found["count"] == 2


def test_rating_a_film_counts_at_once(alice: User, heat: Movie) -> None:
    shown = data(RATE, alice, id=heat.pk, stars=4.5)["rateMovie"]
    assert shown["rating"] == 4.5
    assert shown["movie"] == {"title": "Heat", "ratingCount": 11, "myRating": 4.5}
    assert Rating.objects.get(user=alice).half_stars == 9


def test_rating_a_film_again_replaces_the_stars(alice: User, heat: Movie) -> None:
    for stars in (4.5, 2):
        shown = data(RATE, alice, id=heat.pk, stars=stars)["rateMovie"]
    assert (shown["rating"], shown["movie"]["ratingCount"]) == (2.0, 11)


def test_rating_a_film_takes_it_off_the_watchlist(alice: User, heat: Movie) -> None:
    add_list_entry(WatchlistEntry, user=alice, movie_id=heat.pk)
    data(RATE, alice, id=heat.pk, stars=4)
    assert not WatchlistEntry.objects.exists()


def test_two_changes_in_one_query_each_tell_what_is_true_then(alice: User, heat: Movie) -> None:
    query = """mutation($id: ID!){
        first: rateMovie(movieId: $id, rating: 5){movie{myRating ratingCount}}
        second: removeRating(movieId: $id){myRating ratingCount}}"""
    assert data(query, alice, id=heat.pk) == {
        "first": {"movie": {"myRating": 5.0, "ratingCount": 11}},
        "second": {"myRating": None, "ratingCount": 10},
    }


def test_a_change_that_fails_leaves_the_others_done(alice: User, heat: Movie) -> None:
    query = """mutation($id: ID!){
        good: rateMovie(movieId: $id, rating: 5){rating}
        bad: rateMovie(movieId: 999, rating: 5){rating}}"""
    answer = ask(query, alice, id=heat.pk)
    assert answer["data"] == {"good": {"rating": 5.0}, "bad": None}
    assert [one["extensions"]["code"] for one in answer["errors"]] == ["not_found"]
    assert Rating.objects.count() == 1


@pytest.mark.parametrize("stars", [0, -1, 0.4, 4.3, 5.1, 5.5, 1e300])
def test_stars_that_rest_refuses_are_refused(alice: User, heat: Movie, stars: float) -> None:
    shown = error(RATE, alice, id=heat.pk, stars=stars)
    assert (shown["code"], list(shown["fields"])) == ("invalid", ["rating"])
    assert not Rating.objects.exists()


@pytest.mark.parametrize("stars", ["4", True, None, [4], {"a": 4}])
def test_stars_that_are_no_number_are_refused(alice: User, heat: Movie, stars: object) -> None:
    shown = error(RATE, alice, status=400, id=heat.pk, stars=stars)
    assert shown["code"] == "invalid"
    assert not Rating.objects.exists()


@pytest.mark.parametrize("literal", ["1e999", "-1e999", "0.0", "99999999999999999999"])
def test_stars_that_no_float_holds_are_refused(alice: User, heat: Movie, literal: str) -> None:
    query = f"mutation{{rateMovie(movieId: {heat.pk}, rating: {literal}){{rating}}}}"
    assert error(query, alice)["code"] == "invalid"


def test_taking_a_rating_back_tells_the_film(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat)
    query = "mutation($id: ID!){removeRating(movieId: $id){title ratingCount}}"
    assert data(query, alice, id=heat.pk)["removeRating"] == {"title": "Heat", "ratingCount": 10}
    assert error(query, alice, id=heat.pk)["code"] == "not_found"


@pytest.mark.parametrize("kind", LIST_KINDS)
def test_a_film_is_put_on_a_list_once_and_taken_off(
    alice: User, heat: Movie, kind: ListKind
) -> None:
    add = f"mutation($id: ID!){{{ADD[kind]}(movieId: $id){{addedAt movie{{title}}}}}}"
    remove = f"mutation($id: ID!){{{REMOVE[kind]}(movieId: $id){{title}}}}"
    first = data(add, alice, id=heat.pk)
    assert first[ADD[kind]]["movie"] == {"title": "Heat"}
    assert data(add, alice, id=heat.pk) == first
    assert data(remove, alice, id=heat.pk)[REMOVE[kind]] == {"title": "Heat"}
    assert error(remove, alice, id=heat.pk)["code"] == "not_found"
    assert not kind.objects.exists()


CHANGES = [
    "rateMovie(movieId: $id, rating: 4){rating}",
    "removeRating(movieId: $id){id}",
    *(f"{name}(movieId: $id){{addedAt}}" for name in ADD.values()),
    *(f"{name}(movieId: $id){{id}}" for name in REMOVE.values()),
]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(
    ("given", "code"), [("999", "not_found"), (str(2**64), "invalid"), ("x", "invalid")]
)
def test_no_change_of_what_is_no_film(alice: User, change: str, given: str, code: str) -> None:
    assert error(f"mutation($id: ID!){{{change}}}", alice, id=given)["code"] == code


@pytest.mark.parametrize("change", CHANGES)
def test_no_change_by_who_is_not_signed_in(heat: Movie, change: str) -> None:
    shown = error(f"mutation($id: ID!){{{change}}}", id=heat.pk)
    assert shown["code"] == "not_authenticated"
    assert not Rating.objects.exists()


RECOMMENDATIONS = """query($k: Int, $model: String, $filter: MovieFilter, $dials: Dials){
    me{recommendations(k: $k, model: $model, filter: $filter, dials: $dials){
    model{name version}
    results{movie{id genres{name}} score predictedRating predictedSpread
        because{movie{title} rating share trait}}}}}"""


@pytest.fixture
def fan(alice: User, published_models: Camps) -> User:
    for film in published_models.crime[4:8]:
        make_rating(user=alice, movie=film, stars=4.5)
    return alice


def recommended(user: User, **asked: Any) -> Any:
    return data(RECOMMENDATIONS, user, **asked)["me"]["recommendations"]


@pytest.mark.parametrize("model", ["for-you", "als", "popular", "sasrec"])
def test_recommendations_are_those_of_rest(fan: User, model: str) -> None:
    asked: dict[str, Any] = {"k": 5, "model": model}
    rest = api_of(fan).get("/api/v1/me/recommendations/", asked).json()
    shown = recommended(fan, k=5, model=model)
    assert shown["model"] == rest["model"]
    for one, other in zip(shown["results"], rest["results"], strict=True):
        assert one["movie"]["id"] == str(other["movie"]["id"])
        assert one["score"] == other["score"]
        assert one["predictedRating"] == other.get("predicted_rating")
        assert one["predictedSpread"] == other.get("predicted_spread")
        titles = [because.get("title") for because in other["because"]]
        assert [(b["movie"] or {}).get("title") for b in one["because"]] == titles
        assert [b["share"] for b in one["because"]] == [b.get("share") for b in other["because"]]


def test_recommendations_can_be_filtered_and_turned(fan: User) -> None:
    asked: dict[str, Any] = {"genre": "Musical", "popularity": 0, "diversity": 0.5, "k": 5}
    rest = api_of(fan).get("/api/v1/me/recommendations/", asked).json()
    shown = recommended(
        fan, k=5, filter={"genre": ["Musical"]}, dials={"popularity": 0, "diversity": 0.5}
    )
    found = [int(one["movie"]["id"]) for one in shown["results"]]
    assert found == [one["movie"]["id"] for one in rest["results"]]
    assert {one["movie"]["genres"][0]["name"] for one in shown["results"]} == {"Musical"}


ADD_TO_SEEN = """mutation($id: ID!, $on: Date){
    addToSeen(movieId: $id, watchedOn: $on){watchedOn dates movie{title}}}"""
REMOVE_FROM_SEEN = """mutation($id: ID!, $on: Date){
    removeFromSeen(movieId: $id, watchedOn: $on){title}}"""


def test_ones_seen_films_come_with_their_days(alice: User, heat: Movie) -> None:
    for day in ("2024-05-03", "2024-06-04"):
        shown = data(ADD_TO_SEEN, alice, id=heat.pk, on=day)["addToSeen"]
    assert shown == {
        "watchedOn": "2024-06-04",
        "dates": ["2024-06-04", "2024-05-03"],
        "movie": {"title": "Heat"},
    }
    data(ADD_TO_SEEN, alice, id=make_movie(title="Alien").pk)
    found = data("{me{seen{count results{watchedOn dates movie{title}}}}}", alice)["me"]["seen"]
    assert found == {
        "count": 2,
        "results": [{"watchedOn": None, "dates": [], "movie": {"title": "Alien"}}, shown],
    }


def test_a_viewing_is_removed_and_then_all(alice: User, heat: Movie) -> None:
    for day in ("2024-05-03", "2024-06-04", "2024-07-05"):
        data(ADD_TO_SEEN, alice, id=heat.pk, on=day)
    data(REMOVE_FROM_SEEN, alice, id=heat.pk, on="2024-06-04")
    assert Viewing.objects.count() == 2
    assert data(REMOVE_FROM_SEEN, alice, id=heat.pk)["removeFromSeen"] == {"title": "Heat"}
    assert error(REMOVE_FROM_SEEN, alice, id=heat.pk)["code"] == "not_found"


@pytest.mark.parametrize(
    ("day", "status"), [("9999-01-01", 200), ("1500-01-01", 200), ("may", 400), (5, 400)]
)
def test_a_day_that_cannot_be_is_refused(alice: User, heat: Movie, day: Any, status: int) -> None:
    refused = error(ADD_TO_SEEN, alice, status=status, id=heat.pk, on=day)
    assert refused["code"] == "invalid"
    assert not Viewing.objects.exists()


def test_what_one_has_seen_is_not_recommended(fan: User) -> None:
    first = recommended(fan)["results"][0]["movie"]["id"]
    mark_seen(user=fan, movie_id=int(first))
    assert first not in {one["movie"]["id"] for one in recommended(fan, k=100)["results"]}


def test_what_one_is_not_interested_in_is_not_recommended(fan: User) -> None:
    first = recommended(fan)["results"][0]["movie"]["id"]
    add_list_entry(NotInterested, user=fan, movie_id=int(first))
    assert first not in {one["movie"]["id"] for one in recommended(fan, k=100)["results"]}


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"model": "svd"}, "model"),
        ({"k": 0}, "k"),
        ({"k": 101}, "k"),
        ({"dials": {"diversity": 1.5}}, "diversity"),
        ({"filter": {"yearMin": 1}}, "yearMin"),
    ],
)
def test_what_rest_refuses_of_recommendations_is_refused(
    fan: User, asked: dict[str, Any], field: str
) -> None:
    shown = error(RECOMMENDATIONS, fan, **asked)
    assert (shown["code"], list(shown["fields"])) == ("invalid", [field])
