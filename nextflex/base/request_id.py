"""A short id for each request, which its answer, its log lines and what users report have in common."""

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
    """What a client or a proxy calls the request, unless it could forge a line of the log."""
    return given if _WELL_FORMED.fullmatch(given) else secrets.token_hex(8)


class RequestIdFilter(logging.Filter):
    """Adds to each record the id of its request; "-" without one."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(
            record, "request", None
        )  # Django tells of refused ones when they are over
        reported = request.META.get(KEY) if isinstance(request, HttpRequest) else None
        record.request_id = reported or current.get()
        return True
