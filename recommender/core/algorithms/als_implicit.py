"""`als-implicit`: matrix factorisation of preferences, from liked and disliked items.

Hu, Koren & Volinsky 2008, eq. 2-5, run by Spark: preference p = 1 where x > 0 and 0 elsewhere, with
confidence 1 + alpha * |x|. Departures: x is the rating minus `neutral_stars`, so that a low rating
is a confident "no" and not a weak "yes"; as in Spark, reg is scaled by the number of liked items;
the user factor is folded in from the current history: w = (Y'Y + sum(alpha * |x| * y y') + reg *
n_liked * I)^-1 sum((1 + alpha * |x|) * p * y).
"""

from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.base import ScoredExplanation
from recommender.core.algorithms.ridge import FoldIn, solve
from recommender.core.data.arrays import Float32, Float64, Int32, read_only
from recommender.core.data.histories import Histories
from recommender.core.errors import BadConfig
from recommender.core.ranking.top_k import NEVER


@dataclass(frozen=True, slots=True)
class AlsImplicitConfig:
    """Hyperparameters of `als-implicit`.

    neutral_stars: the rating between liked and disliked; choose a value that no rating has. Raises
    BadConfig for values out of range.
    """

    rank: int = 32
    iterations: int = 10
    reg: float = 0.05
    alpha: float = 2.0
    neutral_stars: float = 2.75

    def __post_init__(self) -> None:
        if self.rank < 1 or self.iterations < 1:
            raise BadConfig(f"rank={self.rank} and iterations={self.iterations} must be at least 1")
        if self.reg <= 0 or self.alpha <= 0:
            raise BadConfig(f"reg={self.reg} and alpha={self.alpha} must be above 0")


@dataclass(frozen=True, slots=True)
class AlsImplicitModel:
    """Fitted `als-implicit` model.

    item_factors: (n_items, rank), zero for an item without ratings; gram: (rank, rank), Y'Y of
    them.
    """

    item_factors: Float32
    gram: Float64
    reg: float
    alpha: float
    neutral_stars: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "item_factors", read_only(self.item_factors))
        object.__setattr__(self, "gram", read_only(self.gram))

    @classmethod
    def of(cls, item_factors: Float32, config: AlsImplicitConfig) -> "AlsImplicitModel":
        """Build the model from item factors (n_items, rank); the Gram matrix is computed in
        float64.
        """
        wide = item_factors.astype(np.float64)
        return cls(item_factors, wide.T @ wide, config.reg, config.alpha, config.neutral_stars)

    def fold_in(self, items: Int32, ratings: Float32) -> FoldIn:
        """Solve the factor of one user; all zero if they liked nothing. O(h * rank^2 + rank^3)."""
        rated = self.item_factors[items].astype(np.float64)
        feeling = ratings.astype(np.float64) - self.neutral_stars
        liked = feeling > 0
        confidence = self.alpha * np.abs(feeling)
        # An item factor matrix of lower rank than its width leaves Y'Y singular when nothing is liked.
        penalty = self.reg * max(int(liked.sum()), 1)
        matrix = self.gram + (rated.T * confidence) @ rated + penalty * np.eye(rated.shape[1])
        return solve(matrix, self.item_factors[items], np.where(liked, 1 + confidence, 0.0))

    def scores(self, histories: Histories) -> Float32:
        """Return (n, n_items) scalar products of user and item factors; all 0 for an empty history."""
        result = np.empty((len(histories), len(self.item_factors)), dtype=np.float32)
        for row, (items, ratings) in enumerate(histories):
            result[row] = self._scores(self.fold_in(items, ratings))
        return result

    def explain(self, history: Histories) -> ScoredExplanation:
        """Return the scores of one history with additive contributions, exact for this model."""
        fold = self.fold_in(history.items, history.ratings)
        return ScoredExplanation(
            self._scores(fold), lambda items: fold.contributions(self.item_factors[items])
        )

    def _scores(self, fold: FoldIn) -> Float32:
        # In float32, or numpy would widen all item factors for each user.
        scores: Float32 = self.item_factors @ fold.user_factor.astype(np.float32)
        return scores

    def similarities(self, item: int) -> Float32:
        """Return (n_items,) cosines of the item factors.

        -inf for the item itself and wherever either item has no ratings.
        """
        lengths = np.linalg.norm(self.item_factors, axis=1)
        products = self.item_factors @ self.item_factors[item]
        scale = lengths * lengths[item]
        likeness = np.where(scale > 0, products / np.where(scale > 0, scale, 1), NEVER)
        likeness[item] = NEVER
        return likeness.astype(np.float32)
