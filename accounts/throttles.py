"""Rate limits per client; the site's forms and the API share the counters."""

import logging
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.views.generic import FormView
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

from nextflex.base import rate_limits
from nextflex.base.client_address import client_ip

_log = logging.getLogger(__name__)


class ClientThrottle(SimpleRateThrottle):
    """Count signed-in users by address as well: accounts are cheap, addresses less so."""

    def get_cache_key(self, request: Request, view: Any) -> str | None:
        return self._key_of(client_ip(request))

    def allow_request(self, request: Request, view: Any) -> bool:
        """Allow all requests while the counters' cache is down; failed sign-ins have their own count."""
        try:
            is_allowed = super().allow_request(request, view)
        except settings.CACHE_ERRORS as error:
            _log.warning("rate limits are off, because the cache does not respond: %s", error)
            return True
        if getattr(self, "key", None) is not None:
            rate_limits.note(request, self._standing())
        return is_allowed

    def _key_of(self, who: object) -> str:
        return self.cache_format % {"scope": self.scope, "ident": who}

    def _standing(self) -> rate_limits.Standing:
        limit, window_s = self.parse_rate(self.rate)
        remaining = (limit or 0) - len(self.history)
        oldest = self.history[-1]
        return rate_limits.Standing(limit or 0, remaining, oldest + (window_s or 0) - self.now)


class SignUpThrottle(ClientThrottle):
    scope = "sign-up"


class SignInThrottle(ClientThrottle):
    """The limit for requests that hash a password that an attacker may be trying."""

    scope = "sign-in"


class GuestThrottle(ClientThrottle):
    """The limit for API requests of guests where a view has no limit of its own."""

    scope = "anon"

    def get_cache_key(self, request: Request, view: Any) -> str | None:
        return None if request.user.is_authenticated else super().get_cache_key(request, view)


class AccountThrottle(ClientThrottle):
    """The same limit for signed-in users: per account, regardless of the address."""

    scope = "user"

    def get_cache_key(self, request: Request, view: Any) -> str | None:
        return self._key_of(request.user.pk) if request.user.is_authenticated else None


def seconds_to_wait(throttle: ClientThrottle, request: HttpRequest) -> int:
    """Count this request of a form; return 0 when it may proceed, else the seconds to wait."""
    if throttle.allow_request(Request(request), None):
        return 0
    return int(throttle.wait() or 0) + 1


SLOW_DOWN = "Too many attempts. Try again in {minutes} minutes."


class ThrottledForm(FormView[BaseForm]):
    throttle_class: type[ClientThrottle]

    def post(self, request: HttpRequest, *args: str, **kwargs: Any) -> HttpResponse:
        wait_s = seconds_to_wait(self.throttle_class(), request)
        if not wait_s:
            return super().post(request, *args, **kwargs)
        messages.error(request, SLOW_DOWN.format(minutes=wait_s // 60 + 1))
        # Use an empty form: rendering a bound one would validate it.
        context = self.get_context_data(form=self.get_empty_form())
        return self.render_to_response(context, status=429, headers={"Retry-After": str(wait_s)})

    def get_empty_form(self) -> BaseForm:
        kwargs = {**self.get_form_kwargs(), "data": None, "files": None}
        return self.get_form_class()(**kwargs)
