"""How well a list of picks holds what the user went on to rate. Gains are binary.

Each function takes one user's picks, best first, and the set of relevant items. -1 among the picks is
a missing one: it is never relevant but keeps its rank. Raises BadData when nothing is relevant: such
a user says nothing about a model and must be left out by the caller.
"""

import math
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import ArrayLike

from recommender.core.data.arrays import Float64
from recommender.core.errors import BadConfig, BadData


def hit_rate_at_k(picks: Sequence[int], relevant: Collection[int], *, k: int) -> float:
    """HR@k: 1 when any of the first k picks is relevant, else 0."""
    return float(_hits(picks, relevant, k=k) > 0)


def recall_at_k(picks: Sequence[int], relevant: Collection[int], *, k: int) -> float:
    """Recall@k: the share of the relevant items among the first k picks."""
    return _hits(picks, relevant, k=k) / len(relevant)


def precision_at_k(picks: Sequence[int], relevant: Collection[int], *, k: int) -> float:
    """Precision@k: relevant items among the first k picks, over k, however short the list is."""
    return _hits(picks, relevant, k=k) / k


def reciprocal_rank_at_k(picks: Sequence[int], relevant: Collection[int], *, k: int) -> float:
    """1 / the rank of the first relevant pick; 0 when there is none among the first k.

    The mean over users is MRR@k.
    """
    _check(relevant, k)
    return next((1 / rank for rank, item in enumerate(picks[:k], 1) if item in relevant), 0.0)


def ndcg_at_k(picks: Sequence[int], relevant: Collection[int], *, k: int) -> float:
    """NDCG@k with binary gains and discount 1 / log2(rank + 1).

    Järvelin & Kekäläinen 2002, eq. 1-3; the ideal list holds min(k, number of relevant) hits.
    """
    _check(relevant, k)
    gained = sum(_discount(rank) for rank, item in enumerate(picks[:k], 1) if item in relevant)
    return gained / sum(_discount(rank) for rank in range(1, min(k, len(relevant)) + 1))


def coverage_at_k(lists: Sequence[Sequence[int]], *, n_items: int, k: int) -> float:
    """The share of the catalogue that appears in anybody's first k picks."""
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
        raise BadData("no item is relevant; leave this user out of the mean")


def squared_errors(predicted: ArrayLike, actual: ArrayLike) -> Float64:
    return np.square(absolute_errors(predicted, actual))


def absolute_errors(predicted: ArrayLike, actual: ArrayLike) -> Float64:
    """Raises BadData when there is nothing to compare or the shapes differ."""
    guess, truth = np.asarray(predicted, dtype=np.float64), np.asarray(actual, dtype=np.float64)
    if guess.shape != truth.shape or not guess.size:
        raise BadData(f"cannot compare {guess.shape} predictions with {truth.shape} ratings")
    return np.abs(guess - truth)


def rmse(predicted: ArrayLike, actual: ArrayLike) -> float:
    """Root mean squared error, in stars."""
    return float(np.sqrt(squared_errors(predicted, actual).mean()))


def mae(predicted: ArrayLike, actual: ArrayLike) -> float:
    """Mean absolute error, in stars."""
    return float(absolute_errors(predicted, actual).mean())
