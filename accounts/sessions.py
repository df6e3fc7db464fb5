"""The session engine (settings.SESSION_ENGINE): a table that links each session to its user.

`SessionStore` is the name that Django looks for.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import (
    BACKEND_SESSION_KEY,
    HASH_SESSION_KEY,
    SESSION_KEY,
    get_user,
    user_logged_in,
)
from django.contrib.auth.middleware import AuthenticationMiddleware as StockMiddleware
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore as StockStore
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from accounts.models import BrowserSession, User
from accounts.models.access import CLIENT_LENGTH
from nextflex.base.client_address import client_ip

_CLIENT = "client"
_SEEN_EVERY_S = 600
_FRESH_S = 600


class SessionStore(StockStore):
    """user: read along with the session; None for a guest's session and before the first read."""

    user: User | None = None

    def load(self) -> dict[str, Any]:
        there = BrowserSession.objects.filter(expire_date__gt=timezone.now())
        row = there.select_related("user").filter(session_key=self.session_key).first()
        if row is None:
            self._session_key, self.user = None, None
            return {}
        self.user = row.user
        return self.decode(row.session_data)

    @classmethod
    def get_model_class(cls) -> type[BrowserSession]:
        return BrowserSession

    def create_model_instance(self, data: Mapping[str, Any]) -> BrowserSession:
        row = cast(BrowserSession, super().create_model_instance(dict(data)))
        row.user_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        client = data.get(_CLIENT, {})
        row.client, row.address = client.get("name", ""), client.get("address")
        row.created_at = _moment(client.get("since_s"))
        row.last_seen_at = _moment(client.get("seen_s"))
        return row


class AuthenticationMiddleware(StockMiddleware):
    """Django's middleware, without a query for the user who was read along with the session."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: _user_of(request))  # type: ignore[assignment]


def _user_of(request: HttpRequest) -> User | AnonymousUser:
    """Return the session's user if all of Django's checks hold; else let Django decide."""
    session = cast(SessionStore, request.session)
    signed_in_as, backend = session.get(SESSION_KEY), session.get(BACKEND_SESSION_KEY)
    user = session.user
    if (
        user is not None
        and str(user.pk) == signed_in_as
        and user.is_active
        and backend in settings.AUTHENTICATION_BACKENDS
        and constant_time_compare(session.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash())
    ):
        return user
    return get_user(request)


@receiver(user_logged_in)
def remember_the_client(
    sender: Any, request: HttpRequest | None, user: User, **kwargs: Any
) -> None:
    """Store the browser's name and address in the session, so that its owner recognises it."""
    if request is None or SESSION_KEY not in getattr(request, "session", ()):
        return  # a client that takes tokens
    now_s = int(timezone.now().timestamp())
    request.session[_CLIENT] = {
        "name": client_name(request),
        "address": client_ip(request),
        "since_s": now_s,
        "seen_s": now_s,
    }


def is_fresh(request: HttpRequest) -> bool:
    """Return whether this sign-in is recent, for accounts without a password to ask for."""
    since_s: int = request.session.get(_CLIENT, {}).get("since_s", 0)
    return int(timezone.now().timestamp()) - since_s < _FRESH_S


def client_name(request: HttpRequest) -> str:
    given = request.META.get("HTTP_USER_AGENT", "")[:CLIENT_LENGTH]
    return "".join(letter for letter in given if letter.isprintable())


class LastSeenMiddleware:
    """Updates the last use of a session every ten minutes, which extends the session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        session = request.session
        # A session that no view has read stays unread: its answer may be kept for everybody.
        if session.accessed and SESSION_KEY in session and _CLIENT in session:
            now_s = int(timezone.now().timestamp())
            if now_s - session[_CLIENT]["seen_s"] >= _SEEN_EVERY_S:
                session[_CLIENT] = session[_CLIENT] | {"seen_s": now_s}
        return response


def _moment(at_s: int | None) -> datetime:
    return timezone.now() if at_s is None else datetime.fromtimestamp(at_s, UTC)
