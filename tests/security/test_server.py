"""The server itself, as supervisord.conf starts it, under bytes and sockets that no browser sends.

The number in a name is its line in the security checklist.
"""

import json
import re
import socket
import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack
from http.client import HTTPConnection

import pytest
from django.conf import settings as project

from tests.security.sites import Site, seeded

__all__ = ["seeded"]

_LIVE = "/api/v1/health/live/"
_SIGN_IN = b"POST /api/v1/auth/jwt/create/ HTTP/1.1\r\nHost: 127.0.0.1\r\n"
_SIGN_IN += b"Content-Type: application/json\r\n"
_SECOND = b"GET /api/v1/health/live/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Request-ID: smuggled\r\n\r\n"
_BODY = b"0\r\n\r\n" + _SECOND


@pytest.fixture(scope="module")
def port(seeded: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    site = seeded.copy_to(tmp_path_factory.mktemp("site") / "served")
    with site.served(workers=2) as port:
        yield port


def shown(port: int, raw: bytes) -> list[bytes]:
    """The answers to what was sent over one connection, until it is closed or nothing more comes."""
    got = b""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(raw)
        try:
            while part := connection.recv(65_536):
                got += part
        except (TimeoutError, ConnectionResetError):
            pass
    return re.split(rb"(?=HTTP/1\.1 \d)", got)[1:]


def test_36_the_server_runs_as_it_is_tried_here() -> None:
    started = (project.BASE_DIR / "supervisord.conf").read_text()
    assert "-m nextflex.web_server --interface wsgi" in started
    assert "--workers 2 --blocking-threads %(ENV_WEB_THREADS)s" in started
    assert project.WEB_THREADS == 56


LENGTH = b"Content-Length: %d\r\n" % len(_BODY)
BOTH = {
    "CL, then TE": LENGTH + b"Transfer-Encoding: chunked\r\n",
    "TE, then CL": b"Transfer-Encoding: chunked\r\n" + LENGTH,
    "TE, then a short CL": b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
    "TE in capitals": LENGTH + b"TRANSFER-ENCODING: CHUNKED\r\n",
    "TE after a tab": LENGTH + b"Transfer-Encoding:\tchunked\r\n",
    "TE with a space before its colon": LENGTH + b"Transfer-Encoding : chunked\r\n",
    "TE that is not chunked": LENGTH + b"Transfer-Encoding: xchunked\r\n",
    "TE twice": LENGTH + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
    "TE folded": LENGTH + b"X: y\r\n Transfer-Encoding: chunked\r\n",
    "two CLs": b"Content-Length: 0\r\n" + LENGTH,
    "a list of CLs": b"Content-Length: 0, %d\r\n" % len(_BODY),
    "a negative CL": b"Content-Length: -1\r\n",
    "a CL with a plus": b"Content-Length: +5\r\n",
}


@pytest.mark.parametrize("kind", BOTH)
def test_36_no_second_request_is_smuggled_in(port: int, kind: str) -> None:
    answers = shown(port, _SIGN_IN + BOTH[kind] + b"\r\n" + _BODY)
    assert len(answers) == 1
    assert answers[0].startswith(b"HTTP/1.1 400 ")
    assert b"smuggled" not in answers[0]


def test_36_nor_by_a_get(port: int) -> None:
    start = f"GET {_LIVE} HTTP/1.1\r\nHost: 127.0.0.1\r\n".encode()
    answers = shown(port, start + BOTH["CL, then TE"] + b"\r\n" + _BODY)
    assert [answer.split(b"\r\n")[0] for answer in answers] == [b"HTTP/1.1 400 Bad Request"]


def test_36_a_body_in_chunks_is_refused_with_words_and_not_taken_for_an_empty_one(
    port: int,
) -> None:
    chunks = b"2\r\n{}\r\n0\r\n\r\n"
    answers = shown(port, _SIGN_IN + b"Transfer-Encoding: chunked\r\n\r\n" + chunks)
    head, _, body = answers[0].partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    error = json.loads(body)["error"]
    assert error["code"] == "bad_request"
    assert "Content-Length" in error["message"]


def test_36_honest_requests_may_follow_each_other(port: int) -> None:
    body = b'{"email": "a@example.org", "password": "wrong"}'
    first = _SIGN_IN + b"Content-Length: %d\r\n\r\n" % len(body) + body
    answers = shown(port, first + _SECOND)
    assert answers[0].startswith(b"HTTP/1.1 401 ")
    assert answers[1].startswith(b"HTTP/1.1 200 ")
    assert b"smuggled" in answers[1]


# --- 37: slow sockets ------------------------------------------------------------------------------
_SLOW, _ASKED = 500, 100
_STARTED = (b"", b"GET", f"GET {_LIVE} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ".encode())


def health_ms(port: int) -> float:
    started_s = time.perf_counter()
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", _LIVE)
        assert connection.getresponse().status == 200
    finally:
        connection.close()
    return (time.perf_counter() - started_s) * 1000


def test_37_five_hundred_slow_sockets_stop_nobody(port: int) -> None:
    alone = statistics.median(health_ms(port) for _ in range(_ASKED))
    with ExitStack() as open_ones:
        for at in range(_SLOW):
            slow = open_ones.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5))
            slow.sendall(_STARTED[at % len(_STARTED)])
        p99_ms = sorted(health_ms(port) for _ in range(_ASKED))[int(0.99 * _ASKED) - 1]
    # A machine that is busy with other work is slow alone as well.
    assert p99_ms <= max(1000, 20 * alone)
