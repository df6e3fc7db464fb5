"""What comes with a score: the rated films that explain it, and the predicted rating."""

import numpy as np

from recommender.core.algorithms.base import (
    Explains,
    Model,
    PredictsStars,
    PredictsUncertainty,
    ScoredExplanation,
)
from recommender.core.data.arrays import Int32
from recommender.core.data.histories import Histories
from recommender.core.data.ids import UNKNOWN, IdMap
from recommender.core.data.interface import Explanation
from recommender.core.ranking.top_k import NEVER, top_k

_MOST = 2


def explanations(
    explained: ScoredExplanation, item_ids: IdMap, history: Histories, rows: Int32
) -> list[tuple[Explanation, ...]]:
    """For each row, the rated films that contributed most to its score, at most two, with shares."""
    if not len(history.items):
        return [()] * len(rows)
    ids = item_ids.ids_of(history.items)
    stars = history.ratings.tolist()
    for_it = np.maximum(explained.contributions(rows), 0.0)
    best = top_k(np.where(for_it > 0, for_it, NEVER), _MOST)
    wholes = np.maximum(for_it.sum(axis=1, keepdims=True), np.float32(1e-12))
    shares = (np.take_along_axis(for_it, best, axis=1) / wholes).tolist()
    return [
        tuple(
            Explanation(ids[place], stars[place], share)
            for place, share in zip(places, parts, strict=True)
            if place != UNKNOWN
        )
        for places, parts in zip(best.tolist(), shares, strict=True)
    ]


def scored_explanation(model: Model, history: Histories) -> ScoredExplanation:
    """Scores and contributions; a model without attribution contributes 0 for every film."""
    if isinstance(model, Explains):
        return model.explain(history)
    nothing = np.zeros(len(history.items), dtype=np.float32)
    return ScoredExplanation(
        model.scores(history)[0], lambda items: np.tile(nothing, (len(items), 1))
    )


def predicted_stars(
    model: Model, history: Histories, rows: Int32
) -> list[tuple[float | None, float | None]]:
    """For each row, the predicted rating and its standard deviation, as far as the model has them."""
    if isinstance(model, PredictsUncertainty):
        predictions = model.predict_uncertain(history, rows)
        return list(zip(predictions.stars.tolist(), predictions.deviations.tolist(), strict=True))
    if isinstance(model, PredictsStars):
        return [(stars, None) for stars in model.predict(history, rows)[0].tolist()]
    return [(None, None)] * len(rows)
