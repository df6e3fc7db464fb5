"""One account for one mailbox, in whatever spelling its domain is given."""

import importlib
import io
import time
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.apps import apps
from django.core import mail
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from accounts import tasks
from accounts.email_addresses import canonical, readable
from accounts.models import User
from accounts.tests.builders import (
    AUTH,
    PASSWORD,
    bearer,
    make_user,
    post_json,
    sign_up_form,
    signed_in,
)
from tests.shown import field_errors

pytestmark = pytest.mark.django_db
STORED = "ann@xn--mller-kva.example"
SPELLINGS = [
    "ann@müller.example",
    "Ann@MÜLLER.Example",
    "ann@mu\u0308ller.example",
    "ann@xn--mller-kva.example",
    "ANN@XN--MLLER-KVA.EXAMPLE",
    "ann@müller。example",
    "ann@ｍüller.example",
]


@pytest.fixture
def ann(db: None) -> User:
    return User.objects.create_user("ann@müller.example", PASSWORD)


@pytest.mark.databases
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_an_address_is_stored_and_found_in_one_spelling(spelling: str) -> None:
    ann = User.objects.create_user(spelling, PASSWORD)
    assert User.objects.values_list("email", flat=True).get() == STORED
    for other in SPELLINGS:
        assert User.objects.get(email=other) == ann
        assert User.objects.get_by_natural_key(other) == ann
        with pytest.raises(IntegrityError), transaction.atomic():
            User.objects.bulk_create([User(email=other)])


@pytest.mark.parametrize(
    ("address", "known_by"),
    [
        ("a@straße.example", "a@xn--strae-oqa.example"),  # not strasse.example, which is another's
        ("a@i❤.ws", "a@xn--i-7iq.ws"),
        ("A+B@Example.org", "a+b@example.org"),
        ("a@b@müller.example", "a@b@xn--mller-kva.example"),
        ("müller.example", "xn--mller-kva.example"),
        ("a@", "a@"),
        ("", ""),
        ("a@\udcff.example", "a@\udcff.example"),
        ("A@ü\0.example", "a@ü\0.example"),
    ],
)
def test_every_text_has_one_spelling(address: str, known_by: str) -> None:
    assert canonical(address) == known_by
    assert canonical(known_by) == known_by


@pytest.mark.parametrize("address", ["ann@müller.example", "ann@example.org", "", "a@xn--zzz-.de"])
def test_people_read_the_letters(address: str) -> None:
    assert readable(canonical(address)) == address


@pytest.mark.parametrize("first", SPELLINGS)
def test_one_signs_up_once_in_any_spelling(first: str, client: Client) -> None:
    assert post_json("users/", **sign_up_form(email=first)).json()["email"] == STORED
    for again in SPELLINGS:
        answer = post_json("users/", **sign_up_form(email=again))
        assert "email" in answer.json()["error"]["fields"]
        page = client.post(reverse("accounts:sign_up"), sign_up_form(email=again))
        assert "email" in field_errors(page)
    assert User.objects.count() == 1


@pytest.mark.databases
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_one_signs_in_with_any_spelling(ann: User, spelling: str) -> None:
    given = {"email": spelling, "password": PASSWORD}
    assert post_json("jwt/create/", **given).status_code == 200
    form = {"username": spelling, "password": PASSWORD}
    assert Client().post(reverse("accounts:sign_in"), form).status_code == 302
    User.objects.update(is_staff=True)
    assert Client().post(reverse("admin:login"), form).status_code == 302


@pytest.mark.databases
def test_all_spellings_share_the_count_of_wrong_passwords(ann: User) -> None:
    shown = [
        post_json("jwt/create/", email=SPELLINGS[n % 7], password=f"wrong {n}").status_code
        for n in range(10)
    ]
    assert shown[-1] == 429
    assert {one.username for one in AccessAttempt.objects.all()} == {STORED}


def test_all_spellings_share_the_mails_of_an_hour(ann: User, settings: Settings) -> None:
    settings.SENDS_MAIL = True
    for spelling in SPELLINGS:
        assert post_json("users/reset_password/", email=spelling).status_code == 204
    assert DBTaskResult.objects.count() == 5


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_forgotten_password_is_mailed_to_any_spelling(ann: User, spelling: str) -> None:
    tasks.send_new_password_link.call(spelling)
    (sent,) = mail.outbox
    assert sent.to == [STORED]
    assert sent.message().as_bytes()


def test_an_address_can_be_changed_to_any_spelling(alice: User, ann: User) -> None:
    given = {"current_password": PASSWORD}
    for taken in SPELLINGS:
        answer = bearer(alice).post(
            AUTH + "users/set_email/", given | {"new_email": taken}, format="json"
        )
        assert answer.status_code == 400
    form = given | {"new_email": "Alice@MÜNCHEN.example"}
    assert signed_in(alice).post(reverse("accounts:change_email"), form).status_code == 302
    alice.refresh_from_db()
    assert alice.email == "alice@xn--mnchen-3ya.example"
    assert (
        "alice@münchen.example · member since" in signed_in(alice).get("/account/").content.decode()
    )


@pytest.mark.databases
@pytest.mark.parametrize(("length", "is_taken"), [(254, True), (255, False)])
def test_an_address_is_as_long_as_it_is_stored(alice: User, length: int, is_taken: bool) -> None:
    """In letters it is shorter: only what the column holds may come to it."""
    domain = ".".join(["ü" * 20] * 9) + ".example"
    address = "a" * (length - len(canonical(f"@{domain}"))) + f"@{domain}"
    assert len(address) < len(canonical(address)) == length
    form = {"current_password": PASSWORD, "new_email": address}
    page = signed_in(alice).post(reverse("accounts:change_email"), form)
    assert (page.status_code == 302) == is_taken
    answer = post_json("users/", **sign_up_form(email=f"b{address[1:]}"))
    assert (answer.status_code == 201) == is_taken
    page = Client().post(reverse("accounts:sign_up"), sign_up_form(email=f"c{address[1:]}"))
    assert (page.status_code == 302) == is_taken


@pytest.mark.databases
def test_the_admin_takes_and_finds_any_spelling(ann: User) -> None:
    root = signed_in(make_user("root", is_staff=True, is_superuser=True))
    form = {"email": SPELLINGS[1], "password1": PASSWORD, "password2": PASSWORD}
    page = root.post(reverse("admin:accounts_user_add"), form)
    assert "email" in page.context["adminform"].form.errors
    for spelling in SPELLINGS:
        found = root.get(reverse("admin:accounts_user_changelist"), {"q": spelling})
        assert STORED in found.content.decode()


def test_commands_take_any_spelling(ann: User, monkeypatch: pytest.MonkeyPatch) -> None:
    new = "battery staple 8"
    monkeypatch.setattr("getpass.getpass", lambda **_: new)
    call_command("changepassword", "Ann@MÜLLER.example", stdout=io.StringIO())
    ann.refresh_from_db()
    assert ann.check_password(new)
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command(
        "createsuperuser", email="Root@MÜLLER.example", interactive=False, stdout=io.StringIO()
    )
    assert User.objects.get(is_superuser=True).email == "root@xn--mller-kva.example"


@pytest.mark.parametrize("page", ["accounts:sign_in", "accounts:sign_up", "admin:login"])
def test_an_endless_domain_takes_no_time(page: str) -> None:
    address = "a@" + "a" + "\u0300\u0316" * 50_000 + ".example"
    started_s = time.process_time()
    form = {"username": address, "password": PASSWORD}
    assert Client().post(reverse(page), sign_up_form(email=address) | form).status_code == 200
    assert post_json("jwt/create/", email=address, password=PASSWORD).status_code == 400
    assert time.process_time() - started_s < 2


@pytest.mark.databases
def test_a_look_alike_domain_is_somebody_else_s(ann: User) -> None:
    for other in ("ann@muller.example", "ann@mueller.example", "ann@mülIer.example"):
        assert post_json("jwt/create/", email=other, password=PASSWORD).status_code == 401


def stored(key: int, email: str) -> None:
    """As an older version stored it."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_user SET email = %s WHERE id = %s", [email, key])


def migrate() -> None:
    migration: Any = importlib.import_module("accounts.migrations.0005_canonical_addresses")
    migration.spell_alike(apps, None)


@pytest.mark.databases
def test_an_account_from_before_is_found_after_the_migration(
    ann: User, alice: User, capsys: pytest.CaptureFixture[str]
) -> None:
    stored(ann.pk, "ann@müller.example")
    migrate()
    assert User.objects.get(email="ann@müller.example") == ann
    assert User.objects.get(pk=alice.pk).email == "alice@example.org"
    assert capsys.readouterr().out == ""


@pytest.mark.databases
def test_of_two_accounts_for_one_mailbox_neither_is_lost(
    ann: User, bob: User, capsys: pytest.CaptureFixture[str]
) -> None:
    stored(bob.pk, "ann@müller.example")
    migrate()
    assert User.objects.get(email="ann@müller.example") == ann
    assert User.objects.get(pk=bob.pk).email == "ann@müller.example"
    assert f"Account {bob.pk} (ann@müller.example)" in capsys.readouterr().out


def test_where_sign_ups_are_confirmed_a_second_spelling_tells_nothing(
    ann: User, settings: Settings
) -> None:
    settings.CONFIRM_SIGN_UPS = True
    answer = post_json("users/", **sign_up_form(email=SPELLINGS[1]))
    assert answer.status_code == 202
    tasks.send_sign_up_mail.call(SPELLINGS[1])
    assert "You already have an account" in mail.outbox[0].subject
    assert User.objects.count() == 1
