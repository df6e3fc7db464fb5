"""Every algorithm, fitted once on two camps of people who like opposite films."""

import numpy as np
import pytest

from recommender.core.algorithms.base import Model, silent
from recommender.core.algorithms.registry import ALGORITHMS
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


@pytest.fixture(scope="session")
def data() -> TrainingData:
    return checkerboard_data()


@pytest.fixture(scope="session")
def fitted(data: TrainingData) -> dict[str, Model]:
    return fit_everything(data)
