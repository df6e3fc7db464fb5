"""Trainings that are killed and servers that swap: real processes; the number is its line."""

import shutil
import signal
import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psutil
import pytest

from recommender.core.artifacts.files import is_held
from recommender.core.artifacts.manifest import Manifest
from recommender.core.artifacts.store import MANIFEST, ArtifactStore
from recommender.core.serving.loading import load_engine
from tests.security.sites import Site, seeded

__all__ = ["seeded"]

_PATIENCE_S = 120
_TAKEN_UP_S = 10
_QUICK = ("train", "--only", "content", "latest")  # without Spark
_LIST = "/api/v1/me/recommendations/?k=10"


@pytest.fixture
def site(seeded: Site, tmp_path: Path) -> Site:
    return seeded.copy_to(tmp_path / "site")


def rows(site: Site, asked: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(site.folder / "nextflex.sqlite3") as database:
        return list(database.execute(asked))


def runs(site: Site) -> list[tuple[Any, ...]]:
    return rows(site, "SELECT state, error FROM recommender_trainingrun ORDER BY id")


def bytes_of(site: Site) -> dict[str, bytes]:
    """All that is served from: the published versions, and which of them is live."""
    live = [site.store.folder(version) for version in ("v1", "v2")]
    paths = [path for folder in live for path in folder.rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in [*paths, site.store.root / "current"]}


# --- 71: killed trainings -------------------------------------------------------------------------
SPARK_STEPS = ["als: starting Spark", "als: fitting", "als-implicit: fetching", "for-you (on all"]
QUICK_STEPS = ["popular (for evaluation)", "content (on all data)"]
STAGES = [
    *(pytest.param(_QUICK, step, id=step) for step in QUICK_STEPS),
    *(
        pytest.param(("train",), step, id=step, marks=[pytest.mark.spark, pytest.mark.slow])
        for step in SPARK_STEPS
    ),
]


@pytest.mark.parametrize(("words", "step"), STAGES)
def test_71_a_killed_training_changes_nothing(
    site: Site, words: tuple[str, ...], step: str
) -> None:
    before = bytes_of(site)
    training = site.manage(*words)
    assert training.stderr
    for line in training.stderr:
        if step in line:
            break
    else:
        pytest.fail(f"it never came to {step!r}")
    family = psutil.Process(training.pid).children(recursive=True)
    training.send_signal(signal.SIGKILL)
    training.wait()
    training.stderr.close()
    assert bytes_of(site) == before
    engine = load_engine(site.store.root).engine
    assert engine is not None
    assert engine.version == "v2"
    assert not is_held(site.store.training_lock)
    _, left = psutil.wait_procs(family, timeout=10)
    assert left == []


_DEADLY = """
import os, signal, sys
import django
django.setup()
from pkgutil import resolve_name
from unittest import mock
from django.core.management import call_command
original = resolve_name(sys.argv[1])
def deadly(*args, **kwargs):
    original(*args, **kwargs)
    os.kill(os.getpid(), signal.SIGKILL)
with mock.patch(sys.argv[1], deadly):
    call_command("train", "--only", "popular")
"""
SEAMS = {  # after which function the training dies, and whether its version is live by then
    "while publishing": ("recommender.core.artifacts.store.write_atomically", False),
    "after publishing": ("recommender.core.pipeline.checkpoints.Checkpoints.forget", True),
}


@pytest.mark.parametrize(("seam", "is_live"), SEAMS.values(), ids=SEAMS)
def test_71_the_rows_are_true_after_a_kill_between_two_steps_and_a_training(
    site: Site, seam: str, is_live: bool
) -> None:
    shutil.rmtree(site.store.root)
    training = site.python(_DEADLY, seam)
    training.communicate(timeout=_PATIENCE_S)
    assert training.returncode == -signal.SIGKILL
    assert runs(site) == [("running", "")]
    assert site.store.current() == ("v1" if is_live else None)
    again = site.manage("train", "--only", "popular")
    _, shown = again.communicate(timeout=_PATIENCE_S)
    assert again.returncode == 0, shown
    asked = "SELECT state, version, is_published FROM recommender_trainingrun ORDER BY id"
    assert rows(site, asked) == [("failed", "v1", is_live), ("done", "v2", True)]
    asked = "SELECT version, is_live FROM recommender_publishedmodel ORDER BY version"
    assert rows(site, asked) == [("v1", False), ("v2", True)]
    assert site.store.current() == "v2"


# --- 73: two trainings ----------------------------------------------------------------------------
def test_73_of_two_trainings_one_runs_and_a_stale_lock_holds_nobody(site: Site) -> None:
    first = site.manage(*_QUICK)
    assert first.stderr
    first.stderr.readline()  # it has the lock
    first.send_signal(signal.SIGSTOP)
    second = site.manage(*_QUICK)
    _, shown = second.communicate(timeout=_PATIENCE_S)
    assert second.returncode == 1
    assert "another training run holds" in shown
    first.send_signal(signal.SIGKILL)
    first.wait()
    first.stderr.close()
    third = site.manage(*_QUICK)
    _, shown = third.communicate(timeout=_PATIENCE_S)
    assert third.returncode == 0, shown
    assert runs(site) == [("failed", "ended without an error message"), ("done", "")]
    assert site.store.versions() == ["v1", "v2", "v3"]


# --- 69, 74: a server -----------------------------------------------------------------------------
@pytest.mark.slow
def test_69_a_server_starts_on_a_damaged_version(site: Site) -> None:
    (site.store.folder("v2") / "als" / "item_factors.npy").write_bytes(b"")
    with site.served(workers=1) as port:
        assert site.ask(port, _LIST)["model"] == {"name": "for-you", "version": "v1"}
        ready = site.ask(port, "/api/v1/health/ready/")
    assert (ready["status"], ready["model_version"]) == ("degraded", "v1")


class Load:
    """Fifty requests a second, each answer kept: (asked at, version, films in order)."""

    def __init__(self, site: Site, port: int) -> None:
        self._site, self._port = site, port
        self._over = threading.Event()
        self.answers: list[tuple[float, str, tuple[int, ...]]] = []

    def __enter__(self) -> "Load":
        self._pool = ThreadPoolExecutor(5)
        self._asking = [self._pool.submit(self._ask) for _ in range(5)]
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for one in self._asking:
            one.result()  # raises what failed
        self._pool.shutdown()

    def _ask(self) -> None:
        while not self._over.wait(0.09):
            asked = time.monotonic()
            shown = self._site.ask(self._port, _LIST)
            films = tuple(one["movie"]["id"] for one in shown["results"])
            self.answers.append((asked, shown["model"]["version"], films))

    def wait_for(self, version: str) -> tuple[int, ...]:
        """The list of a version, as soon as somebody is answered from it."""
        deadline = time.monotonic() + _TAKEN_UP_S
        while time.monotonic() < deadline:
            for _, shown, films in self.answers[-20:]:
                if shown == version:
                    return films
            time.sleep(0.05)
        pytest.fail(f"nobody is served from {version} after {_TAKEN_UP_S} s")


def copied(store: ArtifactStore, version: str) -> str:
    """Another version of the same models."""

    def write(folder: Path) -> Manifest:
        ignored = shutil.ignore_patterns(MANIFEST)
        shutil.copytree(store.folder(version), folder, ignore=ignored, dirs_exist_ok=True)
        return store.manifest(version)

    return store.add(write).version


@pytest.mark.slow
def test_74_twenty_swaps_under_load_fail_and_mix_nothing(site: Site) -> None:
    published: dict[str, float] = {}
    lists: dict[str, tuple[int, ...]] = {}
    with site.served(workers=2) as port, Load(site, port) as load:
        lists["v2"] = load.wait_for("v2")
        for swap in range(20):
            version = copied(site.store, f"v{1 + swap % 2}")
            site.store.publish(version)
            published[version] = time.monotonic()
            lists[version] = load.wait_for(version)
        time.sleep(_TAKEN_UP_S + 1)
    assert len({*lists.values()}) == 2  # odd and even versions differ
    assert all(films == lists[version] for _, version, films in load.answers)
    for asked, shown, _ in load.answers:
        due = [name for name, at in published.items() if asked > at + _TAKEN_UP_S]
        assert not due or int(shown[1:]) >= int(due[-1][1:])
    assert len(load.answers) > 500
