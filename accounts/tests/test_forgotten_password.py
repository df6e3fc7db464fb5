from urllib.parse import urlsplit

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from pytest_django.asserts import assertRedirects

from accounts import mailed_links, tasks, views
from accounts.models import User
from accounts.tests.builders import AUTH, NEW_PASSWORD, PASSWORD, bearer, post_json
from tests.shown import field_errors, fields

ASK = reverse("accounts:forgot_password")
SIGN_IN = reverse("accounts:sign_in")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mailing(settings: Settings) -> None:
    settings.SENDS_MAIL = True


def form_page(client: Client, user: User) -> str:
    """Follow the mailed link to the address of the form."""
    answer = client.get(urlsplit(mailed_links.new_password_link(user)).path)
    return str(answer["Location"])


def test_the_page_asks_for_an_address(client: Client) -> None:
    assert list(fields(client.get(ASK))) == ["email"]


@pytest.mark.parametrize("email", ["alice@example.org", "nobody@example.org"])
def test_any_address_is_answered_alike_and_the_worker_mails(
    client: Client, alice: User, email: str
) -> None:
    assertRedirects(client.post(ASK, {"email": email}), SIGN_IN)
    assert DBTaskResult.objects.get().args_kwargs["args"] == [email]
    assert mail.outbox == []


@pytest.mark.parametrize("email", ["alice@example.org", "nobody@example.org"])
def test_a_site_without_mail_says_so_whoever_asks(
    client: Client, alice: User, settings: Settings, email: str
) -> None:
    settings.SENDS_MAIL = False
    page = client.get(ASK).content.decode()
    assert "This site cannot send mail" in page
    assert "changepassword" in page
    assert "Send link" not in page
    sent = client.post(ASK, {"email": email})
    assert "This site cannot send mail" in sent.content.decode()
    assert views.LINK_IS_COMING not in sent.content.decode()
    assert post_json("users/reset_password/", email=email).status_code == 204


def test_no_address_is_told_at_the_field(client: Client) -> None:
    assert "email" in field_errors(client.post(ASK, {"email": "alice"}))


@time_machine.travel("2026-11-30", tick=False)
def test_the_mail_goes_to_the_stored_address(alice: User, settings: Settings) -> None:
    settings.SITE_URL = urlsplit("https://films.example.org")
    tasks.send_new_password_link.call("Alice@Example.org")
    [sent] = mail.outbox
    assert sent.to == ["alice@example.org"]
    assert mailed_links.new_password_link(alice) in sent.body
    assert "https://films.example.org/new-password/" in sent.body


@pytest.mark.parametrize("change", [{"is_active": False}, {"password": "!"}])
def test_no_mail_to_whoever_may_not_sign_in(alice: User, change: dict[str, object]) -> None:
    User.objects.update(**change)
    tasks.send_new_password_link.call("alice@example.org")
    assert mail.outbox == []


def test_no_mail_to_a_stranger(alice: User) -> None:
    tasks.send_new_password_link.call("nobody@example.org")
    assert mail.outbox == []


def test_the_link_sets_a_password(client: Client, alice: User) -> None:
    page = form_page(client, alice)
    answer = client.post(page, {"password": NEW_PASSWORD, "re_password": NEW_PASSWORD})
    assertRedirects(answer, SIGN_IN)
    alice.refresh_from_db()
    assert alice.check_password(NEW_PASSWORD)


def test_the_page_refuses_a_weak_password(client: Client, alice: User) -> None:
    page = client.post(form_page(client, alice), {"password": "alice", "re_password": "alice"})
    assert "password" in field_errors(page)


def test_a_forged_link_shows_no_form(client: Client, alice: User) -> None:
    page = client.get(reverse("accounts:new_password", args=["MQ", "forged-token"]))
    assert page.status_code == 200
    assert "has expired or was already used" in page.content.decode()


def test_the_api_sets_a_password_by_the_link(alice: User) -> None:
    _, uid, token, _ = urlsplit(mailed_links.new_password_link(alice)).path.rsplit("/", 3)
    answer = post_json(
        "users/reset_password_confirm/", uid=uid, token=token, new_password=NEW_PASSWORD
    )
    assert answer.status_code == 204
    alice.refresh_from_db()
    assert alice.check_password(NEW_PASSWORD)


@pytest.mark.parametrize("uid", ["MQ", "", "%%%", "x" * 41, "YWJj", "4pyT"])
def test_the_api_refuses_a_bad_link(alice: User, uid: str) -> None:
    answer = post_json(
        "users/reset_password_confirm/", uid=uid, token="1-2", new_password=NEW_PASSWORD
    )
    assert answer.status_code == 400
    alice.refresh_from_db()
    assert alice.check_password(PASSWORD)


def test_the_api_refuses_a_weak_password(alice: User) -> None:
    _, uid, token, _ = urlsplit(mailed_links.new_password_link(alice)).path.rsplit("/", 3)
    answer = post_json("users/reset_password_confirm/", uid=uid, token=token, new_password="alice")
    assert "new_password" in answer.json()["error"]["fields"]


def test_asking_takes_no_get(alice: User) -> None:
    assert bearer(alice).get(AUTH + "users/reset_password/").status_code == 405
