"""Every address of the API × every method: an answer in the API's shape, no page and no 5xx."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.builders import browser_of, make_user
from tests.engine_fixture import camps, own_engine, published_models
from tests.security.permissions import path_of, routes
from tests.security.test_permissions import alice, values

__all__ = ["alice", "camps", "own_engine", "published_models", "values"]

UNKNOWN = ["TRACE", "CONNECT", "FROBNICATE", "DISPATCH", "__CLASS__"]
METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "get", *UNKNOWN]
_READS = {"GET", "HEAD"}


def addresses(values: dict[str, object]) -> list[str]:
    found = [path_of(route, values) for route, _ in routes()]
    return sorted({one for one in found if one.startswith(("/api/", "/graphql/"))})


def answers(client: Client, values: dict[str, object]) -> Iterator[tuple[str, str, Any]]:
    """Nothing that a request does stays, so that each finds the same site."""
    for path in addresses(values):
        for method in METHODS:
            with transaction.atomic():
                yield method, path, client.generic(method, path)
                transaction.set_rollback(True)


@pytest.fixture(params=["a guest", "a user", "a browser without the CSRF token"])
def client(request: pytest.FixtureRequest, db: None, settings: Settings) -> Client:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if request.param == "a guest":
        return Client(raise_request_exception=False, enforce_csrf_checks=True)
    browser = browser_of(make_user(email="bob@example.org"))
    browser.handler.enforce_csrf_checks = request.param != "a user"
    return browser


def problem_of(method: str, answer: Any) -> str:
    """What no client of the API should be told; "" when all is well."""
    if answer.status_code >= 500:
        return "it fails"
    if method in UNKNOWN and answer.status_code not in {401, 403, 404, 405}:
        return "an unknown method is taken"
    if answer.status_code == 405 and method in answer["Allow"].split(", "):
        return "it says that the method is allowed"
    if answer.status_code < 400 or method.upper() == "HEAD":
        return ""
    if answer["Content-Type"].partition(";")[0] != "application/json":
        return "it is no JSON"
    return "" if {"code", "message"} <= set(answer.json()["error"]) else "it has another shape"


def test_every_method_at_every_address_gets_an_answer_of_the_api(
    client: Client, values: dict[str, object]
) -> None:
    asked = list(answers(client, values))
    assert len(asked) > 500
    shown = [(where, problem_of(where[0], answer), answer) for *where, answer in asked]
    assert not [one for one in shown if one[1]]


def test_nothing_is_written_through_the_documents(client: Client) -> None:
    for path in ("/api/docs/", "/api/v1/schema/"):
        for method in METHODS:
            wanted = 200 if method.upper() in _READS else 405
            assert client.generic(method, path).status_code == wanted, f"{method} {path}"


def test_the_page_of_documents_refuses_in_json_whatever_is_accepted() -> None:
    for accepted in ("text/html", "*/*", "application/xml"):
        answer = Client().put("/api/docs/", headers={"Accept": accepted})
        assert answer.status_code in {405, 406}
        assert answer.json()["error"]["code"]


def test_head_answers_wherever_get_does(values: dict[str, object], alice: User) -> None:
    for path in addresses(values):
        read, headed = (browser_of(alice).generic(method, path) for method in ("GET", "HEAD"))
        assert headed.status_code == read.status_code, path
