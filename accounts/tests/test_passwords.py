"""A password is its text, however the keyboard encodes it; blanks alone are none."""

import io
import time
from collections import Counter
from collections.abc import Callable

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher, PBKDF2PasswordHasher, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from accounts import services
from accounts.models import User
from accounts.passwords import normal_form
from accounts.tests.builders import (
    AUTH,
    NEW_PASSWORD,
    PASSWORD,
    bearer,
    make_user,
    post_json,
    sign_up_form,
    signed_in,
)
from nextflex import settings as project
from tests.shown import field_errors

pytestmark = pytest.mark.django_db
EMAIL = "alice@example.org"
APART = "cafe\u0301 amande\u0301"  # e and an accent, as macOS may send it
TOGETHER = "caf\u00e9 amand\u00e9"
WIDE = "ｃａｆé ａｍａｎｄé"  # of a Japanese keyboard
FORMS = [APART, TOGETHER, WIDE]
Opens = Callable[[str], bool]


def opens_by_api(password: str) -> bool:
    return bool(post_json("jwt/create/", email=EMAIL, password=password).status_code == 200)


def opens_on_site(password: str) -> bool:
    form = {"username": EMAIL, "password": password}
    return Client().post(reverse("accounts:sign_in"), form).status_code == 302


def opens_in_admin(password: str) -> bool:
    User.objects.filter(email=EMAIL).update(is_staff=True)
    form = {"username": EMAIL, "password": password}
    return Client().post(reverse("admin:login"), form).status_code == 302


DOORS = [opens_by_api, opens_on_site, opens_in_admin]


@pytest.mark.parametrize("opens", DOORS)
@pytest.mark.parametrize("chosen", FORMS)
def test_every_door_takes_every_form(opens: Opens, chosen: str) -> None:
    assert post_json("users/", **sign_up_form(password=chosen, re_password=chosen)).json()["id"]
    assert all(opens(given) for given in FORMS)
    assert not opens("cafe amande")


def set_by_page(user: User, password: str) -> None:
    form = {
        "current_password": PASSWORD,
        "password": password,
        "re_password": normal_form(password),
    }
    assert signed_in(user).post(reverse("accounts:change_password"), form).status_code == 302


def set_by_api(user: User, password: str) -> None:
    body = {"current_password": PASSWORD, "new_password": password}
    assert bearer(user).post(AUTH + "users/set_password/", body, format="json").status_code == 204


def set_by_admin(user: User, password: str) -> None:
    root = signed_in(make_user("root", is_staff=True, is_superuser=True))
    page = reverse("admin:auth_user_password_change", args=[user.pk])
    form = {"password1": password, "password2": password, "usable_password": "true"}
    assert root.post(page, form).status_code == 302


def set_by_command(user: User, password: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("getpass.getpass", lambda **_: password)
        call_command("changepassword", user.email, stdout=io.StringIO())


@pytest.mark.parametrize("change", [set_by_page, set_by_api, set_by_admin, set_by_command])
def test_wherever_it_is_set_every_form_opens(
    alice: User, change: Callable[[User, str], None]
) -> None:
    change(alice, APART)
    assert all(opens_by_api(given) for given in FORMS)


@pytest.mark.parametrize("change", [set_by_page, set_by_api, set_by_admin])
def test_wherever_it_is_set_the_spaces_at_its_ends_count(
    alice: User, change: Callable[[User, str], None]
) -> None:
    change(alice, f"  {NEW_PASSWORD} ")
    assert [opens(f"  {NEW_PASSWORD} ") for opens in DOORS] == [True] * 3
    assert [opens(NEW_PASSWORD) for opens in DOORS] == [False] * 3


def test_what_asks_for_the_password_again_takes_every_form(alice: User) -> None:
    services.change_password(alice, TOGETHER)
    body = {"current_password": APART, "new_email": "alice@example.net"}
    assert bearer(alice).post(AUTH + "users/set_email/", body, format="json").status_code == 200
    form = {"current_password": WIDE}
    assert signed_in(alice).post(reverse("accounts:delete_account"), form).status_code == 302
    assert not User.objects.exists()


# --- kinds of hashes ------------------------------------------------------------------------------
counted: Counter[str] = Counter()


class CountedMD5(MD5PasswordHasher):
    def encode(self, password: str, salt: str) -> str:
        counted[str(self.algorithm)] += 1
        return super().encode(password, salt)


class CountedOlder(CountedMD5):
    algorithm = "older"


def older_hash(password: str) -> str:
    """As the site made it formerly, but quickly."""
    return PBKDF2PasswordHasher().encode(password, "some-salt-of-22-letters", iterations=1)


@pytest.fixture
def real_hashers(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = project.PASSWORD_HASHERS


@pytest.mark.usefixtures("real_hashers")
def test_a_new_hash_is_argon2id_with_the_parameters_of_owasp() -> None:
    assert make_user().password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.usefixtures("real_hashers")
@pytest.mark.parametrize("opens", DOORS)
def test_an_older_hash_opens_and_is_replaced_once(alice: User, opens: Opens) -> None:
    User.objects.update(password=older_hash(PASSWORD))
    assert not opens("wrong")
    assert User.objects.get().password == older_hash(PASSWORD)
    assert opens(PASSWORD)
    replaced = User.objects.get().password
    assert replaced.startswith("argon2$argon2id$")
    assert opens(PASSWORD)
    assert User.objects.get().password == replaced


@pytest.mark.usefixtures("real_hashers")
def test_whoever_is_signed_in_stays_so_when_asked_for_the_password(alice: User) -> None:
    User.objects.update(password=older_hash(TOGETHER))
    alice.refresh_from_db()
    browser, client = signed_in(alice), bearer(alice)
    form = {"current_password": APART, "new_email": "alice@example.net"}
    assert browser.post(reverse("accounts:change_email"), form).status_code == 302
    assert browser.get(reverse("accounts:account")).status_code == 200
    body = {"current_password": WIDE, "new_email": "alice@example.com"}
    assert client.post(AUTH + "users/set_email/", body, format="json").status_code == 200
    assert client.get(AUTH + "users/me/").status_code == 200
    assert User.objects.get().password == older_hash(TOGETHER)


# --- hashes from before -----------------------------------------------------------------------------
@pytest.mark.parametrize("opens", DOORS)
@pytest.mark.parametrize("chosen", FORMS)
def test_a_hash_of_what_was_typed_opens_and_is_replaced(
    alice: User, opens: Opens, chosen: str
) -> None:
    User.objects.update(password=make_password(chosen))
    assert opens(chosen)
    alice.refresh_from_db()
    assert all(alice.check_password(given) for given in FORMS)
    assert all(opens(given) for given in FORMS)


def test_a_hash_of_the_normal_form_opens_by_every_form(alice: User) -> None:
    User.objects.update(password=make_password(TOGETHER))
    assert all(opens_by_api(given) for given in FORMS)


def test_a_hash_that_needs_no_change_is_not_changed(alice: User) -> None:
    before = alice.password
    assert opens_by_api(PASSWORD)
    assert not opens_by_api(APART)
    alice.refresh_from_db()
    assert alice.password == before


@pytest.fixture
def hashes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by one for each password that is hashed."""
    done: list[str] = []
    encode = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        done.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    return done


@pytest.mark.parametrize("opens", DOORS)
@pytest.mark.parametrize(("given", "cost"), [("wrong", 1), (f"{APART}!", 2), (f"{WIDE}!", 2)])
def test_15_an_unknown_name_costs_as_many_hashes_as_any_account(
    alice: User, bob: User, opens: Opens, given: str, cost: int, hashes: list[str]
) -> None:
    names = {
        "a new hash": EMAIL,
        "an old one": make_user("carol").email,
        "inactive": bob.email,
        "without a password": User.objects.create_user("dan@example.org").email,
        "nobody": "nobody@example.org",
    }
    User.objects.filter(email=names["inactive"]).update(is_active=False)
    User.objects.filter(email=names["an old one"]).update(password=make_password(APART))
    shown = {}
    for kind, name in names.items():
        hashes.clear()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(f"{__name__}.EMAIL", name)
            assert not opens(given)
        shown[kind] = len(hashes)
    assert shown == dict.fromkeys(names, cost)


@pytest.mark.parametrize("opens", DOORS)
@pytest.mark.parametrize(("given", "cost"), [("wrong", 1), (f"{APART}!", 2)])
def test_15_while_a_hash_is_of_an_older_kind_each_failure_costs_both_kinds(
    settings: Settings, alice: User, bob: User, opens: Opens, given: str, cost: int
) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.CountedMD5", f"{__name__}.CountedOlder"]
    names = {
        "a new hash": EMAIL,
        "an older kind": bob.email,
        "without a password": User.objects.create_user("dan@example.org").email,
        "of an unknown kind": make_user("erin").email,
        "nobody": "nobody@example.org",
    }
    User.objects.filter(email=bob.email).update(password=make_password(PASSWORD, hasher="older"))
    User.objects.filter(email=names["of an unknown kind"]).update(password="gone$1$salt$hash")
    shown = {}
    for kind, name in names.items():
        counted.clear()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(f"{__name__}.EMAIL", name)
            assert not opens(given)
        shown[kind] = dict(counted)
    assert shown == {kind: {"md5": cost, "older": cost} for kind in names}


@pytest.mark.parametrize("opens", DOORS)
def test_a_sign_in_costs_one_hash_also_while_others_are_of_an_older_kind(
    settings: Settings, alice: User, bob: User, opens: Opens
) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.CountedMD5", f"{__name__}.CountedOlder"]
    User.objects.filter(email=bob.email).update(password=make_password(PASSWORD, hasher="older"))
    counted.clear()
    assert opens(PASSWORD)
    assert counted == {"md5": 1}


@pytest.mark.parametrize("opens", DOORS)
def test_32_a_letter_with_a_hundred_thousand_accents_takes_no_time(
    alice: User, opens: Opens
) -> None:
    started_s = time.process_time()
    assert not opens("a" + "\u0300\u0316" * 50_000)
    assert time.process_time() - started_s < 2


# --- what is no password ----------------------------------------------------------------------------
BLANK = [" " * 12, "\u00a0" * 12, "\u3000" * 12, " \u2003\u2009\t\u200b\ufeff" * 3, "\u200d" * 12]


@pytest.mark.parametrize("blank", BLANK)
def test_blanks_are_no_password_anywhere(alice: User, blank: str) -> None:
    form = sign_up_form(email="carol@example.org", password=blank, re_password=blank)
    assert "password" in post_json("users/", **form).json()["error"]["fields"]
    assert "password" in field_errors(Client().post(reverse("accounts:sign_up"), form))
    body = {"current_password": PASSWORD, "new_password": blank}
    assert bearer(alice).post(AUTH + "users/set_password/", body, format="json").status_code == 400
    root = signed_in(make_user("root", is_staff=True, is_superuser=True))
    page = reverse("admin:auth_user_password_change", args=[alice.pk])
    given = {"password1": blank, "password2": blank, "usable_password": "true"}
    assert root.post(page, given).status_code == 200
    alice.refresh_from_db()
    assert alice.check_password(PASSWORD)
    assert User.objects.count() == 2


def test_the_reason_is_told() -> None:
    with pytest.raises(ValidationError, match="must not consist only of spaces"):
        validate_password(" " * 12)


@pytest.mark.parametrize("password", ["       ·    ", "🎬 🍿 🎥 🎞️ 🎬", "  пароль из фильма  "])
def test_one_letter_among_blanks_is_enough(password: str) -> None:
    validate_password(password)


@pytest.mark.parametrize(
    "password",
    ["e\u0301" * 4, "ｐａｓｓｗｏｒｄ", "１２３４５６７８９０", "ｐａｓｓｗｏｒｄ１２３"],
)
def test_the_rules_hold_for_the_normal_form(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password)
