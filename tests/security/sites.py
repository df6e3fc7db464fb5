"""A site of its own in a folder: a database, two published versions, and processes that run on them."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from recommender.core.artifacts.store import ArtifactStore
from tests.boundary.servers import free_port

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_S = 60
_NO_LIMIT = "1000000/minute"  # one client asks for a whole crowd
_SEED = """
import json, logging, django
django.setup()
logging.disable()
from pathlib import Path
from django.conf import settings
from django.core.management import call_command
call_command("migrate", verbosity=0)
from accounts import jwt_tokens
from tests.builders import make_rating, make_user
from tests.engine_fixture import make_camps
camps = make_camps(Path(settings.MODEL_STORE))
for place in range(8):
    fan = make_user()
    for film in (camps.crime if place % 2 else camps.musicals)[place : place + 9]:
        make_rating(user=fan, movie=film, stars=4.5)
camps.publish()
camps.publish(backwards=True)
print(json.dumps({"token": jwt_tokens.issue(fan).access}))
"""


@dataclass(frozen=True, slots=True)
class Site:
    """v1 and v2 are stored, v2 is live; they put the films of a camp in opposite orders."""

    folder: Path
    token: str
    database: str = ""  # its URL; by default SQLite in the folder

    @property
    def store(self) -> ArtifactStore:
        return ArtifactStore(self.folder / "models")

    @property
    def environment(self) -> dict[str, str]:
        database = self.database or f"sqlite:///{self.folder / 'nextflex.sqlite3'}"
        return os.environ | {
            "NEXTFLEX_DATA_DIR": str(self.folder),
            "DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "nextflex.settings",
            "THROTTLE_ANON": _NO_LIMIT,
            "THROTTLE_USER": _NO_LIMIT,
        }

    def copy_to(self, folder: Path) -> "Site":
        shutil.copytree(self.folder, folder)
        return Site(folder, self.token)

    def manage(self, *words: str) -> "subprocess.Popen[str]":
        return self._started("manage.py", *words)

    def python(self, code: str, *words: str) -> "subprocess.Popen[str]":
        return self._started("-c", code, *words)

    def _started(self, *words: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, *words],
            cwd=_ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    @contextmanager
    def served(self, *, workers: int) -> Iterator[int]:
        """The port of a running server, which starts as supervisord.conf starts it."""
        port = free_port()
        words = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
        words += ["--workers", str(workers), "--blocking-threads", "56", "--log-level", "warning"]
        server = subprocess.Popen(
            [sys.executable, "-m", "nextflex.web_server", *words, "nextflex.wsgi:application"],
            cwd=_ROOT,
            env=self.environment | {"LOG_LEVEL": "ERROR"},
        )
        try:
            self._wait_for(port, server)
            yield port
        finally:
            server.terminate()
            server.wait(timeout=30)

    @contextmanager
    def working(self) -> Iterator[None]:
        """With a worker, started as supervisord.conf starts it."""
        worker = self.manage("db_worker", "--queue-name", "default", "--interval", "1")
        try:
            yield
            assert worker.poll() is None, f"the worker ended with {worker.returncode}"
        finally:
            worker.terminate()
            worker.communicate(timeout=30)

    def _wait_for(self, port: int, server: "subprocess.Popen[bytes]") -> None:
        deadline = time.monotonic() + _PATIENCE_S
        while True:
            assert server.poll() is None, f"the server ended with {server.returncode}"
            assert time.monotonic() < deadline, f"nothing answers on port {port}"
            try:
                self.ask(port, "/api/v1/health/live/")
                return
            except OSError:
                time.sleep(0.2)

    def ask(self, port: int, page: str) -> dict[str, Any]:
        """An answer over a connection of its own, which may reach any worker."""
        connection = HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            connection.request("GET", page, headers={"Authorization": f"Bearer {self.token}"})
            answer = connection.getresponse()
            shown = answer.read()
        finally:
            connection.close()
        assert answer.status == 200, shown
        found: dict[str, Any] = json.loads(shown)
        return found


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Made once for all workers of a run; whoever starts processes on it takes a copy."""
    root = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    folder, token = root / "seeded", root / "seeded.token"
    with (root / "seeded.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not token.exists():
            token.write_text(make_site(folder).token)
    return Site(folder, token.read_text())


def make_site(folder: Path, *, database: str = "") -> Site:
    folder.mkdir()
    site = Site(folder, "", database)
    done = subprocess.run(
        [sys.executable, "-c", _SEED],
        cwd=_ROOT,
        env=site.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return Site(folder, json.loads(done.stdout.splitlines()[-1])["token"], database)
