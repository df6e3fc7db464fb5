import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from rest_framework_simplejwt.token_blacklist.models import OutstandingToken

from accounts.models import User
from accounts.tests.builders import NEW_PASSWORD, make_user, signed_in

LIST = reverse("admin:accounts_user_changelist")
ADD = reverse("admin:accounts_user_add")


@pytest.fixture
def root(db: None) -> Client:
    return signed_in(make_user("root", is_staff=True, is_superuser=True))


@pytest.fixture
def clerk(db: None) -> Client:
    """Staff who may change accounts, and no more."""
    clerk = make_user("clerk", is_staff=True)
    permissions = ["view_user", "change_user"]
    clerk.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return signed_in(clerk)


def change_page(user: User) -> str:
    return reverse("admin:accounts_user_change", args=[user.pk])


def test_the_list_shows_and_finds_people(root: Client, alice: User, bob: User) -> None:
    page = root.get(LIST, {"q": "alice"}).content.decode()
    assert "alice@example.org" in page
    assert "bob@example.org" not in page


def test_an_account_is_added_in_lower_case(root: Client) -> None:
    given = {"email": "Carol@Example.org", "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    assert root.post(ADD, given).status_code == 302
    assert User.objects.get(email="carol@example.org").check_password(NEW_PASSWORD)


def test_an_account_can_be_changed(root: Client, alice: User) -> None:
    root.post(change_page(alice), {"email": "alice@example.org", "name": "Ann", "is_active": "on"})
    alice.refresh_from_db()
    assert alice.name == "Ann"


def test_the_password_form_works(root: Client, alice: User) -> None:
    page = reverse("admin:auth_user_password_change", args=[alice.pk])
    assert root.get(page).status_code == 200


def test_staff_cannot_make_themselves_superusers(clerk: Client) -> None:
    user = User.objects.get(email="clerk@example.org")
    given = {"email": user.email, "is_active": "on", "is_staff": "on", "is_superuser": "on"}
    assert clerk.post(change_page(user), given).status_code == 302
    user.refresh_from_db()
    assert not user.is_superuser


def test_others_are_kept_out(alice: User) -> None:
    assert signed_in(alice).get(LIST).status_code == 302


def test_tokens_are_not_for_reading() -> None:
    assert not admin.site.is_registered(OutstandingToken)
