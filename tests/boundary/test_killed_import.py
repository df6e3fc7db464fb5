"""An import that is killed, at any step, is finished by the next: the same rows, the same files."""

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from catalog.tests.releases import write_release

_ROOT = Path(__file__).resolve().parents[2]
_TABLES = {
    "catalog_movie": "id, title, year, search_text",
    "catalog_externalid": "movie_id, source, external_id",
    "catalog_moviestats": "movie_id, rating_count, rating_mean, weighted_rating, trend",
    "catalog_movie_genres": "movie_id, genre_id",
    "catalog_searchuse": "word_id, movie_id, place",
    "catalog_dataset": "name, is_active, films, users, ratings, source_sha256",
}


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    films = {key: (f"Film {key} ({1950 + key % 70})", "Drama|Crime") for key in range(1, 1601)}
    ratings = [(user, film, 3.5) for user in range(1, 41) for film in range(user, 1601, 37)]
    return write_release(tmp_path_factory.mktemp("r") / "ml", movies=films, ratings=ratings)


def started(data: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=_ROOT,
        env=os.environ
        | {
            "NEXTFLEX_DATA_DIR": str(data),
            "DATABASE_URL": f"sqlite:///{data / 'nextflex.sqlite3'}",
        },
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )


def finished(data: Path, *arguments: str) -> None:
    process = started(data, *arguments)
    _, shown = process.communicate(timeout=120)
    assert process.returncode == 0, shown


def state_of(data: Path) -> str:
    """One hash over what the import leaves: rows in order, and the files of the data set."""
    digest = hashlib.sha256()
    with sqlite3.connect(data / "nextflex.sqlite3") as connection:
        for table, columns in _TABLES.items():
            rows = sorted(connection.execute(f"SELECT {columns} FROM {table}"), key=repr)  # noqa: S608
            digest.update(repr(rows).encode())
    for path in sorted((data / "datasets").rglob("*.npy")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with empty tables, to be copied."""
    data = tmp_path_factory.mktemp("migrated")
    finished(data, "migrate", "--verbosity=0")
    return data


@pytest.fixture(scope="module")
def wanted(release: Path, migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The state that an import leaves that nothing interrupts."""
    data = shutil.copytree(migrated, tmp_path_factory.mktemp("whole") / "data")
    finished(data, "import_movielens", str(release))
    return state_of(data)


@pytest.mark.parametrize("step", ["reading ratings", "writing films", "writing figures"])
def test_a_killed_import_is_finished_by_the_next(
    release: Path, migrated: Path, wanted: str, tmp_path: Path, step: str
) -> None:
    killed = shutil.copytree(migrated, tmp_path / "killed")
    process = started(killed, "import_movielens", str(release))
    assert process.stderr
    for line in process.stderr:
        if step in line:
            process.send_signal(signal.SIGKILL)
            break
    assert process.wait(timeout=60) == -signal.SIGKILL
    process.stderr.close()
    finished(killed, "import_movielens", str(release))
    assert state_of(killed) == wanted
