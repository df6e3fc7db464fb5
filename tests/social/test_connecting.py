"""Connecting and disconnecting on the account's page."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from accounts import tasks
from accounts.models import LinkedAccount, User
from accounts.social import services
from accounts.social.identity import Identity
from accounts.tests.builders import NEW_PASSWORD, PASSWORD, make_user
from accounts.throttles import SignInThrottle
from nextflex.conf.social import Provider as Named
from tests.shown import field_errors, form_errors, leads_to
from tests.social.provider import Provider
from tests.social.walk import Walk, of, words_of

BACKEND = "django.contrib.auth.backends.ModelBackend"
PAGE = reverse("accounts:account")
NEW = {"password": NEW_PASSWORD, "re_password": NEW_PASSWORD}
ADDRESS = {"new_email": "new@example.org"}


def send(walk: Walk, name: str, slug: str = "", **form: str) -> Any:
    return walk.browser.post(reverse(name, args=[slug] if slug else []), form)


def test_it_is_connected_from_the_account_s_page(alice: Walk) -> None:
    shown = alice.connect()
    assert shown["Location"] == PAGE
    assert LinkedAccount.objects.get().user == alice.who
    again = Walk(Client())
    again.whole()
    assert again.who == alice.who


def test_an_unverified_address_may_be_connected(alice: Walk, provider: Provider) -> None:
    """Nobody is known by it: the subject counts."""
    provider.person |= {"email": "else@example.org", "email_verified": False}
    alice.connect()
    assert LinkedAccount.objects.exists()


@pytest.mark.parametrize("name", ["connect", "disconnect"])
@pytest.mark.parametrize("given", [{}, {"current_password": "wrong"}])
def test_it_wants_the_password(
    alice: Walk, provider: Provider, name: str, given: dict[str, str]
) -> None:
    page = send(alice, f"social:{name}", "oidc", **given)
    assert field_errors(page, "ways").keys() == {"current_password"}
    assert not provider.asked


def test_its_password_is_not_guessed_here(alice: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SignInThrottle, "rate", "2/minute", raising=False)
    shown = [send(alice, "social:connect", "oidc", current_password="x") for _ in range(3)]
    assert [one.status_code for one in shown] == [200, 200, 429]


def test_a_guest_connects_nothing(walk: Walk) -> None:
    for name in ("connect", "disconnect"):
        assert send(walk, f"social:{name}", "oidc")["Location"].startswith("/sign-in/?next=")


def test_the_way_back_is_good_for_who_began_it(alice: Walk) -> None:
    page = send(alice, "social:connect", "oidc", current_password=PASSWORD)
    back = alice.way_back(leads_to(page))
    alice.browser.force_login(make_user("bob"), BACKEND)
    assert "Start again" in words_of(alice.browser.get(back))
    assert not LinkedAccount.objects.exists()


def test_a_guest_s_way_back_is_not_that_of_who_signed_in_since(walk: Walk) -> None:
    """Signing in keeps what a guest's session held."""
    back = walk.way_back(walk.address())
    walk.browser.force_login(make_user("bob"), BACKEND)
    assert "Start again" in words_of(walk.browser.get(back))
    assert (User.objects.count(), LinkedAccount.objects.count()) == (1, 0)


def test_an_account_elsewhere_opens_one_account(alice: Walk) -> None:
    alice.connect()
    bob = of(make_user("bob"))
    assert "already connected to another account here" in words_of(bob.connect())
    assert LinkedAccount.objects.get().user == alice.who


def test_a_provider_is_connected_once(alice: Walk, provider: Provider) -> None:
    alice.connect()
    provider.person["sub"] = "alice-8"
    assert "Disconnect it first" in words_of(alice.connect())
    assert LinkedAccount.objects.count() == 1


def test_connecting_again_changes_nothing(alice: Walk) -> None:
    alice.connect()
    alice.connect()
    assert LinkedAccount.objects.count() == 1


def test_it_is_disconnected(alice: Walk) -> None:
    alice.connect()
    send(alice, "social:disconnect", "oidc", current_password=PASSWORD)
    assert not LinkedAccount.objects.exists()
    again = Walk(Client())
    again.whole()
    assert again.who is None


def test_what_is_not_connected_is_not_disconnected(alice: Walk) -> None:
    page = send(alice, "social:disconnect", "oidc", current_password=PASSWORD)
    assert form_errors(page, "ways")


@pytest.mark.parametrize("name", ["connect", "disconnect"])
def test_a_provider_that_is_not_named_is_not_found(alice: Walk, name: str) -> None:
    assert send(alice, f"social:{name}", "google", current_password=PASSWORD).status_code == 404


def test_nobody_disconnects_another_s(alice: Walk) -> None:
    alice.connect()
    bob = of(make_user("bob"))
    send(bob, "social:disconnect", "oidc", current_password=PASSWORD)
    assert LinkedAccount.objects.get().user == alice.who


def test_its_owner_is_told_of_either_by_mail(alice: Walk) -> None:
    alice.connect()
    send(alice, "social:disconnect", "oidc", current_password=PASSWORD)
    assert alice.who is not None
    assert DBTaskResult.objects.count() == 2
    for is_open in (True, False):
        tasks.send_way_in_changed.call(alice.who.pk, "Example ID", is_open=is_open)
    shown = [one.body for one in mail.outbox]
    assert "can now be used to sign in" in shown[0]
    assert "can no longer be used to sign in" in shown[1]
    assert {one.to[0] for one in mail.outbox} == {"alice@example.org"}


def test_the_last_way_in_stays(carol: Walk) -> None:
    page = send(carol, "social:disconnect", "oidc")
    assert form_errors(page, "ways") == [services.LAST]
    assert LinkedAccount.objects.exists()


def test_one_of_two_ways_may_go(carol: Walk) -> None:
    carol.connect("github", password="")
    send(carol, "social:disconnect", "oidc")
    assert LinkedAccount.objects.get().label == "octo"
    assert form_errors(send(carol, "social:disconnect", "github"), "ways")


def test_a_provider_that_the_site_does_not_name_is_no_way_in(carol: Walk) -> None:
    assert carol.who is not None
    identity = Identity("https://gone.example", "carol")
    services.connect(carol.who, identity, Named("gone", "Gone", identity.issuer, "a", "b"))
    assert form_errors(send(carol, "social:disconnect", "oidc"), "ways")


def test_with_a_password_the_last_link_may_go(carol: Walk) -> None:
    send(carol, "accounts:change_password", **NEW)
    send(carol, "social:disconnect", "oidc", current_password=NEW_PASSWORD)
    assert not LinkedAccount.objects.exists()
