"""Asking the GraphQL API in tests."""

from typing import Any

from django.test import Client
from rest_framework.test import APIClient

from accounts.models import User
from tests.builders import api_of

ADDRESS, JSON = "/graphql/", "application/json"


def ask(query: str, by: User | None = None, /, *, status: int = 200, **variables: Any) -> Any:
    """The whole answer."""
    client = api_of(by) if by else APIClient()
    answer = client.post(ADDRESS, {"query": query, "variables": variables}, format="json")
    assert answer.status_code == status, answer.content
    return answer.json()


def data(query: str, by: User | None = None, /, **variables: Any) -> Any:
    """What was asked for; nothing may have gone wrong."""
    answer = ask(query, by, **variables)
    assert "errors" not in answer, answer["errors"]
    return answer["data"]


def error(query: str, by: User | None = None, /, *, status: int = 200, **variables: Any) -> Any:
    """The one thing that went wrong: its code, message and fields."""
    (shown,) = ask(query, by, status=status, **variables)["errors"]
    return shown["extensions"] | {"message": shown["message"]}


def post(body: str | bytes, *, kind: str = JSON, client: Any = None) -> Any:
    return (client or Client()).post(ADDRESS, body, content_type=kind)


def refused(answer: Any, status: int) -> dict[str, Any]:
    """The house's error, of an answer with this status."""
    assert answer.status_code == status, answer.content
    shown: dict[str, Any] = answer.json()
    assert list(shown) == ["error"]
    inner: dict[str, Any] = shown["error"]
    assert inner["message"]
    return inner
