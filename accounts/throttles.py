"""How often one client may try: the same counters for the site's forms and for the API."""

from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView

from accounts.lockout import client_ip


class ClientThrottle(SimpleRateThrottle):
    """Counts by address also those who are signed in: an account is cheap, an address less so."""

    def get_cache_key(self, request: Request, view: APIView) -> str:
        return self.cache_format % {"scope": self.scope, "ident": client_ip(request)}


class SignUpThrottle(ClientThrottle):
    scope = "sign-up"


class SignInThrottle(ClientThrottle):
    """For whatever hashes a password that somebody may be guessing."""

    scope = "sign-in"


def seconds_to_wait(throttle: ClientThrottle, request: HttpRequest) -> int:
    """Counts this request of a form; 0 when it may go on."""
    if throttle.allow_request(Request(request), APIView()):
        return 0
    return int(throttle.wait() or 0) + 1
