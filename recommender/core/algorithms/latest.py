"""`latest`: chart by year of release, newest first; within a year, by number of ratings."""

from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.base import Parts, Progress
from recommender.core.algorithms.chart import ChartModel
from recommender.core.data.training import TrainingData
from recommender.core.ranking.top_k import NEVER


@dataclass(frozen=True, slots=True)
class LatestConfig:
    """No hyperparameters."""


def fit(
    data: TrainingData,
    config: LatestConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> ChartModel:
    """Score items by year + count / (highest count + 1); an item without a year is left out."""
    counts = data.interactions.item_counts()
    years = np.array([np.nan if year is None else year for year in data.items.years])
    scores = years + counts / (counts.max(initial=0) + 1)
    return ChartModel(np.where(np.isnan(scores), NEVER, scores).astype(np.float32))
