"""A body's values are taken for what they are: a number is no text, true is no number.

By the OpenAPI document, so that no serializer is forgotten.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import pytest
import yaml
from pytest_django import Settings

from accounts.models import User
from accounts.throttles import SignInThrottle, SignUpThrottle
from nextflex.http.api_urls import SCHEMA_FILE
from tests.builders import api_of, make_movie, make_user
from uploads.tests.imports import imported
from uploads.tests.posting import make_post

DOCUMENT: dict[str, Any] = yaml.safe_load(SCHEMA_FILE.read_text())
_JSON = "application/json"
_WRONG: dict[str, list[Any]] = {
    "string": [12345678.250, 7, True, ["text"], {"a": "text"}],
    "number": [True, ["1"], {}],
    "integer": [True, [1], {}, 1.5],
    "boolean": [1, "true", [], {}],
}
_COMPLAINT = re.compile(r"valid (string|email address|choice|number|integer|boolean)|wrong format")

Place = tuple[str | int, ...]


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    for way in ("allOf", "oneOf"):
        if way in schema:
            return resolved(schema[way][0])
    if "$ref" not in schema:
        return schema
    name = schema["$ref"].rpartition("/")[2]
    return resolved(DOCUMENT["components"]["schemas"][name])


def leaves(schema: dict[str, Any], place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every value of a body, by its place, with its type."""
    schema = resolved(schema)
    if schema["type"] == "object":
        parts = schema.get("properties") or {"anything": schema["additionalProperties"]}
        for name, part in parts.items():
            yield from leaves(part, (*place, name))
    elif schema["type"] == "array":
        yield from leaves(schema["items"], (*place, 0))
    elif schema.get("format") != "binary":
        yield place, schema["type"]


@dataclass(frozen=True, slots=True)
class Operation:
    """places: every value of its body, with its type."""

    method: str
    path: str
    example: dict[str, Any]
    places: tuple[tuple[Place, str], ...]


def operations() -> Iterator[tuple[str, Operation]]:
    """By name, those that take JSON: in a form, everything is text."""
    for path, methods in DOCUMENT["paths"].items():
        for method, operation in methods.items():
            body = operation.get("requestBody", {}).get("content", {}).get(_JSON)
            if body is not None:
                (example, *_) = body["examples"].values()
                places = tuple(leaves(body["schema"]))
                yield operation["operationId"], Operation(method, path, example["value"], places)


OPERATIONS = dict(operations())


def changed(body: Any, place: Place, value: object) -> Any:
    """The body with another value at this place."""
    if not place:
        return value
    step, *rest = place
    if isinstance(step, int):
        return [changed(None, tuple(rest), value)]
    whole = deepcopy(body) if isinstance(body, dict) else {}
    return whole | {step: changed(whole.get(step), tuple(rest), value)}


@pytest.fixture
def alice(settings: Settings, monkeypatch: pytest.MonkeyPatch, db: None) -> User:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    for throttle in (SignInThrottle, SignUpThrottle):
        monkeypatch.setattr(throttle, "rate", "100000/minute", raising=False)
    return make_user(email="alice@example.org")


@pytest.fixture
def addresses(alice: User) -> dict[str, object]:
    movie = make_movie(title="Heat")
    job = imported(alice, b"Date,Name,Year,Letterboxd URI,Rating\n2024-05-03,Heat,1990,,4\n")
    post = make_post(alice, movie=movie.pk, is_public=False)
    line = job.rows.get().line
    return {"movie_id": movie.pk, "key": post.key, "job_id": job.pk, "line": line}


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_value_of_another_type_is_refused_by_name(
    name: str, alice: User, addresses: dict[str, object]
) -> None:
    operation, client = OPERATIONS[name], api_of(alice)
    for place, kind in operation.places:
        for value in _WRONG[kind]:
            send = getattr(client, operation.method)
            body = changed(operation.example, place, value)
            answer = send(operation.path.format(**addresses), body, format="json")
            assert answer.status_code == 400, (place, value, answer.content)
            problem = str(answer.json()["error"]["fields"][place[0]])
            assert _COMPLAINT.search(problem), (place, value, problem)


def test_every_value_of_every_body_is_tried() -> None:
    assert (("password",), "string") in OPERATIONS["auth_users_create"].places
    assert (("scopes", 0), "string") in OPERATIONS["me_tokens_create"].places
    assert (("about", "gender"), "string") in OPERATIONS["me_profile_partial_update"].places
    assert all(operation.places for operation in OPERATIONS.values())


def test_a_form_goes_on_to_be_text(alice: User, addresses: dict[str, object]) -> None:
    """Its numbers and flags are words, and its texts may be digits."""
    form = {"movie": addresses["movie_id"], "rating": "4.5", "text": "1995", "is_public": "true"}
    answer = api_of(alice).post("/api/v1/me/uploads/", form, format="multipart")
    assert answer.status_code == 201, answer.content
    assert (answer.data["text"], answer.data["rating"]) == ("1995", 4.5)
