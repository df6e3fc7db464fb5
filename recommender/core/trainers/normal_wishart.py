"""Draws and solutions of many small normal distributions, for the Gibbs sampler."""

import numpy as np

from recommender.core.data.arrays import Float64

_MEAN_WEIGHT = 2.0  # beta_0 of the normal-Wishart prior


def draw_normal_wishart(
    rows: Float64, more_spread: Float64, more_rows: int, rng: np.random.Generator
) -> tuple[Float64, Float64]:
    """Draw (mean, precision) given (n, d) rows; the loadings enter as more rows of mean zero.

    more_spread: (d, d), the scatter of those rows, and more_rows, their number. The prior is W_0 =
    I with nu_0 = d, mu_0 = 0. The Wishart draw is Bartlett's.
    """
    n, d = rows.shape
    centre = rows.sum(axis=0) / max(n, 1)
    around = rows - centre
    shift = (_MEAN_WEIGHT * n / (_MEAN_WEIGHT + n)) * np.outer(centre, centre)
    scale = np.linalg.inv(np.eye(d) + around.T @ around + more_spread + shift)
    freedom = d + n + more_rows
    bartlett = np.tril(rng.normal(size=(d, d)), -1)
    bartlett[np.diag_indices(d)] = np.sqrt(rng.chisquare(freedom - np.arange(d)))
    root = np.linalg.cholesky((scale + scale.T) / 2) @ bartlett
    precision = root @ root.T
    scatter = np.linalg.inv(np.linalg.cholesky((_MEAN_WEIGHT + n) * precision))
    return n * centre / (_MEAN_WEIGHT + n) + rng.normal(size=d) @ scatter, precision


def forward(lower: Float64, right: Float64) -> Float64:
    """Solve n lower-triangular systems at once: (n, d, d) and (n, d) to (n, d).

    Much faster than as many inverses.
    """
    found = np.empty_like(right)
    for row in range(right.shape[1]):
        known = np.einsum("nj,nj->n", lower[:, row, :row], found[:, :row])
        found[:, row] = (right[:, row] - known) / lower[:, row, row]
    return found


def backward(lower: Float64, right: Float64) -> Float64:
    """Solve n systems with the transposes of lower triangles: (n, d, d) and (n, d) to (n, d)."""
    found = np.empty_like(right)
    for row in reversed(range(right.shape[1])):
        known = np.einsum("nj,nj->n", lower[:, row + 1 :, row], found[:, row + 1 :])
        found[:, row] = (right[:, row] - known) / lower[:, row, row]
    return found
