"""Ridge regression that folds one user into a factorisation and attributes the scores."""

from dataclasses import dataclass

import numpy as np

from recommender.core.data.arrays import Float32, Float64


@dataclass(frozen=True, slots=True)
class FoldIn:
    """Solution of one user's system: factor = matrix^-1 applied to the sum of targets times item
    factors.

    loadings: (rank, h), column j is matrix^-1 v_j; targets: (h,), the weight of rated item j. v_i .
    loadings[:, j] * targets[j] is exactly what item j adds to the score of item i (Hu, Koren &
    Volinsky 2008, section 5, "Explaining recommendations").
    """

    loadings: Float64
    targets: Float64

    @property
    def user_factor(self) -> Float64:
        """The user's factor, (rank,) float64."""
        return self.loadings @ self.targets

    def contributions(self, item_factors: Float32) -> Float32:
        """Return (k, h): what each rated item adds to the scores of k items. item_factors: (k,
        rank).
        """
        parts: Float32 = ((item_factors @ self.loadings) * self.targets).astype(np.float32)
        return parts


def solve(matrix: Float64, rated_factors: Float32, targets: Float64) -> FoldIn:
    """Solve one user's system.

    matrix: (rank, rank), positive definite; rated_factors: (h, rank); targets: (h,). Raises
    LinAlgError for a singular matrix.
    """
    loadings = np.linalg.solve(matrix, rated_factors.T)
    return FoldIn(loadings.astype(np.float64), targets)
