from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from rest_framework_simplejwt.token_blacklist.models import OutstandingToken

from accounts import jwt_tokens
from accounts.models import User
from accounts.tests.builders import AUTH, PASSWORD, post_json, signed_in, with_token

ACTIONS = ["create", "refresh", "verify", "logout"]


def create(**changes: Any) -> Any:
    return post_json(
        "jwt/create/", **({"email": "alice@example.org", "password": PASSWORD} | changes)
    )


def test_the_right_password_gives_a_pair_that_works(alice: User) -> None:
    answer = create()
    assert set(answer.json()) == {"access", "refresh"}
    assert with_token(answer.json()["access"]).get(AUTH + "users/me/").json()["id"] == alice.pk


@pytest.mark.databases
def test_the_address_may_be_in_any_case(alice: User) -> None:
    assert create(email="Alice@Example.ORG").status_code == 200


def test_no_session_and_no_cookie_is_made(alice: User) -> None:
    assert not create().cookies


def test_signing_in_is_remembered(alice: User) -> None:
    create()
    alice.refresh_from_db()
    assert isinstance(alice.last_login, datetime)


def test_a_password_keeps_the_spaces_at_its_ends(alice: User) -> None:
    assert create(password=f"{PASSWORD} ").status_code == 401


def test_a_dead_token_in_the_header_stops_no_sign_in(alice: User) -> None:
    client = with_token("dead")
    body = {"email": "alice@example.org", "password": PASSWORD}
    assert client.post(AUTH + "jwt/create/", body, format="json").status_code == 200


def test_the_list_of_issued_tokens_holds_no_token(alice: User) -> None:
    jwt_tokens.exchange(jwt_tokens.issue(alice).refresh)
    assert list(OutstandingToken.objects.values_list("token", flat=True)) == ["", ""]


def test_a_refresh_token_gives_a_new_pair_that_works(alice: User) -> None:
    pair = post_json("jwt/refresh/", refresh=jwt_tokens.issue(alice).refresh).json()
    assert with_token(pair["access"]).get(AUTH + "users/me/").status_code == 200
    assert post_json("jwt/refresh/", refresh=pair["refresh"]).status_code == 200


def test_a_token_off_the_list_is_refused(alice: User) -> None:
    pair = jwt_tokens.issue(alice)
    OutstandingToken.objects.all().delete()
    assert post_json("jwt/refresh/", refresh=pair.refresh).status_code == 401


def test_both_kinds_of_token_can_be_verified(alice: User) -> None:
    pair = jwt_tokens.issue(alice)
    for token in (pair.access, pair.refresh):
        assert post_json("jwt/verify/", token=token).status_code == 200


def test_a_used_token_is_verified_as_dead(alice: User) -> None:
    pair = jwt_tokens.issue(alice)
    jwt_tokens.end(pair.refresh)
    assert post_json("jwt/verify/", token=pair.refresh).status_code == 401


def test_a_token_of_an_inactive_account_is_verified_as_dead(alice: User) -> None:
    pair = jwt_tokens.issue(alice)
    User.objects.update(is_active=False)
    assert post_json("jwt/verify/", token=pair.access).status_code == 401


def test_signing_out_answers_without_a_body(alice: User) -> None:
    answer = post_json("jwt/logout/", refresh=jwt_tokens.issue(alice).refresh)
    assert (answer.status_code, answer.content) == (204, b"")


def test_signing_out_leaves_a_session_of_somebody_else(alice: User, bob: User) -> None:
    browser = signed_in(bob)
    post_json("jwt/logout/", browser, refresh=jwt_tokens.issue(alice).refresh)
    assert "_auth_user_id" in browser.session


@pytest.mark.django_db
@pytest.mark.parametrize("action", ACTIONS)
def test_missing_fields_are_told(action: str) -> None:
    answer = post_json(f"jwt/{action}/")
    assert answer.status_code == 400
    assert answer.json()["error"]["fields"]


@pytest.mark.django_db
@pytest.mark.parametrize("action", ACTIONS)
def test_get_is_refused(client: Client, action: str) -> None:
    assert client.get(f"{AUTH}jwt/{action}/").status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["x", "a.b.c", "é.é.é", "W1tb" * 900 + ".e30.AAAA", "...", " "])
@pytest.mark.parametrize(
    ("action", "field"), [("refresh", "refresh"), ("verify", "token"), ("logout", "refresh")]
)
def test_garbage_is_no_token(action: str, field: str, token: str) -> None:
    answer = post_json(f"jwt/{action}/", **{field: token})
    assert answer.status_code in {400, 401}
    assert set(answer.json()["error"]) >= {"code", "message"}


@pytest.mark.django_db
@pytest.mark.parametrize("given", ["x", "é", "W1tb" * 1500 + ".e30.AAAA"])
def test_garbage_in_the_header_is_no_token(given: str) -> None:
    assert with_token(given).get(AUTH + "users/me/").status_code == 401
