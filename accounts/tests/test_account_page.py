import re
from collections.abc import Set as AbstractSet
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects
from rest_framework_simplejwt.exceptions import InvalidToken

from accounts import jwt_tokens
from accounts.models import ApiToken, BrowserSession, User, UserDemographics
from accounts.tests.builders import NEW_PASSWORD, PASSWORD, signed_in
from accounts.throttles import SignInThrottle
from tests.builders import make_movie, make_rating
from tests.shown import field_errors, form_errors, text_of
from uploads.models import Rating

PAGE = reverse("accounts:account")
FORMS = ["change_profile", "change_about", "forget_about", "change_email", "change_password"]
FORMS += ["sign_out_everywhere", "make_token", "delete_account"]


def send(browser: Client, form_name: str, /, *args: Any, **form: Any) -> Any:
    return browser.post(reverse(f"accounts:{form_name}", args=args), form)


def errors(page: Any, section: str) -> AbstractSet[str]:
    return field_errors(page, "id" if section in {"profile", "about"} else section).keys()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["account", *FORMS])
def test_a_guest_is_sent_to_sign_in(client: Client, name: str) -> None:
    path = reverse(f"accounts:{name}")
    answer = client.get(path) if name == "account" else client.post(path)
    assertRedirects(
        answer, f"{reverse('accounts:sign_in')}?next={path}", fetch_redirect_response=False
    )


@pytest.mark.parametrize("name", FORMS)
def test_looking_at_a_form_s_address_does_nothing(alice: User, name: str) -> None:
    assert signed_in(alice).get(reverse(f"accounts:{name}")).status_code == 405


def test_it_is_kept_by_nobody(alice: User) -> None:
    assert "no-store" in signed_in(alice).get(PAGE)["Cache-Control"]


def test_the_profile_is_changed(alice: User) -> None:
    browser = signed_in(alice)
    form = {"name": "Ann", "theme": "light", "rating_scale": "10"}
    assertRedirects(send(browser, "change_profile", **form), PAGE)
    alice.refresh_from_db()
    assert (alice.name, alice.theme, alice.rating_scale) == ("Ann", "light", 10)
    assert 'data-theme="light"' in browser.get("/").content.decode()


def test_a_wrong_one_comes_back_in_its_place(alice: User) -> None:
    page = send(signed_in(alice), "change_profile", name="x" * 61, rating_scale="7")
    assert errors(page, "profile") == {"name", "rating_scale"}
    alice.refresh_from_db()
    assert alice.name == ""


def test_rights_are_no_part_of_a_profile(alice: User) -> None:
    form = {"name": "Ann", "rating_scale": "5", "is_staff": "on", "is_superuser": "on"}
    send(signed_in(alice), "change_profile", **form)
    alice.refresh_from_db()
    assert (alice.is_staff, alice.is_superuser) == (False, False)


def test_what_one_tells_of_oneself_is_kept_until_it_is_erased(alice: User) -> None:
    browser = signed_in(alice)
    send(browser, "change_about", age_band="25", gender="", occupation="12")
    shown = UserDemographics.objects.get()
    assert (shown.age_band, shown.gender, shown.occupation) == (25, "", 12)
    send(browser, "forget_about")
    assert not UserDemographics.objects.exists()


def test_telling_nothing_keeps_nothing(alice: User) -> None:
    send(signed_in(alice), "change_about", age_band="", gender="", occupation="")
    assert not UserDemographics.objects.exists()


def test_the_address_is_changed_with_the_password(alice: User) -> None:
    browser = signed_in(alice)
    form = {"new_email": "Ann@Example.org", "current_password": NEW_PASSWORD}
    assert errors(send(browser, "change_email", **form), "email") == {"current_password"}
    send(browser, "change_email", **form | {"current_password": PASSWORD})
    alice.refresh_from_db()
    assert alice.email == "ann@example.org"


def test_a_taken_address_is_told(alice: User, bob: User) -> None:
    form = {"new_email": bob.email, "current_password": PASSWORD}
    page = send(signed_in(alice), "change_email", **form)
    assert form_errors(page, "email")


def test_a_new_password_keeps_this_browser_alone(alice: User) -> None:
    browser, other = signed_in(alice), signed_in(alice)
    token = jwt_tokens.issue(alice).refresh
    form = {"password": NEW_PASSWORD, "re_password": NEW_PASSWORD, "current_password": PASSWORD}
    assertRedirects(send(browser, "change_password", **form), PAGE)
    assert other.get(PAGE).status_code == 302
    with pytest.raises(InvalidToken):
        jwt_tokens.exchange(token)


@pytest.mark.parametrize(
    ("field", "bad"),
    [("current_password", "wrong"), ("password", "12345678"), ("re_password", "other words 9")],
)
def test_a_password_is_not_changed_by_a_wrong_form(alice: User, field: str, bad: str) -> None:
    form = {"password": NEW_PASSWORD, "re_password": NEW_PASSWORD, "current_password": PASSWORD}
    page = send(signed_in(alice), "change_password", **form | {field: bad})
    assert field in errors(page, "password")
    alice.refresh_from_db()
    assert alice.check_password(PASSWORD)


def test_guesses_of_the_password_are_counted(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SignInThrottle, "rate", "2/minute", raising=False)
    browser = signed_in(alice)
    guesses = [send(browser, "delete_account", current_password=str(at)) for at in range(3)]
    assert [one.status_code for one in guesses] == [200, 200, 429]
    assert int(guesses[2]["Retry-After"]) > 0


def test_another_browser_is_signed_out(alice: User) -> None:
    browser, lost = signed_in(alice), signed_in(alice)
    (other,) = re.findall(r"/sessions/(\w+)/end/", text_of(browser.get(PAGE)))
    assertRedirects(send(browser, "end_session", other), PAGE)
    assert lost.get(PAGE).status_code == 302


def test_another_s_session_and_token_are_out_of_reach(alice: User, bob: User) -> None:
    signed_in(bob)
    session = BrowserSession.objects.get(user=bob)
    send(signed_in(bob), "make_token", name="x", scopes=["read"], days="30")
    token = ApiToken.objects.get()
    browser = signed_in(alice)
    assert send(browser, "end_session", session.public_id).status_code == 404
    assert send(browser, "remove_token", token.pk).status_code == 404
    assert ApiToken.objects.exists()


def test_signing_out_everywhere_ends_this_browser_too(alice: User) -> None:
    browser, other = signed_in(alice), signed_in(alice)
    send(browser, "sign_out_everywhere")
    assert not BrowserSession.objects.filter(user=alice).exists()
    assert [one.get(PAGE).status_code for one in (browser, other)] == [302, 302]


def test_a_token_is_shown_once(alice: User) -> None:
    browser = signed_in(alice)
    page = send(browser, "make_token", name="nightly", scopes=["read", "ratings"], days="30")
    (text,) = re.findall(r"<code>(nfx_[\w-]{20,})</code>", text_of(page))
    again = browser.get(PAGE).content.decode()
    assert text not in again
    assert "nightly" in again
    send(browser, "remove_token", ApiToken.objects.get().pk)
    assert not ApiToken.objects.exists()


def test_a_token_without_a_scope_is_not_made(alice: User) -> None:
    assert errors(send(signed_in(alice), "make_token", name="x", days="30"), "token") == {"scopes"}


def test_a_name_that_looks_like_markup_is_text(alice: User) -> None:
    browser = signed_in(alice)
    send(browser, "make_token", name="<script>alert(1)</script>", scopes=["read"], days="30")
    assert "<script>alert" not in browser.get(PAGE).content.decode()


def test_deleting_wants_the_password_and_takes_everything(alice: User, bob: User) -> None:
    make_rating(user=alice, movie=make_movie())
    browser = signed_in(alice)
    page = send(browser, "delete_account", current_password="wrong")
    assert errors(page, "delete") == {"current_password"}
    assertRedirects(send(browser, "delete_account", current_password=PASSWORD), "/")
    assert list(User.objects.all()) == [bob]
    assert not Rating.objects.exists()
    assert not BrowserSession.objects.filter(user__isnull=False).exists()


def test_the_number_of_queries_does_not_grow(
    alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser = signed_in(alice)
    for _ in range(5):
        signed_in(alice)
        send(browser, "make_token", name="x", scopes=["read"], days="30")
    # session, user, what they told, sessions, sign-ins, tokens, and the notice's read and its write
    with django_assert_max_num_queries(9):
        browser.get(PAGE)
