"""In which time zone a page shows its times: the user's own, else the browser's, else the site's.

What is stored, and what the API answers, is in UTC.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cached_property
from zoneinfo import ZoneInfo

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from rest_framework.request import Request

from nextflex import zone_names
from nextflex.errors import is_for_api

COOKIE = "time_zone"  # static/js/time_zone.js sets it


def zone_of(request: HttpRequest | Request) -> tzinfo:
    """The zone of whoever asks. A cookie that names none, and a zone that is gone, are passed over."""
    chosen = getattr(getattr(request, "user", None), "time_zone", "")
    for name in (chosen, request.COOKIES.get(COOKIE, "")):
        if name in zone_names.known():
            return ZoneInfo(name)
    return timezone.get_default_timezone()


def day_of(moment: datetime, zone: tzinfo) -> date:
    """The day of a rating. Midnight UTC to the microsecond is a day without a time, as imported files
    give it (uploads/imports/cells.py): it is that day everywhere."""
    utc = moment.astimezone(UTC)
    return utc.date() if utc.time() == time.min else moment.astimezone(zone).date()


class VisitorsZone(tzinfo):
    """The zone of whoever asks, looked up when a first time is shown: an answer that shows none opens
    no session and stays the same for everybody."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def _zone(self) -> tzinfo:
        return zone_of(self._request)

    def utcoffset(self, at: datetime | None) -> timedelta | None:
        return self._zone.utcoffset(at)

    def dst(self, at: datetime | None) -> timedelta | None:
        return self._zone.dst(at)

    def tzname(self, at: datetime | None) -> str | None:
        return self._zone.tzname(at)

    def fromutc(self, at: datetime) -> datetime:
        return self._zone.fromutc(at.replace(tzinfo=self._zone))

    def __str__(self) -> str:
        """Its name: databases are told it."""
        return str(self._zone)


class TimeZoneMiddleware:
    """Pages show times in the visitor's zone; the API answers in UTC, whatever the site's zone is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_in_utc = is_for_api(request) or _asks_mysql_by_day(request)
        with timezone.override(UTC if is_in_utc else VisitorsZone(request)):
            return self._get_response(request)


def _asks_mysql_by_day(request: HttpRequest) -> bool:
    """The admin's lists by date: MySQL and MariaDB have no zone but UTC until somebody loads them."""
    return connection.vendor == "mysql" and request.path.startswith(reverse("admin:index"))
