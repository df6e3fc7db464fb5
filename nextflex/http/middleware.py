"""Middleware of every request: its id, unambiguous parsing, and a security policy."""

import re
from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse

from nextflex.base import errors, request_id
from nextflex.base.overload import Verdict, verdict_on

Answer = Callable[[HttpRequest], HttpResponse]
_NUL = "\0"
_UTF_8 = {"utf-8", "utf8"}


class RequestIdMiddleware:
    """The outermost middleware, so that even error responses carry the id."""

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        name = request_id.accepted_or_new(request.headers.get(request_id.HEADER, ""))
        request.META[request_id.KEY] = name
        before = request_id.current.set(name)
        try:
            response = self._get_response(request)
        finally:
            request_id.current.reset(before)
        response[request_id.HEADER] = name
        return response


class HealthProbeMiddleware:
    """Answer health checks for any Host header, since monitoring probes connect by IP address.

    The header is replaced, so no later code sees a foreign host.
    """

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response
        self._probed = re.compile(settings.HEALTH_PROBES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._probed.fullmatch(request.path[1:]):
            request.META["HTTP_HOST"] = settings.SITE_URL.netloc
        return self._get_response(request)


class SecurityPolicyMiddleware(CSPMiddleware):
    """django-csp's middleware, but unfold's Alpine may evaluate attributes under the admin's prefix."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        answered: HttpResponseBase = super().process_response(request, response)
        return answered

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(reverse("admin:index")) and not report_only:
            parts.config = settings.ADMIN_SECURITY_POLICY
        return parts


class OverloadMiddleware:
    """Answers requests that the gate gave no turn. Inside of what serves static files and adds headers
    to every response, and outside of everything that uses the database."""

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        match verdict_on(request):
            case Verdict.REFUSED:
                return _too_busy(request)
            case Verdict.FILE:
                return errors.refusal(request, "There is no such file", HTTPStatus.NOT_FOUND)
        return self._get_response(request)


def _too_busy(request: HttpRequest) -> HttpResponse:
    error = errors.Unavailable("Too many requests at the moment. Try again in a few seconds.")
    headers = {"Retry-After": str(error.retry_after_s), "Cache-Control": "no-store"}
    if errors.is_for_api(request):
        given = errors.body(error.code, str(error))
        return JsonResponse(given, status=error.status, headers=headers)
    return HttpResponse(_busy_page(), status=error.status, headers=headers)


@cache
def _busy_page() -> str:
    """Rendered once, since it is sent when there is no time."""
    return render_to_string("503.html")


class UnreadableMiddleware:
    """Refuse requests that two programs might read differently, or that a database cannot store.

    These are: a body of unknown length, which Django would treat as empty, so that a proxy might see
    two requests in one; a NUL in the URL, a cookie or a form, which PostgreSQL does not store; a
    compressed body or one in another charset than UTF-8, which readers would have to detect.
    """

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "Transfer-Encoding" in request.headers:
            return errors.refusal(
                request, ("Send the body with a Content-Length; chunked bodies are not supported")
            )
        # A cookie's value may contain a NUL as an octal escape.
        if problem := _unread_body(request):
            return errors.refusal(request, problem, HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        words = (request.path, unquote(request.META["QUERY_STRING"]), *request.COOKIES.values())
        if any(_NUL in word for word in words):
            return errors.refusal(request, "The URL or a cookie contains a NUL character")
        return self._get_response(request)

    def process_view(self, request: HttpRequest, view: Answer, *given: Any) -> HttpResponse | None:
        """Check the forms of pages.

        The API's serializers check their own input, and so do views with file uploads, which must
        choose a file's location before anything reads the body.
        """
        takes_files = getattr(view, "csrf_exempt", False)
        if request.method != "POST" or takes_files or errors.is_for_api(request):
            return None
        values = (value for _, values in request.POST.lists() for value in values)
        if any(_NUL in value for value in values):
            return errors.refusal(request, "The form contains a NUL character")
        return None


def _unread_body(request: HttpRequest) -> str:
    """Return the problem with the body's encoding; "" without a problem or without a body."""
    if request.META.get("CONTENT_LENGTH") in {None, "", "0"}:
        return ""
    encoding = request.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in {"", "identity"}:
        return f"Send the body without Content-Encoding; {encoding[:40]!r} is not supported"
    charset = str((request.content_params or {}).get("charset", "utf-8"))
    if charset.lower() not in _UTF_8:
        return f"Send the body in UTF-8; the charset {charset[:40]!r} is not supported"
    return ""
