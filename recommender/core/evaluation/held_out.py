"""Measuring models on held-out ratings, with the same selection that serves users."""

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from recommender.core.algorithms.base import Model, PredictsStars, Progress
from recommender.core.artifacts.manifest import Figures
from recommender.core.data.histories import Histories
from recommender.core.data.splits import Split
from recommender.core.errors import BadData
from recommender.core.metrics.ranking import (
    coverage_at_k,
    hit_rate_at_k,
    ndcg_at_k,
    recall_at_k,
)
from recommender.core.metrics.rating import absolute_errors, squared_errors
from recommender.core.ranking.top_k import top_k

_BATCH = 256
_RANKING = {"hr": hit_rate_at_k, "ndcg": ndcg_at_k, "recall": recall_at_k}


def evaluate(
    models: Mapping[str, Model], split: Split, *, k: int = 10, progress: Progress
) -> dict[str, Figures]:
    """Each model's figures on the same held-out ratings, over all items, none of them sampled.

    A user's history is their training part, whose items are never picked. Every held-out item counts
    as relevant. Raises BadData when nothing is held out.
    """
    if not len(split.test):
        raise BadData("no rating is held out; a user needs two for one to be held out")
    found = {}
    for done, (name, model) in enumerate(models.items()):
        progress(f"measuring {name}", done / len(models))
        found[name] = _ranking_figures(model, split, k=k)
        if isinstance(model, PredictsStars):
            found[name] |= _star_figures(model, split)
    return found


def _ranking_figures(model: Model, split: Split, *, k: int) -> Figures:
    held, histories = split.test.histories(), split.train.histories()
    users = np.flatnonzero(held.lengths() > 0)
    lists: list[list[int]] = []
    for batch in np.array_split(users, max(1, len(users) // _BATCH)):
        lists += _pick(model, histories.select(batch), k)
    relevant = [set(items.tolist()) for items, _ in held.select(users)]
    figures: Figures = {}
    for metric, measure in _RANKING.items():
        values = [measure(picks, items, k=k) for picks, items in zip(lists, relevant, strict=True)]
        figures |= _mean(f"{metric}@{k}", values)
    figures[f"coverage@{k}"] = coverage_at_k(lists, n_items=split.train.n_items, k=k)
    return figures


def _pick(model: Model, histories: Histories, k: int) -> list[list[int]]:
    scores = model.scores(histories)
    picks: list[list[int]] = top_k(scores, k, allowed=~histories.seen(scores.shape[1])).tolist()
    return picks


def _star_figures(model: PredictsStars, split: Split) -> Figures:
    histories = split.train.histories()
    offsets = split.test.histories().offsets
    guesses = [
        model.predict(histories.select(np.array([user])), split.test.items[start:end])[0]
        for user, (start, end) in enumerate(pairwise(offsets.tolist()))
    ]
    predicted, actual = np.concatenate(guesses), split.test.ratings
    squared = _mean("mse", squared_errors(predicted, actual))
    root = squared["mse"] ** 0.5
    # The delta method: the error of a square root is the error of its argument over twice the root.
    error = squared["mse:se"] / (2 * root) if root else 0.0
    return {"rmse": root, "rmse:se": error} | _mean("mae", absolute_errors(predicted, actual))


def _mean(name: str, values: ArrayLike) -> Figures:
    numbers = np.asarray(values, dtype=np.float64)
    spread = numbers.std(ddof=1) if len(numbers) > 1 else 0.0
    return {name: float(numbers.mean()), f"{name}:se": float(spread / len(numbers) ** 0.5)}
