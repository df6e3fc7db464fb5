"""Queries that no honest client sends, and what people must not learn or change over GraphQL."""

import json
import time
from typing import Any

import pytest
from django.test import Client
from graphql import get_introspection_query
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts import tokens
from accounts.models import User
from nextflex.graphql import limits, loads
from nextflex.graphql.view import GraphQLThrottle
from tests.builders import api_of, browser_of, make_movie, make_rating, make_user
from tests.graphql_api import ADDRESS, ask, data, error
from uploads.models import Rating, WatchlistEntry
from uploads.services import add_mark

pytestmark = pytest.mark.django_db

JSON = "application/json"
ME = '{"query": "{me{email}}"}'


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def alice() -> User:
    return make_user(email="alice@example.org")


def post(body: str | bytes, *, kind: str = JSON, client: Any = None) -> Any:
    return (client or Client()).post(ADDRESS, body, content_type=kind)


def refused(answer: Any, status: int) -> dict[str, Any]:
    """The house's error, of an answer with this status."""
    assert answer.status_code == status, answer.content
    told: dict[str, Any] = answer.json()
    assert list(told) == ["error"]
    inner: dict[str, Any] = told["error"]
    assert inner["message"]
    return inner


def too_much(query: str, limit: str, **variables: Any) -> dict[str, Any]:
    """The refusal of a query, which must come at once and name the limit."""
    started = time.perf_counter()
    told: dict[str, Any] = error(query, status=400, **variables)
    assert time.perf_counter() - started < 1
    assert (told["code"], told["limit"]) == ("too_much", limit)
    assert told["asked"] > told["allowed"]
    assert f"{told['allowed']:,}" in told["message"]
    return told


# --- bodies ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"4",
        b'"{me{email}}"',
        b"[]",
        b'[{"query": "{me{email}}"}]',
        b"{}",
        b'{"query": null}',
        b'{"query": ""}',
        b'{"query": 4}',
        b'{"query": ["{me{email}}"]}',
        b'{"query": {"a": 1}}',
        b'{"query": "{__typename}", "query": "{me{email}}"}',
        b'{"query": "{__typename}", "variables": []}',
        b'{"query": "{__typename}", "variables": "{}"}',
        b'{"query": "{__typename}", "operationName": 4}',
        b'{"query": "{__typename}", "variables": {"a": NaN}}',
        b'{"query": "\xff"}',
        b'{"query": "{__typename}", "variables": {"a": "\\ud800"}}',
        b'{"query": "{__typename} # \\ud800"}',
        b'{"query": "{__typename}", "variables": ' + b"[" * 100_000 + b"}",
    ],
)
def test_60_a_body_that_is_no_query_is_refused(body: bytes) -> None:
    refused(post(body), 400)


def test_61_a_body_of_ten_megabytes_is_refused() -> None:
    refused(post(b'{"query": "' + b" " * 10_000_000 + b'"}'), 413)


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "application/graphql",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
    ],
)
def test_60_a_body_of_another_type_is_refused(kind: str) -> None:
    refused(post('{"query": "{__typename}"}', kind=kind), 415)


@pytest.mark.parametrize(
    "query",
    [
        "{",
        "}",
        "{me{email}",
        "nonsense",
        "{nonsense}",
        "{me}",
        "{movies{results{title{x}}}}",
        "query($a: Nonsense){movies{count}}",
        "subscription{movies{count}}",
        "fragment F on Movie{id}",
        "{__typename} \0",
        '{movies(filter: {q: "\\ud800"}){count}}',
        "{...F} fragment F on Query{...F}",
        "{...F} fragment F on Query{...G} fragment G on Query{...F}",
        "{movies(pageSize: 99999999999999999999){count}}",
        f"{{movies(pageSize: {'9' * 5_000}){{count}}}}",
        "type Query {a: Int}",
    ],
)
def test_60_a_text_that_is_no_query_is_refused_in_words(query: str) -> None:
    answer = post(json.dumps({"query": query}))
    assert answer.status_code == 400, answer.content
    assert "data" not in answer.json()


def test_60_an_operation_that_is_not_there_is_refused() -> None:
    both = {"query": "query a{x: __typename} query b{y: __typename}"}
    refused(post(json.dumps(both | {"operationName": "c"})), 400)
    answer = post(json.dumps(both | {"operationName": "b"}))
    assert answer.json() == {"data": {"y": "Query"}}


@pytest.mark.parametrize(
    "given",
    [{"n": "x"}, {"n": None}, {"n": 1.5}, {"n": 2**31}, {"n": 10**400}, {"n": [1]}, {"n": {}}, {}],
)
def test_57_a_variable_of_another_type_is_refused(given: dict[str, object]) -> None:
    told = error("query($n: Int!){movies(pageSize: $n){count}}", status=400, **given)
    assert told["code"] == "invalid"


@pytest.mark.parametrize("text", ["a\0b", "'; DROP TABLE catalog_movie --", "%_%", "🎬" * 50])
def test_63_a_search_for_anything_is_answered(text: str) -> None:
    query = "query($q: String){movies(filter: {q: $q}){count} people(q: $q){count}}"
    answer = post(json.dumps({"query": query, "variables": {"q": text}}))
    assert answer.status_code in {200, 400}
    answer = post(json.dumps({"query": '{similar(title: "\\u0000"){results{score}}}'}))
    assert answer.json()["errors"][0]["extensions"]["code"] == "invalid"


# --- limits ---------------------------------------------------------------------------------------


def films_in_films(levels: int) -> str:
    """Two levels of fields each, below a film's title."""
    inside = "title"
    for _ in range(levels):
        inside = f"cast(first: 1){{movie{{{inside}}}}}"
    return f"{{movie(id: 1){{{inside}}}}}"


def test_61_a_deep_query_is_refused() -> None:
    assert too_much(films_in_films(5), "depth") | {"asked": 12, "allowed": 10}
    assert error(films_in_films(4))["code"] == "not_found"


def test_61_depth_is_counted_through_fragments() -> None:
    parts = [
        f"fragment F{at} on Movie{{cast(first: 1){{movie{{...F{at + 1}}}}}}}" for at in range(5)
    ]
    query = f"{{movie(id: 1){{...F0}}}} {' '.join(parts)} fragment F5 on Movie{{id}}"
    assert too_much(query, "depth")["asked"] == 12


@pytest.mark.parametrize("opening", ["{a", "{... on Query", "{a(x:[", "{a(x:{y:"])
@pytest.mark.parametrize("depth", [50, 5_000])
def test_58_brackets_in_brackets_are_refused(opening: str, depth: int) -> None:
    query = (opening * depth)[: limits.MAX_LENGTH]
    body = json.dumps({"query": query}).replace("{", "\\u007b").replace("[", "\\u005b")
    answer = post("{" + body.removeprefix("\\u007b"))
    assert answer.status_code == 400, answer.content
    assert answer.json()["errors"][0]["extensions"]["limit"] == "nesting"


def test_61_many_aliases_are_refused() -> None:
    query = "{" + " ".join(f"a{at}: __typename" for at in range(21)) + "}"
    assert too_much(query, "aliases")["asked"] == 21
    assert data(query.replace("a20: __typename", ""))


def test_61_aliases_are_counted_wherever_a_fragment_is_used() -> None:
    query = (
        "{a: movie(id: 1){...F} b: movie(id: 2){...F} c: movie(id: 3){...F}} fragment F on Movie{"
    )
    query += " ".join(f"x{at}: title" for at in range(6)) + "}"
    assert too_much(query, "aliases")["asked"] == 21


def test_61_fragments_that_double_are_measured_at_once() -> None:
    """Nineteen fragments, each using the next one twice, stand for half a million fields."""
    parts = [f"fragment F{at} on Query{{...F{at + 1} ...F{at + 1}}}" for at in range(17)]
    query = f"{{...F0}} {' '.join(parts)} fragment F17 on Query{{movies{{count}}}}"
    assert too_much(query, "cost")["asked"] > 100_000


def test_61_many_fragments_are_refused() -> None:
    parts = " ".join(f"fragment F{at} on Query{{__typename}}" for at in range(20))
    assert too_much(f"{{__typename}} {parts}", "definitions")["asked"] == 21


@pytest.mark.parametrize(
    ("query", "cost"),
    [
        ("{movies(pageSize: 3){count results{title}}}", 50 + 3 * (1 + 1 + 1)),
        ("{movies{results{id}}}", 50 + 20 * 2),
        ("{movies(pageSize: 5){results{genres{name}}}}", 50 + 5 * (1 + 1 + 4)),
        ("{movies(pageSize: 5){results{keywords(first: 7)}}}", 50 + 5 * (1 + 1 + 7)),
        ("{movies(pageSize: 2){results{histogram}}}", 50 + 2 * (1 + 1 + 10)),
        ("{chart(name: POPULAR, k: 6){results{score}}}", 50 + 6 * 2),
    ],
)
def test_61_what_a_query_costs_is_what_the_formula_says(
    query: str, cost: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_COST", cost - 1)
    assert too_much(query, "cost")["asked"] == cost
    monkeypatch.setattr(limits, "MAX_COST", cost)
    data(query)


COSTLY = """query($n: Int = 100){movies(pageSize: $n){results{
    cast(first: $n){person{name credits(first: $n){movie{title}}}}}}}"""


@pytest.mark.parametrize("given", [{}, {"n": 100}, {"n": 60}, {"n": -5}, {"n": 10**9}])
def test_61_lists_below_lists_multiply_and_variables_count(given: dict[str, object]) -> None:
    assert too_much(COSTLY, "cost", **given)["asked"] > 100_000


def test_61_a_small_variable_makes_the_same_query_cheap() -> None:
    data(COSTLY, n=5)


def test_61_sums_over_all_films_cannot_be_asked_for_by_the_dozen() -> None:
    fields = " ".join(f"a{at}: ratingTotals{{min}}" for at in range(12))
    too_much(f"{{{fields}}}", "cost")


def test_61_many_changes_at_once_are_refused(alice: User) -> None:
    movie = make_movie()
    fields = " ".join(
        f"a{at}: rateMovie(movieId: {movie.pk}, rating: 4){{rating}}" for at in range(21)
    )
    assert error(f"mutation{{{fields}}}", alice, status=400)["limit"] == "aliases"
    assert not Rating.objects.exists()


def test_61_floods_of_words_are_refused() -> None:
    started = time.perf_counter()
    told = error("{" + "__typename " * 1_500 + "}", status=400)
    assert "600 tokens" in told["message"]
    assert too_much("#" * 20_001, "length")["asked"] == 20_001
    assert time.perf_counter() - started < 2


def test_61_a_field_that_is_asked_for_again_and_again_counts_as_aliases() -> None:
    """Validation compares every two of one name: 149 of them took it half a second."""
    assert too_much("{" + "me{id}" * 149 + "}", "aliases")["asked"] == 148
    assert too_much("{" + "__typename " * 590 + "}", "aliases")["asked"] == 589


def test_61_floods_of_directives_are_refused() -> None:
    query = "{__typename " + "@include(if: true) " * 21 + "}"
    assert too_much(query, "directives")["asked"] == 21


def test_61_the_schema_may_be_asked_for_whole_once() -> None:
    query = get_introspection_query(descriptions=True)
    assert data(query)["__schema"]["queryType"]["name"] == "Query"
    twice = query.replace("__schema {", "a: __schema { types { ...FullType } } __schema {", 1)
    assert too_much(twice, "schema_cost")


def test_61_the_schema_cannot_be_asked_for_in_circles() -> None:
    inside = "name"
    for _ in range(4):
        inside = f"fields{{type{{{inside}}}}}"
    told = error(f'{{__type(name: "Movie"){{{inside}}}}}', status=400)
    assert "introspection depth" in told["message"]
    deep = "name"
    for _ in range(16):
        deep = f"ofType{{{deep}}}"
    too_much(f'{{__type(name: "Movie"){{{deep}}}}}', "schema_depth")


def test_32_who_asks_too_often_waits(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GraphQLThrottle, "THROTTLE_RATES", {"graphql": "3/minute"})
    answers = [post('{"query": "{__typename}"}') for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert int(answers[-1]["Retry-After"]) > 0


# --- who asks -------------------------------------------------------------------------------------


@pytest.mark.parametrize("header", ["Bearer dead", "Bearer a.b.c", "Bearer ", "Bearer a b"])
def test_04_a_bad_token_is_401_even_for_what_is_public(header: str) -> None:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=header)
    answer = client.post(ADDRESS, {"query": "{movies{count}}"}, format="json")
    refused(answer, 401)
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_05_a_refresh_token_opens_nothing(alice: User) -> None:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {tokens.issue(alice).refresh}")
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
    add_mark(WatchlistEntry, user=bob, movie_id=make_movie(title="Alien").pk)
    return bob


EVERYTHING_OF_MINE = """{me{email ratings{count results{rating}} watchlist{count results{addedAt}}
    notInterested{count} ratingTotals{count sum} ratingsBy(group: FILM){count}}
    movies{results{title myRating}}}"""


def test_22_nobody_sees_what_another_one_gave(alice: User, bobs: User) -> None:
    told = data(EVERYTHING_OF_MINE, alice)
    assert told["me"] == {
        "email": "alice@example.org",
        "ratings": {"count": 0, "results": []},
        "watchlist": {"count": 0, "results": []},
        "notInterested": {"count": 0},
        "ratingTotals": {"count": 0, "sum": 0.0},
        "ratingsBy": {"count": 0},
    }
    assert {one["myRating"] for one in told["movies"]["results"]} == {None}


def test_22_nobody_changes_what_another_one_gave(alice: User, bobs: User) -> None:
    heat, alien = Rating.objects.get().movie_id, WatchlistEntry.objects.get().movie_id
    assert error(f"mutation{{removeRating(movieId: {heat}){{id}}}}", alice)["code"] == "not_found"
    taken = error(f"mutation{{removeFromWatchlist(movieId: {alien}){{id}}}}", alice)
    assert taken["code"] == "not_found"
    data(RATE, alice, id=heat)
    assert Rating.objects.get(user=bobs).stars == 1.5
    assert WatchlistEntry.objects.filter(user=bobs).exists()


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
    told = answer["errors"][0]
    assert told["extensions"] == {"code": "internal"}
    assert "hunter2" not in json.dumps(answer)
    assert "hunter2" in caplog.text


def test_33_a_visitors_mistake_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    ask("{movie(id: 999){id} me{id}}")
    ask("{nonsense}", status=400)
    ask("{movies(pageSize: 0){count}}")
    assert not [one for one in caplog.records if one.levelname == "ERROR"]
