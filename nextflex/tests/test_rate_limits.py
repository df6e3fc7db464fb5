"""Limits: who is counted with whom, what a client is told, and what goes on when nothing can count."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings
from redis.exceptions import ConnectionError as NoRedis

from accounts.models import User
from accounts.throttles import AccountThrottle, GuestThrottle
from nextflex.conf import env
from recommender.api.sequence_lab import SequenceThrottle
from tests.builders import api_of

pytestmark = pytest.mark.django_db
GENRES = "/api/v1/genres/"
HEADERS = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")


@pytest.fixture(autouse=True)
def two_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GuestThrottle, "rate", "2/minute", raising=False)
    monkeypatch.setattr(AccountThrottle, "rate", "3/minute", raising=False)


def shown(answer: Any) -> tuple[int, ...]:
    return tuple(int(answer[name]) for name in HEADERS)


def test_a_client_is_told_how_much_is_left() -> None:
    assert shown(Client().get(GENRES)) == (2, 1, 60)
    assert shown(Client().get(GENRES))[:2] == (2, 0)


def test_over_the_limit_it_is_told_when_to_come_back() -> None:
    for _ in range(2):
        Client().get(GENRES)
    answer = Client().get(GENRES)
    assert answer.status_code == 429
    assert shown(answer)[:2] == (2, 0)
    assert 0 < int(answer["Retry-After"]) <= 60
    assert answer["RateLimit-Reset"] == answer["Retry-After"]


def test_a_moved_page_or_another_endpoint_is_the_same_limit() -> None:
    Client().get(GENRES + "?page=2")
    assert shown(Client().get("/api/v1/people/"))[1] == 0


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-Ip", "Forwarded"])
def test_a_forged_address_counts_as_the_same_client(header: str) -> None:
    for n in range(2):
        Client(headers={header: f"10.0.0.{n}"}).get(GENRES)
    assert Client(headers={header: "10.0.0.9"}).get(GENRES).status_code == 429


def test_an_account_has_a_limit_of_its_own(alice: User, bob: User) -> None:
    for _ in range(3):
        Client().get(GENRES)
    assert shown(api_of(alice).get(GENRES))[:2] == (3, 2)
    assert shown(api_of(bob).get(GENRES))[:2] == (3, 2)


def test_an_account_is_one_from_wherever_it_asks(alice: User) -> None:
    client = api_of(alice)
    for n in range(3):
        client.get(GENRES, REMOTE_ADDR=f"10.0.0.{n}")
    assert client.get(GENRES, REMOTE_ADDR="10.0.0.9").status_code == 429


def test_a_write_over_the_limit_is_not_done(alice: User) -> None:
    client = api_of(alice)
    for _ in range(3):
        client.get(GENRES)
    assert client.put("/api/v1/me/watchlist/1/").status_code == 429


def test_what_has_a_limit_of_its_own_tells_that_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SequenceThrottle, "rate", "9/minute", raising=False)
    answer = Client().post("/api/v1/recommend/scores/", {}, content_type="application/json")
    assert shown(answer)[:2] == (9, 8)


@pytest.mark.parametrize("page", ["live", "ready"])
def test_health_is_never_refused_and_touches_no_counter(page: str) -> None:
    for _ in range(4):
        answer = Client().get(f"/api/v1/health/{page}/")
        assert answer.status_code == 200
        assert not answer.has_header("RateLimit-Limit")


def test_pages_are_not_counted() -> None:
    assert {Client().get("/").status_code for _ in range(4)} == {200}


def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise NoRedis("connection refused")

    monkeypatch.setattr(type(cache._connections["default"]), "get", refuse)  # type: ignore[attr-defined]  # Django hides it


def test_without_its_counters_the_api_answers(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    settings.CACHE_ERRORS = env.cache_errors("django.core.cache.backends.redis.RedisCache")
    no_cache(monkeypatch)
    answer = Client().get(GENRES)
    assert answer.status_code == 200
    assert not answer.has_header("RateLimit-Limit")
    assert "connection refused" in caplog.text


def test_other_errors_of_a_cache_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    no_cache(monkeypatch)
    with pytest.raises(NoRedis):
        Client().get(GENRES)
