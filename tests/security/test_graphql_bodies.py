"""Bodies and texts that are no query: refused with 4xx and a word, never with 5xx."""

import json

import pytest

from tests.graphql_api import error, post, refused

pytestmark = pytest.mark.django_db


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


BOTH = {"query": "query a{x: __typename} query b{y: __typename}"}


@pytest.mark.parametrize(
    "query", [BOTH["query"], "query a{x: __typename}", "{x: __typename}", "{movies{count}}"]
)
@pytest.mark.parametrize("name", ["c", "", "A", "a ", "__typename"])
def test_60_an_operation_that_is_not_there_is_refused(query: str, name: str) -> None:
    refused(post(json.dumps({"query": query, "operationName": name})), 400)


def test_60_of_several_operations_the_one_that_is_named_is_run() -> None:
    answer = post(json.dumps(BOTH | {"operationName": "b"}))
    assert answer.json() == {"data": {"y": "Query"}}


@pytest.mark.parametrize(
    "query", [BOTH["query"], "{x: __typename} mutation b{removeRating(movieId: 1){id}}"]
)
def test_60_of_several_operations_none_is_run_unless_it_is_named(query: str) -> None:
    for body in ({"query": query}, {"query": query, "operationName": None}):
        answer = post(json.dumps(body))
        assert answer.status_code == 400
        assert "data" not in answer.json()
        (shown,) = [one for one in answer.json()["errors"] if "operationName" in one["message"]]
        assert shown["extensions"]["code"] == "invalid"


def test_60_a_fragment_is_no_operation() -> None:
    answer = post(json.dumps({"query": "{...F} fragment F on Query{y: __typename}"}))
    assert answer.json() == {"data": {"y": "Query"}}


def test_60_a_byte_order_mark_is_skipped() -> None:
    answer = post(b"\xef\xbb\xbf" + b'{"query": "{__typename}"}')
    assert answer.json() == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize(
    "given",
    [{"n": "x"}, {"n": None}, {"n": 1.5}, {"n": 2**31}, {"n": 10**400}, {"n": [1]}, {"n": {}}, {}],
)
def test_57_a_variable_of_another_type_is_refused(given: dict[str, object]) -> None:
    shown = error("query($n: Int!){movies(pageSize: $n){count}}", status=400, **given)
    assert shown["code"] == "invalid"


@pytest.mark.parametrize("text", ["a\0b", "'; DROP TABLE catalog_movie --", "%_%", "🎬" * 50])
def test_63_a_search_for_anything_is_answered(text: str) -> None:
    query = "query($q: String){movies(filter: {q: $q}){count} people(q: $q){count}}"
    answer = post(json.dumps({"query": query, "variables": {"q": text}}))
    assert answer.status_code in {200, 400}
    answer = post(json.dumps({"query": '{similar(title: "\\u0000"){results{score}}}'}))
    assert answer.json()["errors"][0]["extensions"]["code"] == "invalid"
