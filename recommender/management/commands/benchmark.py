"""Time recommendations beside an endpoint that does nothing, on the running server."""

import http
import http.client
import secrets
import statistics
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from rest_framework_simplejwt.tokens import RefreshToken

from accounts.models import User
from catalog.selectors import EVERYTHING, chart
from uploads.services import rate_movie, remove_all_ratings

PATHS = {
    "nothing (health/live)": "/api/v1/health/live/",
    "me/recommendations k=10": "/api/v1/me/recommendations/?k=10",
    "charts/popular k=10": "/api/v1/charts/popular/?k=10",
}
_STARS = (5.0, 4.5, 4.0, 3.0, 2.0)


class Command(BaseCommand):
    help = "Time the running server: recommendations beside an endpoint that does nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--url", default=f"http://127.0.0.1:{settings.PORT}")
        parser.add_argument("--requests", type=int, default=200, help="of each address")
        parser.add_argument("--ratings", type=int, default=50, help="of the made-up user")

    def handle(self, *args: Any, url: str, requests: int, ratings: int, **options: Any) -> None:
        if requests < 2 or ratings < 1:
            raise CommandError(f"--requests {requests} must be 2 or more, --ratings {ratings} 1")
        with _made_up_user(ratings) as token:
            times = _measure(url, token, requests)
        nothing = statistics.median(next(iter(times.values())))
        self.stdout.write(f"{requests} requests each, in turn, one at a time, at {url}")
        self.stdout.write(f"{'address':<36}{'median ms':>11}{'p95 ms':>9}{'x nothing':>11}")
        for name, taken in times.items():
            median, p95 = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
            self.stdout.write(f"{name:<36}{median:>11.2f}{p95:>9.2f}{median / nothing:>11.1f}")


@contextmanager
def _made_up_user(ratings: int) -> Iterator[str]:
    """The access token of a user with this many ratings, who is gone afterwards."""
    user = User.objects.create_user(f"benchmark-{secrets.token_hex(8)}@example.org", None)
    try:
        for place, movie in enumerate(chart("popular", EVERYTHING)[: 2 * ratings : 2]):
            rate_movie(user=user, movie_id=movie.pk, stars=_STARS[place % len(_STARS)])
        yield str(RefreshToken.for_user(user).access_token)
    finally:
        remove_all_ratings(user.pk)
        user.delete()


def _measure(url: str, token: str, requests: int) -> dict[str, list[float]]:
    """Milliseconds of each request, the addresses taking turns so that noise falls on all alike."""
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=30)
    times: dict[str, list[float]] = {name: [] for name in PATHS}
    try:
        for _ in range(requests):
            for name, path in PATHS.items():
                times[name].append(_timed(connection, path, token))
    except OSError as error:
        raise CommandError(f"no server answers at {url} ({error}); run script/server") from error
    finally:
        connection.close()
    return times


def _timed(connection: http.client.HTTPConnection, path: str, token: str) -> float:
    started = time.perf_counter()
    connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
    answer = connection.getresponse()
    answer.read()
    if answer.status != http.HTTPStatus.OK:
        raise CommandError(f"{path} answered {answer.status}")
    return (time.perf_counter() - started) * 1000
