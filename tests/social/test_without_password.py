"""What an account without a password is asked for in its place, on the page and in the API."""

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from accounts import jwt_tokens
from accounts.models import LinkedAccount, User
from accounts.personal_data import personal_data_as_json
from accounts.settings_forms import NOT_YOURS, SIGN_IN_AGAIN
from accounts.tests.builders import AUTH, NEW_PASSWORD, PASSWORD
from tests.shown import field_errors, form_errors
from tests.social.walk import Walk

BACKEND = "django.contrib.auth.backends.ModelBackend"
PAGE = reverse("accounts:account")
NEW = {"password": NEW_PASSWORD, "re_password": NEW_PASSWORD}
ADDRESS = {"new_email": "new@example.org"}


def send(walk: Walk, name: str, slug: str = "", **form: str) -> Any:
    return walk.browser.post(reverse(name, args=[slug] if slug else []), form)


@pytest.fixture
def later(carol: Walk) -> Iterator[None]:
    with time_machine.travel(time.time() + 601):
        yield


def test_a_first_password_is_set(carol: Walk) -> None:
    elsewhere = Walk(Client())
    elsewhere.whole()
    assert "Set a password" in carol.browser.get(PAGE).content.decode()
    assert send(carol, "accounts:change_password", **NEW)["Location"] == PAGE
    assert carol.who is not None
    assert carol.who.check_password(NEW_PASSWORD)
    assert carol.browser.get(PAGE).status_code == 200
    assert elsewhere.browser.get(PAGE).status_code == 302


def test_31_a_first_password_is_a_good_one(carol: Walk) -> None:
    page = send(carol, "accounts:change_password", password="12345678", re_password="12345678")
    assert "password" in field_errors(page, "password")


def test_from_then_on_it_is_asked_for(carol: Walk) -> None:
    send(carol, "accounts:change_password", **NEW)
    page = send(carol, "accounts:delete_account")
    assert "current_password" in field_errors(page, "delete")
    assert carol.who is not None


def test_who_just_signed_in_changes_the_address(carol: Walk) -> None:
    send(carol, "accounts:change_email", **ADDRESS)
    assert carol.who is not None
    assert carol.who.email == "new@example.org"


def test_who_just_signed_in_deletes_the_account(carol: Walk) -> None:
    assert send(carol, "accounts:delete_account")["Location"] == "/"
    assert not User.objects.exists()
    assert not LinkedAccount.objects.exists()


FORMS: dict[str, tuple[str, dict[str, str]]] = {
    "password": ("accounts:change_password", NEW),
    "email": ("accounts:change_email", ADDRESS),
    "delete": ("accounts:delete_account", {}),
}


@pytest.mark.parametrize("section", FORMS)
def test_ten_minutes_later_none_of_it_is_done(carol: Walk, later: None, section: str) -> None:
    name, form = FORMS[section]
    page = send(carol, name, **form)
    assert SIGN_IN_AGAIN in form_errors(page, section)
    assert carol.who is not None
    assert (carol.who.email, carol.who.has_usable_password()) == ("alice@example.org", False)


@pytest.mark.parametrize("name", ["connect", "disconnect"])
def test_nor_is_a_way_in_changed(carol: Walk, later: None, name: str) -> None:
    page = send(carol, f"social:{name}", "github")
    assert form_errors(page, "ways") == [SIGN_IN_AGAIN]


def test_signing_in_again_opens_it_for_ten_minutes_more(carol: Walk, later: None) -> None:
    assert "Sign in again with Example ID" in carol.browser.get(PAGE).content.decode()
    before = carol.browser.session.session_key
    assert carol.whole(next=PAGE)["Location"] == PAGE
    assert carol.browser.session.session_key != before
    assert "Sign in again" not in carol.browser.get(PAGE).content.decode()
    send(carol, "accounts:change_email", **ADDRESS)
    assert carol.who is not None
    assert carol.who.email == "new@example.org"


def test_26_a_copied_cookie_is_no_fresher_for_it(carol: Walk, later: None) -> None:
    thief = Walk(Client())
    thief.browser.cookies["session"] = carol.browser.cookies["session"].value
    assert thief.browser.get(PAGE).status_code == 200
    carol.whole()
    assert thief.browser.get(PAGE).status_code == 302
    send(thief, "accounts:delete_account")
    assert User.objects.exists()


def test_the_form_s_own_field_does_not_stand_in(carol: Walk, later: None) -> None:
    for guess in ("", "!", PASSWORD):
        send(carol, "accounts:delete_account", current_password=guess)
    assert User.objects.exists()


# --- by the API ------------------------------------------------------------------------------------
def delete(client: Any) -> Any:
    return client.delete(AUTH + "users/me/", {}, content_type="application/json")


def change_address(client: Any) -> Any:
    return client.post(AUTH + "users/set_email/", ADDRESS, content_type="application/json")


def set_password(client: Any) -> Any:
    given = {"new_password": NEW_PASSWORD}
    return client.post(AUTH + "users/set_password/", given, content_type="application/json")


ACTS = [delete, change_address, set_password]
Act = Callable[[Any], Any]


def problem(answer: Any) -> str:
    return str(answer.json()["error"]["fields"]["current_password"][0])


@pytest.mark.parametrize("act", ACTS)
def test_the_api_takes_a_fresh_session_for_a_password_that_there_is_not(
    carol: Walk, act: Act
) -> None:
    assert act(carol.browser).status_code in (200, 204)


@pytest.mark.parametrize("act", ACTS)
def test_the_api_refuses_an_old_session(carol: Walk, later: None, act: Act) -> None:
    answer = act(carol.browser)
    assert (answer.status_code, problem(answer)) == (400, SIGN_IN_AGAIN)
    assert carol.who is not None
    assert (carol.who.email, carol.who.has_usable_password()) == ("alice@example.org", False)


@pytest.mark.parametrize("act", ACTS)
def test_a_token_is_never_fresh(carol: Walk, act: Act) -> None:
    """Also not one that comes with the cookie of a fresh session."""
    assert carol.who is not None
    client = Client(headers={"Authorization": f"Bearer {jwt_tokens.issue(carol.who).access}"})
    client.cookies = carol.browser.cookies
    answer = act(client)
    assert (answer.status_code, problem(answer)) == (400, SIGN_IN_AGAIN)


@pytest.mark.parametrize("act", ACTS)
def test_who_has_a_password_gives_it_to_the_api(alice: Walk, act: Act) -> None:
    answer = act(alice.browser)
    assert (answer.status_code, problem(answer)) == (400, "This field is required.")
    assert alice.who is not None
    assert alice.who.check_password(PASSWORD)


def test_a_wrong_one_is_told(alice: Walk) -> None:
    given = {"current_password": "wrong"}
    path = AUTH + "users/me/"
    answer = alice.browser.delete(path, given, content_type="application/json")
    assert (answer.status_code, problem(answer)) == (400, NOT_YOURS)


def test_its_owner_may_take_it_away(carol: Walk) -> None:
    assert carol.who is not None
    (linked,) = json.loads("".join(personal_data_as_json(carol.who)))["linked_accounts"]
    assert linked["label"] == "alice@example.org"
    assert "digest" not in linked
