"""Versions appear whole or not at all, and damage is found before anybody is served from it."""

import shutil
from pathlib import Path

import pytest

from recommender.core.algorithms.chart import ChartModel
from recommender.core.artifacts import store as stores
from recommender.core.artifacts.files import write_atomically
from recommender.core.artifacts.manifest import Manifest
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.artifacts.versions import load_version
from recommender.core.errors import ArtifactError
from recommender.core.serving.loading import load_engine
from tests.core.stores import add_chart


@pytest.fixture
def store(tmp_path: Path) -> ArtifactStore:
    return ArtifactStore(tmp_path / "models")


def test_versions_are_numbered_in_order(store: ArtifactStore) -> None:
    assert [add_chart(store) for _ in range(11)][-2:] == ["v10", "v11"]
    assert store.versions()[:3] == ["v1", "v2", "v3"]


def test_a_new_version_is_not_live_until_it_is_published(store: ArtifactStore) -> None:
    version = add_chart(store)
    assert store.current() is None
    store.publish(version)
    assert store.current() == version


def test_a_stored_model_comes_back_as_it_was(store: ArtifactStore) -> None:
    loaded = load_version(store, add_chart(store, 5, 7, 6))
    model = loaded.models["popular"]
    assert isinstance(model, ChartModel)
    assert model.item_scores.tolist() == [5, 7, 6]
    assert loaded.item_ids.ids.tolist() == [10, 20, 30]
    assert loaded.manifest.models["popular"].figures == {"hr@10": 0.5}


def test_rolling_back_makes_the_version_before_live(store: ArtifactStore) -> None:
    first, second = add_chart(store), add_chart(store)
    store.publish(first)
    store.publish(second)
    assert store.rollback() == first
    with pytest.raises(ArtifactError, match="no version before"):
        store.rollback()


def test_rolling_back_passes_over_a_version_that_was_refused(store: ArtifactStore) -> None:
    first, _, third = add_chart(store), add_chart(store), add_chart(store)
    store.publish(first)
    store.publish(third)
    assert store.rollback() == first


def test_pruning_keeps_the_version_to_roll_back_to(store: ArtifactStore) -> None:
    for _ in range(2):
        store.publish(add_chart(store))
    for _ in range(5):
        add_chart(store)
    store.prune(3)
    assert store.versions() == ["v1", "v2", "v7"]


def test_the_name_of_a_version_that_was_live_is_never_used_again(store: ArtifactStore) -> None:
    for _ in range(3):
        store.publish(add_chart(store))
    store.publish("v1")
    store.prune(1)
    assert add_chart(store) == "v4"


def test_pruning_keeps_the_live_version_and_the_newest(store: ArtifactStore) -> None:
    for _ in range(7):
        add_chart(store)
    store.publish("v1")
    assert store.prune(3) == ["v2", "v3", "v4", "v5"]
    assert store.versions() == ["v1", "v6", "v7"]


def test_a_publishing_that_is_killed_leaves_the_live_version_and_its_past(
    store: ArtifactStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = add_chart(store), add_chart(store)
    store.publish(first)

    def killed(path: Path, text: str) -> None:
        if path.name == "current":
            raise KeyboardInterrupt
        write_atomically(path, text)

    monkeypatch.setattr(stores, "write_atomically", killed)
    with pytest.raises(KeyboardInterrupt):
        store.publish(second)
    assert (store.current(), store.once_live()) == (first, [first])


def test_what_a_killed_pruning_left_is_no_version_and_goes_with_the_next(
    store: ArtifactStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        store.publish(add_chart(store))

    def killed(path: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "rmtree", killed)
        with pytest.raises(KeyboardInterrupt):
            store.prune(2)
    assert store.versions() == ["v2", "v3"]
    assert list(store.root.glob("removed-*"))
    assert store.prune(2) == []
    assert not list(store.root.glob("removed-*"))


def test_adding_sweeps_up_what_a_killed_training_left(store: ArtifactStore) -> None:
    add_chart(store)
    (store.root / "draft-left").mkdir()
    add_chart(store)
    assert not (store.root / "draft-left").exists()


def test_a_version_that_fails_in_the_making_is_never_seen(store: ArtifactStore) -> None:
    def write(folder: Path) -> Manifest:
        (folder / "half.npy").write_bytes(b"half")
        raise RuntimeError("killed")

    add_chart(store)
    with pytest.raises(RuntimeError):
        store.add(write)
    assert store.versions() == ["v1"]


@pytest.mark.parametrize("name", ["v0", "v-1", "../v1", "v1/..", "", "current", "v99"])
def test_a_name_that_is_no_version_is_refused(store: ArtifactStore, name: str) -> None:
    add_chart(store)
    with pytest.raises(ArtifactError, match="stored: v1"):
        store.folder(name)


def test_an_empty_store_has_no_engine_and_says_why(store: ArtifactStore) -> None:
    loaded = load_engine(store.root)
    assert loaded.engine is None
    assert "no model is published" in loaded.problem
