import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertRedirects

from accounts.models import User
from accounts.tests.builders import signed_in

URL = reverse("accounts:sign_out")


def test_it_ends_the_session(alice: User) -> None:
    browser = signed_in(alice)
    answer = browser.post(URL)
    assertRedirects(answer, reverse("pages:home"), fetch_redirect_response=False)
    assert "_auth_user_id" not in browser.session


def test_a_link_signs_nobody_out(alice: User) -> None:
    browser = signed_in(alice)
    assert browser.get(URL).status_code == 405
    assert "_auth_user_id" in browser.session


@pytest.mark.django_db
def test_a_guest_may_sign_out_too(client: Client) -> None:
    assert client.post(URL).status_code == 302
