"""The time zone of a page: the user's setting, else the browser's zone, else the site's.

The database and the API use UTC.
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

from nextflex.base import zone_names
from nextflex.base.errors import is_for_api

COOKIE = "time_zone"  # set by static/js/time_zone.js


def zone_of(request: HttpRequest | Request) -> tzinfo:
    """Return the visitor's time zone. An unknown name, in the cookie or the account, is ignored."""
    chosen = getattr(getattr(request, "user", None), "time_zone", "")
    for name in (chosen, request.COOKIES.get(COOKIE, "")):
        if name in zone_names.known():
            return ZoneInfo(name)
    return timezone.get_default_timezone()


def day_of(moment: datetime, zone: tzinfo) -> date:
    """Return the calendar day of a rating.

    Exactly midnight UTC represents a date without a time, as in imported files
    (uploads/imports/cells.py); it is the same day in every zone.
    """
    utc = moment.astimezone(UTC)
    return utc.date() if utc.time() == time.min else moment.astimezone(zone).date()


class VisitorsZone(tzinfo):
    """The visitor's time zone, resolved only when a time is formatted.

    A response without times never reads the session, so it stays publicly cacheable.
    """

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
        """Return the zone's name, which Django passes to the database."""
        return str(self._zone)


class TimeZoneMiddleware:
    """Activate the visitor's time zone for pages, and UTC for the API."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_in_utc = is_for_api(request) or _asks_mysql_by_day(request)
        with timezone.override(UTC if is_in_utc else VisitorsZone(request)):
            return self._get_response(request)


def _asks_mysql_by_day(request: HttpRequest) -> bool:
    """Whether this may be a date hierarchy of the admin on MySQL or MariaDB.

    Their time zone tables are usually empty.
    """
    return connection.vendor == "mysql" and request.path.startswith(reverse("admin:index"))
