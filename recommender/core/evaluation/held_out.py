"""Evaluation of models on held-out ratings, with the same selection that serves users."""

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from recommender.core.algorithms.base import (
    Model,
    PredictsEach,
    PredictsStars,
    PredictsUncertainty,
    Progress,
    UncertainPredictions,
)
from recommender.core.artifacts.manifest import Figures
from recommender.core.data.arrays import Float32, Int32, Int64
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import Interactions
from recommender.core.data.items import Items
from recommender.core.data.sparse_rows import slices
from recommender.core.data.splits import Split
from recommender.core.errors import BadData
from recommender.core.metrics.accuracy import (
    absolute_errors,
    coverage_at_k,
    hit_rate_at_k,
    ndcg_at_k,
    precision_at_k,
    recall_at_k,
    reciprocal_rank_at_k,
    squared_errors,
)
from recommender.core.metrics.beyond_accuracy import (
    genre_shares,
    gini,
    intra_list_diversity,
    mean_popularity_rank,
    miscalibration,
    popularity_ranks,
)
from recommender.core.ranking.top_k import top_k

_BATCH = 256
_WINDOW = 200
_RANKING = {
    "hr": hit_rate_at_k,
    "ndcg": ndcg_at_k,
    "recall": recall_at_k,
    "precision": precision_at_k,
    "mrr": reciprocal_rank_at_k,
}


def evaluate(
    models: Mapping[str, Model],
    split: Split,
    *,
    k: int = 10,
    items: Items | None = None,
    progress: Progress,
) -> dict[str, Figures]:
    """Return each model's figures on the same held-out ratings, ranked among all items, no
    sampling.

    A user's history is their training part, whose items are never recommended. Every held-out item
    counts as relevant. items: if given, adds the metrics of
    recommender.core.metrics.beyond_accuracy. Models that predict ratings also get RMSE and MAE.
    "<metric>:se" is a standard error. Raises BadData when nothing is held out.
    """
    if not len(split.test):
        raise BadData("no rating is held out; a user needs at least two ratings")
    found = {}
    for done, (name, model) in enumerate(models.items()):
        progress(f"measuring {name}", done / len(models))
        lists = pick_lists(model, split, k=k)
        found[name] = ranking_figures(lists, split, k=k)
        if items is not None:
            found[name] |= _list_figures(lists, split, items, k=k)
        if isinstance(model, PredictsStars):
            found[name] |= star_figures(model, split)
    return found


def tested_users(split: Split) -> Int64:
    """Return the rows of the users with held-out interactions, ascending."""
    return np.flatnonzero(split.test.histories().lengths() > 0)


def pick_lists(model: Model, split: Split, *, k: int) -> list[list[int]]:
    """Return the k recommendations of each tested user, without items of their training part.

    In the order of `tested_users`; -1 where there is no item left.
    """
    histories, users = split.train.histories(), tested_users(split)
    lists: list[list[int]] = []
    for batch in np.array_split(users, max(1, len(users) // _BATCH)):
        lists += _pick(model, histories.select(batch), k)
    return lists


def ranking_figures(lists: list[list[int]], split: Split, *, k: int) -> Figures:
    """Return ranking metrics with standard errors, and coverage. lists: as from `pick_lists`."""
    held = split.test.histories().select(tested_users(split))
    relevant = [set(items.tolist()) for items, _ in held]
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


def _list_figures(lists: list[list[int]], split: Split, items: Items, *, k: int) -> Figures:
    genres, shares = [frozenset(each) for each in items.genres], genre_shares(items.genres)
    ranks = popularity_ranks(split.train.item_counts())
    full = [picks for picks in lists if max(picks) >= 0]
    past = [seen.tolist() for seen, _ in split.train.histories().select(tested_users(split))]
    mixes = [
        miscalibration(picks, seen, shares)
        for picks, seen in zip(lists, past, strict=True)
        if seen and max(picks) >= 0
    ]
    figures: Figures = {f"gini@{k}": gini(lists, n_items=len(items))}
    figures |= _mean(f"popularity_rank@{k}", [mean_popularity_rank(one, ranks) for one in full])
    if not any(genres):
        return figures
    figures |= _mean(f"diversity@{k}", [intra_list_diversity(picks, genres) for picks in full])
    return figures | (_mean(f"miscalibration@{k}", mixes) if mixes else {})


def star_figures(model: PredictsStars, split: Split) -> Figures:
    """Return RMSE and MAE over all held-out ratings, with standard errors."""
    return errors_of(predict_held_out(model, split), split.test.ratings)


def predict_held_out(model: PredictsStars, split: Split) -> UncertainPredictions:
    """Predict each held-out rating from its user's training part alone, in the order of the test
    part.

    A standard deviation is NaN where the model gives none.
    """
    histories = split.train.histories()
    offsets = split.test.histories().offsets
    predictions = [
        _predictions(model, histories.select(np.array([user])), split.test.items[start:end])
        for user, (start, end) in enumerate(pairwise(offsets.tolist()))
        if end > start
    ]
    return joined(predictions)


def window_predictions(
    model: PredictsStars, table: Interactions, rows: Int64
) -> UncertainPredictions:
    """Predict the rating of each of these rows from what its user rated before, held out or not.

    Histories are truncated to the latest 200 ratings.
    """
    first = np.searchsorted(table.users, table.users[rows])
    predictions = []
    for batch in np.array_split(np.arange(len(rows)), max(1, len(rows) // _BATCH)):
        starts = np.maximum(first[batch], rows[batch] - _WINDOW)
        histories = _slices_of(table, starts, rows[batch])
        predictions.append(_guesses_of_each(model, histories, table.items[rows[batch]]))
    return joined(predictions)


def _slices_of(table: Interactions, starts: Int64, ends: Int64) -> Histories:
    _, places = slices(starts, ends)
    return Histories(
        np.concatenate(([0], np.cumsum(ends - starts))),
        table.items[places],
        table.ratings[places],
        table.times[places],
        table.profiles[table.users[ends]],
    )


def _guesses_of_each(
    model: PredictsStars, histories: Histories, items: Int32
) -> UncertainPredictions:
    """Predict for each history the one item at its place."""
    if isinstance(model, PredictsEach):
        stars = model.predict_each(histories, items[:, None])[:, 0]
        return UncertainPredictions(stars, np.full(len(items), np.nan, dtype=np.float32))
    return joined(
        [
            _predictions(model, histories.select(np.array([row])), items[row : row + 1])
            for row in range(len(items))
        ]
    )


def joined(predictions: list[UncertainPredictions]) -> UncertainPredictions:
    """Concatenate predictions."""
    return UncertainPredictions(
        np.concatenate([one.stars for one in predictions]),
        np.concatenate([one.deviations for one in predictions]),
    )


def _predictions(model: PredictsStars, history: Histories, items: Int32) -> UncertainPredictions:
    if isinstance(model, PredictsUncertainty):
        return model.predict_uncertain(history, items)
    return UncertainPredictions(
        model.predict(history, items)[0], np.full(len(items), np.nan, dtype=np.float32)
    )


def errors_of(predictions: UncertainPredictions, actual: Float32) -> Figures:
    """Return RMSE and MAE with standard errors.

    within_spread: the share of ratings whose error is below their standard deviation, .68 for a
    calibrated model; left out if any standard deviation is NaN.
    """
    squared = _mean("mse", squared_errors(predictions.stars, actual))
    root = squared["mse"] ** 0.5
    # The delta method: the error of a square root is the error of its argument over twice the root.
    error = squared["mse:se"] / (2 * root) if root else 0.0
    missed = absolute_errors(predictions.stars, actual)
    figures = {"rmse": root, "rmse:se": error} | _mean("mae", missed)
    if np.isnan(predictions.deviations).any():
        return figures
    return figures | _mean("within_spread", missed < predictions.deviations)


def _mean(name: str, values: ArrayLike) -> Figures:
    numbers = np.asarray(values, dtype=np.float64)
    spread = numbers.std(ddof=1) if len(numbers) > 1 else 0.0
    return {name: float(numbers.mean()), f"{name}:se": float(spread / len(numbers) ** 0.5)}
