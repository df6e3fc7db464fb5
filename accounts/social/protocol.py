"""The redirect to a provider and back: OAuth 2 with state, PKCE and, for OpenID Connect, a nonce.

Authlib implements the protocol and keeps its state in the session. This module decides which responses
are accepted: those to a sign-in that the same visitor began here less than ten minutes ago, from the
same issuer.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypedDict, cast

from authlib.integrations.django_client import OAuthError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from joserfc.errors import JoseError
from requests import RequestException
from urllib3.exceptions import HTTPError

from accounts.mailed_links import site_link
from accounts.social.errors import Cancelled, Lost, ProviderFailed
from accounts.social.github import GitHubClient
from accounts.social.identity import Identity
from accounts.social.openid import OpenIdClient
from nextflex.conf.social import GITHUB, Provider

_log = logging.getLogger(__name__)
_REFUSED = (OAuthError, JoseError, RequestException, HTTPError)
# A provider may send any JSON: a missing or mistyped field is the provider's failure.
_UNREADABLE = (LookupError, TypeError, ValueError, AttributeError)


class State(TypedDict):
    """The state that the session keeps while the visitor is at the provider; it is used once.

    user: the user signed in at the beginning.
    """

    process: str
    next: str
    user: int | None


@dataclass(frozen=True, slots=True)
class Return:
    identity: Identity
    state: State


def address_of(request: HttpRequest, chosen: Provider, *, process: str, next_page: str) -> str:
    """Return the URL to send the browser to. Raises ProviderFailed."""
    client = client_of(chosen)
    # At SITE_URL, regardless of the request's Host header.
    back = site_link(reverse("social:callback", args=[chosen.slug]))
    with _understood(chosen):
        away = client.create_authorization_url(back)
    state = State(process=process, next=next_page, user=request.user.pk)
    client.save_authorize_data(request, redirect_uri=back, **away, **state)
    return str(away["url"])


def come_back(request: HttpRequest, chosen: Provider) -> Return:
    """Handle the return from the provider. Raises Lost, Cancelled and ProviderFailed."""
    client = client_of(chosen)
    name = request.GET.get("state")
    client.framework.clear_state_data(request.session, "")  # Authlib removes old states only here
    state = client.framework.get_state_data(request.session, name)
    if state is None:
        raise Lost
    try:
        if request.GET.get("error") == "access_denied":
            raise Cancelled(chosen.name)
        with _understood(chosen):
            _refuse_other_issuers(request, chosen)
            identity = client.identity(request)
    finally:
        client.framework.clear_state_data(request.session, name)
    return Return(identity, cast(State, state))


def client_of(chosen: Provider) -> GitHubClient | OpenIdClient:
    return GitHubClient(chosen) if chosen.slug == GITHUB else OpenIdClient(chosen)


def _refuse_other_issuers(request: HttpRequest, chosen: Provider) -> None:
    """Prevent mix-up attacks (RFC 9207)."""
    issuer = request.GET.get("iss", chosen.issuer)
    if not constant_time_compare(issuer.rstrip("/"), chosen.issuer):
        raise OAuthError(description="the response names a different issuer")


@contextmanager
def _understood(chosen: Provider) -> Iterator[None]:
    try:
        yield
    except (*_REFUSED, *_UNREADABLE) as error:
        _log.warning("%s signed nobody in: %s", chosen.issuer, error, exc_info=True)
        raise ProviderFailed(chosen.name) from error
