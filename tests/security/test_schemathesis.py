"""Check 56: requests that Schemathesis makes up from the OpenAPI file, by a guest, a user and staff.

They are sent to a site in a process and a folder of its own; `manage.py fuzz_api` sends more of them.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
import yaml
from django.core.management import CommandError, call_command

from nextflex.http.api_urls import SCHEMA_FILE
from recommender.core.algorithms.base import silent
from recommender.management.commands import fuzz_api
from recommender.management.fuzzing.door import Door
from recommender.management.fuzzing.engine import Found, fuzz
from recommender.management.fuzzing.nothing_left import ApiRequest, send_all
from recommender.management.fuzzing.rules import ALL_PHASES, Round, settings_of
from recommender.management.fuzzing.site import NotThrowAway, environment_of, refuse_another
from recommender.selectors import MODEL_NAMES

REQUESTS = 2_000


@pytest.mark.slow
@pytest.mark.spark
def test_56_two_thousand_made_up_requests_find_no_server_error_and_nothing_untold(
    tmp_path: Path,
) -> None:
    report = fuzzed(tmp_path, REQUESTS)
    assert "examples" in report["phases"]["sam"]
    assert report["statuses"]["200"] > REQUESTS / 10


def test_56_a_request_of_each_kind_finds_no_server_error_and_nothing_untold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first of the rounds, with models that took no Spark; see the one of all requests above."""
    monkeypatch.setattr(fuzz_api, "_CHILD", "tests.security.fuzzed_by_hand")
    report = fuzzed(tmp_path, 1)
    assert report["phases"]["sam"]["examples"] > 400
    assert report["statuses"]["200"] > 400


def fuzzed(folder: Path, requests: int) -> dict[str, Any]:
    """The report of the command; it found no failure, and asked everything of every model."""
    call_command("fuzz_api", requests=requests, seed=1, json=folder / "report.json")
    report: dict[str, Any] = json.loads((folder / "report.json").read_text())
    assert report["failures"] == {}
    assert report["requests"] >= requests
    assert max(report["statuses"]) < "500"
    assert set(report["models"]) == set(MODEL_NAMES)
    assert set(report["phases"]) == {"guest", "alice", "sam"}
    assert all({"fuzzing", "stateful"} <= set(phases) for phases in report["phases"].values())
    assert report["phases"]["alice"]["nothing left"] > 8 * len(MODEL_NAMES)
    document = yaml.safe_load(SCHEMA_FILE.read_text())
    shown = {
        f"{by.upper()} {path}" for path, methods in document["paths"].items() for by in methods
    }
    assert set(report["operations"]) == shown
    # Not all are refused: each person's own lists were read, and something was made.
    assert report["statuses"]["201"] > 0
    return report


# --- the fuzzer itself: what it must find -----------------------------------------------------------
@pytest.fixture
def document(tmp_path: Path) -> Path:
    """An API of one operation, which answers a number."""
    number = {"description": "", "content": {"application/json": {"schema": {"type": "integer"}}}}
    place = {"name": "k", "in": "query", "schema": {"type": "integer", "minimum": 1}}
    operation = {"operationId": "n", "parameters": [place], "responses": {"200": number}}
    shown = {
        "openapi": "3.0.3",
        "info": {"title": "Numbers", "version": "1"},
        "paths": {"/n/": {"get": operation}},
    }
    path = tmp_path / "numbers.yaml"
    path.write_text(yaml.safe_dump(shown))
    return path


def found_in(document: Path, status: str, body: bytes) -> Found:
    def application(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        start(status, [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
        return [body]

    door = Door(application, lambda name: "", ())
    return fuzz(door, document, requests=40, seed=1, progress=silent)


@pytest.mark.parametrize(
    ("status", "body", "check"),
    [
        ("500 Internal Server Error", b"1", "not_a_server_error"),
        ("418 I'm a teapot", b"1", "status_code_conformance"),
        ("200 OK", b'"one"', "response_schema_conformance"),
        ("200 OK", b"1", "negative_data_rejection"),  # k = 0 was taken
    ],
)
def test_56_what_is_not_as_told_is_found(
    document: Path, status: str, body: bytes, check: str
) -> None:
    assert any(check in kind for kind in found_in(document, status, body).failures)


def test_56_a_request_that_breaks_the_site_is_found(document: Path) -> None:
    def application(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        start("500 Internal Server Error", [("Content-Type", "application/json")])
        return [b"1"]

    found = Found()
    door = Door(application, lambda name: "", ("alice",))
    send_all(door, document, found, iter([ApiRequest("/n/", {}, {"k": 1})]))
    assert found.answers["alice", "GET /n/", 500] == 1
    assert any("Server error" in kind for kind in found.failures)


def test_56_no_check_is_switched_off() -> None:
    shown = settings_of(Round("alice", ALL_PHASES, 1, 1), "http://127.0.0.1:1")
    checks: list[dict[str, Any]] = [
        shown["checks"],
        *(one["checks"] for one in shown["operations"]),
    ]
    assert all("enabled" not in rule for rules in checks for rule in rules.values())
    assert all("5" not in status[0] for rules in checks for status in statuses(rules))


def statuses(rules: dict[str, Any]) -> list[str]:
    return [status for rule in rules.values() for status in rule["expected-statuses"]]


# --- where it writes --------------------------------------------------------------------------------
def test_56_it_writes_to_no_other_site(tmp_path: Path) -> None:
    with pytest.raises(NotThrowAway, match="is not below"):
        refuse_another(tmp_path / "throw-away")


def test_56_it_takes_no_place_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://films.example.org/nextflex")
    monkeypatch.setenv("MEDIA_STORE", "s3://films")
    environment = environment_of(tmp_path)
    assert environment["DATABASE_URL"].startswith(f"sqlite:///{tmp_path}/")
    assert environment["MEDIA_STORE"] == ""
    assert environment["NEXTFLEX_MODEL_STORE"].startswith(str(tmp_path))


def test_56_it_says_what_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz_api, "find_spec", lambda name: None)
    with pytest.raises(CommandError, match="script/setup test"):
        call_command("fuzz_api", requests=1)
