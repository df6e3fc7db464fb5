"""A chart: the same score of an item for everybody."""

from dataclasses import dataclass

import numpy as np

from recommender.core.data.arrays import Float32, read_only
from recommender.core.data.histories import Histories


@dataclass(frozen=True, slots=True)
class ChartModel:
    """item_scores: (n_items,); -inf leaves an item out of the chart."""

    item_scores: Float32

    def __post_init__(self) -> None:
        object.__setattr__(self, "item_scores", read_only(self.item_scores))

    def scores(self, histories: Histories) -> Float32:
        return np.broadcast_to(self.item_scores, (len(histories), len(self.item_scores)))
