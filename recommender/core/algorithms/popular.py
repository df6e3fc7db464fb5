"""`popular`: chart by number of ratings. The baseline that every model is compared with."""

from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.base import Parts, Progress
from recommender.core.algorithms.chart import ChartModel
from recommender.core.data.training import TrainingData


@dataclass(frozen=True, slots=True)
class PopularConfig:
    """No hyperparameters."""


def fit(
    data: TrainingData,
    config: PopularConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> ChartModel:
    """Score items by their number of ratings; an item without any has 0."""
    return ChartModel(data.interactions.item_counts().astype(np.float32))
