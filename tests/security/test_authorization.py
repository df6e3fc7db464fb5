"""What the Authorization header may hold: a token that we know how to read, or it is refused."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from accounts import jwt_tokens
from accounts.models import User
from accounts.services import make_api_token
from tests.builders import browser_of, make_movie, make_user

pytestmark = pytest.mark.django_db
ME = "/api/v1/auth/users/me/"
OPEN_TO_ALL = ["/api/v1/genres/", "/api/v1/movies/", "/api/v1/charts/popular/", "/api/v1/models/"]


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def alice() -> User:
    return make_user(email="alice@example.org")


def ask(page: str, header: str, client: Client | None = None) -> Any:
    return (client or Client()).get(page, headers={"Authorization": header})


def ask_graphql(header: str) -> Any:
    query = {"query": "{me{email}}"}
    headers = {"Authorization": header}
    return Client().post("/graphql/", query, content_type="application/json", headers=headers)


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER", "bEaReR", "JWT", "jwt", "Jwt"])
@pytest.mark.parametrize("space", [" ", "   ", "\t"])
def test_the_scheme_is_bearer_or_jwt_in_any_case(alice: User, scheme: str, space: str) -> None:
    _, text = make_api_token(alice, name="script", scopes=["read"], days=1)
    for token in (jwt_tokens.issue(alice).access, text):
        header = f"{scheme}{space}{token}"
        assert ask_graphql(header).json()["data"]["me"]["email"] == alice.email
    assert ask(ME, f"{scheme}{space}{jwt_tokens.issue(alice).access}").json()["id"] == alice.pk


def refused_headers(token: str) -> list[str]:
    return [
        *("", " ", "Bearer", "Bearer ", "JWT", "garbage", "é", token, f"Bearer{token}"),
        *(f"Bearer {token} {token}", f"Bearer {token},", f"Bearer {token},Bearer {token}"),
        *(f"Bearer {token} x", f"Bearer Bearer {token}", f"Bearer: {token}", f"Bearer={token}"),
        *(f"Token {token}", f"Digest {token}", f"Negotiate {token}", f"Bearer\xa0{token}"),
        *("Basic YWxpY2U6Y29ycmVjdCBob3JzZSA3", f"JWTBearer {token}", f"X {token}"),
        *("Bearer dead", "JWT dead", "Bearer nfx_dead", "Bearer null", "Bearer undefined"),
    ]


def test_anything_else_is_refused_in_rest_and_graphql_alike(alice: User) -> None:
    make_movie()
    for header in refused_headers(jwt_tokens.issue(alice).access):
        for answer in [*(ask(page, header) for page in (ME, *OPEN_TO_ALL)), ask_graphql(header)]:
            assert answer.status_code == 401, header
            assert answer["WWW-Authenticate"].startswith("Bearer "), header
            assert answer.json()["error"]["message"], header


def test_a_session_beside_it_does_not_make_up_for_it(alice: User) -> None:
    for header in ("Basic YTpi", "Bearer", "Token x"):
        assert ask(ME, header, browser_of(alice)).status_code == 401


def test_the_refusal_names_what_is_right() -> None:
    message = ask("/api/v1/genres/", "Token abc").json()["error"]["message"]
    assert "Bearer" in message
    assert "abc" not in message


def test_without_the_header_one_is_a_guest() -> None:
    assert Client().get("/api/v1/genres/").status_code == 200
    assert Client().get(ME).status_code == 401


def test_pages_do_not_read_the_header(alice: User) -> None:
    """A proxy may ask for a password of its own, which browsers send with every request."""
    assert ask("/", "Basic YTpi").status_code == 200
    assert ask("/ratings/", "Basic YTpi", browser_of(alice)).status_code == 200
