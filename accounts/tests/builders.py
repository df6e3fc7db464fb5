"""People, clients and tokens for tests. alice is the owner, bob somebody else."""

from typing import Any

from django.test import Client
from rest_framework.test import APIClient

from accounts import jwt_tokens
from accounts.models import User

AUTH = "/api/v1/auth/"
PASSWORD = "correct horse 7"
NEW_PASSWORD = "battery staple 8"


def make_user(name: str = "alice", **extra: Any) -> User:
    return User.objects.create_user(f"{name}@example.org", PASSWORD, **extra)


def signed_in(user: User) -> Client:
    """A browser with the person's session."""
    browser = Client()
    browser.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return browser


def bearer(user: User) -> APIClient:
    """A client of the API with an access token of theirs."""
    return with_token(jwt_tokens.issue(user).access)


def with_token(access: str) -> APIClient:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {access}")
    return client


def post_json(path: str, client: Client | None = None, /, **body: Any) -> Any:
    """POST JSON under /api/v1/auth/."""
    client = client or Client()
    return client.post(AUTH + path, body, content_type="application/json")


def sign_up_form(**changes: str) -> dict[str, str]:
    given = {"email": "alice@example.org", "password": PASSWORD, "re_password": PASSWORD}
    return given | changes
