"""Measure the memory of web workers: start the server as supervisor does, and send mixed requests."""

import configparser
import json
import os
import random
import secrets
import shlex
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError

from accounts.models import User
from catalog.models import Movie
from catalog.selectors import EVERYTHING, chart
from nextflex.base.progress import Progress
from recommender import runtime
from uploads.ratings.services import rate_movie, remove_all_ratings

_CLIENTS = 4
_PATIENCE_S = 60
_SETTLES_S = 1
_RATINGS = 50
_FILMS = 1_000
_NO_LIMIT = "1000000/minute"
_THROTTLES = ("ANON", "USER", "SIGN_IN", "SEQUENCE", "GRAPHQL")
_GRAPHQL = "{chart(name: POPULAR, k: 10){results{movie{title genres{name} ratingCount}}}}"
_SHOWN = {
    "Rss": "RSS",
    "Pss": "PSS",
    "Private_Dirty": "private dirty",
    "Private_Clean": "private clean",
}
Memory = dict[str, float]
Headers = dict[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request. body: JSON."""

    path: str
    method: str = "GET"
    body: object = None
    headers: Headers | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """The result.

    ready_s: from the start to the first response; before, after: MB of the server, then of each
    worker; seconds: of all requests.
    """

    ready_s: float
    before: list[Memory]
    after: list[Memory]
    seconds: float


def measure(*, requests: int, progress: Progress) -> Measured:
    """Measure a server of this site's data before and after mixed requests.

    Raises CommandError when the server does not start or answers a request with an error.
    """
    password = secrets.token_hex(16)
    with _made_up_user(password) as user, _server() as (port, process, ready_s):
        before = _settled(process.pid)
        dice = random.Random(7)  # noqa: S311  the same requests in every run
        client = _Client(port)
        kinds = _kinds(client, user.email, password, dice)
        asked = [kinds[turn % len(kinds)]() for turn in range(requests)]
        started = time.perf_counter()
        with ThreadPoolExecutor(_CLIENTS) as clients:
            for done, _ in enumerate(clients.map(client.ask, asked), start=1):
                progress("sending requests", done / requests)
        seconds = time.perf_counter() - started
        return Measured(ready_s, before, _memory_of_processes(process.pid), seconds)


class _Client:
    """Sends each request over a connection of its own, so that all workers get some."""

    def __init__(self, port: int) -> None:
        self._port = port

    def ask(self, asked: Asked) -> bytes:
        """Return the body. Raises CommandError for a status of 400 or more."""
        body, _ = self.answer(asked)
        return body

    def answer(self, asked: Asked) -> tuple[bytes, Headers]:
        """Return the body and the cookies that were set."""
        connection = HTTPConnection("127.0.0.1", self._port, timeout=_PATIENCE_S)
        headers = {"Content-Type": "application/json"} | (asked.headers or {})
        body = asked.body if isinstance(asked.body, str | None) else json.dumps(asked.body)
        try:
            connection.request(asked.method, asked.path, body, headers)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        if answer.status >= 400:
            raise CommandError(f"{asked.method} {asked.path}: {answer.status}: {content[:200]!r}")
        cookies = SimpleCookie(", ".join(answer.headers.get_all("Set-Cookie") or []))
        return content, {name: morsel.value for name, morsel in cookies.items()}


def _kinds(
    client: _Client, email: str, password: str, dice: random.Random
) -> list[Callable[[], Asked]]:
    """Return what makes the next request of each kind: pages, API, GraphQL, sign-in and ratings."""
    films = list(chart("popular", EVERYTHING)[:_FILMS])
    credentials = {"email": email, "password": password}
    sign_in = Asked("/api/v1/auth/jwt/create/", "POST", credentials)
    user = {"Authorization": f"Bearer {json.loads(client.ask(sign_in))['access']}"}
    guest = {"Cookie": _guest(client, films)}
    engine = runtime.engine()
    models = engine.model_names if engine else ("popular",)

    def film() -> Movie:
        return dice.choice(films)

    def word() -> str:
        return dice.choice(film().title.split()).encode("ascii", "ignore").decode() or "heat"

    def recommended(headers: Headers) -> Asked:
        path = f"/api/v1/me/recommendations/?k=20&model={dice.choice(models)}"
        return Asked(path, headers=headers)

    return [
        lambda: Asked("/", headers=guest),
        lambda: Asked(f"/browse/?page={dice.randint(1, 9)}", headers=guest),
        lambda: Asked(f"/films/{film().pk}/", headers=guest),
        lambda: Asked(f"/find/?q={word()}", headers=guest),
        lambda: Asked(f"/charts/{dice.choice(('popular', 'trending', 'top-rated'))}/"),
        lambda: Asked("/for-you/", headers=guest),
        lambda: Asked(f"/similar/?film={film().pk}", headers=guest),
        lambda: Asked(f"/poster/{film().pk}.svg"),
        lambda: Asked(f"/api/v1/movies/?q={word()}"),
        lambda: Asked("/api/v1/charts/popular/?k=50"),
        lambda: recommended(user),
        lambda: Asked("/graphql/", "POST", {"query": _GRAPHQL}),
        lambda: sign_in,
        lambda: Asked(
            f"/api/v1/me/ratings/{film().pk}/",
            "PUT",
            {"rating": dice.randint(1, 10) / 2},
            user,
        ),
    ]


def _guest(client: _Client, films: Sequence[Movie]) -> str:
    """Return the cookies of a guest with three ratings."""
    _, cookies = client.answer(Asked(f"/films/{films[0].pk}/"))
    for movie in films[:3]:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
            "Content-Type": "application/x-www-form-urlencoded",
            "X-CSRFToken": cookies[settings.CSRF_COOKIE_NAME],
        }
        path = f"/films/{movie.pk}/rating/"
        _, given = client.answer(Asked(path, "POST", "rating=4.5", headers))
        cookies |= given
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


@contextmanager
def _made_up_user(password: str) -> Iterator[User]:
    """Yield a new user with ratings; delete the user afterwards."""
    email = f"benchmark-{secrets.token_hex(8)}@example.org"
    user = User.objects.create_user(email, password)
    try:
        for movie in chart("popular", EVERYTHING)[: 2 * _RATINGS : 2]:
            rate_movie(user=user, movie_id=movie.pk, stars=4.5)
        yield user
    finally:
        remove_all_ratings(user.pk)
        user.delete()


@contextmanager
def _server() -> Iterator[tuple[int, "subprocess.Popen[bytes]", float]]:
    """Start the web process of supervisord.conf; yield its port, process and seconds to start."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    command, environment = web_process(port)
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment)
    try:
        _wait_for(port, process)
        yield port, process, time.perf_counter() - started
    finally:
        process.terminate()
        process.wait(timeout=_PATIENCE_S)


def web_process(port: int) -> tuple[list[str], dict[str, str]]:
    """Return the command of supervisord.conf's web process, and its environment without rate limits."""
    variables = {"here": str(settings.BASE_DIR), "ENV_PORT": str(port)}
    variables |= {"ENV_WEB_THREADS": str(settings.WEB_THREADS)}
    variables |= {"ENV_NEXTFLEX_DATA_DIR": str(settings.DATA_DIR)}
    parsed = configparser.ConfigParser(defaults=variables)
    parsed.read(settings.BASE_DIR / "supervisord.conf", encoding="utf-8")
    program = parsed["program:web"]
    added = shlex.shlex(program.get("environment", ""), posix=True, punctuation_chars=",")
    added.whitespace_split = True
    own = dict(word.split("=", 1) for word in added if word != ",")
    free = {f"THROTTLE_{name}": _NO_LIMIT for name in _THROTTLES}
    site = {"PORT": str(port), "SITE_URL": f"http://127.0.0.1:{port}", "LOG_LEVEL": "ERROR"}
    data = {"NEXTFLEX_DATA_DIR": str(settings.DATA_DIR)}
    data |= {"NEXTFLEX_MODEL_STORE": str(settings.MODEL_STORE)}
    return shlex.split(program["command"]), {**os.environ, **data, **free, **site, **own}


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    client, deadline = _Client(port), time.monotonic() + _PATIENCE_S
    while True:
        if process.poll() is not None:
            raise CommandError(f"the server ended with status {process.returncode}")
        try:
            client.ask(Asked("/api/v1/health/live/"))
            return
        except OSError as error:
            if time.monotonic() > deadline:
                raise CommandError(f"the server does not respond after {_PATIENCE_S} s") from error
            time.sleep(0.02)


def _settled(pid: int) -> list[Memory]:
    """Wait until no process grows: the first response may come while another one still starts."""
    last: list[Memory] = []
    while (found := _memory_of_processes(pid)) != last:
        last = found
        time.sleep(_SETTLES_S)
    return last


def _memory_of_processes(pid: int) -> list[Memory]:
    """Return MB of the server and of each worker, from the kernel's sums over their mappings."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [_memory(process) for process in (str(pid), *children)]


def _memory(pid: str) -> Memory:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    given = {name: int(rest.split()[0]) for name, _, rest in (one.partition(":") for one in lines)}
    return {shown: given[name] * 1024 / 1e6 for name, shown in _SHOWN.items()}
