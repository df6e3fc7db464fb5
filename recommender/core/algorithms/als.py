"""`als`: biased matrix factorisation of explicit ratings; predicts star ratings.

Predicted rating = mu + b_i + b_u + v_i . w_u. The biases start as damped means (Koren 2010,
"Collaborative filtering with temporal dynamics", eq. 1 and section 3.1): b_i = sum(r - mu) / (n_i +
item_damping), then b_u = sum(r - mu - b_i) / (n_u + user_damping). Alternating least squares with
weighted lambda (Zhou et al. 2008, eq. 4-6), run by Spark, factorises the residuals. Departures: a
few more sweeps solve each side's biases together with its factors, treating a bias as one more
element whose counterpart is 1; users are not stored but folded in from their current history by the
same equations: with x_j = (v_j, 1), (w, b_u) = (X'X + diag(reg * n, ..., user_damping))^-1 X'(r -
mu - b_i).
"""

from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.base import ScoredExplanation
from recommender.core.algorithms.ridge import FoldIn, solve
from recommender.core.data.arrays import Float32, Float64, Int32, read_only
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import HIGHEST_STARS, LOWEST_STARS, Interactions
from recommender.core.errors import BadConfig


@dataclass(frozen=True, slots=True)
class AlsConfig:
    """Hyperparameters of `als`.

    rank: number of factors; iterations: of Spark's ALS; reg: lambda, multiplied by the number of
    ratings of each user or item; item_damping, user_damping: in ratings; refinements: final sweeps
    that solve biases and factors together. Raises BadConfig for values out of range.
    """

    rank: int = 48
    iterations: int = 10
    reg: float = 0.08
    item_damping: float = 5.0
    user_damping: float = 5.0
    refinements: int = 2

    def __post_init__(self) -> None:
        if self.rank < 1 or self.iterations < 1:
            raise BadConfig(f"rank={self.rank} and iterations={self.iterations} must be at least 1")
        if self.reg <= 0 or min(self.item_damping, self.user_damping, self.refinements) < 0:
            raise BadConfig(f"{self}: reg must be above 0, dampings and refinements at least 0")


@dataclass(frozen=True, slots=True)
class Biases:
    """Global mean, item offsets (n_items,) and the damping of user offsets, in stars."""

    global_mean: float
    item_offsets: Float32
    user_damping: float

    def user_offset(self, items: Int32, ratings: Float32) -> float:
        """Return b_u, the damped mean residual of one history; 0 for an empty one."""
        left = ratings - self.global_mean - self.item_offsets[items]
        return float(left.sum(dtype=np.float64) / max(len(items) + self.user_damping, 1e-9))

    def residuals(self, items: Int32, ratings: Float32) -> Float64:
        """Return (h,) ratings of one history minus global mean, item offsets and user offset."""
        expected = self.global_mean + self.item_offsets[items].astype(np.float64)
        return ratings - expected - self.user_offset(items, ratings)


def fit_biases(interactions: Interactions, config: AlsConfig) -> Biases:
    """Fit global mean and damped item offsets; the mean is 0 without ratings."""
    mean = float(interactions.ratings.mean(dtype=np.float64)) if len(interactions) else 0.0
    counts, sums = interactions.item_counts(), interactions.item_sums()
    offsets = (sums - counts * mean) / np.maximum(counts + config.item_damping, 1e-9)
    return Biases(mean, offsets.astype(np.float32), config.user_damping)


@dataclass(frozen=True, slots=True)
class AlsModel:
    """Fitted `als` model.

    item_factors: (n_items, rank), zero for an item without ratings; item_offsets: (n_items,), in
    stars.
    """

    item_factors: Float32
    item_offsets: Float32
    global_mean: float
    user_damping: float
    reg: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "item_factors", read_only(self.item_factors))
        object.__setattr__(self, "item_offsets", read_only(self.item_offsets))

    def fold_in(self, items: Int32, ratings: Float32) -> FoldIn:
        """Solve the factor of one user; its last element is the user offset. O(h * rank^2 +
        rank^3).
        """
        matrix, x = joint_system(self.item_factors[items], reg=self.reg, damping=self.user_damping)
        return solve(matrix, x, ratings - (self.global_mean + self.item_offsets[items]))

    def scores(self, histories: Histories) -> Float32:
        """Return (n, n_items) predicted ratings, not clipped, so that 5.3 still ranks above 5.1."""
        return self._stars(histories, slice(None))

    def predict(self, histories: Histories, items: Int32) -> Float32:
        """Return (n, len(items)) predicted ratings, clipped to 0.5 to 5 stars."""
        return self._stars(histories, items).clip(LOWEST_STARS, HIGHEST_STARS)

    def _stars(self, histories: Histories, items: Int32 | slice) -> Float32:
        result = np.empty((len(histories), len(self.item_offsets[items])), dtype=np.float32)
        for row, (rated, ratings) in enumerate(histories):
            result[row] = self._expected(self.fold_in(rated, ratings), items)
        return result

    def explain(self, history: Histories) -> ScoredExplanation:
        """Return the scores of one history with additive contributions, exact for this model."""
        fold = self.fold_in(history.items, history.ratings)
        return ScoredExplanation(
            self._expected(fold, slice(None)),
            lambda items: fold.contributions(with_ones(self.item_factors[items])),
        )

    def _expected(self, fold: FoldIn, items: Int32 | slice) -> Float32:
        user = fold.user_factor.astype(np.float32)
        everybody = np.float32(self.global_mean) + self.item_offsets[items]
        stars: Float32 = everybody + user[-1] + self.item_factors[items] @ user[:-1]
        return stars


def joint_system(factors: Float32, *, reg: float, damping: float) -> tuple[Float64, Float32]:
    """Return the normal equations of one user: X'X + diag(reg * n, ..., damping), and X.

    factors: (n, rank) of the rated items. The matrix is (rank + 1, rank + 1); X is (n, rank + 1),
    the factors with a column of ones.
    """
    x = with_ones(factors)
    penalties = np.full(x.shape[1], reg * max(len(x), 1))
    penalties[-1] = max(damping, 1e-9)
    return (x.T @ x).astype(np.float64) + np.diag(penalties), x


def with_ones(factors: Float32) -> Float32:
    """Append a column of ones, the counterpart of an offset: (n, rank) to (n, rank + 1)."""
    return np.column_stack((factors, np.ones(len(factors), dtype=np.float32)))
