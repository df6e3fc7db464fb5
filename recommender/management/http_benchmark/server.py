"""The benchmark's own server, started as script/server starts the site's."""

import configparser
import os
import shlex
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import IO
from urllib.error import URLError

import psutil
from django.conf import settings

from recommender.benchmarks.load.client import LoadFailed

_PATIENCE_S = 60
_SETTINGS = "recommender.management.http_benchmark.server_settings"
_NO_LIMIT = "1000000/second"  # a short window: each request reads the times of all others in it
_LIMITED = ("ANON", "USER", "SIGN_UP", "SIGN_IN", "UPLOAD", "SEQUENCE", "GRAPHQL")
_SHOWN = 2_000  # characters of the server's messages


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    url: str
    process: psutil.Process

    def workers(self) -> dict[int, float]:
        """Return the processor time of each worker in seconds, by process id."""
        return {
            worker.pid: sum(worker.cpu_times()[:2])
            for worker in self.process.children()
            if not any("resource_tracker" in word for word in worker.cmdline())
        }


@contextmanager
def running_server(port: int) -> Iterator[Server]:
    """Yield a server of this site on a port, or on a free one for 0; end it afterwards.

    Its rate limits are off, its mails go nowhere and its images to a temporary folder. Everything else,
    such as the database, is the site's own. Raises LoadFailed when it does not start.
    """
    port = port or _free_port()
    command, environment = web_process(port)
    with (
        tempfile.TemporaryDirectory(prefix="benchmark-media-") as media,
        tempfile.TemporaryFile("w+") as messages,
    ):
        process = subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            env=environment | _environment(media),
            stdout=messages,
            stderr=subprocess.STDOUT,
        )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_until_ready(url, process, messages)
            yield Server(url, psutil.Process(process.pid))
        finally:
            process.terminate()
            process.wait()


def web_process(port: int) -> tuple[list[str], dict[str, str]]:
    """Return the command and the environment of supervisord.conf's web process, on this port."""
    variables = {
        "here": str(settings.BASE_DIR),
        "ENV_PORT": str(port),
        "ENV_WEB_THREADS": str(settings.WEB_THREADS),
        "ENV_NEXTFLEX_DATA_DIR": str(settings.DATA_DIR),
    }
    parsed = configparser.ConfigParser(defaults=variables)
    parsed.read(settings.BASE_DIR / "supervisord.conf", encoding="utf-8")
    program = parsed["program:web"]
    added = shlex.shlex(program.get("environment", ""), posix=True, punctuation_chars=",")
    added.whitespace_split = True
    own = dict(word.split("=", 1) for word in added if word != ",")
    site = {
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "LOG_LEVEL": "ERROR",
        "NEXTFLEX_DATA_DIR": str(settings.DATA_DIR),
        "NEXTFLEX_MODEL_STORE": str(settings.MODEL_STORE),
    }
    return shlex.split(program["command"]), os.environ | site | own


def _environment(media: str) -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": _SETTINGS,
        "BEHIND_TLS_PROXY": "false",
        "MEDIA_STORE": media,
        "EMAIL_URL": "dummymail://",
        "CONFIRM_SIGN_UPS": "false",
        "SIGN_UP_OPEN": "true",
        **{f"THROTTLE_{name}": _NO_LIMIT for name in _LIMITED},
    }


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def _wait_until_ready(url: str, process: "subprocess.Popen[bytes]", messages: IO[str]) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/api/v1/health/ready/", timeout=2) as answer:  # noqa: S310  our own address
                if answer.status == HTTPStatus.OK:
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    messages.seek(0)
    raise LoadFailed(
        f"the benchmark's server did not start at {url}; its last messages:\n"
        + messages.read()[-_SHOWN:]
    )
