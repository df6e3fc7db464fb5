"""What a forged, mixed-up or broken answer of a provider comes to: nobody is signed in, in words."""

import time
from urllib.parse import parse_qsl, urlsplit

import pytest
import time_machine
from django.conf import settings as project
from django.test import Client
from django.urls import reverse

from accounts.models import LinkedAccount
from accounts.social.errors import Cancelled
from tests.shown import leads_to
from tests.social.provider import CLIENT, Provider, signed
from tests.social.walk import BACK, LOST, Walk, assert_refused, with_query, words_of


def test_the_whole_way(walk: Walk, provider: Provider) -> None:
    assert walk.whole()["Location"] == "/"
    assert walk.who is not None
    assert (walk.who.email, walk.who.name) == ("alice@example.org", "Alice")
    assert not walk.who.has_usable_password()


def test_the_whole_way_through_github(walk: Walk, provider: Provider) -> None:
    walk.whole("github")
    assert walk.who is not None
    assert walk.who.email == "alice@example.org"
    assert LinkedAccount.objects.get().label == "octo"


def test_18_the_provider_sends_people_back_to_the_site_s_own_address(walk: Walk) -> None:
    """The test's browser calls the site testserver."""
    for slug, path in BACK.items():
        given = dict(parse_qsl(urlsplit(walk.address(slug)).query))
        assert given["redirect_uri"] == f"{project.SITE_URL.geturl()}{path}"


def test_18_a_forged_host_begins_nothing(walk: Walk, provider: Provider) -> None:
    begin = reverse("social:begin", args=["oidc"])
    assert walk.browser.post(begin, headers={"Host": "evil.example"}).status_code == 400
    page = walk.browser.post(begin, headers={"X-Forwarded-Host": "evil.example"})
    assert "evil" not in leads_to(page)


def test_the_secret_stays_out_of_the_address(walk: Walk) -> None:
    for slug in BACK:
        given = dict(parse_qsl(urlsplit(walk.address(slug)).query))
        assert CLIENT[1] not in given.values()
        assert given["code_challenge_method"] == "S256"


@pytest.mark.parametrize("state", ["", "made-up", "0" * 16])
def test_25_a_forged_state_is_refused(walk: Walk, state: str) -> None:
    assert_refused(
        walk, walk.browser.get(with_query(walk.way_back(walk.address()), state=state)), LOST
    )


def test_25_an_answer_without_a_state_is_refused(walk: Walk, provider: Provider) -> None:
    walk.address()
    assert_refused(walk, walk.browser.get(BACK["oidc"], {"code": "x"}), LOST)


def test_25_another_browser_s_way_back_is_refused(walk: Walk) -> None:
    """Nobody is signed in to an attacker's account by opening a link of theirs."""
    back = walk.way_back(walk.address())
    victim = Walk(Client())
    assert_refused(victim, victim.browser.get(back), LOST)
    victim.address()
    assert_refused(victim, victim.browser.get(back), LOST)


def test_25_another_s_code_with_one_s_own_state_is_refused(walk: Walk) -> None:
    """PKCE ties the code to the browser that began, the nonce the token."""
    attacker = Walk(Client())
    stolen = dict(parse_qsl(urlsplit(attacker.way_back(attacker.address())).query))["code"]
    assert_refused(walk, walk.browser.get(with_query(walk.way_back(walk.address()), code=stolen)))


def test_a_way_back_is_gone_once(walk: Walk) -> None:
    back = walk.way_back(walk.address())
    walk.browser.get(back)
    again = walk.browser.get(back)
    assert LOST in words_of(again)
    walk.browser.logout()
    assert LOST in words_of(walk.browser.get(back))
    assert walk.who is None


def test_the_state_for_one_provider_is_none_for_another(walk: Walk) -> None:
    back = walk.way_back(walk.address("github"))
    assert_refused(walk, walk.browser.get(back.replace(BACK["github"], BACK["oidc"])), LOST)


def test_a_state_is_good_for_ten_minutes(walk: Walk) -> None:
    back = walk.way_back(walk.address())
    with time_machine.travel(time.time() + 601):
        assert_refused(walk, walk.browser.get(back), LOST)


def test_an_answer_of_another_issuer_is_refused(walk: Walk) -> None:
    back = walk.way_back(walk.address())
    assert_refused(walk, walk.browser.get(with_query(back, iss="https://evil.example")))


def test_who_turns_back_is_told_so(walk: Walk) -> None:
    state = dict(parse_qsl(urlsplit(walk.address()).query))["state"]
    answer = walk.browser.get(BACK["oidc"], {"error": "access_denied", "state": state})
    assert_refused(walk, answer, str(Cancelled("Example ID")))


def test_99_no_code_and_no_token_is_in_the_log(
    walk: Walk, provider: Provider, caplog: pytest.LogCaptureFixture
) -> None:
    provider.sign = lambda claims: f"{signed(claims)}x"
    back = walk.way_back(walk.address())
    walk.browser.get(back)
    assert "signed nobody in" in caplog.text
    code = dict(parse_qsl(urlsplit(back).query))["code"]
    for secret in (code, CLIENT[1], "eyJ"):
        assert secret not in caplog.text


def test_99_no_code_verifier_is_in_the_log_at_any_level(
    walk: Walk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    walk.address()
    assert "authlib" not in {record.name.partition(".")[0] for record in caplog.records}
    assert "code_verifier" not in caplog.text
