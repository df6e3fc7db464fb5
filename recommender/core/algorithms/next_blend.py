"""`next-blend`: `next-ridge` and `sasrec` combined, a product of experts like `next-ridge` itself.

score = next_ridge + sasrec_weight * max(log p, floor), where p is `sasrec`'s probability of the
item as the next one; floor also stands for items that it does not cover. A closed form over pairs
of items and a net over whole sequences make different errors.
"""

from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.base import Parts, Progress, ScoredExplanation
from recommender.core.algorithms.next_ridge import NextRidgeModel
from recommender.core.algorithms.sequence_model import SequenceModel
from recommender.core.data.arrays import Float32, Int32
from recommender.core.data.histories import Histories
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig


@dataclass(frozen=True, slots=True)
class NextBlendConfig:
    """Hyperparameters of `next-blend`.

    floor: the lowest log-probability that counts. Raises BadConfig for a weight below 0.
    """

    sasrec_weight: float = 0.6
    floor: float = -16.0

    def __post_init__(self) -> None:
        if self.sasrec_weight < 0:
            raise BadConfig(f"sasrec_weight={self.sasrec_weight} must be at least 0")


@dataclass(frozen=True, slots=True)
class NextBlendModel:
    """Fitted `next-blend` model, made of finished models of the same version."""

    ridge: NextRidgeModel
    sasrec: SequenceModel
    sasrec_weight: float
    floor: float

    def scores(self, histories: Histories) -> Float32:
        """Return (n, n_items) blended scores."""
        return self.ridge.scores(histories) + self._weighed(self.sasrec.scores(histories))

    def explain(self, history: Histories) -> ScoredExplanation:
        """Return the scores of one history with the weighted contributions of both models."""
        given, likely = self.ridge.explain(history), self.sasrec.explain(history)
        weight = np.float32(self.sasrec_weight)

        def contributions(items: Int32) -> Float32:
            return given.contributions(items) + weight * likely.contributions(items)

        return ScoredExplanation(given.scores + self._weighed(likely.scores), contributions)

    def _weighed(self, likely: Float32) -> Float32:
        weighed: Float32 = np.float32(self.sasrec_weight) * np.maximum(likely, self.floor)
        return weighed


def fit(
    data: TrainingData,
    config: NextBlendConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> NextBlendModel:
    """Combine finished models of the same data. Raises BadConfig for a model of another kind."""
    ridge, sasrec = parts["next-ridge"], parts["sasrec"]
    if not isinstance(ridge, NextRidgeModel) or not isinstance(sasrec, SequenceModel):
        raise BadConfig("next-blend builds on next-ridge and sasrec; train them with it")
    return NextBlendModel(ridge, sasrec, config.sasrec_weight, config.floor)
