"""What nextflex/http/gate.py decided about a request, for the middleware and the log."""

import logging
from enum import StrEnum

from django.http import HttpRequest

_KEY = "nextflex.base.overload"  # in META


class Verdict(StrEnum):
    """Of requests that run without a turn. FILE: only a static file may answer it."""

    REFUSED = "refused"
    FILE = "file"


def marked(environ: dict[str, object], verdict: Verdict) -> dict[str, object]:
    return environ | {_KEY: verdict}


def verdict_on(request: HttpRequest) -> Verdict | None:
    return request.META.get(_KEY)


class NoRefusals(logging.Filter):
    """Drops Django's own line for each refused request; the gate logs their number."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        return not (isinstance(request, HttpRequest) and verdict_on(request) is Verdict.REFUSED)
