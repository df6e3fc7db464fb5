import io

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.db import IntegrityError
from django.test import RequestFactory

from accounts.models import User
from accounts.tests.builders import PASSWORD, make_user

pytestmark = pytest.mark.django_db


def test_an_address_is_stored_in_lower_case() -> None:
    user = User.objects.create_user("Alice@Example.ORG", PASSWORD)
    user.refresh_from_db()
    assert user.email == "alice@example.org"


@pytest.mark.databases
def test_an_address_is_stored_in_lower_case_without_the_manager_too() -> None:
    User(email="Alice@Example.ORG").save()
    assert User.objects.values_list("email", flat=True).get() == "alice@example.org"


@pytest.mark.databases
def test_an_address_is_found_in_any_case(alice: User) -> None:
    assert User.objects.get(email="ALICE@example.org") == alice


@pytest.mark.databases
def test_an_address_has_one_account_whatever_its_case(alice: User) -> None:
    with pytest.raises(IntegrityError):
        User.objects.bulk_create([User(email="ALICE@example.org")])


@pytest.mark.databases
def test_a_look_alike_is_somebody_else(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    # As MySQL does, which takes é for e.
    monkeypatch.setattr(type(User.objects), "get", lambda self, **query: alice)
    with pytest.raises(User.DoesNotExist, match="look-alike"):
        User.objects.get_by_natural_key("alicé@example.org")


@pytest.mark.databases
def test_an_account_needs_an_address() -> None:
    with pytest.raises(ValueError, match="needs an e-mail address"):
        User.objects.create_user("", PASSWORD)


def test_the_manager_hashes_the_password() -> None:
    assert make_user().check_password(PASSWORD)


def test_nobody_signs_in_without_a_password() -> None:
    assert not User.objects.create_user("carol@example.org").has_usable_password()


def test_a_new_account_is_active_and_no_staff(alice: User) -> None:
    assert (alice.is_active, alice.is_staff, alice.is_superuser) == (True, False, False)


def test_django_signs_in_by_address(alice: User) -> None:
    request = RequestFactory().post("/")
    assert authenticate(request, username="Alice@example.org", password=PASSWORD) == alice


@pytest.mark.parametrize(
    ("name", "shown", "initial"),
    [("Ann B.", "Ann B.", "A"), ("", "alice", "A"), ("  ", "alice", "A"), ("élise", "élise", "É")],
)
def test_what_the_site_calls_them(name: str, shown: str, initial: str) -> None:
    user = User(email="alice@example.org", name=name)
    assert (user.display_name, user.initial) == (shown, initial)


def test_an_account_is_told_by_its_address(alice: User) -> None:
    assert str(alice) == "alice@example.org"


def test_createsuperuser_needs_only_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command(
        "createsuperuser", email="Root@example.org", interactive=False, stdout=io.StringIO()
    )
    root = User.objects.get(email="root@example.org")
    assert (root.is_staff, root.is_superuser, root.check_password(PASSWORD)) == (True, True, True)
