"""`top-rated`: chart by weighted rating, in which films with few ratings rank lower.

WR = v / (v + m) * R + m / (v + m) * C, the formula of IMDb's Top 250: v and R are the item's count
and mean, C is the mean of the means of all rated items, and m is the 0.90 quantile of their counts.
Only items with v >= m are in the chart.
"""

from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.base import Parts, Progress
from recommender.core.algorithms.chart import ChartModel
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig
from recommender.core.ranking.top_k import NEVER


@dataclass(frozen=True, slots=True)
class TopRatedConfig:
    """Hyperparameters of `top-rated`.

    count_quantile: the quantile of the counts that m is, by linear interpolation. Raises BadConfig
    outside 0 to 1.
    """

    count_quantile: float = 0.90

    def __post_init__(self) -> None:
        if not 0 <= self.count_quantile <= 1:
            raise BadConfig(f"count_quantile={self.count_quantile} must lie in 0..1")


def fit(
    data: TrainingData,
    config: TopRatedConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> ChartModel:
    """Score items by WR, in stars; an item with fewer than m ratings is left out."""
    counts, sums = data.interactions.item_counts(), data.interactions.item_sums()
    rated = counts > 0
    if not rated.any():
        return ChartModel(np.full(len(data.items), NEVER))
    means = sums[rated] / counts[rated]
    least_count = np.quantile(counts[rated], config.count_quantile)
    weight = counts[rated] / (counts[rated] + least_count)
    scores = np.full(len(data.items), NEVER)
    scores[rated] = weight * means + (1 - weight) * means.mean()
    return ChartModel(np.where(counts >= least_count, scores, NEVER).astype(np.float32))
