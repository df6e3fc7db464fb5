"""A web server on loopback that answers as the services do, and fails as they do."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came in. query: of the address, or of a posted form."""

    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reply:
    """drip_s: the pause after each byte of the body. length: what is announced, if not the truth."""

    body: bytes = b""
    status: int = 200
    type: str = _JSON
    headers: Mapping[str, str] = field(default_factory=dict)
    drip_s: float = 0.0
    length: int | None = None
    repeat: int = 1


def shown(value: object) -> Reply:
    return Reply(json.dumps(value).encode())


def redirect(location: str) -> Reply:
    return Reply(status=302, headers={"Location": location})


GARBAGE = Reply(b"\x00\xff{", type="application/octet-stream")
NOT_JSON = Reply(b"<html>Sign in to the hotel's network</html>")
WEB_PAGE = Reply(b"{}", type="text/html; charset=utf-8")
IN_TROUBLE = Reply(b"no", status=500)
TOO_MANY = Reply(b"slow down", status=429, headers={"Retry-After": "7"})
DRIPPING = Reply(b"[" + b" " * 500, drip_s=0.02)
HUGE = Reply(b" " * 100_000, repeat=1000)
BROKEN_OFF = Reply(b"{}", length=500)


class ServiceServer:
    """Answers by path; what is queued by `then` comes before that, once each."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.asked: list[Asked] = []
        self.sent_bytes = 0
        self._answers: dict[str, Callable[[Asked], Reply]] = {}
        self._first: list[Reply] = []

    def on(self, path: str, answer: Reply | Callable[[Asked], Reply]) -> None:
        self._answers[path] = (lambda _: answer) if isinstance(answer, Reply) else answer

    def then(self, *replies: Reply) -> None:
        self._first.extend(replies)

    def heal(self) -> None:
        """Forget what is queued."""
        self._first.clear()

    def reply_to(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        if self._first:
            return self._first.pop(0)
        answer = self._answers.get(asked.path)
        return answer(asked) if answer else Reply(b"{}", status=404)


@contextmanager
def service_server() -> Iterator[ServiceServer]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(urlsplit(self.path).query)

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            self._answer(self.rfile.read(length).decode())

        def _answer(self, query: str) -> None:
            fields = {name: values[0] for name, values in parse_qs(query).items()}
            asked = Asked(urlsplit(self.path).path, fields, dict(self.headers))
            with suppress(OSError):
                self._send(service.reply_to(asked))

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", reply.type)
            length = reply.length or len(reply.body) * reply.repeat
            self.send_header("Content-Length", str(length))
            self.end_headers()
            for piece in _pieces(reply):
                self.wfile.write(piece)
                service.sent_bytes += len(piece)
                time.sleep(reply.drip_s)

        def log_request(self, code: object = "-", size: object = "-") -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service = ServiceServer(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _pieces(reply: Reply) -> Iterator[bytes]:
    if reply.drip_s:
        yield from (bytes([byte]) for byte in reply.body)
    else:
        yield from [reply.body] * reply.repeat
