from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken

from accounts import jwt_tokens, services
from accounts.models import BrowserSession, ClientSignIn, User
from accounts.tests.builders import AUTH, PASSWORD, bearer, post_json, signed_in, with_token

URL = "/api/v1/me/sessions/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"


def browser_of(user: User, name: str = "") -> Client:
    browser = Client(HTTP_USER_AGENT=name)
    form = {"username": user.email, "password": PASSWORD}
    assert browser.post("/sign-in/", form).status_code == 302
    return browser


def listed(client: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(URL).json()
    return found


def test_browsers_and_clients_are_listed_with_what_tells_them_apart(alice: User) -> None:
    browser = browser_of(alice, FIREFOX)
    jwt_tokens.issue(alice, client="curl/8", address="192.0.2.7")
    own, other = listed(browser)
    assert (own["kind"], own["client"], own["address"]) == ("browser", FIREFOX, "127.0.0.1")
    assert (other["kind"], other["client"], other["address"]) == ("client", "curl/8", "192.0.2.7")
    assert (own["is_current"], other["is_current"]) == (True, False)


def test_a_sign_in_by_the_api_tells_its_client(alice: User) -> None:
    asked = {"email": alice.email, "password": PASSWORD}
    client = Client(HTTP_USER_AGENT="Films for Android\r\n\x00 2")
    pair = post_json("jwt/create/", client, **asked).json()
    (own,) = listed(with_token(pair["access"]))
    assert (own["client"], own["is_current"]) == ("Films for Android 2", True)


def test_nothing_shown_lets_anybody_in(alice: User) -> None:
    browser = browser_of(alice)
    key = browser.session.session_key
    assert key is not None
    assert key not in browser.get(URL).content.decode()


def test_a_browser_that_is_signed_out_from_afar_is_out_at_once(alice: User) -> None:
    lost, here = browser_of(alice), browser_of(alice)
    (session,) = [one for one in listed(here) if not one["is_current"]]
    assert here.delete(f"{URL}{session['id']}/").status_code == 204
    assert lost.get(URL).status_code == 401
    assert here.get(URL).status_code == 200


def test_both_tokens_of_a_client_that_is_signed_out_are_dead_at_once(alice: User) -> None:
    pair = jwt_tokens.issue(alice)
    here = bearer(alice)
    (session,) = [one for one in listed(here) if not one["is_current"]]
    here.delete(f"{URL}{session['id']}/")
    assert with_token(pair.access).get(URL).status_code == 401
    assert post_json("jwt/refresh/", refresh=pair.refresh).status_code == 401


def test_a_refreshed_pair_is_the_same_sign_in(alice: User) -> None:
    first = jwt_tokens.issue(alice)
    second = jwt_tokens.exchange(first.refresh)
    assert len(listed(with_token(second.access))) == 1
    jwt_tokens.end(second.refresh)
    assert with_token(first.access).get(URL).status_code == 401


def test_everywhere_means_everywhere(alice: User, bob: User) -> None:
    browser, client, others = browser_of(alice), bearer(alice), browser_of(bob)
    assert client.delete(URL).status_code == 204
    assert [browser.get(URL).status_code, client.get(URL).status_code] == [401, 401]
    assert others.get(URL).status_code == 200


@pytest.mark.parametrize("method", ["get", "delete"])
def test_another_s_session_is_none_of_yours(alice: User, bob: User, method: str) -> None:
    browser_of(bob)
    session = BrowserSession.objects.get(user=bob)
    answer = getattr(bearer(alice), method)(f"{URL}{session.public_id}/")
    assert answer.status_code in {404, 405}
    assert BrowserSession.objects.filter(user=bob).exists()


def test_a_password_change_leaves_the_browser_that_made_it(alice: User) -> None:
    browser, other = browser_of(alice), browser_of(alice)
    body = {"current_password": PASSWORD, "new_password": "battery staple 8"}
    path = AUTH + "users/set_password/"
    assert browser.post(path, body, content_type="application/json").status_code == 204
    assert [one["is_current"] for one in listed(browser)] == [True]
    assert other.get(URL).status_code == 401


@pytest.mark.databases
def test_a_session_in_use_is_noted_every_ten_minutes_and_goes_on(alice: User) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        browser = browser_of(alice)
        clock.shift(timedelta(minutes=9))
        browser.get("/")
        early = BrowserSession.objects.get()
        clock.shift(timedelta(minutes=2))
        browser.get("/")
        late = BrowserSession.objects.get()
    assert early.last_seen_at == early.created_at == late.created_at
    assert late.last_seen_at - early.last_seen_at == timedelta(minutes=11)
    assert late.expire_date - early.expire_date == timedelta(minutes=11)


def test_what_nobody_is_signed_in_by_is_noted_nowhere(client: Client, db: None) -> None:
    client.get("/")
    assert not BrowserSession.objects.exists()


@pytest.mark.databases
def test_expired_access_is_forgotten_at_night(alice: User) -> None:
    signed_in(alice)
    jwt_tokens.exchange(jwt_tokens.issue(alice).refresh)
    with time_machine.travel(timezone.now() + timedelta(days=6)):
        services.forget_expired_access()
        assert (BrowserSession.objects.count(), ClientSignIn.objects.count()) == (1, 1)
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        services.forget_expired_access()
    assert not BrowserSession.objects.exists()
    assert not ClientSignIn.objects.exists()
    assert not OutstandingToken.objects.exists()
    assert not BlacklistedToken.objects.exists()
