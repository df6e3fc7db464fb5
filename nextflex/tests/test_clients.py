"""Whom a request is counted with, by what proxies and the server say."""

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings

from accounts.throttles import GuestThrottle
from nextflex.base.client_address import client_ip

PROXY = "10.0.0.1"


def behind(settings: Settings, proxies: int) -> None:
    settings.REST_FRAMEWORK = settings.REST_FRAMEWORK | {"NUM_PROXIES": proxies}


def seen(*headers: str, by: str = PROXY) -> str | None:
    """Several headers arrive as one, with commas between."""
    given = {"HTTP_X_FORWARDED_FOR": ",".join(headers)} if headers else {}
    return client_ip(RequestFactory(REMOTE_ADDR=by).get("/", **given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entry", "address"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("192.0.2.1:5555", "192.0.2.1"),
        (" 192.0.2.1:5555 ", "192.0.2.1"),
        ('"192.0.2.1:5555"', "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("[2001:db8:1:2::1]", "2001:db8:1:2::"),
        ("[2001:db8:1:2::1]:443", "2001:db8:1:2::"),
        ('"[2001:DB8:1:2::1]:443"', "2001:db8:1:2::"),
        ("2001:db8:1:2:3:4:5:6:443", "2001:db8:1:2::"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("[::ffff:192.0.2.1]:5555", "192.0.2.1"),
        ("fe80::1%eth0", "fe80::"),
    ],
)
def test_an_address_may_come_with_a_port(settings: Settings, entry: str, address: str) -> None:
    behind(settings, 1)
    assert seen(entry) == address


@pytest.mark.parametrize(
    "garbage",
    [
        *("unknown", "_hidden", "_SEVKISEK:4711", "localhost", "example.org:443", "-"),
        *("192.0.2.1:port", "192.0.2.1:", "192.0.2.256", "192.0.2", "0x7f.1", "::g", "[::1", "[]"),
        *("[192.0.2.1", "\x00", "é", "1" * 10_000, "[" * 5_000, ":" * 5_000, "for=192.0.2.1"),
    ],
)
def test_what_is_no_address_is_counted_with_what_the_server_sees(
    settings: Settings, garbage: str
) -> None:
    behind(settings, 1)
    assert seen(garbage) == PROXY
    assert seen(garbage, by="10.0.0.2") == "10.0.0.2"


def test_as_many_entries_are_believed_as_there_are_proxies(settings: Settings) -> None:
    forged = "198.51.100.1:1, 203.0.113.9:40000, 10.0.0.7:50000"
    for proxies, address in ((0, PROXY), (1, "10.0.0.7"), (2, "203.0.113.9"), (3, "198.51.100.1")):
        behind(settings, proxies)
        assert seen(forged) == address


def test_a_shorter_chain_than_the_proxies_begins_with_its_first_entry(settings: Settings) -> None:
    behind(settings, 3)
    assert seen("203.0.113.9") == "203.0.113.9"
    assert seen() == PROXY


def test_a_client_that_the_outer_proxy_hides_is_counted_with_that_proxy(
    settings: Settings,
) -> None:
    behind(settings, 2)
    assert seen("198.51.100.1, unknown, 10.0.0.7:50000") == "10.0.0.7"


def test_empty_entries_move_nothing(settings: Settings) -> None:
    behind(settings, 1)
    assert seen("198.51.100.1", " ", "203.0.113.9", "", "") == "203.0.113.9"
    assert seen(", ,") == PROXY


def test_a_header_of_its_own_does_not_move_what_the_proxy_adds(settings: Settings) -> None:
    behind(settings, 1)
    assert seen("198.51.100.1", "198.51.100.2, 198.51.100.3", "203.0.113.9") == "203.0.113.9"


@pytest.mark.django_db
def test_clients_behind_a_proxy_that_tells_ports_are_counted_apart(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    behind(settings, 1)
    monkeypatch.setattr(GuestThrottle, "rate", "1/minute", raising=False)

    def ask(client: str) -> int:
        headers = {"X-Forwarded-For": client}
        return Client().get("/api/v1/genres/", headers=headers).status_code

    assert [ask(f"192.0.2.{n}:5555") for n in (1, 2)] == [200, 200]
    assert ask("192.0.2.1:6666") == 429  # another port is no other client
    assert [ask(f"[2001:db8:0:{n}::1]:443") for n in (1, 2)] == [200, 200]
    assert ask("[2001:db8:0:1::ffff]:443") == 429
