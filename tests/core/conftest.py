"""Every algorithm, fitted once on two camps of people who like opposite films."""

import numpy as np
import pytest

from recommender.core.algorithms.base import Model, silent
from recommender.core.algorithms.registry import ALGORITHMS, Algorithm, with_parts
from recommender.core.data.training import TrainingData
from tests.core.builders import checkerboard_data


def fit_everything(data: TrainingData, *, seed: int = 0) -> dict[str, Model]:
    """All registered algorithms with their default settings, in order."""
    models: dict[str, Model] = {}
    for one in ALGORITHMS:
        models[one.name] = one.fit(
            data,
            one.config(),
            rng=np.random.default_rng(seed),
            progress=silent,
            parts={part: models[part] for part in one.parts},
        )
    return models


def fit_alone(one: Algorithm, data: TrainingData) -> Model:
    """One algorithm with its parts."""
    models: dict[str, Model] = {}
    for part in with_parts((one.name,)):
        models[part.name] = part.fit(
            data,
            part.config(),
            rng=np.random.default_rng(0),
            progress=silent,
            parts={name: models[name] for name in part.parts},
        )
    return models[one.name]


@pytest.fixture(scope="session")
def data() -> TrainingData:
    return checkerboard_data()


@pytest.fixture(scope="session")
def fitted(data: TrainingData) -> dict[str, Model]:
    return fit_everything(data)
