"""Error pages of domain errors."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nextflex.base.errors import DomainError, Unavailable

_TEMPLATES = {404: "404.html"}


class DomainErrorMiddleware:
    """Turn a page's DomainError into a page with its status and its message."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, DomainError):
            return None
        template = _TEMPLATES.get(error.status, "400.html")
        context = {"problem": str(error).removesuffix("."), "status": int(error.status)}
        response = render(request, template, context, status=error.status)
        if isinstance(error, Unavailable):
            response["Retry-After"] = str(error.retry_after_s)
        return response
