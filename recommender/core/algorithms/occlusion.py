"""Explanations of a net: how far a score falls when one item of the history is removed.

Zeiler & Fergus 2014, "Visualizing and understanding convolutional networks", section 4.2, with
items for patches. An item's effect is measured with all others present: the parts need not add up
to the score.
"""

from collections.abc import Callable

import numpy as np

from recommender.core.algorithms.base import Model, ScoredExplanation
from recommender.core.data.arrays import Float32, Int32
from recommender.core.data.histories import Histories

_LATEST = 12

ScoresOf = Callable[[Histories, Int32], Float32]
"""(n, k): each history's scores of these k items."""


def occlusion(model: Model, history: Histories, scores_of: ScoresOf) -> ScoredExplanation:
    """Return a model's scores of one history, with contributions by occlusion.

    scores_of: the scores that are compared. Only the latest 12 items of a history are tried; the
    others, and items whose score is not finite, get 0.
    """
    scores = model.scores(history)[0]
    count = len(history.items)
    first = max(0, count - _LATEST)

    def contributions(items: Int32) -> Float32:
        added = np.zeros((len(items), count), dtype=np.float32)
        here = items[np.isfinite(scores[items])]
        if count and len(here):
            without = scores_of(_each_left_out(history, first), here)
            added[np.isfinite(scores[items]), first:] = scores[here, None] - without.T
        return added

    return ScoredExplanation(scores, contributions)


def _each_left_out(history: Histories, first: int) -> Histories:
    """The history without each of its films from `first` on."""
    count = len(history.items)
    tries = count - first
    kept = ~np.eye(count, dtype=np.bool_)[first:]
    places = np.nonzero(kept)[1]
    return Histories(
        np.arange(tries + 1, dtype=np.int64) * (count - 1),
        history.items[places],
        history.ratings[places],
        history.times[places],
        np.repeat(history.profiles, tries, axis=0),
    )
