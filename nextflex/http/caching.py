"""Cache headers and conditional responses.

Files and drawn posters set their own lifetime. Pages are never stored, since a browser shows a stored
page again on Back although films were rated meanwhile. Responses of the API are requested again each
time, and answered with 304 if nothing changed.
"""

from collections.abc import Callable
from hashlib import blake2b

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

from nextflex.base.errors import is_for_api


class CachingMiddleware:
    """Runs inside the middleware that adds headers to every response, since a 304 is a new one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase | None:
        response = self._get_response(request)
        if not response.has_header("Cache-Control"):
            patch_vary_headers(response, ["Authorization", "Cookie"])
            response["Cache-Control"] = _cache_control(request, response)
        if not _may_be_known(request, response):
            return response
        if not response.has_header("ETag"):
            digest = blake2b(response.content, digest_size=16).hexdigest()
            response["ETag"] = f'W/"{digest}"'  # weak: a proxy may compress the response
        return get_conditional_response(request, etag=response["ETag"], response=response)


def _cache_control(request: HttpRequest, response: HttpResponse) -> str:
    """Return Cache-Control. no-cache: revalidate before each use; private: not for shared caches."""
    if request.method not in {"GET", "HEAD"}:
        return "no-store"
    if not is_for_api(request):
        return "private, no-store"
    is_somebodys = bool(request.COOKIES or response.cookies or "Authorization" in request.headers)
    return "private, no-cache" if is_somebodys else "no-cache"


def _may_be_known(request: HttpRequest, response: HttpResponse) -> bool:
    is_read = request.method in {"GET", "HEAD"} and response.status_code == 200
    return is_read and is_for_api(request) and not response.streaming
