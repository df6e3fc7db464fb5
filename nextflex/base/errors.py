"""The error classes of the web side, and the format of all errors in the API.

`{"error": {"code": "invalid", "message": "…", "fields": {"rating": ["…"]}}}`; a 500 with `request_id`.
"""

import math
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import csrf_exempt
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from nextflex.base import request_id


class DomainError(Exception):
    """A request that breaks a rule of the product; the message names the value and the remedy.

    `retry_after_s`, where given, is the time before a retry.
    """

    status = HTTPStatus.BAD_REQUEST
    code = "invalid"
    retry_after_s: int | None = None


class NotFound(DomainError):
    status = HTTPStatus.NOT_FOUND
    code = "not_found"


class Unavailable(DomainError):
    """The site cannot respond now but may soon."""

    status = HTTPStatus.SERVICE_UNAVAILABLE
    code = "unavailable"
    retry_after_s = 5


Fields = Mapping[str, object]


def body(code: str, message: str, fields: Fields | None = None) -> dict[str, dict[str, object]]:
    error: dict[str, object] = {"code": code, "message": message}
    if fields:
        error["fields"] = dict(fields)
    return {"error": error}


def answer(error: Exception, context: Mapping[str, Any]) -> Response | None:
    """Handle exceptions for Django REST framework: every 4xx and 503 gets the one format.

    Returns None for an unexpected error: that is a 500, logged with its trace.
    """
    match error:
        case DomainError():
            response = Response(body(error.code, str(error)), status=error.status)
            if error.retry_after_s is not None:
                response["Retry-After"] = str(error.retry_after_s)
        case Http404():
            response = Response(body("not_found", str(error) or "Not found."), status=404)
        case PermissionDenied():
            response = Response(
                body("permission_denied", str(error) or "Access denied."), status=403
            )
        case exceptions.APIException():
            response = _answer_api_error(error)
        case _:
            return None
    set_rollback()
    return response


def _answer_api_error(error: exceptions.APIException) -> Response:
    fields = error.detail if isinstance(error.detail, dict) else None
    code = "invalid" if isinstance(error, exceptions.ValidationError) else error.default_code
    if fields is None:
        message = _first_text(error.detail)
    elif "detail" in fields:  # simplejwt wraps its message in a dictionary
        message, fields = _first_text(fields["detail"]), None
    else:
        message = "; ".join(f"{name}: {_first_text(text)}" for name, text in fields.items())
    response = Response(body(code, message, fields), status=error.status_code)
    if header := getattr(error, "auth_header", None):
        response["WWW-Authenticate"] = header
    if wait_s := getattr(error, "wait", None):
        response["Retry-After"] = str(math.ceil(wait_s))
    return response


def _first_text(detail: object) -> str:
    if isinstance(detail, list) and detail:
        return _first_text(detail[0])
    if isinstance(detail, dict) and detail:
        return _first_text(next(iter(detail.values())))
    return str(detail)


@csrf_exempt  # it changes nothing, and a misspelt URL must give 404, not a CSRF error
def api_not_found(request: HttpRequest) -> HttpResponse:
    """Answer URLs under /api/ that have no view."""
    return JsonResponse(body("not_found", f"Nothing found at {request.path}."), status=404)


def is_for_api(request: HttpRequest) -> bool:
    return is_api_path(request.path)


def is_api_path(path: str) -> bool:
    return path.startswith(("/api/", "/graphql/"))


def refusal(
    request: HttpRequest, problem: str, status: HTTPStatus = HTTPStatus.BAD_REQUEST
) -> HttpResponse:
    """Refuse a request before any view; problem: a sentence without its full stop."""
    if is_for_api(request):
        return JsonResponse(body(status.name.lower(), f"{problem}."), status=status)
    return HttpResponse(render_to_string("400.html", {"problem": problem}), status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer requests that Django itself refuses, such as an unknown host; the reason is only logged."""
    return refusal(request, "The server could not understand this request")


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer an unexpected error; its trace is in the log, under the id in the response."""
    given = request_id.current.get()
    if is_for_api(request):
        error = body("server_error", "Something went wrong on our side. Try again in a moment.")
        return JsonResponse({"error": {**error["error"], "request_id": given}}, status=500)
    return HttpResponse(render_to_string("500.html", {"request_id": given}), status=500)
