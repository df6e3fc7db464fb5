"""Every algorithm, fitted once on two camps of people who like opposite films."""

from typing import Any

import numpy as np
import pytest

from conftest import require
from recommender.core.algorithms.base import Model, silent
from recommender.core.algorithms.registry import ALGORITHMS, Algorithm, with_parts
from recommender.core.data.training import TrainingData
from recommender.core.trainers.journal import Journal
from tests.core.builders import checkerboard_data

# What a model of the size of a real one would take minutes for, a small one has in seconds.
SMALL: dict[str, dict[str, Any]] = {
    "als": {"rank": 8, "iterations": 4},
    "als-implicit": {"rank": 8, "iterations": 4},
    "sasrec": {"length": 12, "width": 16, "feed_forward": 32, "epochs": 8, "batch": 8},
    "bert4rec": {"length": 12, "width": 16, "feed_forward": 32, "epochs": 8, "batch": 8},
    "bst": {"length": 12, "width": 16, "feed_forward": 32, "factors": 4, "epochs": 6, "batch": 8},
    "neural-mf": {"width": 4, "length": 20, "epochs": 30, "batch": 128, "reg": 1.0},
}


class Fitted(dict[str, Model]):
    """By name. What torch trains is not there without torch: a test that asks for it is skipped."""

    def __missing__(self, name: str) -> Model:
        require("torch")
        raise KeyError(name)


def config_for(one: Algorithm) -> Any:
    return one.config(**SMALL.get(one.name, {}))


def fit_everything(data: TrainingData, *, seed: int = 0) -> dict[str, Model]:
    """All registered algorithms that can be trained here, in order; settings but for SMALL's."""
    return _fit_in_order([one for one in ALGORITHMS if one.is_trainable], data, seed)


def fit_alone(one: Algorithm, data: TrainingData) -> Model:
    """One algorithm with its parts."""
    return _fit_in_order(with_parts((one.name,)), data, 0)[one.name]


def _fit_in_order(
    algorithms: "list[Algorithm] | tuple[Algorithm, ...]", data: TrainingData, seed: int
) -> Fitted:
    models = Fitted()
    for one in algorithms:
        more = {"journal": Journal()} if one.framework else {}
        models[one.name] = one.fit(
            data,
            config_for(one),
            rng=np.random.default_rng(seed),
            progress=silent,
            parts={part: models[part] for part in one.parts},
            **more,
        )
    return models


@pytest.fixture(scope="session")
def data() -> TrainingData:
    return checkerboard_data()


@pytest.fixture(scope="session")
def fitted(data: TrainingData) -> dict[str, Model]:
    return fit_everything(data)
