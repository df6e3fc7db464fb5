from typing import Any

import pytest
from django.test import Client

from accounts import services
from accounts.models import User
from accounts.tests.builders import PASSWORD, bearer, post_json, sign_up_form
from accounts.throttles import SignUpThrottle

pytestmark = pytest.mark.django_db


def sign_up(**changes: Any) -> Any:
    return post_json("users/", **(sign_up_form() | changes))


def fields_of(answer: Any) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = answer.json()["error"]["fields"]
    return fields


def test_it_makes_an_account() -> None:
    answer = sign_up(name="Ann")
    user = User.objects.get()
    assert answer.status_code == 201
    shown = answer.json()
    assert shown.pop("date_joined")
    assert shown == {"id": user.pk, "email": "alice@example.org", "name": "Ann"}
    assert user.check_password(PASSWORD)


def test_the_name_may_be_left_out() -> None:
    assert sign_up().json()["name"] == ""


def test_the_address_is_answered_in_lower_case() -> None:
    assert sign_up(email="Alice@Example.ORG").json()["email"] == "alice@example.org"


@pytest.mark.databases
def test_a_taken_address_is_told_at_its_field(alice: User) -> None:
    answer = sign_up(email="ALICE@example.org")
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "invalid"
    assert fields_of(answer) == {"email": ["An account with this address already exists."]}


@pytest.mark.databases
def test_an_address_taken_a_moment_ago_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(**given: str) -> User:
        raise services.EmailTaken("It is taken.")

    monkeypatch.setattr(services, "sign_up", taken)
    assert fields_of(sign_up()) == {"email": ["It is taken."]}


def test_two_different_passwords_are_refused() -> None:
    assert list(fields_of(sign_up(re_password="another 7 words"))) == ["re_password"]


def test_a_password_keeps_the_spaces_at_its_ends() -> None:
    sign_up(password=f" {PASSWORD} ", re_password=f" {PASSWORD} ")
    assert User.objects.get().check_password(f" {PASSWORD} ")


@pytest.mark.parametrize(
    ("field", "bad"),
    [
        ("email", "alice"),
        ("email", ""),
        ("email", None),
        ("email", ["alice@example.org"]),
        ("email", "a\0b@example.org"),
        ("email", "x" * 250 + "@example.org"),
        ("email", "a@" + ".".join(["İ" * 30] * 7) + ".org"),
        ("name", "x" * 61),
        ("password", "x" * 257),
        ("password", {}),
    ],
)
def test_bad_input_is_told_at_its_field(field: str, bad: Any) -> None:
    answer = sign_up(**{field: bad})
    assert answer.status_code == 400
    assert field in fields_of(answer)


def test_every_missing_field_is_told() -> None:
    assert set(fields_of(post_json("users/"))) == {"email", "password", "re_password"}


@pytest.mark.parametrize("body", ["[]", "null", "{", '"alice"'])
def test_something_that_is_no_object_is_refused(client: Client, body: str) -> None:
    answer = client.post("/api/v1/auth/users/", body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "parse_error"


def test_over_the_rate_it_says_when_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SignUpThrottle, "rate", "1/hour", raising=False)
    sign_up(email="bad")
    answer = sign_up()
    assert answer.status_code == 429
    assert answer.json()["error"]["code"] == "throttled"
    assert int(answer["Retry-After"]) > 3500


def test_the_list_is_for_those_signed_in() -> None:
    assert Client().get("/api/v1/auth/users/").status_code == 401


def test_other_methods_are_refused(alice: User) -> None:
    assert bearer(alice).delete("/api/v1/auth/users/").status_code == 405
