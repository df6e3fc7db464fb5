"""`trending`: by number of ratings, where a rating counts half after each half-life.

See recommender.core.data.decay for the source and the departure.
"""

from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.base import Parts, Progress
from recommender.core.algorithms.chart import ChartModel
from recommender.core.data.decay import HALF_LIFE_DAYS, decayed_counts
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig


@dataclass(frozen=True, slots=True)
class TrendingConfig:
    """half_life_days: the age at which a rating counts half."""

    half_life_days: float = HALF_LIFE_DAYS

    def __post_init__(self) -> None:
        if self.half_life_days <= 0:
            raise BadConfig(f"half_life_days={self.half_life_days} must be above 0")


def fit(
    data: TrainingData,
    config: TrendingConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> ChartModel:
    """Score = log2 of the decayed count over the highest; an item that nobody rated is left out."""
    log_sums = decayed_counts(
        data.interactions.items,
        data.interactions.times,
        n_items=len(data.items),
        half_life_days=config.half_life_days,
    )
    # Near the highest, float32 tells seconds apart; the sums themselves are too large for that.
    highest = log_sums.max(initial=-np.inf, where=np.isfinite(log_sums))
    return ChartModel((log_sums - (highest if np.isfinite(highest) else 0)).astype(np.float32))
