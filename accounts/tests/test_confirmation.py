"""Sign-ups and new addresses that a mailed link confirms."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings

from accounts import mailed_links, tasks
from accounts.models import User
from accounts.tests.builders import (
    AUTH,
    NEW_PASSWORD,
    PASSWORD,
    bearer,
    make_user,
    post_json,
    sign_up_form,
)
from tests.shown import field_errors

EMAIL = "alice@example.org"

pytestmark = pytest.mark.django_db


@pytest.fixture
def mailing(settings: Settings) -> None:
    settings.CONFIRM_SIGN_UPS = settings.SENDS_MAIL = True


@pytest.fixture
def posted(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is queued is done at once, as by a worker that has nothing else to do."""
    for name in (
        "send_sign_up_mail",
        "send_new_password_link",
        "send_new_address_link",
        "send_address_changed",
    ):
        task = getattr(tasks, name)
        monkeypatch.setattr(type(task), "enqueue", lambda self, *given: self.call(*given))


def link_in(message: mail.EmailMessage) -> str:
    found = re.search(r"https?://\S+", str(message.body))
    assert found
    return urlsplit(found.group()).path


def uid_and_token() -> dict[str, str]:
    uid, token = link_in(mail.outbox[-1]).strip("/").split("/")[-2:]
    return {"uid": uid, "token": token}


def sign_in() -> int:
    asked = {"email": EMAIL, "password": PASSWORD}
    return int(post_json("jwt/create/", **asked).status_code)


@pytest.mark.usefixtures("mailing", "posted")
class TestSignUp:
    def test_the_account_waits_for_the_link(self) -> None:
        answer = post_json("users/", **sign_up_form())
        assert (answer.status_code, answer.json()) == (202, {"email": EMAIL})
        assert sign_in() == 401
        done = post_json("users/activation/", **uid_and_token(), password=PASSWORD)
        assert done.status_code == 204
        assert sign_in() == 200

    def test_the_link_alone_is_not_enough(self) -> None:
        post_json("users/", **sign_up_form())
        refused = post_json("users/activation/", **uid_and_token(), password=NEW_PASSWORD)
        assert refused.json()["error"]["fields"].keys() == {"password"}
        assert not User.objects.get().is_active

    def test_it_works_once(self) -> None:
        post_json("users/", **sign_up_form())
        given = uid_and_token() | {"password": PASSWORD}
        post_json("users/activation/", **given)
        assert post_json("users/activation/", **given).status_code == 400

    def test_it_does_not_wake_an_account_that_was_stopped(self) -> None:
        post_json("users/", **sign_up_form())
        given = uid_and_token() | {"password": PASSWORD}
        User.objects.update(is_confirmed=True, is_active=False)
        assert post_json("users/activation/", **given).status_code == 400
        assert not User.objects.get().is_active

    def test_signing_up_again_replaces_the_password_and_ends_the_first_link(self) -> None:
        post_json("users/", **sign_up_form(password=NEW_PASSWORD, re_password=NEW_PASSWORD))
        first = uid_and_token()
        post_json("users/", **sign_up_form())
        stale = post_json("users/activation/", **first, password=NEW_PASSWORD)
        assert stale.status_code == 400
        assert post_json("users/activation/", **uid_and_token(), password=PASSWORD)
        assert sign_in() == 200

    def test_16_whoever_has_an_account_is_told_by_mail_and_nobody_else_is(self) -> None:
        alice = make_user()
        answer = post_json(
            "users/", **sign_up_form(password=NEW_PASSWORD, re_password=NEW_PASSWORD)
        )
        assert (answer.status_code, answer.json()) == (202, {"email": EMAIL})
        assert "You already have an account" in mail.outbox[0].subject
        assert User.objects.get() == alice
        assert sign_in() == 200

    def test_an_address_gets_five_mails_an_hour(self) -> None:
        answers = {post_json("users/", **sign_up_form()).status_code for _ in range(7)}
        assert (answers, len(mail.outbox)) == ({202}, 5)

    def test_no_new_password_is_mailed_before_it_is_confirmed(self) -> None:
        post_json("users/", **sign_up_form())
        post_json("users/reset_password/", email=EMAIL)
        assert len(mail.outbox) == 1

    def test_the_site_leads_there_too(self, client: Client) -> None:
        page = client.post("/sign-up/", sign_up_form(), follow=True)
        assert EMAIL in page.content.decode()
        assert "_auth_user_id" not in client.session
        link = link_in(mail.outbox[0])
        asked = client.get(link)
        assert asked.status_code == 200
        assert '<input type="password" name="password"' in asked.content.decode()
        assert not User.objects.get().is_active  # looking at it is not enough
        wrong = client.post(link, {"password": NEW_PASSWORD})
        assert field_errors(wrong).keys() == {"password"}
        assert client.post(link, {"password": PASSWORD}).status_code == 302
        assert client.session["_auth_user_id"] == str(User.objects.get().pk)

    def test_the_site_tells_nobody_who_has_an_account(self, client: Client) -> None:
        make_user()
        known = client.post("/sign-up/", sign_up_form())
        unknown = Client().post("/sign-up/", sign_up_form(email="carol@example.org"))
        assert (known.status_code, known["Location"]) == (302, unknown["Location"])

    @pytest.mark.parametrize("path", ["/confirm/x/y/", "/confirm/MQ/y-z/", "/confirm/99/a/"])
    def test_a_made_up_link_says_what_to_do(self, client: Client, path: str) -> None:
        page = client.get(path)
        assert page.status_code == 200
        assert "sign up again" in page.content.decode()


@pytest.fixture
def alice() -> User:
    return make_user()


def ask(user: User, email: str = "ann@example.org", **given: str) -> Any:
    body = {"current_password": PASSWORD, "new_email": email} | given
    return bearer(user).post(AUTH + "users/set_email/", body, format="json")


class TestNewAddress:
    def test_without_mail_it_is_changed_at_once(self, alice: User) -> None:
        assert ask(alice).json() == {"email": "ann@example.org", "waits": False}
        assert User.objects.get().email == "ann@example.org"

    def test_it_wants_the_password(self, alice: User) -> None:
        refused = ask(alice, current_password=NEW_PASSWORD)
        assert refused.json()["error"]["fields"].keys() == {"current_password"}

    def test_without_mail_a_taken_one_is_told(self, alice: User) -> None:
        make_user("bob")
        refused = ask(alice, "BOB@example.org")
        assert refused.json()["error"]["fields"].keys() == {"new_email"}
        assert User.objects.get(pk=alice.pk).email == EMAIL

    @pytest.mark.usefixtures("mailing", "posted")
    def test_with_mail_the_link_changes_it_once_and_the_old_address_is_told(
        self, alice: User
    ) -> None:
        assert ask(alice).json() == {"email": EMAIL, "waits": True}
        assert mail.outbox[0].to == ["ann@example.org"]
        given = {"token": link_in(mail.outbox[0]).strip("/").split("/")[-1]}
        assert post_json("users/set_email_confirm/", **given).status_code == 204
        assert User.objects.get().email == "ann@example.org"
        assert (mail.outbox[1].to, "ann@example.org" in mail.outbox[1].body) == ([EMAIL], True)
        assert post_json("users/set_email_confirm/", **given).status_code == 400

    @pytest.mark.usefixtures("mailing", "posted")
    def test_with_mail_nobody_learns_who_has_an_account(self, alice: User) -> None:
        make_user("bob")
        assert ask(alice, "bob@example.org").json() == ask(alice, "nobody@example.org").json()
        token = mailed_links.new_address_link(alice, "bob@example.org").strip("/").split("/")[-1]
        refused = post_json("users/set_email_confirm/", token=token)
        assert (refused.status_code, refused.json()["error"]["code"]) == (400, "email_taken")

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda user: user.set_password(NEW_PASSWORD),
            lambda user: setattr(user, "email", "else@example.org"),
            lambda user: setattr(user, "is_active", False),
        ],
        ids=["another password", "another address", "inactive"],
    )
    def test_the_link_is_dead_after_a_change(
        self, alice: User, spoil: Callable[[User], None]
    ) -> None:
        token = mailed_links.new_address_link(alice, "ann@example.org").strip("/").split("/")[-1]
        spoil(alice)
        alice.save()
        assert post_json("users/set_email_confirm/", token=token).status_code == 400

    def test_the_site_s_page_asks_before_it_changes_anything(
        self, alice: User, client: Client
    ) -> None:
        path = urlsplit(mailed_links.new_address_link(alice, "ann@example.org")).path
        assert "ann@example.org" in client.get(path).content.decode()
        assert User.objects.get().email == EMAIL
        assert client.post(path).status_code == 302
        assert User.objects.get().email == "ann@example.org"


@pytest.mark.parametrize("path", [AUTH + "users/", "/sign-up/"])
def test_a_closed_site_makes_no_account(client: Client, settings: Settings, path: str) -> None:
    settings.SIGN_UP_OPEN = False
    kind = "application/json" if path.startswith("/api") else "application/x-www-form-urlencoded"
    body = sign_up_form() if path.startswith("/api") else urlencode(sign_up_form())
    refused = client.post(path, body, content_type=kind)
    assert refused.status_code == 403
    assert "closed" in refused.content.decode()
    assert not User.objects.exists()


def test_a_closed_site_offers_no_sign_up(client: Client, settings: Settings) -> None:
    settings.SIGN_UP_OPEN = False
    assert "/sign-up/" not in client.get("/sign-in/").content.decode()
