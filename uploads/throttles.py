"""The rate limit of posting per account, for the API and the site's forms together."""

from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView


class UploadThrottle(SimpleRateThrottle):
    """The limit of uploads. It does not apply to guests: a permission refuses them."""

    scope = "upload"

    def get_cache_key(self, request: Request, view: APIView) -> str | None:
        return self.key_of(request.user.pk) if request.user.is_authenticated else None

    def key_of(self, user_id: int) -> str:
        return self.cache_format % {"scope": self.scope, "ident": user_id}


def seconds_to_wait(request: HttpRequest) -> int:
    """Count this form of a signed-in user; return 0 when it may proceed, else the seconds to wait."""
    asked = Request(request)
    asked.user = request.user
    throttle = UploadThrottle()
    if throttle.allow_request(asked, APIView()):
        return 0
    return int(throttle.wait() or 0) + 1
