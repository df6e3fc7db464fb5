"""Response headers with the remaining rate limit, by the IETF's draft on RateLimit fields."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from rest_framework.request import Request

_KEY = "nextflex.rate_limit"  # in META, which Django's request and the API's share


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a limit.

    remaining: requests that are left; reset_s: seconds until the oldest counted request expires.
    """

    limit: int
    remaining: int
    reset_s: float


def note(request: Request, standing: Standing) -> None:
    """Note a limit of the request; of several, the response has the one that is reached first."""
    before: Standing | None = request.META.get(_KEY)
    if before is None or standing.remaining < before.remaining:
        request.META[_KEY] = standing


class RateLimitMiddleware:
    """Add headers with the rate limit that counted the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        standing: Standing | None = request.META.get(_KEY)
        if standing is not None:
            response["RateLimit-Limit"] = str(standing.limit)
            response["RateLimit-Remaining"] = str(standing.remaining)
            response["RateLimit-Reset"] = str(math.ceil(standing.reset_s))
        return response
