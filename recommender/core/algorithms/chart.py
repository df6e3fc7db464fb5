"""A chart: the same scores for every user."""

from dataclasses import dataclass

import numpy as np

from recommender.core.data.arrays import Float32, read_only
from recommender.core.data.histories import Histories


@dataclass(frozen=True, slots=True)
class ChartModel:
    """Fitted chart. item_scores: (n_items,); -inf leaves an item out of the chart."""

    item_scores: Float32

    def __post_init__(self) -> None:
        object.__setattr__(self, "item_scores", read_only(self.item_scores))

    def scores(self, histories: Histories) -> Float32:
        """Return (n, n_items), the chart in every row, without copying it."""
        return np.broadcast_to(self.item_scores, (len(histories), len(self.item_scores)))
