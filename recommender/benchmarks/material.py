"""The input of the parts: a stored version, the data it was fitted on, and the sizes to measure."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from recommender.core.algorithms.als_implicit import AlsImplicitModel
from recommender.core.algorithms.base import Model, Progress
from recommender.core.algorithms.registry import algorithm
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.artifacts.versions import TrainedModel, Version, add_version, load_version
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import Interactions
from recommender.core.data.interface import DEFAULT, Rated
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig, BadData
from recommender.core.pipeline.train import Steps, TrainingPlan, facts_of, fit_all


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes to measure.

    turns: of each measurement in milliseconds; batch: users at once; k: the length of a list;
    history: ratings of a user; lengths: those of fold-in; similar_films, many_films: films of the
    synthetic catalogues; dense_rows: how many rows of the dense matrix are built. Raises BadConfig
    for values out of range.
    """

    turns: int = 200
    batch: int = 256
    k: int = 10
    history: int = 50
    lengths: tuple[int, ...] = (5, 50, 500)
    similar_films: int = 45_000
    dense_rows: int = 1_000
    many_films: int = 60_000

    def __post_init__(self) -> None:
        if min(self.batch, self.k, self.history, *self.lengths, self.dense_rows) < 1:
            raise BadConfig(f"{self}: every size must be at least 1")
        if min(self.similar_films, self.many_films) <= self.k or self.turns < 2:
            raise BadConfig(f"{self}: turns must be at least 2, films more than k={self.k}")


@dataclass(frozen=True, slots=True)
class Material:
    """The input of a part.

    root: the model store; version: its live version, memory-mapped; data: what it was fitted on.
    """

    root: Path
    version: Version
    data: TrainingData
    sizes: Sizes

    def people(self, *, length: int) -> Histories:
        """Return the histories to measure with, `length` ratings each."""
        return people_of(self.data.interactions, length=length, most=self.sizes.batch)

    def taste(self) -> AlsImplicitModel:
        """Return the live `als-implicit` model."""
        model = self.version.models["als-implicit"]
        assert isinstance(model, AlsImplicitModel)  # the registry's type
        return model


def fitted(data: TrainingData, root: Path, sizes: Sizes, *, progress: Progress) -> Material:
    """Fit `for-you` and its parts, and store them like a training, but without an evaluation."""
    plan = TrainingPlan(root, "benchmark", (DEFAULT,))
    trained = fit_all(data, plan, Steps(progress, total=len(plan.algorithms)), "")
    return stored(data, {name: one.model for name, one in trained.items()}, root, sizes)


def stored(data: TrainingData, models: dict[str, Model], root: Path, sizes: Sizes) -> Material:
    """Store these models as the live version."""
    store = ArtifactStore(root)
    add_copy(store, models, data)
    (version,) = store.versions()
    store.publish(version)
    return Material(root, load_version(store, version), data, sizes)


def add_copy(store: ArtifactStore, models: dict[str, Model], data: TrainingData) -> str:
    """Store a version of these models; return its name."""
    entries = {
        name: TrainedModel(model, algorithm(name).config(), {}, 0.0)
        for name, model in models.items()
    }
    facts = facts_of(data, "benchmark")
    return add_version(
        store, entries, data.items.ids, data=facts, protocol="not measured", created_at=""
    ).version


def people_of(table: Interactions, *, length: int, most: int) -> Histories:
    """Return the last `length` ratings of the first `most` users with at least that many.

    Raises BadData when there are none.
    """
    histories = table.histories()
    rows = np.flatnonzero(histories.lengths() >= length)[:most]
    if not len(rows):
        raise BadData(f"no user has rated {length} films; name a larger data set with --data")
    chosen = histories.select(rows)
    ends = np.repeat(chosen.offsets[1:], chosen.lengths())
    return chosen.where(np.arange(len(chosen.items)) >= ends - length)


def rated_of(histories: Histories, ids: Sequence[int]) -> list[list[Rated]]:
    """Return histories in the form of web requests. ids: of the item rows."""
    return [
        [
            Rated(ids[row], stars, place)
            for place, (row, stars) in enumerate(zip(items.tolist(), given.tolist(), strict=True))
        ]
        for items, given in histories
    ]


def one_by_one(histories: Histories) -> list[Histories]:
    """Split n histories into n of one user each."""
    return [histories.select(np.array([row])) for row in range(len(histories))]
