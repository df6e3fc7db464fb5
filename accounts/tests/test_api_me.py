import pytest
from django.test import Client

from accounts.models import User
from accounts.tests.builders import AUTH, NEW_PASSWORD, PASSWORD, bearer, signed_in

ME = AUTH + "users/me/"
SET_PASSWORD = AUTH + "users/set_password/"


def test_it_tells_who_one_is(alice: User) -> None:
    shown = bearer(alice).get(ME).json()
    assert shown.pop("date_joined").endswith("Z")
    assert shown == {"id": alice.pk, "email": "alice@example.org", "name": ""}


def test_a_session_works_too(alice: User) -> None:
    assert signed_in(alice).get(ME).json()["id"] == alice.pk


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
def test_a_guest_is_asked_to_sign_in(client: Client, method: str) -> None:
    answer = getattr(client, method)(ME, {}, content_type="application/json")
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Bearer")
    assert answer.json()["error"]["code"] == "not_authenticated"


@pytest.mark.parametrize("method", ["put", "patch"])
def test_the_name_can_be_changed(alice: User, method: str) -> None:
    answer = getattr(bearer(alice), method)(ME, {"name": "Ann"}, format="json")
    assert answer.json()["name"] == "Ann"
    alice.refresh_from_db()
    assert alice.name == "Ann"


def test_the_address_cannot_be_changed(alice: User) -> None:
    bearer(alice).patch(ME, {"email": "eve@example.org"}, format="json")
    alice.refresh_from_db()
    assert alice.email == "alice@example.org"


def test_a_long_name_is_refused(alice: User) -> None:
    answer = bearer(alice).patch(ME, {"name": "x" * 61}, format="json")
    assert answer.status_code == 400
    assert "name" in answer.json()["error"]["fields"]


def test_post_is_refused(alice: User) -> None:
    assert bearer(alice).post(ME, {}, format="json").status_code == 405


@pytest.mark.parametrize("body", [{}, {"current_password": "no"}, {"current_password": ["no"]}])
def test_deleting_needs_the_password(alice: User, body: dict[str, object]) -> None:
    answer = bearer(alice).delete(ME, body, format="json")
    assert answer.status_code == 400
    assert "current_password" in answer.json()["error"]["fields"]
    assert User.objects.filter(pk=alice.pk).exists()


def test_deleting_in_a_session_ends_it(alice: User) -> None:
    browser = signed_in(alice)
    body = {"current_password": PASSWORD}
    assert browser.delete(ME, body, content_type="application/json").status_code == 204
    assert "_auth_user_id" not in browser.session


def test_the_password_can_be_changed(alice: User) -> None:
    body = {"current_password": PASSWORD, "new_password": NEW_PASSWORD}
    assert bearer(alice).post(SET_PASSWORD, body, format="json").status_code == 204
    alice.refresh_from_db()
    assert alice.check_password(NEW_PASSWORD)


def test_the_session_that_changes_the_password_stays(alice: User) -> None:
    browser = signed_in(alice)
    body = {"current_password": PASSWORD, "new_password": NEW_PASSWORD}
    browser.post(SET_PASSWORD, body, content_type="application/json")
    assert browser.get(ME).status_code == 200


@pytest.mark.parametrize(
    ("field", "bad"), [("current_password", "no"), ("new_password", "12345"), ("new_password", "")]
)
def test_a_bad_change_is_refused(alice: User, field: str, bad: str) -> None:
    body = {"current_password": PASSWORD, "new_password": NEW_PASSWORD} | {field: bad}
    answer = bearer(alice).post(SET_PASSWORD, body, format="json")
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == [field]
    alice.refresh_from_db()
    assert alice.check_password(PASSWORD)


@pytest.mark.django_db
def test_a_guest_changes_no_password(client: Client) -> None:
    assert client.post(SET_PASSWORD, {}, content_type="application/json").status_code == 401


def test_changing_a_password_takes_no_get(alice: User) -> None:
    assert bearer(alice).get(SET_PASSWORD).status_code == 405


def test_what_it_takes_can_be_asked_for(alice: User) -> None:
    assert bearer(alice).options(ME).json()["actions"]["PUT"]["name"]["max_length"] == 60


@pytest.mark.parametrize("name", [0, True, ["Alice"], {"first": "Alice"}])
def test_a_name_is_text(alice: User, name: object) -> None:
    answer = bearer(alice).patch(ME, {"name": name}, format="json")
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == ["name"]
