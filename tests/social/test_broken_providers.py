"""A provider that is away, broken or taken over is told in words, and never a failure of ours."""

import json
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from authlib.integrations.base_client.sync_app import OAuth2Mixin
from authlib.integrations.django_client import OAuthError
from django.conf import settings as project
from django.urls import reverse

from accounts.models import User
from accounts.social import client as clients
from accounts.social import protocol
from nextflex.conf.social import Provider as Named
from tests.social.provider import Provider, public_key
from tests.social.walk import Walk, assert_refused, words_of

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
    "change",
    [
        {"issuer": "https://evil.example"},
        {"issuer": None},
        {"token_endpoint": "ftp://evil.example/token"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"jwks_uri": None},
    ],
)
def test_a_description_of_somebody_else_is_refused(
    walk: Walk, provider: Provider, change: dict[str, str | None]
) -> None:
    shown = provider.configuration() | change
    provider.answers["/.well-known/openid-configuration"] = (200, json.dumps(shown))
    assert_refused(walk, walk.browser.post(reverse("social:begin", args=["oidc"])))


def test_a_description_that_changes_on_the_way_is_refused(walk: Walk, provider: Provider) -> None:
    back = walk.way_back(walk.address())
    shown = provider.configuration() | {"issuer": "https://evil.example"}
    provider.answers["/.well-known/openid-configuration"] = (200, json.dumps(shown))
    provider.spoil = lambda claims: claims | {"iss": "https://evil.example"}
    assert_refused(walk, walk.browser.get(back))


@pytest.mark.parametrize(
    "name", ["authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"]
)
def test_a_safe_provider_leads_nowhere_in_the_clear(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    issuer = "https://id.example.org"
    safe = {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/authorize",
        "token_endpoint": f"{issuer}/token",
        "userinfo_endpoint": f"{issuer}/userinfo",
        "jwks_uri": f"{issuer}/keys",
    }
    client = protocol.client_of(Named("oidc", "Example ID", issuer, "films", "hush"))
    description: dict[str, Any] = dict(safe)
    monkeypatch.setattr(OAuth2Mixin, "load_server_metadata", lambda self: description)
    assert client.load_server_metadata().items() >= safe.items()
    description[name] = "http://id.example.org/x"
    with pytest.raises(OAuthError, match=name):
        client.load_server_metadata()


def test_a_description_changes_no_option_of_ours(walk: Walk, provider: Provider) -> None:
    """Authlib hands every field of it to its client."""
    lies: dict[str, Any] = {
        "code_challenge_method": None,
        "redirect_uri": "https://evil.example",
        "response_type": "token",
        "verify": False,
        "client_id": "another",
        "id_token_signing_alg_values_supported": ["none"],
        "jwks": {"keys": []},
    }
    provider.answers["/.well-known/openid-configuration"] = (
        200,
        json.dumps(provider.configuration() | lies),
    )
    given = dict(parse_qsl(urlsplit(walk.address()).query))
    assert given["code_challenge_method"] == "S256"
    assert given["redirect_uri"].endswith("/sign-in/with/oidc/back/")
    assert (given["response_type"], given["client_id"]) == ("code", "films")
    walk.whole()
    assert walk.who is not None


@pytest.mark.parametrize("path", ["/.well-known/openid-configuration", "/keys", "/token"])
def test_an_answer_without_end_is_not_read_to_its_end(
    walk: Walk, provider: Provider, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    limit = 2000
    monkeypatch.setattr(clients, "_MAX_ANSWER_BYTES", limit)
    back = "" if path.startswith("/.well") else walk.way_back(walk.address())
    provider.answers[path] = (200, json.dumps(provider.configuration() | {"x": "y" * limit}))
    begin = reverse("social:begin", args=["oidc"])
    assert_refused(walk, walk.browser.get(back) if back else walk.browser.post(begin))


@pytest.mark.parametrize(
    "path", ["/api/v3/user", "/api/v3/user/emails", "/login/oauth/access_token"]
)
@pytest.mark.parametrize("answer", [*BROKEN[:4], (404, "{}"), (200, '[{"email": 7}]')])
def test_a_broken_github_is_no_failure_of_ours(
    walk: Walk, provider: Provider, path: str, answer: tuple[int, str]
) -> None:
    provider.answers[path] = answer
    shown = walk.whole("github")
    assert words_of(shown)
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
