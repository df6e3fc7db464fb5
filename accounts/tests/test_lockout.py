import pytest
from django.test import RequestFactory
from pytest_django import Settings

from accounts import lockout
from nextflex.base import client_address


@pytest.mark.databases
@pytest.mark.parametrize(
    ("credentials", "name"),
    [
        ({"username": "Alice@Example.org"}, "alice@example.org"),
        ({"email": " alice@example.org "}, "alice@example.org"),
        ({"username": None}, ""),
        ({"username": "x" * 300}, "x" * 255),
    ],
)
def test_a_name_is_counted_in_one_spelling(credentials: dict[str, str], name: str) -> None:
    assert lockout.login_name(RequestFactory().post("/"), credentials) == name


def test_without_credentials_the_form_tells_the_name() -> None:
    assert lockout.login_name(RequestFactory().post("/", {"username": "Bob"})) == "bob"


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("", None),
        ("unix:", None),
    ],
)
def test_an_ipv6_client_is_its_network(address: str, counted: str | None) -> None:
    assert client_address.client_ip(RequestFactory(REMOTE_ADDR=address).get("/")) == counted


def test_a_forwarded_address_is_not_believed() -> None:
    request = RequestFactory().get("/", headers={"X-Forwarded-For": "198.51.100.1"})
    assert client_address.client_ip(request) == "127.0.0.1"


def test_behind_a_proxy_its_word_counts_and_no_other(settings: Settings) -> None:
    settings.REST_FRAMEWORK = settings.REST_FRAMEWORK | {"NUM_PROXIES": 1}
    forged = {"X-Forwarded-For": "198.51.100.1, 203.0.113.9"}
    assert client_address.client_ip(RequestFactory().get("/", headers=forged)) == "203.0.113.9"
