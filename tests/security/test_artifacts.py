"""Damaged, foreign and half-written artifacts; the number in a name is its line in the checklist.

What needs a server or a training of its own is in test_artifact_processes.py.
"""

import hashlib
import json
import logging
import multiprocessing
import os
import pickle  # noqa: TID251  to make what must never be loaded
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from django.test import Client
from pytest_django import Settings

from recommender import runtime
from recommender.core.artifacts.files import is_held, only_one
from recommender.core.artifacts.manifest import FileEntry, Manifest
from recommender.core.artifacts.store import MANIFEST, ArtifactStore
from recommender.core.artifacts.versions import load_version
from recommender.core.errors import ArtifactError, TrainingError
from recommender.core.serving.loading import load_engine
from tests.builders import api_of, make_rating, make_user
from tests.core.stores import add_chart, hold_lock, publish_charts, scores_file
from tests.engine_fixture import Camps, camps, own_engine, published_models

__all__ = ["camps", "own_engine", "published_models"]

_ROOT = Path(__file__).resolve().parents[2]
_FACTORS = "als/item_factors.npy"


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def store(tmp_path: Path) -> ArtifactStore:
    return ArtifactStore(tmp_path / "models")


# --- 69: damage of every kind ------------------------------------------------------------------------
def truncated(path: Path, share: float) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])


def flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def absent(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def of_a_wrong_checksum(path: Path) -> None:
    """The file is as it was; what the manifest says of it is not."""
    manifest_file = path.parents[1] / MANIFEST
    manifest = Manifest.from_json(manifest_file.read_text())
    files = manifest.files | {_FACTORS: FileEntry("0" * 64, path.stat().st_size)}
    manifest_file.write_text(replace(manifest, files=files).to_json())


DAMAGE = [absent, empty, flipped, of_a_wrong_checksum]
OFFSETS = [place / 20 for place in range(20)]


def served(camps: Camps) -> tuple[str, str, str]:
    """By which model and version a person is served who looks in now, and how the site says it is."""
    runtime.holder = runtime.EngineHolder(camps.store.root)
    fan = make_user()
    make_rating(user=fan, movie=camps.crime[5], stars=5)
    answer = api_of(fan).get("/api/v1/me/recommendations/", {"k": 5}).json()
    assert len(answer["results"]) == 5
    ready = Client().get("/api/v1/health/ready/").json()
    return answer["model"]["name"], answer["model"]["version"], ready["status"]


@pytest.mark.parametrize("damage", DAMAGE)
def test_69_the_previous_version_stands_in(
    published_models: Camps, damage: Callable[[Path], None]
) -> None:
    damage(published_models.store.folder(published_models.publish()) / _FACTORS)
    assert served(published_models) == ("for-you", "v1", "degraded")


@pytest.mark.parametrize("damage", DAMAGE)
def test_69_without_a_previous_version_it_is_the_popularity_chart(
    published_models: Camps, damage: Callable[[Path], None]
) -> None:
    damage(published_models.store.folder("v1") / _FACTORS)
    assert served(published_models) == ("popular", "live", "degraded")


@pytest.mark.parametrize("name", [_FACTORS, MANIFEST])
def test_69_a_truncation_at_any_of_twenty_offsets_is_stood_in_for(
    published_models: Camps, name: str
) -> None:
    path = published_models.store.folder(published_models.publish()) / name
    whole = path.read_bytes()
    for share in OFFSETS:
        path.write_bytes(whole)
        truncated(path, share)
        assert served(published_models) == ("for-you", "v1", "degraded"), share


@pytest.mark.parametrize("content", [b"v9", b"../v1", b"\xff\xfe", b"v1\nv2", b"v" * 9999])
def test_69_a_damaged_name_of_the_live_version_is_stood_in_for(
    published_models: Camps, content: bytes
) -> None:
    (published_models.store.root / "current").write_bytes(content)
    assert served(published_models) == ("for-you", "v1", "degraded")


@pytest.mark.parametrize("share", OFFSETS)
def test_69_a_truncated_file_is_named(store: ArtifactStore, share: float) -> None:
    version = add_chart(store)
    truncated(scores_file(store, version), share)
    with pytest.raises(ArtifactError, match=r"item_scores\.npy is damaged; roll back"):
        store.verify(version)


def test_69_no_flipped_bit_of_a_manifest_goes_unseen(store: ArtifactStore) -> None:
    content = (store.folder(add_chart(store)) / MANIFEST).read_bytes()
    whole = Manifest.from_json(content.decode())
    for place in range(len(content)):
        for bit in range(8):
            changed = bytearray(content)
            changed[place] ^= 1 << bit
            try:
                found = Manifest.from_json(changed.decode())
            except (ArtifactError, UnicodeDecodeError):  # the store tells of both alike
                continue
            assert found == whole, (place, bit)


def test_69_a_missing_file_and_a_stray_one_are_found(store: ArtifactStore) -> None:
    first, second = add_chart(store), add_chart(store)
    scores_file(store, first).unlink()
    (store.folder(second) / "stray.npy").write_bytes(b"")
    with pytest.raises(ArtifactError, match="missing"):
        store.verify(first)
    with pytest.raises(ArtifactError, match="not in the manifest"):
        store.verify(second)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"schema": 1}', "[" * 100_000])
def test_69_a_manifest_that_is_none_is_refused(store: ArtifactStore, text: str) -> None:
    version = add_chart(store)
    (store.folder(version) / MANIFEST).write_text(text)
    with pytest.raises(ArtifactError):
        load_version(store, version)


def test_69_the_engine_falls_back_to_the_newest_whole_version(store: ArtifactStore) -> None:
    for _ in range(3):
        store.publish(add_chart(store))
    for version in ("v3", "v2"):
        scores_file(store, version).write_bytes(b"")
    loaded = load_engine(store.root)
    assert loaded.engine is not None
    assert loaded.engine.version == "v1"
    assert "v3: popular/item_scores.npy is damaged" in loaded.problem


def test_69_the_engine_never_falls_back_to_a_version_that_was_refused(store: ArtifactStore) -> None:
    store.publish(add_chart(store))
    add_chart(store)
    scores_file(store, "v1").write_bytes(b"")
    assert load_engine(store.root).engine is None


# --- 70: a schema of another time --------------------------------------------------------------------
@pytest.mark.parametrize("schema", [0, 2, 99, -1, "1", None, [1], "1\n2"])
def test_70_an_unknown_schema_is_refused_with_one_line(
    store: ArtifactStore, schema: object, caplog: pytest.LogCaptureFixture
) -> None:
    store.publish(add_chart(store))
    store.publish(add_chart(store))
    path = store.folder("v2") / MANIFEST
    path.write_text(json.dumps(json.loads(path.read_text()) | {"schema": schema}))
    holder = runtime.EngineHolder(store.root)
    with caplog.at_level(logging.WARNING):
        for _ in range(5):
            loaded = holder.refresh()
    assert loaded.engine is not None
    assert loaded.engine.version == "v1"
    (line,) = caplog.messages
    assert "is unknown; this code reads 1" in line
    assert "\n" not in line


# --- 71: a store whose writer is killed at every step ------------------------------------------------
_KILLED = """
import os, signal, sys
from pathlib import Path
from recommender.core.artifacts.store import ArtifactStore
from tests.core.stores import add_chart

store = ArtifactStore(Path(sys.argv[1]))
left = 0

def dying(real):
    def call(*args, **named):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **named)
    return call

for name in ("fsync", "rename", "replace", "mkdir", "open"):
    setattr(os, name, dying(getattr(os, name)))
for step in range(1, 1000):
    child = os.fork()
    if child == 0:
        left = step
        store.publish(add_chart(store, *range(step, step + 3)))
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    whole = [version for version in store.versions() if store.verify(version)]
    print(step, store.current(), *whole, flush=True)
    if status == 0:
        break
"""


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_71_a_writer_killed_at_any_step_leaves_a_whole_version_live(store: ArtifactStore) -> None:
    store.publish(add_chart(store))
    before = bytes_of(store.folder("v1"))
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(store.root)],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    steps = [line.split()[1:] for line in done.stdout.splitlines()]
    assert len(steps) > 15
    assert all(live in whole for live, *whole in steps)
    assert steps[-1][0] == steps[-1][-1]
    first_change = next(place for place, step in enumerate(steps) if step[0] != "v1")
    # After it only the record of versions that were live is written, and synced.
    assert first_change >= len(steps) - 8, "it was live before it was stored"
    assert bytes_of(store.folder("v1")) == before


# --- 72: readers see the old version or the new one, never a half ------------------------------------
def test_72_a_reader_in_a_loop_never_sees_a_half(store: ArtifactStore) -> None:
    store.publish(add_chart(store, *range(20_000)))
    context = multiprocessing.get_context("spawn")
    over = context.Event()
    writer = context.Process(target=publish_charts, args=(store.root, over))
    writer.start()
    seen: set[str] = set()
    try:
        while len(seen) < 15:
            assert writer.is_alive()
            live = store.current()
            assert live is not None
            try:
                version = load_version(store, live)
            except ArtifactError:
                assert live != store.current()  # pruned, as four newer ones were published since
                continue
            assert len(version.item_ids) == 20_000
            seen.add(version.manifest.version)
    finally:
        over.set()
        writer.join()


def test_72_a_version_is_synced_before_it_appears_and_before_it_is_live(
    store: ArtifactStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def noted(word: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object) -> object:
            done.append(word)
            return real(*args)

        return call

    for name, word in {"fsync": "sync", "rename": "appear", "replace": "switch"}.items():
        monkeypatch.setattr(os, name, noted(word, getattr(os, name)))
    store.publish(add_chart(store))
    assert done.index("appear") >= 4  # two arrays, the manifest and the folders
    assert done[done.index("appear") + 1] == "sync"
    assert done[-3:] == ["sync", "switch", "sync"]


# --- 73: one training at a time ----------------------------------------------------------------------
def test_73_a_second_taker_of_the_lock_is_told(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with only_one(lock), pytest.raises(TrainingError, match="another training"), only_one(lock):
        pass


def test_73_a_lock_dies_with_its_owner(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    owner = context.Process(target=hold_lock, args=(tmp_path / "lock", ready))
    owner.start()
    assert ready.wait(30)
    assert is_held(tmp_path / "lock")
    with pytest.raises(TrainingError), only_one(tmp_path / "lock"):
        pass
    owner.kill()
    owner.join()
    assert not is_held(tmp_path / "lock")
    with only_one(tmp_path / "lock"):
        pass


# --- 75: memory --------------------------------------------------------------------------------------
_SWAPS = """
import os, sys
from pathlib import Path
os.environ["DJANGO_SETTINGS_MODULE"] = "nextflex.settings"
import psutil
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.data.interface import Rated, RecommendationRequest
from recommender.runtime import EngineHolder
from tests.core.stores import add_chart

store = ArtifactStore(Path(sys.argv[1]))
for _ in range(2):
    add_chart(store, *range(500_000))
holder = EngineHolder(store.root)

def swap(times):
    for place in range(times):
        store.publish(f"v{1 + place % 2}")
        engine = holder.refresh().engine
        assert engine.version == f"v{1 + place % 2}"
        engine.recommend(RecommendationRequest(limit=10, model="popular", history=[Rated(10, 5.0, 1)]))
    return psutil.Process().memory_info().rss

print(swap(10), swap(100))
"""


def _printed(program: str, folder: Path) -> str:
    """The output of a program in a process of its own, whose argument is an empty model store."""
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder / "models")],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_75_a_hundred_swaps_cost_no_memory(tmp_path: Path) -> None:
    before, after = map(int, _printed(_SWAPS, tmp_path).split())
    assert after <= 1.1 * before


_FREED = """
import os, platform, sys
from pathlib import Path
os.environ["DJANGO_SETTINGS_MODULE"] = "nextflex.settings"
import psutil
from recommender.core.artifacts.store import ArtifactStore
from recommender.runtime import EngineHolder
from tests.core.stores import add_chart

store = ArtifactStore(Path(sys.argv[1]))
store.publish(add_chart(store))
holder = EngineHolder(store.root)
holder.refresh()
store.publish(add_chart(store))
blocks = [bytes(1_000) for _ in range(100_000)]
del blocks[:-1]  # the last one keeps the heap from shrinking
before = psutil.Process().memory_info().rss
assert holder.refresh().engine.version == "v2"
print(platform.libc_ver()[0], before - psutil.Process().memory_info().rss)
"""


def test_75_a_swap_returns_freed_memory(tmp_path: Path) -> None:
    library, freed = _printed(_FREED, tmp_path).split()
    if library != "glibc":
        pytest.skip("this C library cannot be asked to return memory")
    assert int(freed) > 80_000_000


# --- 76: no pickle -----------------------------------------------------------------------------------
class Bomb:
    """Leaves a file behind when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return (Path.touch, (self.mark,))


def bombs(mark: Path) -> list[bytes]:
    """As an array of objects, a bare pickle, and a zip of arrays that holds one."""
    made = []
    for save in (np.save, np.savez):
        path = mark.with_suffix(".bomb")
        with path.open("wb") as file:
            save(file, np.array([Bomb(mark)], dtype=object), allow_pickle=not False)
        made.append(path.read_bytes())
    return [*made, pickle.dumps(Bomb(mark))]


@pytest.mark.parametrize("kind", range(3))
@pytest.mark.parametrize("name", ["popular/item_scores.npy", "item_ids.npy"])
def test_76_a_pickle_is_never_loaded(
    store: ArtifactStore, tmp_path: Path, name: str, kind: int
) -> None:
    version, mark = add_chart(store), tmp_path / "exploded"
    content, manifest = bombs(mark)[kind], store.manifest(version)
    (store.folder(version) / name).write_bytes(content)
    entry = FileEntry(hashlib.sha256(content).hexdigest(), len(content))
    whole = replace(manifest, files=manifest.files | {name: entry})
    (store.folder(version) / MANIFEST).write_text(whole.to_json())
    with pytest.raises(ArtifactError, match="cannot be read"):
        load_version(store, version)
    assert not mark.exists()


def test_76_the_bombs_of_this_test_do_explode(tmp_path: Path) -> None:
    pickle.loads(bombs(tmp_path / "exploded")[-1])  # noqa: S301  ours
    assert (tmp_path / "exploded").exists()


@pytest.mark.parametrize(
    "line",
    [
        "import pickle",
        "from pickle import loads",
        "import joblib",
        "import dill",
        "import shelve",
        "import torch\n\ntorch.load('model.pt')",
    ],
)
def test_76_the_lint_bans_it(line: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--stdin-filename", "recommender/probe.py", "-"],
        input=f"{line}\n",
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "TID251" in done.stdout
