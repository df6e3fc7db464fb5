import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertRedirects

from accounts.models import User
from accounts.services import WRONG_CREDENTIALS
from accounts.tests.builders import PASSWORD, signed_in
from accounts.throttles import SignInThrottle
from tests.shown import field_errors, fields, form_errors

URL = reverse("accounts:sign_in")
HOME = reverse("pages:home")

pytestmark = pytest.mark.django_db


def form(**changes: str) -> dict[str, str]:
    return {"username": "alice@example.org", "password": PASSWORD} | changes


def test_the_page_has_the_form(client: Client) -> None:
    page = client.get(URL, {"next": "/browse/"})
    assert page.status_code == 200
    assert fields(page) == {"next": "/browse/", "username": "", "password": ""}


def test_the_browser_is_told_which_field_is_which(client: Client) -> None:
    text = client.get(URL).content.decode()
    assert 'type="email"' in text
    assert 'autocomplete="username"' in text
    assert 'autocomplete="current-password"' in text


def test_the_right_password_signs_in(client: Client, alice: User) -> None:
    assertRedirects(client.post(URL, form()), HOME, fetch_redirect_response=False)
    assert client.session["_auth_user_id"] == str(alice.pk)


def test_the_address_may_be_in_any_case(client: Client, alice: User) -> None:
    assert client.post(URL, form(username="Alice@Example.ORG")).status_code == 302


def test_it_leads_back_to_where_they_were(client: Client, alice: User) -> None:
    answer = client.post(URL, form(next="/browse/?q=heat"))
    assertRedirects(answer, "/browse/?q=heat", fetch_redirect_response=False)


@pytest.mark.parametrize("wrong", [{"password": "no"}, {"username": "nobody@example.org"}])
def test_wrong_words_are_told_alike(client: Client, alice: User, wrong: dict[str, str]) -> None:
    page = client.post(URL, form(**wrong))
    assert page.status_code == 200
    assert form_errors(page) == [WRONG_CREDENTIALS]


def test_an_inactive_account_is_told_as_a_wrong_password(client: Client, alice: User) -> None:
    User.objects.update(is_active=False)
    page = client.post(URL, form())
    assert form_errors(page) == [WRONG_CREDENTIALS]


@pytest.mark.parametrize("bad", ["", "alice", "x" * 300 + "@example.org"])
def test_something_that_is_no_address_is_told_at_its_field(client: Client, bad: str) -> None:
    assert "username" in field_errors(client.post(URL, form(username=bad)))


def test_whoever_is_signed_in_is_sent_on(alice: User) -> None:
    answer = signed_in(alice).get(URL, {"next": "/browse/"})
    assertRedirects(answer, "/browse/", fetch_redirect_response=False)


def test_the_page_never_leads_to_itself(alice: User) -> None:
    assertRedirects(signed_in(alice).get(URL, {"next": URL}), HOME, fetch_redirect_response=False)


def test_too_many_tries_are_told(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SignInThrottle, "rate", "1/minute", raising=False)
    client.post(URL, form())
    page = client.post(URL, form())
    assert page.status_code == 429
    assert 0 < int(page["Retry-After"]) <= 61
    assert "Too many attempts" in page.content.decode()


def test_looking_at_the_page_counts_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SignInThrottle, "rate", "1/minute", raising=False)
    assert [client.get(URL).status_code for _ in range(3)] == [200] * 3


def test_other_methods_are_refused(client: Client) -> None:
    assert client.delete(URL).status_code == 405
