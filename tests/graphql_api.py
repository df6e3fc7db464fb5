"""Asking the GraphQL API in tests."""

from typing import Any

from rest_framework.test import APIClient

from accounts.models import User
from tests.builders import api_of

ADDRESS = "/graphql/"


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
    (told,) = ask(query, by, status=status, **variables)["errors"]
    return told["extensions"] | {"message": told["message"]}
