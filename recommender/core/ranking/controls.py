"""The controls of a list: popularity, variety, a fresh list every day, and films to stay away from.

All work on the scores of any model, and change nothing in their neutral position.
"""

import numpy as np

from recommender.core.data.arrays import Bool, Float32, Int32
from recommender.core.data.interface import Controls
from recommender.core.ranking.top_k import NEVER, top_k

_LEADING = 200  # the scores that set the scale of the controls
_STRENGTH = 2.0
_LUCK, _MOST_LUCK = 0.5, 2.5


def turned_to_popularity(
    scores: Float32, counts: Float32, dials: Controls, *, allowed: Bool
) -> Float32:
    """Return (n_items,) scores plus strength * (2 * popularity - 1) * spread * z(log count).

    counts: ratings of each item; spread: the standard deviation of the best 200 allowed scores, so
    that the control has the same effect on every model; z: standardised over the same items.
    """
    turn = _STRENGTH * (2 * dials.popularity - 1)
    if not turn:
        return scores
    rows = _leading(scores, allowed)
    if len(rows) < 2:
        return scores
    known = np.log(counts + 1)  # several times as fast as log1p, and counts are whole numbers
    spread, width = float(scores[rows].std()), float(known[rows].std())
    if not width:
        return scores
    lift = (turn * spread / width) * (known - known[rows].mean())
    return np.where(np.isneginf(scores), NEVER, scores + lift.astype(np.float32))


def mixed(scores: Float32, dials: Controls, seed: int) -> Float32:
    """Return (n_items,) scores plus 0.5 * freshness * spread * luck.

    spread: the standard deviation of the best 200 scores; luck: normal, clipped to 2.5 either way,
    as in Thurstone 1927, "A law of comparative judgment": clearly better items stay ahead, nearly
    equal ones alternate. An item's luck depends on the seed and its row alone, and the spread on no
    filter, so that leaving out a film does not shuffle the rest.
    """
    if not dials.freshness:
        return scores
    rows = _leading(scores, np.ones(len(scores), dtype=np.bool_))
    if len(rows) < 2:
        return scores
    luck = np.random.default_rng(seed).standard_normal(len(scores), dtype=np.float32)
    strength = _LUCK * dials.freshness * scores[rows].std()
    turned: Float32 = scores + strength * luck.clip(-_MOST_LUCK, _MOST_LUCK)
    return turned


def _leading(scores: Float32, allowed: Bool) -> Int32:
    rows = top_k(scores[None, :], _LEADING, allowed=allowed)[0]
    found: Int32 = rows[rows >= 0]
    return found


def spread_out(
    relevance: Float32,
    likeness: Float32,
    k: int,
    *,
    diversity: float,
    nearest: Float32 | None = None,
) -> Int32:
    """Pick k places one by one, each relevant and unlike those already picked.

    Maximal marginal relevance, Carbonell & Goldstein 1998: each time the candidate with the highest
    (1 - diversity) * relevance - diversity * max similarity to those picked. relevance: (n,),
    scaled here to 0..1; likeness: (n, n) in 0..1; nearest: (n,), the similarity of each to items
    picked earlier, if any. Ties go to the earlier place. Returns min(n, k) places. O(n * k).
    """
    width = float(np.ptp(relevance)) if len(relevance) else 0.0
    scaled = (relevance - relevance.min()) / width if width else np.ones_like(relevance)
    if nearest is None:
        nearest = np.zeros(len(relevance), dtype=np.float32)
    left = np.ones(len(relevance), dtype=np.bool_)
    picked: list[int] = []
    for _ in range(min(k, len(relevance))):
        worth = np.where(left, (1 - diversity) * scaled - diversity * nearest, -np.inf)
        best = int(worth.argmax())
        picked.append(best)
        left[best] = False
        nearest = np.maximum(nearest, likeness[best])
    return np.array(picked, dtype=np.int32)


def pushed_away(scores: Float32, avoided: Float32, *, allowed: Bool) -> Float32:
    """Return (n_items,) scores minus strength * spread * z(avoided) where z is above 0.

    avoided: the same model's scores for the avoided films as a history; spread: the standard
    deviation of the best 200 allowed scores; z: standardised over all allowed items, so that items
    which the avoided films lead to more than average rank lower, as in Rocchio 1971, "Relevance
    feedback in information retrieval".
    """
    rows = _leading(scores, allowed)
    everything = allowed & np.isfinite(scores) & np.isfinite(avoided)
    width = float(avoided[everything].std()) if everything.any() else 0.0
    if len(rows) < 2 or not width:
        return scores
    like = np.where(everything, (avoided - avoided[everything].mean()) / width, 0.0)
    strength = _STRENGTH * scores[rows].std()
    pushed: Float32 = scores - (strength * np.maximum(like, 0.0)).astype(np.float32)
    return pushed
