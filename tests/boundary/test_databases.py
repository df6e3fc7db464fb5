"""The rules that a database could break, kept on each that we name: PostgreSQL, MariaDB, and Redis."""

import os
import subprocess
import sys
from pathlib import Path

from conftest import require
from tests.boundary import servers

_ROOT = Path(__file__).resolve().parents[2]
_SUITES = ["-m", "databases and not slow"]
_SUITES += ["accounts", "catalog", "uploads", "recommender/tests", "nextflex", "tests/security"]
# Thousands of requests that a serializer refuses before any database sees them, and stopwatches.
_SUITES += [
    f"--deselect=tests/security/test_queries.py::test_{name}"
    for name in (
        "57_any_number_is_refused_or_clamped",
        "57_nor_on_a_page",
        "63_no_search_is_slow_or_broken",
    )
]


def run_suites(tmp_path: Path, suites: list[str], **variables: str) -> None:
    """The tests that are marked `databases`, in a process of its own against another server."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider", *suites],
        cwd=_ROOT,
        env=os.environ | {"NEXTFLEX_DATA_DIR": str(tmp_path / "data")} | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4_000:] + done.stderr[-1_000:]


def test_ratings_figures_and_imports_hold_on_postgresql(tmp_path: Path) -> None:
    require("postgresql")
    with servers.postgresql() as address:
        run_suites(tmp_path, _SUITES, DATABASE_URL=address)


def test_ratings_figures_and_imports_hold_on_mariadb(tmp_path: Path) -> None:
    require("mariadb")
    with servers.mariadb() as address:
        run_suites(tmp_path, _SUITES, DATABASE_URL=address)


def test_the_limits_hold_when_redis_counts(tmp_path: Path) -> None:
    require("redis")
    with servers.redis() as address:
        run_suites(tmp_path, ["accounts/tests/test_lockout.py"], TEST_CACHE_URL=address)
