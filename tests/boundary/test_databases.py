"""The rules that a database could break, kept on each that we name: PostgreSQL, MariaDB, and Redis."""

import os
import subprocess
import sys
from pathlib import Path

from conftest import require
from tests.boundary import servers
from tests.child_runs import own

_ROOT = Path(__file__).resolve().parents[2]
_APPS = ("accounts", "catalog", "nextflex", "recommender", "tests/security", "uploads")


def marked() -> list[str]:
    """The files with tests that a database could break; reading them alone saves half a minute."""
    files = (path for app in _APPS for path in (_ROOT / app).rglob("test_*.py"))
    found = [str(path) for path in files if "pytest.mark.databases" in path.read_text()]
    return ["-m", "databases and not slow", *sorted(found)]


def run_suites(tmp_path: Path, suites: list[str], **variables: str) -> None:
    """In one process, whose database is made once."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *suites],
        cwd=_ROOT,
        env=own(os.environ | {"NEXTFLEX_DATA_DIR": str(tmp_path / "data")} | variables),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4_000:] + done.stderr[-1_000:]


def test_ratings_figures_and_imports_hold_on_postgresql(tmp_path: Path) -> None:
    require("postgresql")
    with servers.postgresql() as address:
        run_suites(tmp_path, marked(), DATABASE_URL=address)


def test_ratings_figures_and_imports_hold_on_mariadb(tmp_path: Path) -> None:
    require("mariadb")
    with servers.mariadb() as address:
        run_suites(tmp_path, marked(), DATABASE_URL=address)


def test_the_limits_hold_when_redis_counts(tmp_path: Path) -> None:
    require("redis")
    with servers.redis() as address:
        run_suites(tmp_path, ["accounts/tests/test_lockout.py"], TEST_CACHE_URL=address)
