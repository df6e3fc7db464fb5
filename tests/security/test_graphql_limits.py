"""Queries that ask for too much are refused at once, by a limit that the refusal names."""

import json
import time
from typing import Any

import pytest
from django.test import Client
from graphql import get_introspection_query
from pytest_django import Settings

from accounts.models import User
from nextflex.graphql import limits
from tests.builders import make_movie, make_user
from tests.graphql_api import ADDRESS, data, error
from uploads.models import Rating

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def alice() -> User:
    return make_user(email="alice@example.org")


def too_much(query: str, limit: str, **variables: Any) -> dict[str, Any]:
    """The refusal of a query, which must come at once and name the limit."""
    started = time.perf_counter()
    shown: dict[str, Any] = error(query, status=400, **variables)
    assert time.perf_counter() - started < 3
    assert (shown["code"], shown["limit"]) == ("too_much", limit)
    assert shown["asked"] > shown["allowed"]
    assert f"{shown['allowed']:,}" in shown["message"]
    return shown


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
    text = json.dumps(query).replace("{", "\\u007b").replace("[", "\\u005b")
    body = f'{{"query": {text}}}'
    answer = Client().post(ADDRESS, body, content_type="application/json")
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


def test_61_sums_over_all_films_can_be_asked_for_three_times_at_once() -> None:
    fields = [f"a{at}: ratingTotals{{min}}" for at in range(4)]
    data("{" + " ".join(fields[:3]) + "}")
    too_much("{" + " ".join(fields) + "}", "cost")


def test_61_many_changes_at_once_are_refused(alice: User) -> None:
    movie = make_movie()
    fields = " ".join(
        f"a{at}: rateMovie(movieId: {movie.pk}, rating: 4){{rating}}" for at in range(21)
    )
    assert error(f"mutation{{{fields}}}", alice, status=400)["limit"] == "aliases"
    assert not Rating.objects.exists()


def test_61_floods_of_words_are_refused() -> None:
    started = time.perf_counter()
    shown = error("{" + "__typename " * 1_500 + "}", status=400)
    assert "600 tokens" in shown["message"]
    assert too_much("#" * 20_001, "length")["asked"] == 20_001
    assert time.perf_counter() - started < 3


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
    shown = error(f'{{__type(name: "Movie"){{{inside}}}}}', status=400)
    assert "introspection depth" in shown["message"]
    deep = "name"
    for _ in range(16):
        deep = f"ofType{{{deep}}}"
    too_much(f'{{__type(name: "Movie"){{{deep}}}}}', "schema_depth")
