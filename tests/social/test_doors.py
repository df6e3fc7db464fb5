"""Where the way to a provider begins and ends, and what has no address here."""

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from accounts.models import User
from accounts.tests.builders import make_user, signed_in
from accounts.throttles import SignInThrottle, SignUpThrottle
from tests.security.permissions import routes
from tests.security.test_accounts import ELSEWHERE
from tests.social.provider import Provider
from tests.social.walk import BACK, Walk, words_of

BEGIN = reverse("social:begin", args=["oidc"])


@pytest.mark.parametrize("target", ELSEWHERE)
def test_28_nobody_is_led_elsewhere_by_a_provider(walk: Walk, target: str) -> None:
    assert walk.whole(next=target)["Location"] == "/"


def test_28_a_page_of_this_site_is_gone_on_to(walk: Walk) -> None:
    assert walk.whole(next="/for-you/?genre=Crime")["Location"] == "/for-you/?genre=Crime"


def test_28_the_way_back_names_no_page(walk: Walk) -> None:
    back = walk.way_back(walk.address())
    assert walk.browser.get(f"{back}&next=/models/")["Location"] == "/"


def test_25_no_sign_in_is_begun_by_a_link(walk: Walk) -> None:
    assert walk.browser.get(BEGIN).status_code == 405
    for name in ("connect", "disconnect"):
        path = reverse(f"social:{name}", args=["oidc"])
        assert signed_in(make_user(name)).get(path).status_code == 405


@pytest.mark.parametrize("name", ["begin", "connect", "disconnect"])
def test_25_the_forms_want_their_csrf_token(walk: Walk, name: str) -> None:
    browser = Client(enforce_csrf_checks=True)
    assert browser.post(reverse(f"social:{name}", args=["oidc"])).status_code == 403


def test_25_the_way_back_is_no_form(walk: Walk) -> None:
    assert walk.browser.post(BACK["oidc"], {"code": "x", "state": "y"}).status_code == 405


def test_16_these_sign_ups_count_with_the_others(
    walk: Walk, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SignUpThrottle, "rate", "1/hour", raising=False)
    walk.whole()
    provider.person |= {"sub": "bob-8", "email": "bob@example.org"}
    assert "Too many attempts" in words_of(Walk(Client()).whole())
    assert User.objects.count() == 1


def test_beginning_is_counted_before_the_provider_is_asked(
    walk: Walk, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SignInThrottle, "rate", "1/hour", raising=False)
    walk.address()
    asked = len(provider.asked)
    assert "Too many attempts" in words_of(walk.browser.post(BEGIN))
    assert len(provider.asked) == asked


def test_only_our_own_addresses_are_there() -> None:
    own = {"", "<slug:slug>/", "back/", "connect/", "disconnect/"}
    for route, pattern in routes():
        if route.startswith("sign-in/with/"):
            assert pattern.callback.__module__ == "accounts.social.views", route
            assert route.removeprefix("sign-in/with/<slug:slug>/") in own
    names = {str(name) for name in get_resolver().reverse_dict}
    assert not [name for name in names if name.startswith(("account_", "socialaccount_"))]


@pytest.mark.parametrize("slug", ["google", "nobody", "openid_connect"])
def test_a_provider_that_is_not_named_is_not_there(walk: Walk, slug: str) -> None:
    for name in ("begin", "callback"):
        path = reverse(f"social:{name}", args=[slug])
        answer = walk.browser.post(path) if name == "begin" else walk.browser.get(path)
        assert answer.status_code == 404


def test_34_the_policy_is_as_strict_as_without(walk: Walk) -> None:
    for page in (walk.browser.get(reverse("accounts:sign_in")), walk.browser.post(BEGIN)):
        assert "form-action 'self';" in page["Content-Security-Policy"] + ";"


def test_the_buttons_are_on_both_pages_and_hand_on_where_to_go(walk: Walk) -> None:
    for name in ("sign_in", "sign_up"):
        page = walk.browser.get(reverse(f"accounts:{name}"), {"next": "/models/"}).content.decode()
        assert "Continue with Example ID" in page
        assert "Continue with GitHub" in page
        assert page.count('name="next" value="/models/"') == 3


def test_the_admin_shows_no_app_of_a_library(walk: Walk) -> None:
    staff = signed_in(make_user("staff", is_staff=True, is_superuser=True))
    page = staff.get(reverse("admin:index")).content.decode().lower()
    assert "social" not in page
    assert "email addresses" not in page
