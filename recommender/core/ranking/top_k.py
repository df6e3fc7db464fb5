"""The one selection of the best items, used by serving and evaluation alike."""

import numpy as np

from recommender.core.data.arrays import Bool, Float32, Int32
from recommender.core.data.ids import UNKNOWN
from recommender.core.errors import BadConfig

NEVER = np.float32(-np.inf)
_NARROW = 256


def top_k(scores: Float32, k: int, *, allowed: Bool | None = None) -> Int32:
    """Return the k best columns of each row, best first.

    scores: (n, n_items) float32; -inf and NaN mean "must not be shown". allowed: the same shape or
    (n_items,); False masks an item as -inf does. Returns (n, k) rows of items; ties go to the lower
    row, missing recommendations are -1. Raises BadConfig when k < 1. O(n * n_items).
    """
    if k < 1:
        raise BadConfig(f"k={k} must be at least 1")
    masked = np.where(np.isnan(scores), NEVER, scores)
    if allowed is not None:
        masked = np.where(allowed, masked, NEVER)
    picks = np.full((len(masked), k), UNKNOWN, dtype=np.int32)
    if masked.shape[1] <= _NARROW:  # sorting all rows at once is faster than choosing row by row
        order = np.argsort(-masked, axis=1, kind="stable")[:, :k]
        found = np.take_along_axis(masked, order, axis=1) > NEVER
        picks[:, : order.shape[1]] = np.where(found, order, UNKNOWN)
        return picks
    for row, values in enumerate(masked):
        best = _best(values, k)
        picks[row, : len(best)] = best
    return picks


def _best(values: Float32, k: int) -> Int32:
    if k < len(values):
        threshold = np.partition(values, len(values) - k)[len(values) - k]
        # Every tie of the last place is kept here, so that the stable sort below decides by row.
        candidates = np.flatnonzero(values >= threshold)
    else:
        candidates = np.arange(len(values))
    candidates = candidates[values[candidates] > NEVER]
    order = np.argsort(-values[candidates], kind="stable")[:k]
    return candidates[order].astype(np.int32)
