from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from tests.engine_fixture import Camps

LIVE, READY = "/api/v1/health/live/", "/api/v1/health/ready/"


@contextmanager
def database_down() -> Iterator[None]:
    def refuse(*args: Any) -> Any:
        raise OperationalError("the server is on fire at 10.0.0.7")

    with connection.execute_wrapper(refuse):
        yield


@pytest.mark.django_db
def test_live_asks_no_database(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert Client().get(LIVE).json() == {"status": "ok"}


def test_live_needs_no_database_at_all() -> None:
    assert Client().get(LIVE).status_code == 200


def test_live_looks_at_no_model(own_engine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recommender.runtime.holder", None)
    assert Client().get(LIVE).status_code == 200


@pytest.mark.databases
@pytest.mark.django_db
def test_ready_is_unavailable_without_a_database() -> None:
    with database_down():
        answer = Client().get(READY)
    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"
    assert answer.json()["status"] == "unavailable"


@pytest.mark.databases
@pytest.mark.django_db
def test_ready_tells_strangers_nothing_of_the_database() -> None:
    with database_down():
        assert "10.0.0.7" not in Client().get(READY).content.decode()


@pytest.mark.databases
def test_ready_takes_one_query(
    published_models: Camps, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    Client().get(READY)
    with django_assert_num_queries(1):
        assert Client().get(READY).json()["status"] == "ok"


@pytest.mark.django_db
def test_a_bad_token_stops_no_health_check() -> None:
    for path in (LIVE, READY):
        assert Client().get(path, headers={"Authorization": "Bearer dead"}).status_code == 200


PROBES = ["10.0.0.7:8000", "[fd00::7]:8000", "web-1", "my_host", "evil.example", "", "a b", "x:y:z"]


@pytest.mark.django_db
@pytest.mark.parametrize("host", PROBES)
def test_a_probe_is_answered_by_any_host_and_without_a_redirect(
    settings: Settings, host: str
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["films.example.org", settings.SITE_URL.hostname]
    for path in (LIVE, READY):
        for method in ("GET", "HEAD"):
            assert Client(headers={"Host": host}).generic(method, path).status_code == 200


@pytest.mark.django_db
def test_nothing_of_a_foreign_host_is_in_the_answer() -> None:
    for path in (LIVE, READY):
        ours = Client().get(path)
        answer = Client(headers={"Host": "evil.example"}).get(path)
        assert answer.content == ours.content
        assert set(answer.headers) == set(ours.headers)
        assert not any("evil" in value for value in answer.headers.values())
        assert not answer.cookies


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        *("/", "/api/v1/movies/", "/api/v1/health/", "/api/v1/health/dead/", "/api/v1/schema/"),
        *("/x/api/v1/health/live/", "/api/v1/health/live/x/", "/API/V1/HEALTH/LIVE/"),
        *("/api/v1/health/live/%0a", "/api/v1/health/live/..", "//api/v1/health/live/"),
        *("/api/v1/health/live/../../movies/", "/api/v1/health/live"),
    ],
)
def test_no_other_address_answers_by_a_foreign_host(path: str) -> None:
    answer = Client(headers={"Host": "evil.example"}).get(path)
    assert answer.status_code == 400


@pytest.mark.django_db
def test_other_addresses_still_lead_to_https(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get("/api/v1/movies/").status_code == 301


def test_a_probe_by_another_method_is_refused_in_the_api_s_shape() -> None:
    answer = Client(headers={"Host": "evil.example"}).post(LIVE)
    assert answer.status_code == 405
    assert answer.json()["error"]["code"] == "method_not_allowed"
