"""The fuzzer's access to the site: a server in this process that authenticates by name."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler


@dataclass(slots=True)
class Door:
    """The application, where `Bearer alice` stands for a currently valid token of hers.

    The fuzzer may end every token and delete the account; the next request must still be authenticated.
    Every response is counted by status.
    """

    application: WSGIApplication
    token_of: Callable[[str], str]
    names: tuple[str, ...]
    answers: Counter[int] = field(default_factory=Counter)

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Any:
        said = environ.get("HTTP_AUTHORIZATION", "").removeprefix("Bearer ")
        if said in self.names:
            environ["HTTP_AUTHORIZATION"] = f"Bearer {self.token_of(said)}"

        def counted(status: str, *rest: Any) -> Any:
            self.answers[int(status.split(maxsplit=1)[0])] += 1
            return start(status, *rest)

        return self.application(environ, counted)

    @property
    def asked(self) -> int:
        return self.answers.total()

    @contextmanager
    def open(self) -> Iterator[str]:
        """Yield the URL of the server, on this machine only."""
        server = ThreadedWSGIServer(("127.0.0.1", 0), _Silent)
        server.set_app(self)
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            server.server_close()


class _Silent(WSGIRequestHandler):
    def log_message(self, *words: Any) -> None:
        """Log nothing: 20,000 lines would hide the findings."""
