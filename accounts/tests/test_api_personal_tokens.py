from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from accounts.models import ApiToken, User
from accounts.personal_tokens import MOST_TOKENS
from accounts.tests.builders import AUTH, bearer, with_token
from tests.builders import make_movie

URL = "/api/v1/me/tokens/"
RATINGS = "/api/v1/me/ratings/"


def make(user: User, *scopes: str, **given: Any) -> Any:
    body = {"name": "script", "scopes": scopes or ["read"]} | given
    return bearer(user).post(URL, body, format="json")


def text_of(user: User, *scopes: str) -> str:
    return str(make(user, *scopes).json()["token"])


def test_its_text_is_shown_once_and_only_a_digest_is_kept(alice: User) -> None:
    made = make(alice, days=30)
    assert made.status_code == 201
    text = made.json()["token"]
    row = ApiToken.objects.get()
    assert text.startswith("nfx_")
    assert text not in str(vars(row))
    assert row.expires_at - row.created_at == pytest.approx(timedelta(days=30), abs=timedelta(1))
    (listed,) = bearer(alice).get(URL).json()
    assert (listed["name"], listed["hint"]) == ("script", text[:8])
    assert "token" not in listed


def test_it_reads_and_only_with_the_scope_it_writes(alice: User) -> None:
    movie = make_movie()
    reading = with_token(text_of(alice, "read"))
    writing = with_token(text_of(alice, "read", "ratings"))
    path = f"{RATINGS}{movie.pk}/"
    refused = reading.put(path, {"rating": 4}, format="json")
    assert refused.status_code == 403
    assert "ratings" in refused.json()["error"]["message"]
    assert writing.put(path, {"rating": 4}, format="json").status_code == 200
    assert reading.get(path).json()["rating"] == 4


def test_graphql_asks_for_the_same_scopes(alice: User) -> None:
    query = f"mutation {{ addToWatchlist(movieId: {make_movie().pk}) {{ addedAt }} }}"
    for scopes, code in (["read"], "permission_denied"), (["read", "ratings"], None):
        client = with_token(text_of(alice, *scopes))
        shown = client.post("/graphql/", {"query": query}, format="json").json()
        codes = [error["extensions"]["code"] for error in shown.get("errors", [])]
        assert codes == ([code] if code else [])


def test_without_the_scope_it_reads_nothing(alice: User) -> None:
    assert with_token(text_of(alice, "ratings")).get(RATINGS).status_code == 403


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("get", URL),
        ("post", URL),
        ("get", "/api/v1/me/sessions/"),
        ("delete", "/api/v1/me/sessions/"),
        ("get", "/api/v1/me/profile/"),
        ("patch", "/api/v1/me/profile/"),
        ("get", AUTH + "users/me/"),
        ("delete", AUTH + "users/me/"),
        ("post", AUTH + "users/set_password/"),
        ("post", AUTH + "users/set_email/"),
    ],
)
def test_with_all_scopes_it_is_still_no_key_to_the_account(
    alice: User, method: str, path: str
) -> None:
    client = with_token(text_of(alice, "read", "ratings", "uploads"))
    assert getattr(client, method)(path, {}, format="json").status_code == 403
    assert User.objects.filter(pk=alice.pk).exists()


def test_it_is_dead_when_it_is_removed(alice: User) -> None:
    made = make(alice).json()
    assert bearer(alice).delete(f"{URL}{made['id']}/").status_code == 204
    assert with_token(made["token"]).get(RATINGS).status_code == 401


def test_it_is_dead_when_it_expires(alice: User) -> None:
    text = make(alice, days=1).json()["token"]
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert with_token(text).get(RATINGS).status_code == 401


def test_it_is_dead_with_an_inactive_account(alice: User) -> None:
    text = text_of(alice)
    User.objects.update(is_active=False)
    assert with_token(text).get(RATINGS).status_code == 401


@pytest.mark.parametrize("text", ["nfx_", "nfx_x", "nfx_" + "a" * 43, "nfx_é", "nfx_a\x00b"])
def test_a_made_up_one_is_refused(alice: User, text: str) -> None:
    make(alice)
    assert with_token(text).get(RATINGS).status_code == 401


@pytest.mark.databases
def test_its_last_use_is_noted(alice: User) -> None:
    text = text_of(alice)
    assert ApiToken.objects.get().last_used_at is None
    with_token(text).get(RATINGS)
    assert ApiToken.objects.get().last_used_at is not None


def test_another_s_token_is_none_of_yours(alice: User, bob: User) -> None:
    row = ApiToken.objects.get(pk=make(alice).json()["id"])
    assert bearer(bob).get(f"{URL}{row.pk}/").status_code == 404
    assert bearer(bob).delete(f"{URL}{row.pk}/").status_code == 404
    assert bearer(bob).get(URL).json() == []


@pytest.mark.databases
def test_there_is_a_bound(alice: User) -> None:
    now = timezone.now()
    ApiToken.objects.bulk_create(
        ApiToken(user=alice, name="x", digest=str(at), expires_at=now) for at in range(MOST_TOKENS)
    )
    refused = make(alice)
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "too_many_tokens")


@pytest.mark.parametrize(
    ("field", "bad"),
    [("scopes", []), ("scopes", ["all"]), ("days", 0), ("days", 367), ("name", "")],
)
def test_a_wrong_wish_is_named(alice: User, field: str, bad: Any) -> None:
    body = {"name": "script", "scopes": ["read"]} | {field: bad}
    refused = bearer(alice).post(URL, body, format="json")
    assert refused.status_code == 400
    assert field in refused.json()["error"]["fields"]
