"""Accuracy of recommendations and of predicted ratings.

Each ranking metric takes one user's list, best first, and the set of relevant items, with binary
gains. -1 in the list is a missing recommendation: it is never relevant but keeps its rank. Raises
BadData when nothing is relevant: such a user says nothing about a model and must be left out by the
caller. Raises BadConfig when k < 1.
"""

import math
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import ArrayLike

from recommender.core.data.arrays import Float64
from recommender.core.errors import BadConfig, BadData


def hit_rate_at_k(picks: Sequence[int], relevant: Collection[int], *, k: int) -> float:
    """HR@k: 1 when any of the first k items is relevant, else 0."""
    return float(_hits(picks, relevant, k=k) > 0)


def recall_at_k(picks: Sequence[int], relevant: Collection[int], *, k: int) -> float:
    """Recall@k: the share of the relevant items among the first k items."""
    return _hits(picks, relevant, k=k) / len(relevant)


def precision_at_k(picks: Sequence[int], relevant: Collection[int], *, k: int) -> float:
    """Precision@k: relevant items among the first k, divided by k, however short the list is."""
    return _hits(picks, relevant, k=k) / k


def reciprocal_rank_at_k(picks: Sequence[int], relevant: Collection[int], *, k: int) -> float:
    """1 / the rank of the first relevant item; 0 when none of the first k is relevant.

    The mean over users is MRR@k.
    """
    _check(relevant, k)
    return next((1 / rank for rank, item in enumerate(picks[:k], 1) if item in relevant), 0.0)


def ndcg_at_k(picks: Sequence[int], relevant: Collection[int], *, k: int) -> float:
    """NDCG@k with binary gains and discount 1 / log2(rank + 1).

    Järvelin & Kekäläinen 2002, eq. 1-3; the ideal list has min(k, number of relevant) hits.
    """
    _check(relevant, k)
    gained = sum(_discount(rank) for rank, item in enumerate(picks[:k], 1) if item in relevant)
    return gained / sum(_discount(rank) for rank in range(1, min(k, len(relevant)) + 1))


def coverage_at_k(lists: Sequence[Sequence[int]], *, n_items: int, k: int) -> float:
    """Return the share of the catalogue that appears in any user's first k items.

    Raises BadConfig when n_items < 1.
    """
    if n_items < 1:
        raise BadConfig(f"n_items={n_items} must be at least 1")
    shown = {item for picks in lists for item in picks[:k] if item >= 0}
    return len(shown) / n_items


def _hits(picks: Sequence[int], relevant: Collection[int], *, k: int) -> int:
    _check(relevant, k)
    return sum(item in relevant for item in picks[:k])


def _discount(rank: int) -> float:
    return 1 / math.log2(rank + 1)


def _check(relevant: Collection[int], k: int) -> None:
    if k < 1:
        raise BadConfig(f"k={k} must be at least 1")
    if not relevant:
        raise BadData("there are no relevant items; exclude this user from the mean")


def squared_errors(predicted: ArrayLike, actual: ArrayLike) -> Float64:
    """Return squared errors, of the inputs' shape. Raises BadData as `absolute_errors`."""
    return np.square(absolute_errors(predicted, actual))


def absolute_errors(predicted: ArrayLike, actual: ArrayLike) -> Float64:
    """Return absolute errors, of the inputs' shape.

    Raises BadData for empty inputs or different shapes.
    """
    prediction, truth = (
        np.asarray(predicted, dtype=np.float64),
        np.asarray(actual, dtype=np.float64),
    )
    if prediction.shape != truth.shape or not prediction.size:
        raise BadData(f"cannot compare {prediction.shape} predictions with {truth.shape} ratings")
    return np.abs(prediction - truth)


def rmse(predicted: ArrayLike, actual: ArrayLike) -> float:
    """Root mean squared error, in stars."""
    return float(np.sqrt(squared_errors(predicted, actual).mean()))


def mae(predicted: ArrayLike, actual: ArrayLike) -> float:
    """Mean absolute error, in stars."""
    return float(absolute_errors(predicted, actual).mean())
