"""Versions appear whole or not at all, and damage is found before anybody is served from it."""

import hashlib
import multiprocessing
from dataclasses import replace
from multiprocessing.synchronize import Event
from pathlib import Path

import numpy as np
import pytest

from recommender.core.algorithms.chart import ChartModel
from recommender.core.algorithms.popular import PopularConfig
from recommender.core.artifacts.files import only_one
from recommender.core.artifacts.manifest import DataFacts, FileEntry, Manifest
from recommender.core.artifacts.store import MANIFEST, ArtifactStore
from recommender.core.artifacts.versions import TrainedModel, add_version, load_version
from recommender.core.data.ids import IdMap
from recommender.core.errors import ArtifactError, TrainingError
from recommender.core.serving.loading import load_engine

FACTS = DataFacts("test", "0" * 64, 2, 3, 5, 1)


def add(store: ArtifactStore, *scores: float) -> str:
    """A version that holds one small chart."""
    model = ChartModel(np.array(scores or (3, 2, 1), dtype=np.float32))
    return add_version(
        store,
        {"popular": TrainedModel(model, PopularConfig(), {"hr@10": 0.5}, 0.1)},
        IdMap.of([10, 20, 30]),
        data=FACTS,
        protocol="by hand",
        created_at="2026-01-01T00:00:00",
    ).version


@pytest.fixture
def store(tmp_path: Path) -> ArtifactStore:
    return ArtifactStore(tmp_path / "models")


def test_versions_are_numbered_in_order(store: ArtifactStore) -> None:
    assert [add(store) for _ in range(11)][-2:] == ["v10", "v11"]
    assert store.versions()[:3] == ["v1", "v2", "v3"]


def test_a_new_version_is_not_live_until_it_is_published(store: ArtifactStore) -> None:
    version = add(store)
    assert store.current() is None
    store.publish(version)
    assert store.current() == version


def test_a_stored_model_comes_back_as_it_was(store: ArtifactStore) -> None:
    loaded = load_version(store, add(store, 5, 7, 6))
    model = loaded.models["popular"]
    assert isinstance(model, ChartModel)
    assert model.item_scores.tolist() == [5, 7, 6]
    assert loaded.item_ids.ids.tolist() == [10, 20, 30]
    assert loaded.manifest.models["popular"].figures == {"hr@10": 0.5}


def test_rolling_back_makes_the_version_before_live(store: ArtifactStore) -> None:
    first, second = add(store), add(store)
    store.publish(first)
    store.publish(second)
    assert store.rollback() == first
    with pytest.raises(ArtifactError, match="no version before"):
        store.rollback()


def test_rolling_back_passes_over_a_version_that_was_refused(store: ArtifactStore) -> None:
    first, _, third = add(store), add(store), add(store)
    store.publish(first)
    store.publish(third)
    assert store.rollback() == first


def test_pruning_keeps_the_version_to_roll_back_to(store: ArtifactStore) -> None:
    for _ in range(2):
        store.publish(add(store))
    for _ in range(5):
        add(store)
    store.prune(3)
    assert store.versions() == ["v1", "v2", "v7"]


def test_the_name_of_a_version_that_was_live_is_never_used_again(store: ArtifactStore) -> None:
    for _ in range(3):
        store.publish(add(store))
    store.publish("v1")
    store.prune(1)
    assert add(store) == "v4"


def test_pruning_keeps_the_live_version_and_the_newest(store: ArtifactStore) -> None:
    for _ in range(7):
        add(store)
    store.publish("v1")
    assert store.prune(3) == ["v2", "v3", "v4", "v5"]
    assert store.versions() == ["v1", "v6", "v7"]


def test_pruning_sweeps_up_what_a_killed_training_left(store: ArtifactStore) -> None:
    add(store)
    (store.root / "draft-left").mkdir()
    store.prune()
    assert not (store.root / "draft-left").exists()


def test_a_version_that_fails_in_the_making_is_never_seen(store: ArtifactStore) -> None:
    def write(folder: Path) -> Manifest:
        (folder / "half.npy").write_bytes(b"half")
        raise RuntimeError("killed")

    add(store)
    with pytest.raises(RuntimeError):
        store.add(write)
    assert store.versions() == ["v1"]


def scores_file(store: ArtifactStore, version: str) -> Path:
    return store.folder(version) / "popular" / "item_scores.npy"


@pytest.mark.parametrize("share", [place / 20 for place in range(20)])
def test_a_truncated_file_is_named(store: ArtifactStore, share: float) -> None:
    version = add(store)
    path = scores_file(store, version)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(ArtifactError, match=r"item_scores\.npy is damaged; roll back"):
        store.verify(version)


def test_a_flipped_bit_is_found(store: ArtifactStore) -> None:
    version = add(store)
    path = scores_file(store, version)
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(ArtifactError, match="damaged"):
        load_version(store, version)


def test_a_missing_file_and_a_stray_one_are_found(store: ArtifactStore) -> None:
    first, second = add(store), add(store)
    scores_file(store, first).unlink()
    (store.folder(second) / "stray.npy").write_bytes(b"")
    with pytest.raises(ArtifactError, match="missing"):
        store.verify(first)
    with pytest.raises(ArtifactError, match="not in the manifest"):
        store.verify(second)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"schema": 99}', '{"schema": 1}'])
def test_a_manifest_that_is_none_is_refused(store: ArtifactStore, text: str) -> None:
    version = add(store)
    (store.folder(version) / "manifest.json").write_text(text)
    with pytest.raises(ArtifactError):
        load_version(store, version)


def test_a_pickle_in_an_array_file_is_never_loaded(store: ArtifactStore) -> None:
    version = add(store)
    path = scores_file(store, version)
    np.save(path, np.array([{"a": 1}], dtype=object), allow_pickle=not False)
    content, manifest = path.read_bytes(), store.manifest(version)
    entry = FileEntry(hashlib.sha256(content).hexdigest(), len(content))
    files = manifest.files | {"popular/item_scores.npy": entry}
    (store.folder(version) / MANIFEST).write_text(replace(manifest, files=files).to_json())
    with pytest.raises(ArtifactError, match="cannot be read"):
        load_version(store, version)


@pytest.mark.parametrize("name", ["v0", "v-1", "../v1", "v1/..", "", "current", "v99"])
def test_a_name_that_is_no_version_is_refused(store: ArtifactStore, name: str) -> None:
    add(store)
    with pytest.raises(ArtifactError, match="stored: v1"):
        store.folder(name)


def test_the_engine_falls_back_to_the_newest_whole_version(store: ArtifactStore) -> None:
    for _ in range(3):
        store.publish(add(store))
    for version in ("v3", "v2"):
        scores_file(store, version).write_bytes(b"")
    loaded = load_engine(store.root)
    assert loaded.engine is not None
    assert loaded.engine.version == "v1"
    assert "v3: popular/item_scores.npy is damaged" in loaded.problem


def test_the_engine_never_falls_back_to_a_version_that_was_refused(store: ArtifactStore) -> None:
    store.publish(add(store))
    add(store)
    scores_file(store, "v1").write_bytes(b"")
    assert load_engine(store.root).engine is None


def test_an_empty_store_has_no_engine_and_says_why(store: ArtifactStore) -> None:
    loaded = load_engine(store.root)
    assert loaded.engine is None
    assert "no model is published" in loaded.problem


def test_two_trainings_at_once_are_one_too_many(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with only_one(lock), pytest.raises(TrainingError, match="another training"), only_one(lock):
        pass


def _hold(lock: Path, ready: Event) -> None:
    with only_one(lock):
        ready.set()
        multiprocessing.Event().wait()


def test_a_lock_dies_with_its_owner(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    owner = context.Process(target=_hold, args=(tmp_path / "lock", ready))
    owner.start()
    assert ready.wait(30)
    with pytest.raises(TrainingError), only_one(tmp_path / "lock"):
        pass
    owner.kill()
    owner.join()
    with only_one(tmp_path / "lock"):
        pass
