"""The one error tree of the web side, and the one shape in which the API tells an error.

`{"error": {"code": "invalid", "message": "…", "fields": {"rating": ["…"]}}}`
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback


class DomainError(Exception):
    """A rule of the product was broken by the caller; the message names the value and the remedy."""

    status = HTTPStatus.BAD_REQUEST
    code = "invalid"


class NotFound(DomainError):
    status = HTTPStatus.NOT_FOUND
    code = "not_found"


class Unavailable(DomainError):
    """The site cannot answer now but may soon; `retry_after_s` tells the client when to ask again."""

    status = HTTPStatus.SERVICE_UNAVAILABLE
    code = "unavailable"
    retry_after_s = 5


Fields = Mapping[str, object]


def body(code: str, message: str, fields: Fields | None = None) -> dict[str, object]:
    error: dict[str, object] = {"code": code, "message": message}
    if fields:
        error["fields"] = dict(fields)
    return {"error": error}


def answer(error: Exception, context: Mapping[str, Any]) -> Response | None:
    """Django REST framework's exception handler: every 4xx and 503 in the one shape.

    Returns None for an error that nobody foresaw: that is a 500, logged with its trace.
    """
    match error:
        case DomainError():
            response = Response(body(error.code, str(error)), status=error.status)
            if isinstance(error, Unavailable):
                response["Retry-After"] = str(error.retry_after_s)
        case Http404():
            response = Response(body("not_found", str(error) or "Not found."), status=404)
        case PermissionDenied():
            response = Response(body("permission_denied", str(error) or "Not allowed."), status=403)
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
        response["Retry-After"] = str(int(wait_s) + 1)
    return response


def _first_text(detail: object) -> str:
    if isinstance(detail, list) and detail:
        return _first_text(detail[0])
    if isinstance(detail, dict) and detail:
        return _first_text(next(iter(detail.values())))
    return str(detail)


def api_not_found(request: HttpRequest) -> HttpResponse:
    """An address under /api/ that no view answers."""
    return JsonResponse(body("not_found", f"There is nothing at {request.path}."), status=404)
