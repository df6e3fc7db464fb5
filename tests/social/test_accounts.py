"""Which account somebody's identity elsewhere opens, and which it never does."""

from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from accounts import mailed_links, services, tasks
from accounts.models import BrowserSession, LinkedAccount, User
from accounts.social import services as social
from accounts.tests.builders import PASSWORD, make_user
from tests.builders import make_movie
from tests.social.provider import Provider
from tests.social.walk import BACK, Walk, of, words_of
from uploads.models import Rating

BEGIN = reverse("social:begin", args=["oidc"])


def test_the_same_person_comes_back_to_the_same_account(walk: Walk, provider: Provider) -> None:
    walk.whole()
    provider.person |= {"email": "another@example.org", "email_verified": False}
    again = Walk(Client())
    again.whole()
    assert again.who == walk.who
    assert User.objects.count() == 1
    assert LinkedAccount.objects.get().label == "another@example.org"


@pytest.mark.parametrize("sub", ["ALICE-7", "alice-7 ", "álice-7"])
def test_a_look_alike_is_somebody_else(walk: Walk, provider: Provider, sub: str) -> None:
    walk.whole()
    provider.person |= {"sub": sub, "email": "other@example.org"}
    other = Walk(Client())
    other.whole()
    assert other.who is not None
    assert other.who != walk.who


def test_the_same_number_at_another_provider_is_somebody_else(
    walk: Walk, provider: Provider
) -> None:
    provider.person["sub"] = "583231"
    walk.whole()
    provider.person["email"] = "octo@example.org"
    other = Walk(Client())
    other.whole("github")
    assert other.who is not None
    assert other.who != walk.who


@pytest.mark.parametrize("slug", list(BACK))
def test_an_account_with_the_address_is_not_taken_over(walk: Walk, slug: str) -> None:
    alice = make_user("alice")
    shown = walk.whole(slug)
    assert "Sign in as before" in words_of(shown)
    assert shown["Location"] == reverse("accounts:sign_in")
    assert walk.who is None
    assert not LinkedAccount.objects.exists()
    alice.refresh_from_db()
    assert alice.check_password(PASSWORD)


def test_nor_one_that_another_provider_opens(walk: Walk) -> None:
    walk.whole("github")
    other = Walk(Client())
    assert "Sign in as before" in words_of(other.whole())
    assert other.who is None


def test_another_spelling_of_the_address_is_the_same_one(walk: Walk, provider: Provider) -> None:
    make_user("alice")
    provider.person["email"] = "ALICE@Example.org"
    walk.whole()
    assert walk.who is None


@pytest.mark.parametrize(
    "change",
    [
        {"email_verified": False},
        {"email_verified": "false"},
        {"email_verified": None},
        {"email_verified": 0},
        {"email_verified": "yes"},
        {"email": None},
        {"email": ""},
        {"email": "no address"},
        {"email": ["alice@example.org"]},
        {"email": "alice@example.org\nBcc: all@example.org, x@example.org"},
        {"email": f"{'a' * 60}@{'long.' * 50}example.org"},
    ],
)
@pytest.mark.parametrize("slug", list(BACK))
def test_16_without_a_verified_address_nobody_signs_up(
    walk: Walk, provider: Provider, slug: str, change: dict[str, Any]
) -> None:
    provider.person |= change
    assert "has not verified your e-mail address" in words_of(walk.whole(slug))
    assert (walk.who, User.objects.count()) == (None, 0)


def test_16_an_address_that_lacks_the_claim_is_not_verified(walk: Walk, provider: Provider) -> None:
    del provider.person["email_verified"]
    walk.whole()
    assert not User.objects.exists()


def test_verified_may_be_a_word(walk: Walk, provider: Provider) -> None:
    provider.person["email_verified"] = "true"
    walk.whole()
    assert walk.who is not None


def test_10_a_shut_account_is_not_opened(walk: Walk) -> None:
    walk.whole()
    User.objects.update(is_active=False)
    other = Walk(Client())
    assert social.SHUT in words_of(other.whole())
    assert other.who is None


def test_where_sign_up_is_closed_only_those_who_are_known_come_in(
    walk: Walk, settings: Settings, provider: Provider
) -> None:
    walk.whole()
    settings.SIGN_UP_OPEN = False
    again = Walk(Client())
    again.whole()
    assert again.who == walk.who
    provider.person |= {"sub": "bob-8", "email": "bob@example.org"}
    assert services.CLOSED in words_of(Walk(Client()).whole())
    assert User.objects.count() == 1


def test_who_only_claimed_the_address_makes_room(
    walk: Walk, settings: Settings, provider: Provider
) -> None:
    """A squatter signed up with alice's address and a password that they know."""
    settings.CONFIRM_SIGN_UPS = True
    services.ask_to_sign_up(email="alice@example.org", password=PASSWORD, name="Mallory")
    waiting = User.objects.get()
    link = mailed_links.confirmation_link(waiting)
    walk.whole()
    alice = User.objects.get()
    assert walk.who == alice
    assert (alice.name, alice.is_active, alice.is_confirmed) == ("Alice", True, True)
    assert not alice.has_usable_password()
    page = Client().post(link, {"password": PASSWORD})
    assert page.status_code != 302


def test_a_new_account_has_no_rights(walk: Walk, provider: Provider) -> None:
    provider.person |= {"is_staff": True, "is_superuser": True, "groups": ["admin"], "id": 1}
    walk.whole()
    assert walk.who is not None
    assert (walk.who.is_staff, walk.who.is_superuser) == (False, False)


def test_a_name_is_cut_and_cleaned(walk: Walk, provider: Provider) -> None:
    provider.person["name"] = "\x00\u202e<b>Al\nice</b>" + "x" * 100
    walk.whole()
    assert walk.who is not None
    assert walk.who.name.startswith("<b>Alice</b>xxx")
    assert len(walk.who.name) == 60
    assert "<b>Alice" not in walk.browser.get("/").content.decode()


def test_26_the_session_gets_a_new_key_at_this_door_too(walk: Walk) -> None:
    back = walk.way_back(walk.address())
    before = walk.browser.session.session_key
    walk.browser.get(back)
    assert walk.browser.session.session_key != before
    assert not BrowserSession.objects.filter(session_key=before).exists()


def test_what_a_guest_rated_comes_along(walk: Walk) -> None:
    film = make_movie(title="Heat")
    walk.browser.post(reverse("pages:rate", args=[film.pk]), {"rating": "4.5"})
    walk.whole()
    assert Rating.objects.get().user == walk.who


def test_nothing_of_the_provider_s_is_kept(walk: Walk) -> None:
    walk.whole()
    walk.whole("github")
    stored = [model for model in apps.get_models() if model is not BrowserSession]  # it is encoded
    rows = [list(model._default_manager.values()) for model in stored]
    kept = [str(rows), str(walk.browser.session.items())]
    assert not [
        word
        for word in ("'refresh'", "eyJ", "'access'", "code_verifier")
        for one in kept
        if word in one
    ]


def test_forgetting_a_password_that_there_is_not_tells_how_to_sign_in(walk: Walk) -> None:
    walk.whole()
    tasks.send_new_password_link.call("alice@example.org")
    body = mail.outbox[0].body
    assert "you sign in with Example ID." in body
    assert "/new-password/" not in body


def test_an_account_without_any_way_in_gets_no_mail(db: None) -> None:
    User.objects.create_user("carol@example.org")
    tasks.send_new_password_link.call("carol@example.org")
    assert mail.outbox == []


def test_signing_in_takes_few_queries(walk: Walk) -> None:
    walk.whole()
    again = Walk(Client())
    back = again.way_back(again.address())
    with connection.execute_wrapper(_count := Counted()):
        again.browser.get(back)
    assert _count.queries <= 30


class Counted:
    def __init__(self) -> None:
        self.queries = 0

    def __call__(self, execute: Any, *words: Any) -> Any:
        self.queries += 1
        return execute(*words)


def test_who_is_signed_in_already_is_not_switched(walk: Walk, provider: Provider) -> None:
    walk.whole()
    bob = of(make_user("bob"))
    assert "sign out first" in words_of(bob.whole())
    assert bob.who == User.objects.get(email="bob@example.org")
    assert LinkedAccount.objects.count() == 1
