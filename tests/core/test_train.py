"""A whole training, from ratings to a published version."""

from pathlib import Path

import pytest

from conftest import require
from recommender.core.algorithms.base import silent
from recommender.core.algorithms.registry import ALGORITHMS
from recommender.core.artifacts.manifest import Manifest
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.data.training import TrainingData
from recommender.core.errors import TooFewRatings, TrainingError
from recommender.core.pipeline.train import TrainingPlan, train
from tests.core.builders import loyal_camps, make_interactions, make_items
from tests.core.conftest import SMALL

pytestmark = pytest.mark.spark


@pytest.fixture(scope="module")
def published(
    data: TrainingData, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Manifest, Path]:
    store = Path(tmp_path_factory.mktemp("models"))
    shown: list[float] = []
    trained = train(
        loyal_camps(),
        TrainingPlan(store, "two camps", settings=SMALL, is_quick=True),
        progress=lambda step, share: shown.append(share),
    )
    assert shown == sorted(shown)
    assert trained.verdict.accepted
    ArtifactStore(store).publish(trained.manifest.version)
    return trained.manifest, store


def test_one_live_version_holds_all_models_that_need_no_torch(
    published: tuple[Manifest, Path],
) -> None:
    manifest, store = published
    assert ArtifactStore(store).current() == manifest.version == "v1"
    assert set(manifest.models) == {one.name for one in ALGORITHMS if not one.frameworks}


def test_taste_beats_popularity(published: tuple[Manifest, Path]) -> None:
    figures = {name: entry.figures for name, entry in published[0].models.items()}
    assert figures["for-you"]["ndcg@10"] > figures["popular"]["ndcg@10"]


def test_the_manifest_tells_what_it_was_trained_on(published: tuple[Manifest, Path]) -> None:
    facts = published[0].data
    assert (facts.users, facts.items) == (60, 40)
    assert len(facts.fingerprint) == 64


def test_too_few_ratings_are_refused_and_nothing_is_published(tmp_path: Path) -> None:
    few = TrainingData.of(make_interactions([(1, 1, 3.0)], n_items=1), make_items(1))
    with pytest.raises(TrainingError, match="too few"):
        train(few, TrainingPlan(tmp_path, "few"), progress=lambda step, share: None)
    assert ArtifactStore(tmp_path).versions() == []


def young(*, users: int = 3, items: int = 10) -> TrainingData:
    """A site's first ratings: no film has as many as most nets ask for."""
    rows = [(user, item, 1.0 + (user + item) % 5) for user in range(users) for item in range(items)]
    rated = make_interactions(
        [(user, item + 1, stars) for user, item, stars in rows], n_items=items
    )
    return TrainingData.of(rated, make_items(items))


def test_a_young_site_gets_the_models_that_its_ratings_are_enough_for(tmp_path: Path) -> None:
    require("torch")
    shown: list[str] = []
    trained = train(
        young(),
        TrainingPlan(tmp_path, "young", settings=SMALL),
        progress=lambda step, share: shown.append(step),
    )
    nets = {"bert4rec", "bst", "next-blend", "sasrec"}
    assert set(trained.left_out) == nets
    assert set(trained.fitted) == {one.name for one in ALGORITHMS} - nets
    assert ArtifactStore(tmp_path).versions() == ["v1"]
    reason = "bst is skipped: no user has rated two sufficiently popular films; import more ratings"
    assert f"{reason} (for evaluation)" in shown
    assert f"{reason} (on all data)" not in shown


def test_a_model_that_is_named_is_not_left_out(tmp_path: Path) -> None:
    require("torch")
    with pytest.raises(TooFewRatings, match="import more"):
        train(young(), TrainingPlan(tmp_path, "young", names=("sasrec",)), progress=silent)
    assert ArtifactStore(tmp_path).versions() == []
