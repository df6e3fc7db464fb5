"""Versions of one small chart."""

import multiprocessing
from multiprocessing.synchronize import Event
from pathlib import Path

import numpy as np

from recommender.core.algorithms.chart import ChartModel
from recommender.core.algorithms.popular import PopularConfig
from recommender.core.artifacts.files import only_one
from recommender.core.artifacts.manifest import DataFacts
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.artifacts.versions import TrainedModel, add_version
from recommender.core.data.ids import IdMap

FACTS = DataFacts("test", "0" * 64, 2, 3, 5, 1)


def add_chart(store: ArtifactStore, *scores: float) -> str:
    """A version that holds one chart, of three films unless scores are given."""
    model = ChartModel(np.array(scores or (3, 2, 1), dtype=np.float32))
    return add_version(
        store,
        {"popular": TrainedModel(model, PopularConfig(), {"hr@10": 0.5}, 0.1)},
        IdMap.of(10 * (row + 1) for row in range(len(model.item_scores))),
        data=FACTS,
        protocol="by hand",
        created_at="2026-01-01T00:00:00+00:00",
    ).version


def scores_file(store: ArtifactStore, version: str) -> Path:
    return store.folder(version) / "popular" / "item_scores.npy"


def publish_charts(root: Path, over: Event) -> None:
    """For a process of its own: publish one version after the other, and remove the old ones."""
    store = ArtifactStore(root)
    while not over.is_set():
        store.publish(add_chart(store, *range(20_000)))
        store.prune(4)


def hold_lock(lock: Path, ready: Event) -> None:
    """For a process of its own: take the lock and never give it back."""
    with only_one(lock):
        ready.set()
        multiprocessing.Event().wait()
