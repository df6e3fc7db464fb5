"""Refuses requests that a web worker could not answer soon, instead of queueing them.

The server runs each request in one of many threads (WEB_THREADS), which are cheap: they wait, for the
client or for a turn. The site itself runs in a few others (REQUESTS_AT_ONCE), which have the database
connections. A request that gets no turn within REQUEST_WAIT_S is answered with 503 and Retry-After.

Uploads over a megabyte have turns of their own, so that a few leave the others time, and wait longer.
Health checks and static files need no turn. Bodies are received before a request queues for its turn,
and streamed responses are sent after it, so that slow clients take no turns.
"""

import logging
import re
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import IO, Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from django.http import StreamingHttpResponse

from nextflex.base import errors, request_id
from nextflex.base.overload import Verdict, marked
from uploads.images.limits import MAX_BYTES

logger = logging.getLogger(__name__)

SPARE_THREADS = 16  # for health checks, static files and refusals
_REPORT_EVERY_S = 10
_PIECE = 65_536
_KEPT_IN_MEMORY = 1_000_000
_UPLOAD_WAITS = 5  # times as long: sending it took longer, and so would sending it again
_MOST_KEPT = MAX_BYTES + _KEPT_IN_MEMORY + _PIECE  # larger than any body that a view accepts
_MOST_RECEIVED = 100_000_000  # many clients read no response before they have sent everything

Environ = dict[str, Any]
StartResponse = Callable[[str, list[tuple[str, str]]], Any]


class Gate:
    """A WSGI application around Django's. One for each process, made after the last fork."""

    def __init__(self, django: WSGIHandler) -> None:
        self._django = django
        self._turns = ThreadPoolExecutor(settings.REQUESTS_AT_ONCE, "turn")
        self._turns_for_uploads = ThreadPoolExecutor(uploads_at_once(), "upload")
        self._probes = ThreadPoolExecutor(1, "probe")
        most = settings.WEB_THREADS - SPARE_THREADS
        self._threads = threading.BoundedSemaphore(most)
        self._receiving = threading.BoundedSemaphore(max(1, most // 2))
        self._probed = re.compile("/" + settings.HEALTH_PROBES)
        self._files = f"/{settings.STATIC_URL.lstrip('/')}"
        self._refusals = _Refusals()
        self._kept: dict[bool, _Answer] = {}

    def __call__(self, environ: Environ, start_response: StartResponse) -> Any:
        path = environ["PATH_INFO"]
        if path.startswith(self._files):
            return self._run(marked(environ, Verdict.FILE)).send(start_response)
        if self._probed.fullmatch(path):
            return self._probes.submit(self._run, environ).result().send(start_response)
        if not self._threads.acquire(blocking=False):
            return self._refuse(environ).send(start_response)
        try:
            return self._queue(environ).send(start_response)
        finally:
            self._threads.release()

    def _queue(self, environ: Environ) -> "_Answer":
        """The answer, after a turn; the queue is first in, first out."""
        if not (environ.get("CONTENT_LENGTH") or "").isdecimal():  # no body, or one that is refused
            return self._take_turn(environ, self._turns, settings.REQUEST_WAIT_S)
        with tempfile.SpooledTemporaryFile(_KEPT_IN_MEMORY, dir=str(settings.DATA_DIR)) as body:
            if not self._receive(environ, body):
                return self._refuse(environ)
            environ = environ | {"wsgi.input": body}
            if int(environ["CONTENT_LENGTH"]) <= _KEPT_IN_MEMORY:
                return self._take_turn(environ, self._turns, settings.REQUEST_WAIT_S)
            patience_s = _UPLOAD_WAITS * settings.REQUEST_WAIT_S
            return self._take_turn(environ, self._turns_for_uploads, patience_s)

    def _take_turn(
        self, environ: Environ, turns: ThreadPoolExecutor, patience_s: float
    ) -> "_Answer":
        running = turns.submit(self._run, environ)
        wait([running], timeout=patience_s)
        return self._refuse(environ) if running.cancel() else running.result()

    def _receive(self, environ: Environ, body: IO[bytes]) -> bool:
        """Read the body into a file. False if too many clients are sending, or the disk is full."""
        if not self._receiving.acquire(blocking=False):
            return False
        try:
            copy_body(environ["wsgi.input"], body, int(environ["CONTENT_LENGTH"]))
            body.seek(0)
        except OSError as error:
            logger.warning("a request body could not be received: %s", error)
            return False
        finally:
            self._receiving.release()
        return True

    def _refuse(self, environ: Environ) -> "_Answer":
        """Django's refusal, which is kept: under overload, there is no time to make each one anew."""
        self._refusals.count()
        kind = errors.is_api_path(environ["PATH_INFO"])
        if "HTTP_ORIGIN" in environ:  # another site's page, whose name is in the headers
            return self._run(marked(environ, Verdict.REFUSED))
        if kind not in self._kept:
            answer = self._run(marked(environ, Verdict.REFUSED))
            if not answer.status.startswith("503"):  # a redirect to https
                return answer
            self._kept[kind] = answer
        name = request_id.accepted_or_new(environ.get("HTTP_X_REQUEST_ID", ""))
        return self._kept[kind].with_header(request_id.HEADER, name)

    def _run(self, environ: Environ) -> "_Answer":
        """Django's answer, finished in this thread unless it is streamed."""
        started: list[tuple[str, list[tuple[str, str]]]] = []

        def start_response(status: str, headers: list[tuple[str, str]], *_: Any) -> Any:
            started.append((status, headers))

        response = self._django(environ, start_response)
        status, headers = started[0]
        if isinstance(response, StreamingHttpResponse):
            return _Answer(status, headers, _Streamed(response))
        try:
            return _Answer(status, headers, [b"".join(response)])
        finally:
            response.close()


def uploads_at_once() -> int:
    return max(1, int(settings.REQUESTS_AT_ONCE) // 2)


@dataclass(frozen=True, slots=True)
class _Answer:
    status: str
    headers: list[tuple[str, str]]
    body: Any

    def with_header(self, name: str, value: str) -> "_Answer":
        others = [header for header in self.headers if header[0] != name]
        return _Answer(self.status, [*others, (name, value)], self.body)

    def send(self, start_response: StartResponse) -> Any:
        start_response(self.status, self.headers)
        return self.body


class _Streamed:
    """A response that is sent in pieces, by a thread that keeps no database connection."""

    def __init__(self, response: StreamingHttpResponse) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._response)

    def close(self) -> None:
        self._response.close()
        connections.close_all()


class _Refusals:
    """Logs the number of refusals every few seconds: a line for each would be more load."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._count, self._reported_s = 0, -float(_REPORT_EVERY_S)

    def count(self) -> None:
        with self._lock:
            self._count += 1
            now_s = time.monotonic()
            if now_s - self._reported_s < _REPORT_EVERY_S:
                return
            count, self._count, self._reported_s = self._count, 0, now_s
        logger.warning("overloaded: requests refused since the last report: %d", count)


def copy_body(source: IO[bytes], target: IO[bytes], length: int) -> None:
    """Read up to `length` bytes, or until the client hangs up; the views see what is kept of them."""
    left, kept = min(length, _MOST_RECEIVED), 0
    while left > 0 and (piece := source.read(min(left, _PIECE))):
        left -= len(piece)
        if kept < _MOST_KEPT:
            kept += target.write(piece)
