"""The way to a provider and back: OAuth 2 with state and PKCE, for OpenID Connect with a nonce as well.

allauth's client and its session state; what comes back we check ourselves. allauth skips an id token's
signature, knows no nonce, and believes the user info whoever's it is.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypedDict, cast

import jwt
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.provider import OAuth2Provider
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, get_random_string
from requests import RequestException

from accounts.social import github, openid
from accounts.social.errors import Cancelled, Lost, ProviderFailed
from accounts.social.identity import Identity
from nextflex.conf.social import GITHUB, Provider

_log = logging.getLogger(__name__)
_NONCE_LENGTH = 32
_REFUSED = (OAuth2Error, RequestException, jwt.PyJWTError)
# What they send is not ours to shape: a key that is missing or of another kind is no error of ours.
_UNREADABLE = (LookupError, TypeError, ValueError, AttributeError)


class State(TypedDict):
    """What this browser's session keeps while somebody is away; it is good for one way back.

    user: who was signed in when it began.
    """

    process: str
    next: str
    nonce: str
    user: int | None


@dataclass(frozen=True, slots=True)
class Return:
    identity: Identity
    state: State


def address_of(request: HttpRequest, chosen: Provider, *, process: str, next_page: str) -> str:
    """Where to send the browser. Raises ProviderFailed."""
    nonce = get_random_string(_NONCE_LENGTH)
    with _understood(chosen):
        away = provider_of(request, chosen).redirect(
            request,
            process,
            next_url=next_page,
            auth_params={} if chosen.slug == GITHUB else {"nonce": nonce},
            nonce=nonce,
            user=request.user.pk,
        )
    return str(away["Location"])


def come_back(request: HttpRequest, chosen: Provider) -> Return:
    """Raises Lost, Cancelled and ProviderFailed."""
    provider = provider_of(request, chosen)
    state = _unstashed(request, provider)
    if request.GET.get("error") == "access_denied":
        raise Cancelled(chosen.name)
    with _understood(chosen):
        _refuse_errors(request, chosen)
        adapter = provider.get_oauth2_adapter(request)
        client = adapter.get_client(request, provider.app)
        told = adapter.get_access_token_data(
            request, provider.app, client, pkce_code_verifier=state["pkce_code_verifier"]
        )
        identity: Identity = adapter.identity(told, nonce=state["nonce"])
    return Return(identity, cast(State, {"next": ""} | state))


def _unstashed(request: HttpRequest, provider: OAuth2Provider) -> dict[str, Any]:
    try:
        state: dict[str, Any] = provider.unstash_redirect_state(request, request.GET.get("state"))
    except PermissionDenied as error:
        raise Lost from error
    return state


def _refuse_errors(request: HttpRequest, chosen: Provider) -> None:
    """RFC 9207: an answer that says it is another issuer's is one that was mixed up on purpose."""
    if "code" not in request.GET:
        raise OAuth2Error(f"no code, but {request.GET.get('error', '')[:100]!r}")
    issuer = request.GET.get("iss", chosen.issuer)
    if not constant_time_compare(issuer.rstrip("/"), chosen.issuer):
        raise OAuth2Error("the response names a different issuer")


def provider_of(request: HttpRequest, chosen: Provider) -> OAuth2Provider:
    kind = github.GitHub if chosen.slug == GITHUB else openid.OpenId
    app = SocialApp(
        provider=kind.id,
        provider_id=chosen.slug,
        name=chosen.name,
        client_id=chosen.client_id,
        secret=chosen.client_secret,
        settings={"server_url": chosen.issuer, "oauth_pkce_enabled": True},
    )
    return kind(request, app=app)


@contextmanager
def _understood(chosen: Provider) -> Iterator[None]:
    try:
        yield
    except (*_REFUSED, *_UNREADABLE) as error:
        _log.warning("%s signed nobody in: %s", chosen.issuer, error, exc_info=True)
        raise ProviderFailed(chosen.name) from error
