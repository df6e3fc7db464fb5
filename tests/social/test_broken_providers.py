"""A provider that is away, broken or taken over is told in words, and never a failure of ours."""

import json

import pytest
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.conf import settings as project
from django.test import RequestFactory
from django.urls import reverse

from accounts.models import User
from accounts.social import openid, protocol
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
    told = provider.configuration() | change
    provider.answers["/.well-known/openid-configuration"] = (200, json.dumps(told))
    assert_refused(walk, walk.browser.post(reverse("social:begin", args=["oidc"])))


def test_a_description_that_changes_on_the_way_is_refused(walk: Walk, provider: Provider) -> None:
    back = walk.way_back(walk.address())
    told = provider.configuration() | {"issuer": "https://evil.example"}
    provider.answers["/.well-known/openid-configuration"] = (200, json.dumps(told))
    provider.spoil = lambda claims: claims | {"iss": "https://evil.example"}
    assert_refused(walk, walk.browser.get(back))


@pytest.mark.parametrize("name", ["authorization_endpoint", "token_endpoint", "jwks_uri"])
def test_a_safe_provider_leads_nowhere_in_the_clear(
    provider: Provider, monkeypatch: pytest.MonkeyPatch, rf: RequestFactory, name: str
) -> None:
    issuer = "https://id.example.org"
    safe = {key: f"{issuer}/{key}" for key in provider.configuration()} | {"issuer": issuer}
    request = rf.get("/")
    chosen = Named("oidc", "Example ID", issuer, "films", "hush")
    for told, is_right in ((safe, True), (safe | {name: "http://id.example.org/x"}, False)):
        monkeypatch.setattr(openid, "told", lambda url, told=told: told)
        adapter = protocol.provider_of(request, chosen).get_oauth2_adapter(request)
        if is_right:
            assert adapter.openid_config == safe
        else:
            with pytest.raises(OAuth2Error, match=name):
                _ = adapter.openid_config


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
