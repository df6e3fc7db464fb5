"""A whole training, from ratings to a published version."""

from pathlib import Path

import pytest

from recommender.core.algorithms.registry import ALGORITHMS
from recommender.core.artifacts.manifest import Manifest
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.data.training import TrainingData
from recommender.core.errors import TrainingError
from recommender.core.pipeline.train import TrainingPlan, train
from tests.core.builders import loyal_camps, make_interactions, make_items

pytestmark = pytest.mark.spark


@pytest.fixture(scope="module")
def published(
    data: TrainingData, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Manifest, Path]:
    store = Path(tmp_path_factory.mktemp("models"))
    told: list[float] = []
    trained = train(
        loyal_camps(),
        TrainingPlan(store, "two camps", is_quick=True),
        progress=lambda step, share: told.append(share),
    )
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert trained.verdict.accepted
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
