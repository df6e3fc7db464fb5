"""Database servers of our own, on loopback, for as long as a test needs them."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE_S = 60
_MARIADB_SETUP = (
    "CREATE USER tester@'127.0.0.1' IDENTIFIED BY 'secret'",
    "GRANT ALL ON *.* TO tester@'127.0.0.1'",
    "CREATE DATABASE nextflex CHARACTER SET utf8mb4",
)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def mariadb() -> Iterator[str]:
    """The address of an empty MariaDB."""
    port = free_port()
    with _owned_folder("mysql") as (data, user):
        install = ["mariadb-install-db", "--no-defaults", f"--datadir={data}", "--skip-test-db"]
        _run([*install, "--auth-root-authentication-method=normal"], user)
        serve = ["mariadbd", "--no-defaults", f"--datadir={data}", f"--socket={data}/s"]
        serve.append("--character-set-server=utf8mb4")  # for the tests' own database too
        serve += ["--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0"]  # nothing lasts
        with _served([*serve, "--bind-address=127.0.0.1", f"--port={port}"], port, user):
            for statement in _MARIADB_SETUP:
                client = ["mariadb", "--no-defaults", f"--socket={data}/s", "-uroot"]
                _run([*client, "-e", statement], None)
            yield f"mysql://tester:secret@127.0.0.1:{port}/nextflex?charset=utf8mb4"


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of an empty PostgreSQL, which refuses to run as root."""
    port, tools = free_port(), _postgresql_tools()
    with _owned_folder("nobody") as (data, user):
        _run([str(tools / "initdb"), "-D", str(data), "-A", "trust", "-U", "tester"], user)
        serve = [str(tools / "postgres"), "-D", str(data), "-p", str(port), "-k", str(data)]
        serve += ["-c", "fsync=off", "-c", "full_page_writes=off"]  # nothing here outlasts a test
        with _served([*serve, "-h", "127.0.0.1"], port, user):
            yield f"postgres://tester@127.0.0.1:{port}/postgres"


@contextmanager
def redis() -> Iterator[str]:
    port = free_port()
    with _owned_folder("nobody") as (data, user):
        serve = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--dir", str(data)]
        with _served([*serve, "--save", ""], port, user):
            yield f"redis://127.0.0.1:{port}/0"


@contextmanager
def _owned_folder(user: str) -> Iterator[tuple[Path, str | None]]:
    """A folder for a server's data, and the user to run it as: another one when we are root.

    Not in pytest's own folder, which every run of pytest closes to other users.
    """
    runs_as = user if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="nextflex-server-") as folder:
        if runs_as:
            shutil.chown(folder, runs_as)
        yield Path(folder), runs_as


def _postgresql_tools() -> Path:
    found = shutil.which("initdb")
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return Path(found or versions[-1]).parent


def _run(command: list[str], user: str | None) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, user=user)
    assert done.returncode == 0, f"{command[0]}: {done.stdout[-500:]}{done.stderr[-1500:]}"


@contextmanager
def _served(command: list[str], port: int, user: str | None) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, stdout=quiet, stderr=quiet, user=user)
    try:
        deadline = time.monotonic() + _PATIENCE_S
        while True:
            assert server.poll() is None, f"{command[0]} ended with {server.returncode}"
            assert time.monotonic() < deadline, f"{command[0]} does not answer on port {port}"
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait(timeout=30)
