"""Models that take torch to train stay in service without it, travel, and come with NextFlex."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from recommender.core.algorithms import registry
from recommender.core.algorithms.base import Model
from recommender.core.algorithms.sasrec import SasRecConfig
from recommender.core.algorithms.sequence_model import SequenceModel
from recommender.core.artifacts.manifest import SHIPPED, DataFacts
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.artifacts.versions import TrainedModel, Version, add_version, load_version
from recommender.core.data.ids import IdMap
from recommender.core.data.training import TrainingData
from recommender.core.errors import ArtifactError, BadConfig, TrainingError
from recommender.core.pipeline.carrying import carried_over
from recommender.core.pipeline.checkpoints import Checkpoints
from recommender.core.pipeline.pretrained import INITIAL, export, install, not_installed
from recommender.core.pipeline.train import TrainingPlan
from tests.core.builders import checkerboard_data, make_history
from tests.onnx_graphs import sequence_model

_RECORD = {"seed": 3, "data": "d" * 64, "machine": {}, "curve": []}


def store_with(
    root: Path, ids: list[int], *, names: tuple[str, ...] = ("sasrec",)
) -> ArtifactStore:
    """A live version whose nets find neighbouring rows alike."""
    store, m = ArtifactStore(root), len(ids)
    rows = np.arange(m)
    alike = np.exp(-np.abs(rows[:, None] - rows)).astype(np.float32)
    figures = {"ndcg@10": 0.2, "hr@10": 0.4}
    trained = {
        name: TrainedModel(sequence_model(alike), SasRecConfig(), figures, 12.5, _RECORD)
        for name in names
    }
    facts = DataFacts("films", "0" * 64, 3, m, 9, 1)
    manifest = add_version(
        store,
        trained,
        IdMap.of(ids),
        data=facts,
        protocol="By hand.",
        created_at="2026-01-01T00:00:00+00:00",
    )
    store.publish(manifest.version)
    return store


def live(store: ArtifactStore) -> Version:
    name = store.current()
    assert name
    return load_version(store, name)


def test_a_model_is_carried_over_with_its_figures_and_its_record(tmp_path: Path) -> None:
    store = store_with(tmp_path, [10, 20, 30])
    (carried,) = carried_over(store, IdMap.of([5, 10, 30]), without=()).values()
    assert carried.figures == {"ndcg@10": 0.2, "hr@10": 0.4}
    assert (carried.fit_seconds, carried.record) == (12.5, _RECORD)
    assert isinstance(carried.model, SequenceModel)
    assert carried.model.covered.tolist() == [1, -1, 2]  # 20 is gone, 5 is new


def test_what_was_trained_anew_is_not_carried_over(tmp_path: Path) -> None:
    store = store_with(tmp_path, [10, 20, 30])
    assert carried_over(store, IdMap.of([10]), without=("sasrec",)) == {}


def test_without_a_live_version_nothing_is_carried(tmp_path: Path) -> None:
    assert carried_over(ArtifactStore(tmp_path), IdMap.of([1]), without=()) == {}


def test_a_damaged_live_version_carries_nothing_and_stops_nothing(tmp_path: Path) -> None:
    store = store_with(tmp_path, [10, 20, 30])
    (store.folder("v1") / "sasrec" / "graph.onnx").write_bytes(b"broken")
    assert carried_over(store, IdMap.of([10]), without=()) == {}


def test_a_graph_that_is_none_is_refused_when_it_is_loaded(tmp_path: Path) -> None:
    """Even with a checksum that fits."""
    store = store_with(tmp_path, [10, 20, 30])
    model = live(store).models["sasrec"]
    assert isinstance(model, SequenceModel)
    with pytest.raises(ValueError, match="not an ONNX graph"):
        dataclasses.replace(model, graph=b"MZ\x00\x01")


def test_models_travel_by_the_sources_ids(tmp_path: Path) -> None:
    """Out of one site, where films 10, 20, 30 are MovieLens 1, 3, 2, into another with other keys."""
    here = store_with(tmp_path / "here", [10, 20, 30])
    folder = tmp_path / "shipped"
    manifest = export(live(here), {10: 1, 20: 3, 30: 2}, folder)
    assert list(manifest.models) == ["sasrec"]
    there = store_with(tmp_path / "there", [100, 200, 300], names=("bert4rec",))
    found = install(folder, there, checkerboard_data(), {1: 300, 3: 100, 2: 200}, "films")
    assert found
    assert set(found.models) == {"bert4rec", "sasrec"}
    assert there.current() == "v2"
    before = live(here).models["sasrec"].scores(make_history((0, 4.0)))[0]  # film 10
    after = live(there).models["sasrec"].scores(make_history((2, 4.0)))[0]  # film 300
    assert after.tolist() == pytest.approx(before[[1, 2, 0]].tolist())
    assert found.models["sasrec"].is_shipped
    assert found.models["sasrec"].figures == {"ndcg@10": 0.2, "hr@10": 0.4}
    assert not found.models["bert4rec"].is_shipped


def test_what_is_there_already_is_not_installed_again(tmp_path: Path) -> None:
    here = store_with(tmp_path / "here", [10, 20, 30])
    folder = tmp_path / "shipped"
    export(live(here), {10: 1, 20: 2, 30: 3}, folder)
    data = checkerboard_data()
    there = store_with(tmp_path / "there", [1, 2, 3], names=("bert4rec",))
    assert install(folder, there, data, {1: 1, 2: 2, 3: 3}, "films")
    assert install(folder, there, data, {1: 1, 2: 2, 3: 3}, "films") is None
    assert there.versions() == ["v1", "v2"]


def test_a_model_that_came_is_replaced_by_one_with_another_graph(tmp_path: Path) -> None:
    """Whatever their figures: a remade graph may be as good."""
    folder, ids = tmp_path / "shipped", {10: 1, 20: 2, 30: 3, 40: 4}
    there = store_with(tmp_path / "there", [1, 2, 3, 4], names=("bert4rec",))
    for name, films in (("before", [10, 20, 30]), ("after", [10, 20, 30, 40])):
        export(live(store_with(tmp_path / name, films)), ids, folder)
        assert not_installed(folder, there) == ["sasrec"]
        install(folder, there, checkerboard_data(), {one: one for one in ids.values()}, "films")
        assert not_installed(folder, there) == []
    assert there.versions() == ["v1", "v2", "v3"]


def test_what_is_there_already_is_told_without_reading_a_model(tmp_path: Path) -> None:
    here = store_with(tmp_path / "here", [10, 20, 30])
    folder = tmp_path / "shipped"
    export(live(here), {10: 1, 20: 2, 30: 3}, folder)
    assert not_installed(folder, ArtifactStore(tmp_path / "empty")) == ["sasrec"]
    there = store_with(tmp_path / "there", [1, 2, 3])
    for graph in tmp_path.rglob("graph.onnx"):
        graph.write_bytes(b"broken")
    assert not_installed(folder, there) == []


def test_a_model_that_was_trained_here_is_not_replaced_by_one_that_came(tmp_path: Path) -> None:
    here = store_with(tmp_path / "here", [10, 20, 30])
    folder = tmp_path / "shipped"
    export(live(here), {10: 1}, folder)
    there = store_with(tmp_path / "there", [1, 2, 3])
    assert install(folder, there, checkerboard_data(), {1: 1}, "films") is None


def test_a_site_without_models_gets_the_initial_ones_beside_those_that_came(tmp_path: Path) -> None:
    here = store_with(tmp_path / "here", [10, 20, 30])
    folder = tmp_path / "shipped"
    export(live(here), {10: 1, 20: 2, 30: 3}, folder)
    empty = ArtifactStore(tmp_path / "empty")
    data = checkerboard_data()
    found = install(folder, empty, data, {1: 1, 2: 2, 3: 3}, "films")
    assert found
    assert set(found.models) == {*INITIAL, "sasrec"}
    assert all("hr@10" in found.models[name].figures for name in INITIAL)
    assert found.data.interactions == len(data.interactions)
    assert SHIPPED in found.models["sasrec"].record


def test_a_site_without_ratings_gets_them_without_figures(tmp_path: Path) -> None:
    here = store_with(tmp_path / "here", [10, 20, 30])
    folder = tmp_path / "shipped"
    export(live(here), {10: 1, 20: 2, 30: 3}, folder)
    data = checkerboard_data()
    nothing = data.interactions.where(np.zeros(len(data.interactions), dtype=np.bool_))
    bare = TrainingData.of(nothing, data.items)
    found = install(folder, ArtifactStore(tmp_path / "empty"), bare, {1: 1}, "films")
    assert found
    assert not any(found.models[name].figures for name in INITIAL)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArtifactError, match="holds no models"):
        install(tmp_path, ArtifactStore(tmp_path / "store"), checkerboard_data(), {}, "films")


def test_a_version_without_such_a_model_has_nothing_to_export(tmp_path: Path) -> None:
    store = store_with(tmp_path, [1, 2, 3])
    bare = dataclasses.replace(live(store), models={})
    with pytest.raises(ArtifactError, match="train with torch"):
        export(bare, {1: 1}, tmp_path / "out")


def without_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "find_spec", lambda name: None if name == "torch" else "there")


def test_without_torch_a_plan_leaves_out_what_takes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    without_torch(monkeypatch)
    names = {one.name for one in TrainingPlan(Path(), "films").algorithms}
    assert "for-you" in names
    assert not names & {"sasrec", "bert4rec", "bst", "neural-mf", "next-blend"}


def test_without_torch_a_model_that_is_asked_for_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without_torch(monkeypatch)
    for name in ("sasrec", "next-blend"):
        with pytest.raises(TrainingError, match="run script/setup torch"):
            TrainingPlan(Path(), "films", (name,)).algorithms  # noqa: B018


def test_checkpoints_are_found_by_the_same_fit_and_by_no_other(tmp_path: Path) -> None:
    def folder(config: object, seed: int, data_hash: str) -> Path | None:
        one = registry.algorithm("sasrec")
        return Checkpoints(tmp_path).journal(one, config, seed, data_hash).folder

    same = folder(SasRecConfig(), 0, "d")
    assert folder(SasRecConfig(), 0, "d") == same
    others = [
        folder(SasRecConfig(width=32), 0, "d"),
        folder(SasRecConfig(), 1, "d"),
        folder(SasRecConfig(), 0, "e"),
    ]
    assert len({same, *others}) == 4


def test_checkpoints_are_forgotten_when_all_is_well(tmp_path: Path) -> None:
    folder = tmp_path / "checkpoints"
    checkpoints = Checkpoints(folder)
    journal = checkpoints.journal(registry.algorithm("sasrec"), SasRecConfig(), 0, "d")
    journal.note({"epoch": 1, "loss": 2.0})
    journal.keep({"net/a": np.ones(3)}, {"epoch": 1})
    again = Checkpoints(folder)
    found = again.journal(registry.algorithm("sasrec"), SasRecConfig(), 0, "d")
    kept = found.kept()
    assert kept
    assert kept[0]["net/a"].tolist() == [1.0, 1.0, 1.0]
    assert kept[1] == {"epoch": 1}
    assert again.curves() == {"sasrec": [{"epoch": 1, "loss": 2.0}]}
    again.journal(registry.algorithm("sasrec"), SasRecConfig(epochs=3), 0, "d").keep({}, {})
    again.forget()
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("sasrec", {"width": 0}),
        ("sasrec", {"width": 10, "heads": 3}),
        ("sasrec", {"dropout": 1.0}),
        ("sasrec", {"minutes": 0}),
        ("bert4rec", {"hidden": 0.0}),
        ("bert4rec", {"length": 1}),
        ("bert4rec", {"width": 9, "heads": 2}),
        ("bert4rec", {"learning_rate": 0.0}),
        ("bst", {"hides_profile": 1.0}),
        ("bst", {"epochs": 0}),
        ("bst", {"width": 9}),
        ("neural-mf", {"reg": 0.0}),
        ("neural-mf", {"steps": 0}),
        ("neural-mf", {"validation_share": 1.0}),
        ("next-blend", {"sasrec_weight": -1.0}),
    ],
)
def test_settings_out_of_range_are_refused(name: str, given: dict[str, float]) -> None:
    with pytest.raises(BadConfig):
        registry.algorithm(name).config(**given)


def test_the_blend_adds_what_both_say(fitted: dict[str, Model]) -> None:
    blend, history = fitted["next-blend"], make_history((0, 4.0), (2, 5.0))
    ridge, sasrec = (fitted[name].scores(history) for name in ("next-ridge", "sasrec"))
    np.testing.assert_allclose(
        blend.scores(history), ridge + 0.6 * np.maximum(sasrec, -16.0), atol=1e-5
    )
