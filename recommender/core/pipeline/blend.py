"""Learns the weight of each expert of `for-you`, for each length of a history.

A conditional logit (McFadden 1974): among all films that a user had not rated, the probability of
one that they rated next is softmax(a * following + b * preference + c * content + d * popularity).
a to d >= 0 maximise the likelihood; the blend's weights are b / a, c / a and d / a, since a common
factor changes no order. The targets are the next ten films, but for histories of at most ten
ratings, all later ones: the order of a first session reflects the page that asked. The users must
be held out from the experts: with users whose later ratings were trained on, every expert looks
better than it is, and popularity worse.
"""

from math import inf
from typing import Any

import numpy as np
from scipy.optimize import minimize

from recommender.core.algorithms.base import Model, Progress, silent
from recommender.core.algorithms.for_you import ForYouModel
from recommender.core.data.arrays import Bool, Float32, Float64
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import Interactions
from recommender.core.data.splits import Split, first_known
from recommender.core.errors import BadConfig, BadData
from recommender.core.evaluation.held_out import evaluate, tested_users

_MOST_PEOPLE = 1_000
_NEXT, _NEWCOMER = 10, 10
_PENALTY = 1e-3  # on the weights of standardised experts, so that idle ones stay near zero
_LEAST = 1e-6
_LEAST_PEOPLE = 10


def learned_weights(model: Model, held_out: Interactions, *, progress: Progress) -> dict[str, Any]:
    """Learn lengths and weights for a ForYouConfig, each from what held-out users rated after so
    many films.

    A length that fewer than ten users reached is left out. Raises BadData when none is left,
    BadConfig for another model.
    """
    if not isinstance(model, ForYouModel):
        raise BadConfig("weights can be learned only for the for-you blend")
    found = []
    for done, length in enumerate(model.lengths):
        progress(f"weights at {length:g} ratings", done / len(model.lengths))
        weights = _weights(model, held_out, length)
        if weights is not None:
            found.append((length, *weights))
    if not found:
        raise BadData(
            "too few users have enough ratings to learn weights from; use a larger data set"
        )
    lengths, preference, content, crowd = zip(*found, strict=True)
    return {
        "lengths": lengths,
        "preference_weights": preference,
        "content_weights": content,
        "crowd_weights": crowd,
    }


def mean_ndcg(model: ForYouModel, held_out: Interactions) -> float:
    """Return NDCG@10 of what held-out users rated after 1, 3, 5 … films, averaged over the lengths."""
    splits = (_after(held_out, length) for length in model.lengths)
    figures = (evaluate({"": model}, split, progress=silent)[""] for split in splits)
    return float(np.mean([each["ndcg@10"] for each in figures]))


def _after(held_out: Interactions, length: float) -> Split:
    """What is to be foreseen after so many films."""
    then = inf if length <= _NEWCOMER else _NEXT
    return first_known(held_out, int(length), then=then)


def _weights(
    model: ForYouModel, held_out: Interactions, length: float
) -> tuple[float, float, float] | None:
    split = _after(held_out, length)
    users = tested_users(split)[:_MOST_PEOPLE]
    known = split.train.histories().select(users)
    allowed = model.known & ~known.seen(len(model.known))
    targets = _targets(split.test.histories().select(users), allowed)
    some = targets.sum(axis=1) > 0
    if some.sum() < _LEAST_PEOPLE:
        return None
    crowd = np.broadcast_to(model.crowd, allowed.shape)
    experts = np.stack((*model.experts(known), crowd), axis=2)
    following, *others = _logit(experts[some], allowed[some], targets[some])
    scale = max(float(following), _LEAST)
    preference, content, crowded = (round(float(each) / scale, 4) for each in others)
    return preference, content, crowded


def _targets(later: Histories, allowed: Bool) -> Float32:
    """(n, n_items): 1 over how many were rated next, for each of those that a list may hold."""
    targets = (later.seen(allowed.shape[1]) & allowed).astype(np.float32)
    shares: Float32 = targets / np.maximum(targets.sum(axis=1, keepdims=True), 1)
    return shares


def _logit(experts: Float32, allowed: Bool, targets: Float32) -> Float64:
    """(m,) for experts of (n, n_items, m)."""
    scales = np.maximum(experts[allowed].std(axis=0), _LEAST)
    scaled = experts / scales

    def loss(weights: Float64) -> tuple[float, Float64]:
        scores = np.where(allowed, scaled @ weights.astype(np.float32), -np.inf)
        scores -= scores.max(axis=1, keepdims=True)
        exponents = np.exp(scores)
        sums = exponents.sum(axis=1, keepdims=True)
        likelihood = (targets * np.where(allowed, scores - np.log(sums), 0)).sum()
        off = exponents / sums - targets
        slope = np.einsum("ui,uif->f", off, scaled, optimize=True) / len(scores)
        penalty = _PENALTY * float(weights @ weights)
        return penalty - float(likelihood) / len(scores), 2 * _PENALTY * weights + slope

    start = np.full(experts.shape[2], 0.3)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0, None)] * len(start))
    weights: Float64 = found.x / scales
    return weights
