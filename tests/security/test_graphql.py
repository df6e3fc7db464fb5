"""Queries that no honest client sends, and what people must not learn or change over GraphQL."""

import json

import pytest
from django.test import Client
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts import jwt_tokens
from accounts.models import User
from nextflex.graphql import loads
from nextflex.graphql.view import GraphQLThrottle
from tests.builders import api_of, browser_of, make_movie, make_rating, make_user
from tests.graphql_api import ADDRESS, JSON, ask, data, error, post, refused
from uploads.lists.services import add_list_entry
from uploads.models import Rating, Viewing, WatchlistEntry
from uploads.viewings import mark_seen

pytestmark = pytest.mark.django_db

ME = '{"query": "{me{email}}"}'


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def alice() -> User:
    return make_user(email="alice@example.org")


# --- who asks -------------------------------------------------------------------------------------


def test_32_who_asks_too_often_waits(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GraphQLThrottle, "THROTTLE_RATES", {"graphql": "3/minute"})
    answers = [post('{"query": "{__typename}"}') for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert int(answers[-1]["Retry-After"]) > 0


@pytest.mark.parametrize("header", ["Bearer dead", "Bearer a.b.c", "Bearer ", "Bearer a b"])
def test_04_a_bad_token_is_401_even_for_what_is_public(header: str) -> None:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=header)
    answer = client.post(ADDRESS, {"query": "{movies{count}}"}, format="json")
    refused(answer, 401)
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_05_a_refresh_token_opens_nothing(alice: User) -> None:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {jwt_tokens.issue(alice).refresh}")
    refused(client.post(ADDRESS, {"query": "{me{email}}"}, format="json"), 401)


def test_09_a_token_is_dead_after_a_change_of_the_password(alice: User) -> None:
    client = api_of(alice)
    assert client.post(ADDRESS, {"query": "{me{email}}"}, format="json").json()["data"]["me"]
    alice.set_password("another horse 8")
    alice.save()
    refused(client.post(ADDRESS, {"query": "{me{email}}"}, format="json"), 401)


@pytest.mark.parametrize("ending", ["deactivated", "deleted"])
def test_10_a_token_is_dead_with_its_user(alice: User, ending: str) -> None:
    client = api_of(alice)
    if ending == "deleted":
        alice.delete()
    else:
        User.objects.filter(pk=alice.pk).update(is_active=False)
    refused(client.post(ADDRESS, {"query": "{me{email}}"}, format="json"), 401)


RATE = "mutation($id: ID!){rateMovie(movieId: $id, rating: 4){rating}}"


def test_25_a_session_needs_the_csrf_token(alice: User) -> None:
    movie = make_movie()
    body = json.dumps({"query": RATE, "variables": {"id": movie.pk}})
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice, "django.contrib.auth.backends.ModelBackend")
    assert refused(post(body, client=strict), 403)["code"] == "permission_denied"
    assert refused(post(ME, client=strict), 403)
    assert not Rating.objects.exists()


def test_25_a_session_with_the_csrf_token_may_change_what_is_its_own(alice: User) -> None:
    movie = make_movie()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice, "django.contrib.auth.backends.ModelBackend")
    page = strict.get("/").content.decode()
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    answer = strict.post(
        ADDRESS,
        {"query": RATE, "variables": {"id": movie.pk}},
        content_type=JSON,
        headers={"X-CSRFToken": token},
    )
    assert answer.json()["data"] == {"rateMovie": {"rating": 4.0}}
    assert Rating.objects.get().user == alice


@pytest.mark.parametrize("debug", [True, False])
def test_25_nothing_is_run_by_get(alice: User, settings: Settings, debug: bool) -> None:
    settings.DEBUG = debug
    movie = make_movie()
    query = f"mutation{{rateMovie(movieId: {movie.pk}, rating: 4){{rating}}}}"
    for text in (query, "{me{email}}"):
        answer = browser_of(alice).get(ADDRESS, {"query": text})
        assert b"alice@example.org" not in answer.content
    assert not Rating.objects.exists()


@pytest.mark.parametrize("method", ["get", "head", "put", "patch", "delete"])
def test_24_other_methods_are_refused_with_a_word(method: str) -> None:
    answer = getattr(Client(), method)(ADDRESS)
    assert answer.status_code == 405
    assert "POST" in answer["Allow"]
    if method != "head":
        assert "POST" in refused(answer, 405)["message"]


# --- what is whose --------------------------------------------------------------------------------


@pytest.fixture
def bobs(alice: User) -> User:
    """Somebody else, who rated and marked a film."""
    bob, movie = make_user(email="bob@example.org"), make_movie(title="Heat")
    make_rating(user=bob, movie=movie, stars=1.5)
    add_list_entry(WatchlistEntry, user=bob, movie_id=make_movie(title="Alien").pk)
    mark_seen(user=bob, movie_id=movie.pk)
    return bob


EVERYTHING_OF_MINE = """{me{email ratings{count results{rating}} watchlist{count results{addedAt}}
    notInterested{count} seen{count} ratingTotals{count sum} ratingsBy(group: FILM){count}}
    movies{results{title myRating}}}"""


def test_22_nobody_sees_what_another_one_gave(alice: User, bobs: User) -> None:
    shown = data(EVERYTHING_OF_MINE, alice)
    assert shown["me"] == {
        "email": "alice@example.org",
        "ratings": {"count": 0, "results": []},
        "watchlist": {"count": 0, "results": []},
        "notInterested": {"count": 0},
        "seen": {"count": 0},
        "ratingTotals": {"count": 0, "sum": 0.0},
        "ratingsBy": {"count": 0},
    }
    assert {one["myRating"] for one in shown["movies"]["results"]} == {None}


def test_22_nobody_changes_what_another_one_gave(alice: User, bobs: User) -> None:
    heat, alien = Rating.objects.get().movie_id, WatchlistEntry.objects.get().movie_id
    assert error(f"mutation{{removeRating(movieId: {heat}){{id}}}}", alice)["code"] == "not_found"
    taken = error(f"mutation{{removeFromWatchlist(movieId: {alien}){{id}}}}", alice)
    assert taken["code"] == "not_found"
    unseen = error(f"mutation{{removeFromSeen(movieId: {heat}){{id}}}}", alice)
    assert unseen["code"] == "not_found"
    data(RATE, alice, id=heat)
    assert Rating.objects.get(user=bobs).stars == 1.5
    assert WatchlistEntry.objects.filter(user=bobs).exists()
    assert Viewing.objects.filter(user=bobs).exists()


def test_22_nothing_leads_to_a_user(alice: User) -> None:
    types = data("{__schema{types{name fields{name type{name ofType{name}}}}}}")["__schema"][
        "types"
    ]
    fields = {(one["name"], field["name"]) for one in types for field in one["fields"] or ()}
    leading = {(kind, name) for kind, name in fields if name in {"email", "user", "password"}}
    assert leading == {("Me", "email")}
    assert {kind for kind, name in fields if name == "me"} == {"Query"}


def test_64_nothing_can_be_filtered_or_ordered_by_a_user() -> None:
    for given in ('filter: {user: "1"}', "ordering: PASSWORD", 'filter: {user__email: "a"}'):
        assert error(f"{{movies({given}){{count}}}}", status=400)["code"] == "invalid"


# --- what goes wrong here -------------------------------------------------------------------------


def test_33_an_error_that_nobody_foresaw_is_logged_and_not_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the key is hunter2")

    make_movie()
    monkeypatch.setattr(loads, "genres_of", fail)
    answer = ask("{movies{results{genres{name}}}}")
    shown = answer["errors"][0]
    assert shown["extensions"] == {"code": "internal"}
    assert "hunter2" not in json.dumps(answer)
    assert "hunter2" in caplog.text


def test_33_a_visitors_mistake_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    ask("{movie(id: 999){id} me{id}}")
    ask("{nonsense}", status=400)
    ask("{movies(pageSize: 0){count}}")
    assert not [one for one in caplog.records if one.levelname == "ERROR"]
