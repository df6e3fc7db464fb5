"""Accounts and tokens under attack; the number in a name is its line in the security checklist."""

import base64
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import jwt
import pytest
from axes.models import AccessAttempt
from django.conf import settings as project
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from rest_framework_simplejwt.token_blacklist.models import OutstandingToken

from accounts import checks, jwt_tokens, mailed_links, services, tasks
from accounts.models import BrowserSession, ClientSignIn, User
from accounts.tests.builders import (
    AUTH,
    NEW_PASSWORD,
    PASSWORD,
    bearer,
    make_user,
    post_json,
    sign_up_form,
    signed_in,
    with_token,
)
from accounts.throttles import SignInThrottle, SignUpThrottle
from tests.shown import field_errors, fields, form_errors, token

ME = AUTH + "users/me/"
SIGN_IN = reverse("accounts:sign_in")
SIGN_UP = reverse("accounts:sign_up")
EMAIL = "alice@example.org"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick_and_uncounted(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def alice(db: None) -> User:
    return make_user("alice")


@pytest.fixture
def bob(db: None) -> User:
    return make_user("bob")


@pytest.fixture
def mailing(settings: Settings) -> None:
    settings.SENDS_MAIL = True


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


# --- 1-3: guessing ---------------------------------------------------------------------------------
def guess_on_site(name: str, password: str, **headers: str) -> int:
    form = {"username": name, "password": password}
    return Client(headers=headers).post(SIGN_IN, form).status_code


def guess_by_jwt(name: str, password: str, **headers: str) -> int:
    client = Client(headers=headers)
    return int(post_json("jwt/create/", client, email=name, password=password).status_code)


def guess_in_admin(name: str, password: str, **headers: str) -> int:
    form = {"username": name, "password": password}
    return Client(headers=headers).post(reverse("admin:login"), form).status_code


DOORS = [guess_on_site, guess_by_jwt, guess_in_admin]
Guess = Callable[..., int]


@pytest.mark.parametrize("guess", DOORS)
def test_01_twenty_wrong_passwords_lock_the_name(guess: Guess, alice: User) -> None:
    shown = [guess(EMAIL, f"wrong {n}") for n in range(20)]
    assert 6 <= shown.index(429) + 1 <= 10
    assert set(shown[shown.index(429) :]) == {429}


@pytest.mark.parametrize("guess", DOORS)
def test_01_the_right_password_opens_no_locked_door(guess: Guess, alice: User) -> None:
    for n in range(10):
        guess_by_jwt(EMAIL, f"wrong {n}")
    assert guess(EMAIL, PASSWORD) == 429


def test_01_the_doors_count_together(alice: User) -> None:
    shown = [DOORS[n % 3](EMAIL, f"wrong {n}") for n in range(10)]
    assert 429 in shown


@pytest.mark.parametrize("guess", DOORS)
def test_01_another_spelling_is_the_same_name(guess: Guess, alice: User) -> None:
    spellings = [
        "alice@example.org",
        "ALICE@example.org",
        "Alice@Example.ORG",
        " alice@example.org",
    ]
    shown = [guess(spellings[n % 4], f"wrong {n}") for n in range(10)]
    assert 429 in shown


def test_01_a_right_password_starts_the_count_again(alice: User) -> None:
    for n in range(20):
        shown = guess_by_jwt(EMAIL, PASSWORD if n % 5 == 4 else "wrong")
        assert shown != 429


def test_01_the_api_tells_a_lock_in_its_shape(alice: User) -> None:
    for n in range(8):
        answer = post_json("jwt/create/", email=EMAIL, password=f"wrong {n}")
    assert answer.json()["error"]["code"] == "locked"
    assert int(answer["Retry-After"]) == project.AXES_COOLOFF_TIME.total_seconds()


def test_01_a_lock_of_one_name_is_no_lock_of_another(alice: User, bob: User) -> None:
    for n in range(10):
        guess_by_jwt(EMAIL, f"wrong {n}")
    assert guess_by_jwt("bob@example.org", PASSWORD) == 200


def test_01_guesses_while_locked_do_not_make_the_lock_longer(alice: User) -> None:
    def last_counted() -> list[Any]:
        return list(AccessAttempt.objects.values_list("attempt_time", "failures_since_start"))

    for n in range(8):
        guess_by_jwt(EMAIL, f"wrong {n}")
    before = last_counted()
    guess_by_jwt(EMAIL, "wrong again")
    assert last_counted() == before


@pytest.mark.parametrize("guess", DOORS)
def test_02_a_forged_address_is_no_way_around(guess: Guess, alice: User) -> None:
    forged = ["X-Forwarded-For", "X-Real-Ip", "Forwarded", "Client-Ip", "User-Agent"]
    shown = [guess(EMAIL, f"wrong {n}", **{forged[n % 5]: f"10.0.0.{n}"}) for n in range(12)]
    assert shown[-1] == 429


def test_02_nor_around_the_sign_up_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SignUpThrottle, "rate", "2/hour", raising=False)
    shown = [
        post_json("users/", Client(headers={"X-Forwarded-For": f"10.0.0.{n}"})).status_code
        for n in range(3)
    ]
    assert shown == [400, 400, 429]


def test_03_a_lock_leaves_a_valid_session_alone(alice: User) -> None:
    browser, client = signed_in(alice), bearer(alice)
    for n in range(20):
        guess_on_site(EMAIL, f"wrong {n}")
    assert browser.get(ME).status_code == 200
    assert client.get(ME).status_code == 200


# --- 4-6: forged tokens ----------------------------------------------------------------------------
def claims_of(token: str) -> dict[str, Any]:
    return dict(jwt.decode(token, options={"verify_signature": False}))


def forged(claims: dict[str, Any], *, key: str = "", algorithm: str = "HS256", **head: Any) -> str:
    return jwt.encode(claims, key or project.JWT_SIGNING_KEY, algorithm, headers=head or None)


def unsigned(claims: dict[str, Any], algorithm: str) -> str:
    parts = [{"alg": algorithm, "typ": "JWT"}, claims]
    raw = [base64.urlsafe_b64encode(json.dumps(p).encode()).decode().rstrip("=") for p in parts]
    return ".".join([*raw, ""])


def is_refused(token: str) -> bool:
    as_access = with_token(token).get(ME).status_code
    as_refresh = post_json("jwt/refresh/", refresh=token).status_code
    return bool(as_access == as_refresh == 401)


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "RS256", "HS512"])
@pytest.mark.parametrize("kind", ["access", "refresh"])
def test_04_an_unsigned_token_is_refused(alice: User, kind: str, algorithm: str) -> None:
    assert is_refused(unsigned(claims_of(getattr(jwt_tokens.issue(alice), kind)), algorithm))


@pytest.mark.parametrize("kind", ["access", "refresh"])
def test_04_a_tampered_token_is_refused(alice: User, bob: User, kind: str) -> None:
    head, _, signature = getattr(jwt_tokens.issue(alice), kind).split(".")
    payload = getattr(jwt_tokens.issue(bob), kind).split(".")[1]
    assert is_refused(f"{head}.{payload}.{signature}")


@pytest.mark.parametrize("kind", ["access", "refresh"])
def test_04_another_algorithm_of_the_same_key_is_refused(alice: User, kind: str) -> None:
    claims = claims_of(getattr(jwt_tokens.issue(alice), kind))
    assert is_refused(forged(claims, key=project.JWT_SIGNING_KEY * 2, algorithm="HS512"))


@pytest.mark.parametrize(
    "head", [{"kid": "/dev/null"}, {"kid": "' OR 1=1"}, {"jku": "https://evil.example/keys"}]
)
@pytest.mark.parametrize("kind", ["access", "refresh"])
def test_04_a_token_that_brings_its_key_is_refused(
    alice: User, kind: str, head: dict[str, str]
) -> None:
    claims = claims_of(getattr(jwt_tokens.issue(alice), kind))
    assert is_refused(forged(claims, key="k" * 64, **head))


def test_04_the_site_s_other_key_signs_no_token(alice: User) -> None:
    assert is_refused(forged(claims_of(jwt_tokens.issue(alice).access), key=project.SECRET_KEY))


def test_05_a_refresh_token_is_no_access_token(alice: User) -> None:
    assert with_token(jwt_tokens.issue(alice).refresh).get(ME).status_code == 401


@pytest.mark.parametrize("action", ["refresh", "logout"])
def test_05_an_access_token_is_no_refresh_token(alice: User, action: str) -> None:
    assert post_json(f"jwt/{action}/", refresh=jwt_tokens.issue(alice).access).status_code == 401


def in_seconds(seconds: int) -> int:
    return int((datetime.now(UTC) + timedelta(seconds=seconds)).timestamp())


@pytest.mark.parametrize("kind", ["access", "refresh"])
@pytest.mark.parametrize(
    "change",
    [
        {"exp": in_seconds(-40)},
        {"nbf": in_seconds(900)},
        {"iat": in_seconds(900)},
        {"aud": "elsewhere"},
        {"iss": "https://evil.example"},
    ],
    ids=["expired", "not yet", "from the future", "audience", "issuer"],
)
def test_06_a_token_for_another_time_or_place_is_refused(
    alice: User, kind: str, change: dict[str, Any]
) -> None:
    assert is_refused(forged(claims_of(getattr(jwt_tokens.issue(alice), kind)) | change))


@pytest.mark.parametrize("kind", ["access", "refresh"])
@pytest.mark.parametrize("claim", ["exp", "nbf", "iat"])
def test_06_clocks_may_differ_by_half_a_minute(alice: User, kind: str, claim: str) -> None:
    early = {"exp": -20, "nbf": 20, "iat": 20}[claim]
    claims = claims_of(getattr(jwt_tokens.issue(alice), kind)) | {claim: in_seconds(early)}
    if kind == "access":
        assert with_token(forged(claims)).get(ME).status_code == 200
    else:
        assert post_json("jwt/refresh/", refresh=forged(claims)).status_code == 200
    assert is_refused(forged(claims | {claim: in_seconds(3 * early)}))


def test_06_the_night_leaves_a_sign_in_as_long_as_its_tokens_are_taken(alice: User) -> None:
    now = datetime.now(UTC)
    late = jwt_tokens.issue(alice)
    ClientSignIn.objects.update(expires_at=now - timedelta(seconds=20))
    OutstandingToken.objects.update(expires_at=now - timedelta(seconds=20))
    services.forget_expired_access()
    assert post_json("jwt/refresh/", refresh=late.refresh).status_code == 200
    ClientSignIn.objects.update(expires_at=now - timedelta(seconds=40))
    services.forget_expired_access()
    assert not ClientSignIn.objects.exists()


@pytest.mark.parametrize("claim", ["exp", "jti", "user_id", "token_type", "hash_password"])
def test_06_a_token_without_a_claim_is_refused(alice: User, claim: str) -> None:
    for kind in ("access", "refresh"):
        claims = claims_of(getattr(jwt_tokens.issue(alice), kind))
        del claims[claim]
        assert is_refused(forged(claims))


# --- 7-14: tokens and sessions that must be dead ---------------------------------------------------
def test_07_a_used_refresh_token_is_dead(alice: User) -> None:
    refresh = jwt_tokens.issue(alice).refresh
    assert post_json("jwt/refresh/", refresh=refresh).status_code == 200
    again = post_json("jwt/refresh/", refresh=refresh)
    assert again.status_code == 401
    assert again.json()["error"]["code"] == "token_not_valid"


def at_once(act: Callable[[], int], times: int) -> list[int]:
    """What each of so many threads was told that began at the same moment."""
    start, shown = threading.Barrier(times), list[int]()

    def run() -> None:
        start.wait()
        try:
            shown.append(act())
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(shown)


def refreshed(refresh: str) -> int:
    return int(post_json("jwt/refresh/", refresh=refresh).status_code)


@pytest.mark.django_db(transaction=True)
def test_07_of_parallel_refreshes_one_succeeds(transactional_db: None) -> None:
    for _ in range(3):
        refresh = jwt_tokens.issue(User.objects.first() or make_user()).refresh
        shown = at_once(partial(refreshed, refresh), 8)
        assert shown == [200] + [401] * 7


@pytest.mark.django_db(transaction=True)
def test_07_of_parallel_sign_ups_one_gets_the_address(transactional_db: None) -> None:
    shown = at_once(lambda: post_json("users/", **sign_up_form()).status_code, 8)
    assert shown == [201] + [400] * 7
    assert User.objects.count() == 1


def test_08_rotation_without_the_blacklist_app_stops_the_start(settings: Settings) -> None:
    settings.INSTALLED_APPS = [a for a in settings.INSTALLED_APPS if a != checks.BLACKLIST_APP]
    assert [error.id for error in checks.used_tokens_die(None)] == ["accounts.E001"]


def change_by_api(user: User) -> None:
    body = {"current_password": PASSWORD, "new_password": NEW_PASSWORD}
    assert bearer(user).post(AUTH + "users/set_password/", body, format="json").status_code == 204


def change_by_api_link(user: User) -> None:
    _, uid, token, _ = urlsplit(mailed_links.new_password_link(user)).path.rsplit("/", 3)
    given = {"uid": uid, "token": token, "new_password": NEW_PASSWORD}
    assert post_json("users/reset_password_confirm/", **given).status_code == 204


def change_by_page(user: User) -> None:
    client = Client()
    page = client.get(urlsplit(mailed_links.new_password_link(user)).path)["Location"]
    form = {"password": NEW_PASSWORD, "re_password": NEW_PASSWORD}
    assert client.post(page, form).status_code == 302


def deactivate(user: User) -> None:
    User.objects.update(is_active=False)


def delete(user: User) -> None:
    user.delete()


ENDINGS = [change_by_api, change_by_api_link, change_by_page, deactivate, delete]
LINES = ["09", "09", "09", "10", "11"]


@pytest.mark.parametrize(
    "end", ENDINGS, ids=[f"{n}-{e.__name__}" for n, e in zip(LINES, ENDINGS, strict=True)]
)
def test_09_10_11_it_ends_every_token_and_session_at_once(
    end: Callable[[User], None], alice: User
) -> None:
    pair, browser = jwt_tokens.issue(alice), signed_in(alice)
    end(alice)
    assert with_token(pair.access).get(ME).status_code == 401
    assert post_json("jwt/refresh/", refresh=pair.refresh).status_code == 401
    assert post_json("jwt/verify/", token=pair.refresh).status_code == 401
    assert browser.get(ME).status_code == 401


def test_09_other_sessions_end_when_one_changes_the_password(alice: User) -> None:
    here, elsewhere = signed_in(alice), signed_in(alice)
    body = {"current_password": PASSWORD, "new_password": NEW_PASSWORD}
    here.post(AUTH + "users/set_password/", body, content_type="application/json")
    assert (here.get(ME).status_code, elsewhere.get(ME).status_code) == (200, 401)


@pytest.mark.parametrize("guess", DOORS)
def test_10_an_inactive_account_opens_no_door(guess: Guess, alice: User) -> None:
    deactivate(alice)
    assert guess(EMAIL, PASSWORD) == guess("nobody@example.org", PASSWORD)


def test_12_one_can_delete_oneself(alice: User) -> None:
    answer = bearer(alice).delete(ME, {"current_password": PASSWORD}, format="json")
    assert (answer.status_code, User.objects.count()) == (204, 0)


def test_13_signing_out_ends_the_refresh_token_and_the_session(alice: User) -> None:
    refresh, browser = jwt_tokens.issue(alice).refresh, signed_in(alice)
    assert post_json("jwt/logout/", browser, refresh=refresh).status_code == 204
    assert post_json("jwt/refresh/", refresh=refresh).status_code == 401
    assert browser.get(ME).status_code == 401


def test_13_a_copied_session_cookie_is_dead_after_signing_out(alice: User) -> None:
    browser, thief = signed_in(alice), Client()
    thief.cookies = browser.cookies
    browser.post(reverse("accounts:sign_out"))
    assert thief.get(ME).status_code == 401


class Refusing(BaseBackend):
    """As a directory that has shut somebody out: Django asks no backend after this one."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> None:
        raise PermissionDenied


@pytest.mark.parametrize("guess", DOORS)
def test_14_a_backend_that_refuses_opens_no_door(
    guess: Guess, alice: User, settings: Settings
) -> None:
    settings.AUTHENTICATION_BACKENDS = [
        f"{__name__}.Refusing",
        "django.contrib.auth.backends.ModelBackend",
    ]
    User.objects.update(is_staff=True)
    assert guess(EMAIL, PASSWORD) in {200, 401}
    assert not ClientSignIn.objects.exists()
    assert not BrowserSession.objects.filter(user__isnull=False).exists()
    settings.AUTHENTICATION_BACKENDS = settings.AUTHENTICATION_BACKENDS[1:]
    guess(EMAIL, PASSWORD)
    assert ClientSignIn.objects.exists() or BrowserSession.objects.filter(user=alice).exists()


# --- 15-20: what a stranger learns -----------------------------------------------------------------
def test_15_a_known_and_an_unknown_name_are_answered_alike(alice: User, hashes: list[str]) -> None:
    shown = []
    for email in (EMAIL, "nobody@example.org"):
        hashes.clear()
        answer = post_json("jwt/create/", email=email, password="wrong")
        shown.append((answer.status_code, answer.content, len(hashes)))
    assert shown[0] == shown[1]
    assert shown[0][0] == 401


def test_15_the_site_answers_them_alike_too(alice: User, hashes: list[str]) -> None:
    shown = []
    for email in (EMAIL, "nobody@example.org"):
        hashes.clear()
        page = Client().post(SIGN_IN, {"username": email, "password": "wrong"})
        shown.append((page.status_code, form_errors(page), len(hashes)))
    assert shown[0] == shown[1]


def test_16_sign_ups_are_counted_for_site_and_api_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(SignUpThrottle, "rate", "2/hour", raising=False)
    post_json("users/", email="bad")
    Client().post(SIGN_UP, {"email": "bad"})
    assert post_json("users/", **sign_up_form()).status_code == 429
    assert Client().post(SIGN_UP, sign_up_form()).status_code == 429


def test_16_thirty_an_hour_is_the_default() -> None:
    read = "from nextflex import settings; print(settings.REST_FRAMEWORK['DEFAULT_THROTTLE_RATES'])"
    unset = "import os; os.environ.pop('THROTTLE_SIGN_UP', None);"
    assert "'sign-up': '30/hour'" in printed(f"{unset} {read}")


def test_17_any_address_gets_the_same_answer_and_a_job(alice: User, mailing: None) -> None:
    shown = [
        (answer.status_code, answer.content)
        for email in (EMAIL, "nobody@example.org")
        for answer in [post_json("users/reset_password/", email=email)]
    ]
    assert shown == [(204, b"")] * 2
    assert DBTaskResult.objects.count() == 2
    assert mail.outbox == []


@pytest.mark.parametrize("header", ["Host", "X-Forwarded-Host"])
def test_18_a_forged_host_is_in_no_link(alice: User, mailing: None, header: str) -> None:
    client = Client(headers={header: "evil.example"})
    answer = post_json("users/reset_password/", client, email=EMAIL)
    assert answer.status_code == (400 if header == "Host" else 204)
    tasks.send_new_password_link.call(EMAIL)
    assert project.SITE_URL.netloc in mail.outbox[0].body
    assert "evil" not in mail.outbox[0].body


def test_19_a_link_works_once(alice: User) -> None:
    path = urlsplit(mailed_links.new_password_link(alice)).path
    change_by_page(alice)
    assert Client().get(path).status_code == 200  # the page that says so, not the form's redirect


def test_19_a_link_is_dead_after_a_change(alice: User) -> None:
    _, uid, token, _ = urlsplit(mailed_links.new_password_link(alice)).path.rsplit("/", 3)
    services.change_password(alice, NEW_PASSWORD)
    given = {"uid": uid, "token": token, "new_password": "yet another 9"}
    assert post_json("users/reset_password_confirm/", **given).status_code == 400


def test_19_a_link_expires(alice: User, settings: Settings) -> None:
    _, uid, token, _ = urlsplit(mailed_links.new_password_link(alice)).path.rsplit("/", 3)
    settings.PASSWORD_RESET_TIMEOUT = -1
    given = {"uid": uid, "token": token, "new_password": NEW_PASSWORD}
    assert post_json("users/reset_password_confirm/", **given).status_code == 400


def test_20_an_address_gets_five_mails_an_hour(alice: User, mailing: None) -> None:
    shown = {post_json("users/reset_password/", email=EMAIL).status_code for _ in range(9)}
    assert (shown, DBTaskResult.objects.count()) == ({204}, 5)


# --- 21-26: reaching for what is not one's own ------------------------------------------------------
RIGHTS = {"is_staff": True, "is_superuser": True, "is_active": False, "groups": [1], "id": 999}


def test_21_rights_in_a_sign_up_are_ignored() -> None:
    assert post_json("users/", **sign_up_form(), **RIGHTS).status_code == 201
    user = User.objects.get()
    assert (user.is_staff, user.is_superuser, user.is_active, user.pk == 999) == (
        False,
        False,
        True,
        False,
    )


def test_21_rights_in_the_site_s_form_are_ignored() -> None:
    Client().post(SIGN_UP, sign_up_form(is_staff="on", is_superuser="on", id="999"))
    user = User.objects.get()
    assert (user.is_staff, user.is_superuser, user.pk == 999) == (False, False, False)


@pytest.mark.parametrize("method", ["put", "patch"])
def test_21_rights_in_a_change_are_ignored(alice: User, method: str) -> None:
    assert getattr(bearer(alice), method)(ME, RIGHTS, format="json").status_code == 200
    user = User.objects.get()
    assert (user.pk, user.is_staff, user.is_superuser, user.is_active) == (alice.pk, 0, 0, 1)


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete", "post"])
@pytest.mark.parametrize("staff", [False, True])
def test_22_nobody_reaches_another_s_account(
    alice: User, bob: User, method: str, staff: bool
) -> None:
    User.objects.filter(pk=bob.pk).update(is_staff=staff)
    body = {"name": "Eve", "current_password": PASSWORD}
    answer = getattr(bearer(bob), method)(f"{AUTH}users/{alice.pk}/", body, format="json")
    assert answer.status_code == 404
    alice.refresh_from_db()
    assert alice.name == ""


@pytest.mark.parametrize("staff", [False, True])
def test_23_the_list_of_accounts_is_oneself(alice: User, bob: User, staff: bool) -> None:
    User.objects.filter(pk=bob.pk).update(is_staff=staff)
    shown = bearer(bob).get(AUTH + "users/").json()
    assert [user["email"] for user in shown["results"]] == ["bob@example.org"]


FORMS = ["accounts:sign_in", "accounts:sign_up", "accounts:sign_out", "accounts:forgot_password"]


@pytest.mark.parametrize("name", FORMS)
def test_25_a_form_without_its_csrf_token_is_refused(name: str) -> None:
    assert Client(enforce_csrf_checks=True).post(reverse(name), {}).status_code == 403


@pytest.mark.parametrize("name", FORMS)
def test_25_a_form_with_another_s_csrf_token_is_refused(name: str) -> None:
    page = Client().get(SIGN_IN)
    browser = Client(enforce_csrf_checks=True)
    browser.get(SIGN_IN)
    given = {"csrfmiddlewaretoken": token(page)}
    assert browser.post(reverse(name), given).status_code == 403


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("put", "users/me/"),
        ("patch", "users/me/"),
        ("delete", "users/me/"),
        ("post", "users/set_password/"),
    ],
)
def test_25_a_session_without_the_csrf_token_changes_nothing(
    alice: User, method: str, path: str
) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = signed_in(alice).cookies
    body = {"current_password": PASSWORD, "new_password": NEW_PASSWORD, "name": "Eve"}
    answer = getattr(browser, method)(AUTH + path, body, content_type="application/json")
    assert answer.status_code == 403
    user = User.objects.get()
    assert (user.name, user.check_password(PASSWORD)) == ("", True)


def test_25_the_api_takes_no_plain_form() -> None:
    assert Client().post(AUTH + "jwt/create/", {"email": EMAIL}).status_code == 415


@pytest.mark.parametrize("url", [SIGN_IN, SIGN_UP])
def test_26_the_session_gets_a_new_key_at_the_door(alice: User, url: str) -> None:
    browser = Client()
    session = browser.session
    session["seen"] = 7
    session.save()
    before = session.session_key
    form = sign_up_form(username=EMAIL, email="carol@example.org")
    assert browser.post(url, form).status_code == 302
    assert browser.session.session_key != before
    assert not type(session)().exists(str(before))


# --- 27-32: cookies, ways back, passwords ----------------------------------------------------------
def printed(program: str, **environment: str) -> str:
    """What a fresh Python prints, for settings that are read at the start."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | environment,
        cwd=project.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_27_the_cookies_are_out_of_scripts_reach(alice: User) -> None:
    browser = Client()
    browser.get(SIGN_IN)
    guests = browser.cookies[project.GUEST_COOKIE_NAME]
    assert (guests["httponly"], guests["samesite"]) == (True, "Lax")
    browser.post(SIGN_IN, {"username": EMAIL, "password": PASSWORD})
    for name in (project.SESSION_COOKIE_NAME, project.CSRF_COOKIE_NAME):
        assert browser.cookies[name]["httponly"]
        assert browser.cookies[name]["samesite"] == "Lax"


def test_27_in_production_they_are_secure_and_bound_to_the_host() -> None:
    names = "SESSION_COOKIE_NAME CSRF_COOKIE_NAME GUEST_COOKIE_NAME"
    names += " SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE"
    read = f"from nextflex import settings as s; print(*(getattr(s, n) for n in {names.split()}))"
    shown = printed(read, SITE_URL="https://films.example.org")
    assert shown.split() == ["__Host-session", "__Host-csrf", "__Host-guest", "True", "True"]


ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "\\\\evil.example\\",
    "/\\evil.example/",
    "http:evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "/x\r\nLocation: https://evil.example/",
    "/x\nSet-Cookie: a=b",
    "\thttps://evil.example/",
    "https://testserver@evil.example/",
    "http://[evil.example/",
]


@pytest.mark.parametrize("target", ELSEWHERE)
@pytest.mark.parametrize("url", [SIGN_IN, SIGN_UP])
def test_28_nobody_is_led_elsewhere(alice: User, url: str, target: str) -> None:
    home = reverse("pages:home")
    form = sign_up_form(username=EMAIL, email="carol@example.org", next=target)
    assert Client().post(url, form)["Location"] == home
    assert signed_in(alice).get(url, {"next": target})["Location"] == home
    assert fields(Client().get(url, {"next": target}))["next"] == ""


@pytest.mark.parametrize("password", ["seven77", "password", "12345678", "qwertyuiop", EMAIL])
def test_31_a_short_or_common_password_is_refused(password: str) -> None:
    given = sign_up_form(password=password, re_password=password)
    assert "password" in post_json("users/", **given).json()["error"]["fields"]
    assert "password" in field_errors(Client().post(SIGN_UP, given))


@pytest.mark.parametrize("password", ["eight 8s", "long " * 40, "пароль из фильма", "🎬🍿🎥🎞️ film"])
def test_31_a_good_one_of_any_length_and_script_is_taken(password: str) -> None:
    given = sign_up_form(password=password, re_password=password)
    assert post_json("users/", **given).status_code == 201
    assert guess_by_jwt(EMAIL, password) == 200
    assert guess_on_site(EMAIL, password) == 302


@pytest.mark.parametrize(
    ("throttle", "path"),
    [
        (SignUpThrottle, "users/"),
        (SignInThrottle, "jwt/create/"),
        (SignInThrottle, "users/reset_password_confirm/"),
        (SignInThrottle, "users/set_password/"),
    ],
)
def test_32_over_the_rate_nothing_is_hashed(
    alice: User, hashes: list[str], monkeypatch: pytest.MonkeyPatch, throttle: type, path: str
) -> None:
    client = bearer(alice)
    monkeypatch.setattr(throttle, "rate", "1/hour", raising=False)
    client.post(AUTH + path, {}, format="json")
    hashes.clear()
    body = sign_up_form() | {"current_password": PASSWORD, "new_password": NEW_PASSWORD}
    assert client.post(AUTH + path, body, format="json").status_code == 429
    assert hashes == []


@pytest.mark.parametrize(
    ("throttle", "url"), [(SignUpThrottle, SIGN_UP), (SignInThrottle, SIGN_IN)]
)
def test_32_nor_on_the_site(
    alice: User, hashes: list[str], monkeypatch: pytest.MonkeyPatch, throttle: type, url: str
) -> None:
    monkeypatch.setattr(throttle, "rate", "1/hour", raising=False)
    Client().post(url, {})
    hashes.clear()
    form = sign_up_form(username=EMAIL, email="carol@example.org")
    assert Client().post(url, form).status_code == 429
    assert hashes == []


def test_98_the_two_keys_differ(settings: Settings) -> None:
    assert project.SECRET_KEY != project.JWT_SIGNING_KEY
    settings.SECRET_KEY = settings.JWT_SIGNING_KEY
    assert [error.id for error in checks.keys_differ(None)] == ["accounts.E002"]


@pytest.mark.parametrize("key", ["SECRET_KEY", "JWT_SIGNING_KEY"])
def test_98_a_short_key_stops_the_start(key: str) -> None:
    with pytest.raises(subprocess.CalledProcessError) as stopped:
        printed("import nextflex.settings", **{key: "too short"})
    assert f"{key} is shorter than 32 characters" in stopped.value.stderr
