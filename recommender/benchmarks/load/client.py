"""Send one HTTP request, and note the time and the kind of its response."""

import re
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp

from recommender.core.errors import CoreError

NO_RESPONSE = 0
"""The status of a request whose connection failed, or that waited longer than the time limit."""

REFUSED = 503
_LONGEST_WAIT_S = 30
_DURATION = re.compile(r"(\w+);dur=([\d.]+)")


class LoadFailed(CoreError):
    """A request that must succeed did not, so that there is nothing to measure."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request to send. path: with the query."""

    path: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A response, or its absence.

    latency_ms: until the body has arrived. server_ms, cpu_ms: elapsed and processor time of the site's
    code, from the header Server-Timing; 0 without it. retry_after: whether there is such a header.
    """

    status: int
    latency_ms: float
    server_ms: float = 0.0
    cpu_ms: float = 0.0
    retry_after: bool = False

    @property
    def is_success(self) -> bool:
        return 200 <= self.status < 400


class Client:
    """Sends requests to one server over as many connections as there are concurrent requests."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def send(self, call: Call, *, since_s: float | None = None) -> Seen:
        """Send a request. since_s: by time.perf_counter, when its latency begins; now by default."""
        started_s = time.perf_counter() if since_s is None else since_s
        try:
            async with self._session.request(
                call.method, call.path, headers=call.headers, data=call.body, allow_redirects=False
            ) as response:
                await response.read()
        except (aiohttp.ClientError, OSError):  # a TimeoutError is an OSError
            return Seen(NO_RESPONSE, _ms_since(started_s))
        server = dict(_DURATION.findall(response.headers.get("Server-Timing", "")))
        return Seen(
            response.status,
            _ms_since(started_s),
            float(server.get("wall", 0)),
            float(server.get("cpu", 0)),
            "Retry-After" in response.headers,
        )

    async def succeed(self, call: Call, *, or_be_refused: bool = False) -> Seen:
        """Send a request that must succeed, or be refused by a busy server. Raises LoadFailed."""
        seen = await self.send(call)
        if not (seen.is_success or (or_be_refused and seen.status == REFUSED)):
            raise LoadFailed(
                f"{call.method} {call.path}: "
                + (f"status {seen.status}" if seen.status else "no response")
            )
        return seen


@asynccontextmanager
async def client_of(url: str) -> AsyncIterator[Client]:
    """Yield a client of the server at this URL. It keeps connections open, but no cookies."""
    async with aiohttp.ClientSession(
        url,
        connector=aiohttp.TCPConnector(limit=0),
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=_LONGEST_WAIT_S),
    ) as session:
        yield Client(session)


def _ms_since(started_s: float) -> float:
    return (time.perf_counter() - started_s) * 1000
