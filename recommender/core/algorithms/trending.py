"""`trending`: chart by number of ratings, each weighted by 2^(-age / half-life).

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
    """Hyperparameters of `trending`.

    half_life_days: the age at which a rating counts half. Raises BadConfig unless above 0.
    """

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
    """Score items by log2 of the decayed count over the highest; an item without ratings is left
    out.
    """
    log_sums = decayed_counts(
        data.interactions.items,
        data.interactions.times,
        n_items=len(data.items),
        half_life_days=config.half_life_days,
    )
    # Near the highest, float32 resolves seconds; the sums themselves are too large for that.
    highest = log_sums.max(initial=-np.inf, where=np.isfinite(log_sums))
    return ChartModel((log_sums - (highest if np.isfinite(highest) else 0)).astype(np.float32))
