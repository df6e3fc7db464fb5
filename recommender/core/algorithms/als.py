"""`als`: matrix factorisation of what the biases leave over; it predicts stars.

Stars = mu + b_i + b_u + v_i . w_u. The biases are damped means (Koren 2010, "Collaborative filtering
with temporal dynamics", eq. 1 and section 3.1): b_i = sum(r - mu) / (n_i + item_damping), then
b_u = sum(r - mu - b_i) / (n_u + user_damping). Alternating least squares with weighted lambda (Zhou et
al. 2008, eq. 4-6), run by Spark, factorises the residuals. Departure: a user's factor is not stored
but solved from the history at hand, the same system that Spark solves for a user in its last half
step: w = (V'V + reg * n * I)^-1 V'(residuals).
"""

from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.base import Opinion
from recommender.core.algorithms.ridge import FoldIn, solve
from recommender.core.data.arrays import Float32, Float64, Int32, read_only
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import HIGHEST_STARS, LOWEST_STARS, Interactions
from recommender.core.errors import BadConfig


@dataclass(frozen=True, slots=True)
class AlsConfig:
    """rank: length of a factor; reg: lambda, scaled by each count; dampings: numbers of ratings."""

    rank: int = 16
    iterations: int = 10
    reg: float = 0.1
    item_damping: float = 5.0
    user_damping: float = 5.0

    def __post_init__(self) -> None:
        if self.rank < 1 or self.iterations < 1:
            raise BadConfig(f"rank={self.rank} and iterations={self.iterations} must be at least 1")
        if self.reg <= 0 or self.item_damping < 0 or self.user_damping < 0:
            raise BadConfig(f"reg={self.reg} must be above 0, the dampings not below")


@dataclass(frozen=True, slots=True)
class Biases:
    """What everybody thinks of an item, and how far above that a person rates."""

    global_mean: float
    item_offsets: Float32
    user_damping: float

    def user_offset(self, items: Int32, ratings: Float32) -> float:
        """b_u of a history; 0 for an empty one."""
        left = ratings - self.global_mean - self.item_offsets[items]
        return float(left.sum(dtype=np.float64) / max(len(items) + self.user_damping, 1e-9))

    def residuals(self, items: Int32, ratings: Float32) -> Float64:
        """What the biases leave over of each rating of one history."""
        expected = self.global_mean + self.item_offsets[items].astype(np.float64)
        return ratings - expected - self.user_offset(items, ratings)


def fit_biases(interactions: Interactions, config: AlsConfig) -> Biases:
    mean = float(interactions.ratings.mean(dtype=np.float64)) if len(interactions) else 0.0
    counts, sums = interactions.item_counts(), interactions.item_sums()
    offsets = (sums - counts * mean) / np.maximum(counts + config.item_damping, 1e-9)
    return Biases(mean, offsets.astype(np.float32), config.user_damping)


@dataclass(frozen=True, slots=True)
class AlsModel:
    """item_factors: (n_items, rank), zero for an item without ratings; item_offsets: (n_items,)."""

    item_factors: Float32
    item_offsets: Float32
    global_mean: float
    user_damping: float
    reg: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "item_factors", read_only(self.item_factors))
        object.__setattr__(self, "item_offsets", read_only(self.item_offsets))

    @property
    def biases(self) -> Biases:
        return Biases(self.global_mean, self.item_offsets, self.user_damping)

    def fold_in(self, items: Int32, ratings: Float32) -> FoldIn:
        """Solve one person's factor from their own ratings. O(h * rank^2 + rank^3)."""
        rated = self.item_factors[items]
        penalty = self.reg * max(len(items), 1)
        matrix = rated.T.astype(np.float64) @ rated + penalty * np.eye(rated.shape[1])
        return solve(matrix, rated, self.biases.residuals(items, ratings))

    def scores(self, histories: Histories) -> Float32:
        """Predicted stars, not clipped: 5.3 still ranks above 5.1."""
        return self.stars(histories, np.arange(len(self.item_factors), dtype=np.int32))

    def predict(self, histories: Histories, items: Int32) -> Float32:
        return self.stars(histories, items).clip(LOWEST_STARS, HIGHEST_STARS)

    def stars(self, histories: Histories, items: Int32) -> Float32:
        """(n, len(items)), not clipped."""
        result = np.empty((len(histories), len(items)), dtype=np.float32)
        crowd = self.global_mean + self.item_offsets[items]
        for row, (rated, ratings) in enumerate(histories):
            personal = self.item_factors[items] @ self.fold_in(rated, ratings).user_factor
            result[row] = crowd + self.biases.user_offset(rated, ratings) + personal
        return result

    def opinion(self, history: Histories) -> Opinion:
        ((rated, ratings),) = history
        fold = self.fold_in(rated, ratings)
        return Opinion(
            self.scores(history)[0], lambda items: fold.contributions(self.item_factors[items])
        )
