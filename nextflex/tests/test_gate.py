"""Who gets a turn, who waits, and what the others are answered."""

import io
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, cast

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished
from django.db import close_old_connections
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory
from pytest_django import Settings

from nextflex.base.overload import Verdict, marked
from nextflex.http import gate

LIVE, READY = "/api/v1/health/live/", "/api/v1/health/ready/"
REFUSED = marked({}, Verdict.REFUSED)


class Site:
    """Stands for Django: `/slow/` lasts until it is let go, `/file/` is streamed."""

    def __init__(self) -> None:
        self.let_go = threading.Event()
        self.ran: list[str] = []
        self.started = threading.Semaphore(0)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> HttpResponseBase:
        path = environ["PATH_INFO"]
        verdict = environ.get("nextflex.base.overload")
        self.ran.append(path if verdict is None else f"{verdict} {path}")
        if path == "/slow/" and verdict is None:
            self.started.release()
            assert self.let_go.wait(10)
        status = "503 Service Unavailable" if verdict is Verdict.REFUSED else "200 OK"
        start_response(status, [])
        if path == "/file/":
            return StreamingHttpResponse(self._pieces())
        return HttpResponse(environ["wsgi.input"].read())

    def _pieces(self) -> Iterator[bytes]:
        assert self.let_go.wait(10)
        yield b"piece"


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    settings.REQUESTS_AT_ONCE, settings.REQUEST_WAIT_S = 1, 1
    settings.WEB_THREADS = gate.SPARE_THREADS + 2
    site = Site()
    # As Django's test client does it: it would look at the test's own connection.
    request_finished.disconnect(close_old_connections)
    yield site
    request_finished.connect(close_old_connections)
    site.let_go.set()


@pytest.fixture
def door(site: Site) -> gate.Gate:
    return gate.Gate(cast(WSGIHandler, site))


@pytest.fixture
def threads(site: Site) -> Iterator[ThreadPoolExecutor]:
    """As the server has them."""
    with ThreadPoolExecutor(8) as pool:
        yield pool
        site.let_go.set()


def ask(door: gate.Gate, path: str, body: Any = b"") -> tuple[int, bytes]:
    shown: list[str] = []
    length = {"CONTENT_LENGTH": str(len(body) if isinstance(body, bytes) else body.length)}
    environ = RequestFactory().post(path).environ | length
    environ["wsgi.input"] = io.BytesIO(body) if isinstance(body, bytes) else body
    answer = door(environ, lambda status, headers: shown.append(status))
    return int(shown[0].split()[0]), b"".join(answer)


Slow = Future[tuple[int, bytes]]


@pytest.fixture
def slow(door: gate.Gate, site: Site, threads: ThreadPoolExecutor) -> Slow:
    """A request that has the only turn."""
    running = threads.submit(ask, door, "/slow/")
    assert site.started.acquire(timeout=5)
    return running


def test_a_request_is_answered_with_its_body(door: gate.Gate) -> None:
    assert ask(door, "/", b"given") == (200, b"given")


def test_a_request_waits_for_its_turn(
    door: gate.Gate, site: Site, slow: Slow, threads: ThreadPoolExecutor
) -> None:
    second = threads.submit(ask, door, "/second/")
    time.sleep(0.2)
    assert site.ran == ["/slow/"]
    site.let_go.set()
    assert (second.result()[0], slow.result()[0]) == (200, 200)


def test_a_request_that_gets_no_turn_in_time_is_refused_and_never_runs(
    door: gate.Gate, site: Site, slow: Slow
) -> None:
    started = time.monotonic()
    assert ask(door, "/second/")[0] == 503
    assert 0.9 < time.monotonic() - started < 5
    site.let_go.set()
    assert slow.result()[0] == 200
    assert ask(door, "/third/")[0] == 200
    assert site.ran == ["/slow/", "refused /second/", "/third/"]


def test_a_request_is_refused_at_once_when_too_many_wait(
    door: gate.Gate, slow: Slow, threads: ThreadPoolExecutor
) -> None:
    waits = threads.submit(ask, door, "/second/")
    time.sleep(0.2)
    started = time.monotonic()
    assert ask(door, "/third/")[0] == 503
    assert time.monotonic() - started < 0.5
    assert waits.result()[0] == 503


@pytest.mark.parametrize("path", [LIVE, READY, "/static/css/site.css"])
def test_health_checks_and_files_take_no_turn(door: gate.Gate, slow: Slow, path: str) -> None:
    assert ask(door, path)[0] == 200


class Dawdling:
    """A body whose end is sent when its client is let go."""

    length = 4

    def __init__(self, let_go: Callable[[], object]) -> None:
        self._wait, self._pieces = let_go, [b"do", b"ne"]

    def read(self, size: int) -> bytes:
        if len(self._pieces) == 1:
            self._wait()
        return self._pieces.pop(0) if self._pieces else b""


def test_a_slow_body_takes_no_turn_and_only_some_threads(
    door: gate.Gate, site: Site, threads: ThreadPoolExecutor
) -> None:
    dawdles = threads.submit(ask, door, "/", Dawdling(lambda: site.let_go.wait(10)))
    time.sleep(0.2)
    assert ask(door, "/", b"")[0] == 503  # one thread of two may receive a body
    environ = RequestFactory().get("/").environ
    answer = door(environ, lambda status, headers: None)
    assert answer == [b""]
    site.let_go.set()
    assert dawdles.result() == (200, b"done")


def test_an_upload_takes_none_of_the_others_turns(
    door: gate.Gate, site: Site, slow: Slow, threads: ThreadPoolExecutor
) -> None:
    assert ask(door, "/upload/", b"x" * 1_100_000)[0] == 200
    assert not slow.done()


def test_a_streamed_response_is_sent_after_its_turn(
    door: gate.Gate, site: Site, threads: ThreadPoolExecutor
) -> None:
    streams = threads.submit(ask, door, "/file/")
    time.sleep(0.2)
    assert ask(door, "/second/")[0] == 200
    site.let_go.set()
    assert streams.result() == (200, b"piece")


def test_a_full_disk_refuses_bodies_only(door: gate.Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(gate, "copy_body", refuse)
    assert ask(door, "/", b"given")[0] == 503
    assert door(RequestFactory().get("/").environ, lambda status, headers: None) == [b""]


def test_a_large_body_is_read_to_its_end_but_kept_in_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gate, "_MOST_KEPT", 100_000)
    source, target = io.BytesIO(b"x" * 1_000_000), io.BytesIO()
    gate.copy_body(source, target, 900_000)
    assert source.tell() == 900_000
    assert 100_000 <= len(target.getvalue()) < 200_000


# --- what is answered --------------------------------------------------------------------------------
@pytest.mark.parametrize("path", ["/", "/browse/", "/admin/", "/no-such-page/"])
def test_a_refused_page_says_so_without_a_database(path: str) -> None:
    answer = Client().get(path, **cast(dict[str, Any], REFUSED))
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "Too many visitors" in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "X-Request-ID"):
        assert name in answer


@pytest.mark.parametrize("path", ["/api/v1/movies/", "/graphql/", "/api/v1/no-such/"])
def test_a_refused_call_of_the_api_has_its_error_shape(path: str) -> None:
    answer = Client().get(path, **cast(dict[str, Any], REFUSED))
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert answer.json()["error"]["code"] == "unavailable"


def test_another_site_s_page_may_read_the_refusal(settings: Settings) -> None:
    settings.CORS_ALLOWED_ORIGINS = ["https://app.example.org"]
    headers = {"Origin": "https://app.example.org"}
    answer = Client(headers=headers).get("/api/v1/movies/", **cast(dict[str, Any], REFUSED))
    assert answer["Access-Control-Allow-Origin"] == "https://app.example.org"


def test_a_missing_static_file_is_a_404_without_a_database() -> None:
    answer = Client().get("/static/none.css", **cast(dict[str, Any], marked({}, Verdict.FILE)))
    assert answer.status_code == 404


@pytest.mark.django_db
def test_nothing_in_a_header_makes_a_refusal() -> None:
    given = {"nextflex.base.overload": "refused", "Nextflex-Base-Overload": "refused"}
    assert Client(headers=given).get("/api/v1/movies/").status_code == 200


def test_kept_refusals_have_their_own_request_ids(
    door: gate.Gate, slow: Slow, threads: ThreadPoolExecutor
) -> None:
    shown: list[dict[str, str]] = []
    for name in ("one", "two"):
        environ = RequestFactory().get("/", headers={"X-Request-ID": name}).environ
        door(environ, lambda status, headers: shown.append(dict(headers)))
    assert [headers["X-Request-ID"] for headers in shown] == ["one", "two"]


def test_refusals_are_counted_in_the_log_instead_of_listed(
    door: gate.Gate, slow: Slow, caplog: pytest.LogCaptureFixture
) -> None:
    assert [ask(door, "/second/")[0], ask(door, "/third/")[0]] == [503, 503]
    assert [record.getMessage() for record in caplog.records] == [
        "overloaded: requests refused since the last report: 1"
    ]
