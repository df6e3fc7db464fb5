from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

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


@pytest.mark.django_db
def test_ready_is_unavailable_without_a_database() -> None:
    with database_down():
        answer = Client().get(READY)
    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"
    assert answer.json()["status"] == "unavailable"


@pytest.mark.django_db
def test_ready_tells_strangers_nothing_of_the_database() -> None:
    with database_down():
        assert "10.0.0.7" not in Client().get(READY).content.decode()


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
