"""Id tokens and user info that are forged, or meant for somebody else: nobody is signed in."""

import base64
import json
from collections.abc import Callable

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.social.provider import CLIENT, KEY, Claims, Provider, signed
from tests.social.walk import Walk, assert_refused


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


def test_who_somebody_is_must_be_signed(walk: Walk, provider: Provider) -> None:
    """Authlib puts the verified claims where an answer without an id token may have its own."""
    claims = {"sub": "alice-7", "email": "alice@example.org", "email_verified": True}
    shown = {"access_token": "access", "token_type": "Bearer", "userinfo": claims}
    provider.answers["/token"] = (200, json.dumps(shown))
    assert_refused(walk, walk.whole())
