"""Every error of the API has one shape."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory
from rest_framework.test import APIClient

from accounts.models import User
from nextflex.base.errors import DomainError, NotFound, Unavailable, answer, body
from tests.builders import api_of, make_movie

pytestmark = pytest.mark.django_db
JSON = "application/json"


def error_of(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.content
    assert response["Content-Type"].startswith(JSON)
    shown = response.json()
    assert list(shown) == ["error"]
    error: dict[str, Any] = shown["error"]
    assert {"code", "message"} <= set(error) <= {"code", "message", "fields"}
    assert error["message"]
    return error


def test_400_has_it() -> None:
    error = error_of(Client().get("/api/v1/movies/?ordering=no"), 400)
    assert (error["code"], list(error["fields"])) == ("invalid", ["ordering"])


def test_400_of_a_broken_body_has_it(alice: User) -> None:
    path = f"/api/v1/me/ratings/{make_movie().pk}/"
    error = error_of(api_of(alice).put(path, "{", content_type=JSON), 400)
    assert error["code"] == "parse_error"


def test_401_has_it_and_says_how_to_sign_in() -> None:
    response = Client().get("/api/v1/me/ratings/")
    assert error_of(response, 401)["code"] == "not_authenticated"
    assert response["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize(
    "header", ["Bearer dead", "Bearer ", "Bearer a b", "Bearer \x00", "Basic x"]
)
def test_401_of_a_bad_token_has_it(header: str) -> None:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=header)
    error_of(client.get("/api/v1/me/ratings/"), 401)


def test_403_has_it(alice: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice, "django.contrib.auth.backends.ModelBackend")
    path = f"/api/v1/me/ratings/{make_movie().pk}/"
    error = error_of(strict.put(path, {"rating": 4}, content_type=JSON), 403)
    assert error["code"] == "permission_denied"


NOWHERE = ["/api/", "/api/v1/", "/api/v2/", "/api/v1/nowhere/", "/api/v1/movies/999/"]
NOWHERE += [f"/api/v1/movies/{2**63}/", "/api/v1/charts/worst/", "/api/v1/models/svd/", "/api/x/y"]


@pytest.mark.parametrize("path", NOWHERE)
def test_404_has_it(path: str) -> None:
    assert error_of(Client().get(path), 404)["code"] == "not_found"


@pytest.mark.parametrize("path", ["/api/v1/health/live/", "/api/v1/health/ready/"])
def test_405_has_it(path: str) -> None:
    response = Client().post(path)
    assert error_of(response, 405)["code"] == "method_not_allowed"
    assert "GET" in response["Allow"]


def test_413_has_it(alice: User) -> None:
    path = f"/api/v1/me/ratings/{make_movie().pk}/"
    big = '{"rating": 4, "x": "' + "x" * 10_000_000 + '"}'
    error = error_of(api_of(alice).put(path, big, content_type=JSON), 413)
    assert error["code"] == "too_large"


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/xml", "multipart/form-data; boundary=x"]
)
def test_415_has_it(alice: User, kind: str) -> None:
    path = f"/api/v1/me/ratings/{make_movie().pk}/"
    error = error_of(api_of(alice).put(path, "rating=4", content_type=kind), 415)
    assert error["code"] == "unsupported_media_type"


def test_429_has_it_and_says_how_long_to_wait() -> None:
    cache.clear()
    path, body = "/api/v1/auth/users/", {"email": "x"}
    for _ in range(30):
        Client().post(path, body, content_type=JSON)
    response = Client().post(path, body, content_type=JSON)
    assert error_of(response, 429)["code"] == "throttled"
    assert int(response["Retry-After"]) > 0


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (DomainError("No."), 400, "invalid"),
        (NotFound("Gone."), 404, "not_found"),
        (Unavailable("Later."), 503, "unavailable"),
    ],
)
def test_a_broken_rule_has_its_status_and_words(error: DomainError, status: int, code: str) -> None:
    response = answer(error, {})
    assert response is not None
    assert (response.status_code, response.data) == (status, body(code, str(error)))


def test_unavailable_says_when_to_ask_again() -> None:
    response = answer(Unavailable("Later."), {})
    assert response is not None
    assert response["Retry-After"] == "5"


def test_an_error_that_nobody_foresaw_is_left_to_be_logged() -> None:
    assert answer(ZeroDivisionError(), {"request": RequestFactory().get("/")}) is None


def test_a_format_that_is_not_served_has_it_too() -> None:
    error_of(Client().get("/api/v1/movies/", headers={"Accept": "text/csv"}), 406)


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete"])
def test_an_address_that_is_not_there_is_not_found_by_any_method(method: str) -> None:
    """Not refused for want of a CSRF token, and with a page for people at that."""
    browser = Client(enforce_csrf_checks=True)
    error_of(getattr(browser, method)("/api/v1/me/ratings/1000000000000000000/"), 404)
