"""The identity of a guest: a random key in its own cookie, set before anything is stored."""

import re
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

KEPT_FOR = timedelta(days=180)  # lifetime of the cookie, and of data after the last action
_KEY, _DROPPED = "uploads.guest_key", "uploads.guest_dropped"  # in META, as the API shares it
_KEY_FORM = re.compile(r"[A-Za-z0-9_-]{43}")  # 256 bits


def key_of(request: HttpRequest) -> str:
    """Return the guest's key; empty for a browser without one.

    Without the cookie, it is derived from the session's key, so that concurrent requests agree on it.
    """
    cookie = request.COOKIES.get(settings.GUEST_COOKIE_NAME, "")
    if _KEY_FORM.fullmatch(cookie):
        return cookie
    if session_key := request.COOKIES.get(settings.SESSION_COOKIE_NAME):
        return key_of_session(session_key)
    made: str = request.META.get(_KEY, "")
    return made


def key_for(request: HttpRequest) -> str:
    """Return the key as key_of, but give a browser without a key a new one with the response."""
    request.META[_KEY] = key_of(request) or secrets.token_urlsafe(32)
    key: str = request.META[_KEY]
    return key


def key_of_session(session_key: str) -> str:
    digest = salted_hmac("uploads.guests", session_key, algorithm="sha256").digest()
    return urlsafe_b64encode(digest).decode().rstrip("=")


def drop_key(request: HttpRequest) -> None:
    """Delete the cookie with the response: the browser's next guest is another person."""
    request.META[_DROPPED] = True


class GuestCookieMiddleware:
    """Set the key's cookie on every page with a form, which also sets the CSRF cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        if request.META.get(_DROPPED):
            response.delete_cookie(settings.GUEST_COOKIE_NAME, samesite="Lax")
        elif _KEY in request.META or _is_guests_page(request, response):
            _hand_out(key_for(request), response)
        return response


def _is_guests_page(request: HttpRequest, response: HttpResponse) -> bool:
    has_form = settings.CSRF_COOKIE_NAME in response.cookies
    user = getattr(request, "user", None)
    return has_form and user is not None and not user.is_authenticated


def _hand_out(key: str, response: HttpResponse) -> None:
    response.set_cookie(
        settings.GUEST_COOKIE_NAME,
        key,
        max_age=KEPT_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
