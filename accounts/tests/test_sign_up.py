import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from pytest_django.asserts import assertRedirects

from accounts import services
from accounts.models import User
from accounts.tests.builders import PASSWORD, sign_up_form, signed_in
from accounts.throttles import SignUpThrottle
from tests.shown import field_errors, fields

URL = reverse("accounts:sign_up")
HOME = reverse("pages:home")

pytestmark = pytest.mark.django_db


def test_the_page_has_the_form(client: Client) -> None:
    page = client.get(URL, {"next": "/browse/"})
    assert page.status_code == 200
    assert fields(page).keys() == {"next", "email", "name", "password", "re_password"}
    assert fields(page)["next"] == "/browse/"


def test_it_makes_an_account_and_signs_it_in(client: Client) -> None:
    answer = client.post(URL, sign_up_form(name="Ann"))
    assertRedirects(answer, HOME, fetch_redirect_response=False)
    user = User.objects.get(email="alice@example.org")
    assert client.session["_auth_user_id"] == str(user.pk)
    assert (user.name, user.check_password(PASSWORD)) == ("Ann", True)


def test_a_site_without_mail_promises_none(client: Client, settings: Settings) -> None:
    settings.CONFIRM_SIGN_UPS, settings.SENDS_MAIL = True, False
    page = client.post(URL, sign_up_form(), follow=True).content.decode()
    assert "This site cannot send mail" in page
    assert "Open the link in it" not in page


def test_it_leads_back_to_where_they_were(client: Client) -> None:
    answer = client.post(URL, sign_up_form(next="/browse/"))
    assertRedirects(answer, "/browse/", fetch_redirect_response=False)


def test_what_a_guest_keeps_in_the_session_stays(client: Client) -> None:
    session = client.session
    session["seen"] = 7
    session.save()
    client.post(URL, sign_up_form())
    assert client.session["seen"] == 7


def test_a_taken_address_is_told_at_its_field(client: Client, alice: User) -> None:
    page = client.post(URL, sign_up_form(email="ALICE@example.org"))
    assert field_errors(page)["email"] == "An account with this address already exists."


def test_an_address_taken_a_moment_ago_is_told_too(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(**given: str) -> User:
        raise services.EmailTaken("It is taken.")

    monkeypatch.setattr(services, "sign_up", taken)
    page = client.post(URL, sign_up_form())
    assert field_errors(page)["email"] == "It is taken."


def test_two_different_passwords_are_refused(client: Client) -> None:
    page = client.post(URL, sign_up_form(re_password="another 7 words"))
    assert "re_password" in field_errors(page)
    assert not User.objects.exists()


def test_a_password_keeps_the_spaces_at_its_ends(client: Client) -> None:
    client.post(URL, sign_up_form(password=f" {PASSWORD} ", re_password=f" {PASSWORD} "))
    assert User.objects.get().check_password(f" {PASSWORD} ")


@pytest.mark.parametrize(
    ("field", "bad"), [("email", "alice"), ("email", ""), ("name", "x" * 61), ("password", "")]
)
def test_bad_input_is_told_at_its_field(client: Client, field: str, bad: str) -> None:
    page = client.post(URL, sign_up_form(**{field: bad}))
    assert page.status_code == 200
    assert field in field_errors(page)


def test_an_address_that_grows_in_lower_case_is_refused(client: Client) -> None:
    long = "a@" + ".".join(["İ" * 30] * 7) + ".org"  # İ is two letters in lower case
    assert "email" in field_errors(client.post(URL, sign_up_form(email=long)))


def test_whoever_is_signed_in_is_sent_on(alice: User) -> None:
    assertRedirects(signed_in(alice).get(URL), HOME, fetch_redirect_response=False)


def test_over_the_rate_the_page_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SignUpThrottle, "rate", "1/hour", raising=False)
    client.post(URL, sign_up_form(email="bad"))
    page = client.post(URL, sign_up_form())
    assert page.status_code == 429
    assert 3500 < int(page["Retry-After"]) <= 3601
    assert not User.objects.exists()


def test_other_methods_are_refused(client: Client) -> None:
    assert client.delete(URL).status_code == 405
