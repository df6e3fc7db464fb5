"""What a forged, mixed-up or broken answer of a provider comes to: nobody is signed in, in words."""

import base64
import json
import time
from collections.abc import Callable
from urllib.parse import parse_qsl, urlsplit

import jwt
import pytest
import time_machine
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings as project
from django.test import Client
from django.urls import reverse

from accounts.models import LinkedAccount, User
from accounts.social.errors import Cancelled, Lost, ProviderFailed
from tests.social.provider import CLIENT, KEY, Claims, Provider, public_key, signed
from tests.social.walk import BACK, Walk, with_query, words_of

FAILED, LOST = str(ProviderFailed("Example ID")), str(Lost())


def assert_refused(walk: Walk, answer: object, words: str = FAILED) -> None:
    assert words in words_of(answer)
    assert walk.who is None
    assert not User.objects.exists()
    assert not LinkedAccount.objects.exists()


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
    assert "evil" not in page.context["address"]


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


@pytest.mark.parametrize(
    "spoil",
    [
        lambda claims: claims | {"aud": "another"},
        lambda claims: claims | {"aud": [CLIENT[0], "another"], "azp": "another"},
        lambda claims: claims | {"azp": "another"},
        lambda claims: claims | {"iss": "https://evil.example"},
        lambda claims: claims | {"nonce": "of another sign-in"},
        lambda claims: claims | {"nonce": ""},
        lambda claims: {name: claims[name] for name in claims if name != "nonce"},
        lambda claims: {name: claims[name] for name in claims if name != "sub"},
        lambda claims: {name: claims[name] for name in claims if name != "exp"},
        lambda claims: {name: claims[name] for name in claims if name != "aud"},
        lambda claims: claims | {"exp": claims["iat"] - 120},
        lambda claims: claims | {"iat": claims["iat"] + 3600},
        lambda claims: claims | {"sub": 7},
    ],
)
def test_06_an_id_token_for_another_time_or_place_is_refused(
    walk: Walk, provider: Provider, spoil: Callable[[Claims], Claims]
) -> None:
    provider.spoil = spoil
    assert_refused(walk, walk.whole())


def unsigned(claims: Claims) -> str:
    parts = [json.dumps(part).encode() for part in ({"alg": "none", "kid": "one"}, claims)]
    return ".".join([*(base64.urlsafe_b64encode(one).decode().rstrip("=") for one in parts), ""])


def by_another_key(claims: Claims) -> str:
    return signed(claims, rsa.generate_private_key(public_exponent=65537, key_size=2048))


def by_the_client_s_secret(claims: Claims) -> str:
    return signed(claims, CLIENT[1], "HS256")


def by_the_public_key_s_text(claims: Claims) -> str:
    """HS256 with what everybody knows; PyJWT itself would not sign so."""
    text = KEY.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    head = {"alg": "HS256", "kid": "one"}
    parts = [json.dumps(part).encode() for part in (head, claims)]
    body = ".".join(base64.urlsafe_b64encode(one).decode().rstrip("=") for one in parts)
    seal = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256).sign(
        body.encode(), text
    )
    return f"{body}.{base64.urlsafe_b64encode(seal).decode().rstrip('=')}"


def by_an_unknown_key(claims: Claims) -> str:
    return signed(claims, kid="two")


def tampered(claims: Claims) -> str:
    head, _, seal = signed(claims).split(".")
    body = base64.urlsafe_b64encode(json.dumps(claims | {"sub": "somebody else"}).encode())
    return f"{head}.{body.decode().rstrip('=')}.{seal}"


@pytest.mark.parametrize(
    "sign",
    [
        unsigned,
        by_another_key,
        by_the_client_s_secret,
        by_the_public_key_s_text,
        by_an_unknown_key,
        tampered,
        lambda claims: "no token",
        lambda claims: "",
    ],
)
def test_04_an_id_token_that_the_provider_did_not_sign_is_refused(
    walk: Walk, provider: Provider, sign: Callable[[Claims], str]
) -> None:
    provider.sign = sign
    assert_refused(walk, walk.whole())


def test_user_info_of_somebody_else_is_refused(walk: Walk, provider: Provider) -> None:
    provider.spoil = lambda claims: {name: claims[name] for name in claims if name != "email"}
    provider.answers["/userinfo"] = (200, json.dumps(provider.person | {"sub": "bob-8"}))
    assert_refused(walk, walk.whole())


def test_user_info_is_asked_for_an_address_that_the_token_lacks(
    walk: Walk, provider: Provider
) -> None:
    provider.spoil = lambda claims: {name: claims[name] for name in claims if name != "email"}
    walk.whole()
    assert walk.who is not None
    assert walk.who.email == "alice@example.org"


BROKEN = [(500, "{}"), (200, "no JSON"), (200, "[]"), (200, "null"), (200, "{}"), (302, "/x")]
KEYLESS = {"keys": [public_key() | {"use": "enc"}]}


@pytest.mark.parametrize("answer", [*BROKEN, (200, json.dumps(KEYLESS)), (200, '{"keys": [7]}')])
@pytest.mark.parametrize("path", ["/keys", "/token"])
def test_a_broken_provider_is_no_failure_of_ours(
    walk: Walk, provider: Provider, path: str, answer: tuple[int, str]
) -> None:
    provider.answers[path] = answer
    assert_refused(walk, walk.whole())


@pytest.mark.parametrize("answer", [*BROKEN, (200, '{"issuer": "https://evil.example"}')])
def test_a_broken_description_is_no_failure_of_ours(
    walk: Walk, provider: Provider, answer: tuple[int, str]
) -> None:
    provider.answers["/.well-known/openid-configuration"] = answer
    begun = walk.browser.post(reverse("social:begin", args=["oidc"]))
    assert_refused(walk, begun)


@pytest.mark.parametrize(
    "path", ["/api/v3/user", "/api/v3/user/emails", "/login/oauth/access_token"]
)
@pytest.mark.parametrize("answer", [*BROKEN[:4], (404, "{}"), (200, '[{"email": 7}]')])
def test_a_broken_github_is_no_failure_of_ours(
    walk: Walk, provider: Provider, path: str, answer: tuple[int, str]
) -> None:
    provider.answers[path] = answer
    told = walk.whole("github")
    assert words_of(told)
    assert (walk.who, User.objects.count()) == (None, 0)


def test_92_a_provider_that_is_away_is_told_in_words(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider = project.SOCIAL_PROVIDERS[0]
    monkeypatch.setattr(
        "accounts.social.views.provider_called",
        lambda slug: type(provider)("oidc", "Example ID", "http://127.0.0.1:1", "a", "b"),
    )
    assert_refused(walk, walk.browser.post(reverse("social:begin", args=["oidc"])))


def test_99_no_code_and_no_token_is_in_the_log(
    walk: Walk, provider: Provider, caplog: pytest.LogCaptureFixture
) -> None:
    provider.sign = by_another_key
    back = walk.way_back(walk.address())
    walk.browser.get(back)
    assert "signed nobody in" in caplog.text
    code = dict(parse_qsl(urlsplit(back).query))["code"]
    for secret in (code, CLIENT[1], "eyJ"):
        assert secret not in caplog.text
