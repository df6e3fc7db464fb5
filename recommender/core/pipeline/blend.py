"""Learning how much each expert of `for-you` shall count, for each length of a history.

A conditional logit (McFadden 1974): of all films that a person had not rated, the probability of one
that they did rate next is softmax(a * following + b * preference + c * content). a, b and c >= 0
maximise the likelihood of what is held out; the blend's weights are b / a and c / a, since a common
factor changes no order.
"""

from typing import Any

import numpy as np
from scipy.optimize import minimize

from recommender.core.algorithms.base import Model, Progress
from recommender.core.algorithms.for_you import ForYouModel
from recommender.core.data.arrays import Bool, Float32, Float64, Int64
from recommender.core.data.histories import Histories
from recommender.core.data.splits import Split
from recommender.core.errors import BadConfig
from recommender.core.evaluation.held_out import tested_users

_MOST_PEOPLE = 1_000
_PENALTY = 1e-3  # on the weights of standardised experts, so that idle ones stay near zero
_LEAST = 1e-6


def learned_weights(model: Model, split: Split, *, progress: Progress) -> dict[str, Any]:
    """ForYouConfig's weights for its lengths, from the first 1,000 tested users."""
    if not isinstance(model, ForYouModel):
        raise BadConfig("weights are learned for the blend for-you alone")
    users = tested_users(split)[:_MOST_PEOPLE]
    weights = []
    for done, length in enumerate(model.lengths):
        progress(f"weights at {length:g} ratings", done / len(model.lengths))
        weights.append(_weights(model, split, users, int(length)))
    return {
        "preference_weights": tuple(preference for preference, _ in weights),
        "content_weights": tuple(content for _, content in weights),
    }


def _weights(model: ForYouModel, split: Split, users: Int64, length: int) -> tuple[float, float]:
    whole = split.train.histories().select(users)
    experts = np.stack(model.experts(_latest(whole, length)), axis=2)
    open_to_them = model.known & ~whole.seen(experts.shape[1])
    targets = _targets(split.test.histories().select(users), open_to_them)
    some = targets.sum(axis=1) > 0
    following, preference, content = _logit(experts[some], open_to_them[some], targets[some])
    scale = max(following, _LEAST)
    return round(preference / scale, 4), round(content / scale, 4)


def _latest(histories: Histories, length: int) -> Histories:
    """Each history's last entries alone."""
    ends = histories.offsets[1:][histories.owners()]
    return histories.where(np.arange(len(histories.items)) >= ends - length)


def _targets(held: Histories, allowed: Bool) -> Float32:
    """(n, n_items): 1 over how many are held out, for each of those that a list may hold."""
    targets = (held.seen(allowed.shape[1]) & allowed).astype(np.float32)
    shares: Float32 = targets / np.maximum(targets.sum(axis=1, keepdims=True), 1)
    return shares


def _logit(experts: Float32, allowed: Bool, targets: Float32) -> Float64:
    """(3,) for experts of (n, n_items, 3)."""
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

    found = minimize(loss, np.full(3, 0.3), jac=True, method="L-BFGS-B", bounds=[(0, None)] * 3)
    weights: Float64 = found.x / scales
    return weights
