"""A short id for each request, shared by its response, its log lines and users' reports."""

import logging
import re
import secrets
from contextvars import ContextVar

from django.http import HttpRequest

HEADER = "X-Request-ID"
KEY = "nextflex.base.request_id"  # in META
_WELL_FORMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_OUTSIDE = "-"

current: ContextVar[str] = ContextVar("request_id", default=_OUTSIDE)


def accepted_or_new(given: str) -> str:
    """Return the id that a client or a proxy sent, or a new one if it could forge a log line."""
    return given if _WELL_FORMED.fullmatch(given) else secrets.token_hex(8)


class RequestIdFilter(logging.Filter):
    """Add the request's id to each record; "-" without one."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(
            record, "request", None
        )  # Django logs refused requests after they are over
        reported = request.META.get(KEY) if isinstance(request, HttpRequest) else None
        record.request_id = reported or current.get()
        return True
