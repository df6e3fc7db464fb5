"""`popular`: by number of ratings. The baseline that every model is shown beside."""

from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.base import Parts, Progress
from recommender.core.algorithms.chart import ChartModel
from recommender.core.data.training import TrainingData


@dataclass(frozen=True, slots=True)
class PopularConfig:
    """Nothing to choose."""


def fit(
    data: TrainingData,
    config: PopularConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> ChartModel:
    """Score = count of ratings; an item that nobody rated has 0."""
    return ChartModel(data.interactions.item_counts().astype(np.float32))
