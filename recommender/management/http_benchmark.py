"""Measure recommendations beside an empty endpoint, as clients of the running server."""

import http
import http.client
import secrets
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.management.base import CommandError

from accounts import jwt_tokens
from accounts.models import User
from catalog.selectors import EVERYTHING, chart
from recommender.benchmarks.report import OURS, Row, Table
from uploads.ratings.services import rate_movie, remove_all_ratings

PATHS = {
    "nothing (health/live)": "/api/v1/health/live/",
    "me/recommendations k=10": "/api/v1/me/recommendations/?k=10",
    "charts/popular k=10": "/api/v1/charts/popular/?k=10",
    "the home page": "/",
}
_STARS = (5.0, 4.5, 4.0, 3.0, 2.0)


@dataclass(frozen=True, slots=True)
class HttpPlan:
    """The plan. requests: per URL; ratings: of the synthetic user."""

    url: str
    requests: int
    ratings: int


def over_http(plan: HttpPlan) -> Table:
    """Measure over HTTP. Raises CommandError for too few requests, or when no server responds."""
    if plan.requests < 2 or plan.ratings < 1:
        raise CommandError(
            f"--requests {plan.requests} must be at least 2, --ratings {plan.ratings} at least 1"
        )
    with _made_up_user(plan.ratings) as token:
        times = _measure(plan.url, token, plan.requests)
    nothing = statistics.median(next(iter(times.values())))
    rows = (_row(name, taken, nothing) for name, taken in times.items())
    return Table(f"{plan.requests} requests each, taking turns, one at a time", tuple(rows))


def _row(name: str, taken: list[float], nothing: float) -> Row:
    median = statistics.median(taken)
    return {
        "task": name,
        "by": OURS,
        "what": "request and response",
        "median_ms": round(median, 4),
        "p95_ms": round(statistics.quantiles(taken, n=20)[-1], 4),
        "p99_ms": round(statistics.quantiles(taken, n=100, method="inclusive")[-1], 4),
        "turns": len(taken),
        "x nothing": round(median / nothing, 1),
    }


@contextmanager
def _made_up_user(ratings: int) -> Iterator[str]:
    """Yield an access token of a new user with this many ratings; delete the user afterwards."""
    user = User.objects.create_user(f"benchmark-{secrets.token_hex(8)}@example.org", None)
    try:
        for place, movie in enumerate(chart("popular", EVERYTHING)[: 2 * ratings : 2]):
            rate_movie(user=user, movie_id=movie.pk, stars=_STARS[place % len(_STARS)])
        yield jwt_tokens.issue(user, client="benchmark").access
    finally:
        remove_all_ratings(user.pk)
        user.delete()


def _measure(url: str, token: str, requests: int) -> dict[str, list[float]]:
    """Return the milliseconds of requests; the URLs take turns, so that noise affects all equally."""
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=30)
    times: dict[str, list[float]] = {name: [] for name in PATHS}
    try:
        for _ in range(requests):
            for name, path in PATHS.items():
                times[name].append(_timed(connection, path, token))
    except OSError as error:
        raise CommandError(f"no server responds at {url} ({error}); run script/server") from error
    finally:
        connection.close()
    return times


def _timed(connection: http.client.HTTPConnection, path: str, token: str) -> float:
    started = time.perf_counter()
    connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
    answer = connection.getresponse()
    answer.read()
    if answer.status != http.HTTPStatus.OK:
        raise CommandError(f"{path} responded with status {answer.status}")
    return (time.perf_counter() - started) * 1000
