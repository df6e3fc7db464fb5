"""`neural-mf`: matrix factorisation trained as a neural net; predicts ratings.

Ratings, scaled to 0..1, are sigmoid(mu + b_i + b_u + q_i . w_u): the row-wise product of Koren,
Bell & Volinsky 2009, "Matrix factorization techniques for recommender systems", eq. 4, under the
cross-entropy with soft targets. q_i is the item's own embedding plus those of its genres and of its
band of years. User embeddings exist in training only: the served graph solves w and b_u of a
history by `steps` of Nesterov's accelerated gradient descent (Nesterov 1983) on the same loss, with
the same decay, from zero; the step size is one over a bound of the curvature, sum(1 + |q_i|^2) / 4
+ reg.
"""

from dataclasses import dataclass, field, replace

import numpy as np

from recommender.core.algorithms.base import ScoredExplanation
from recommender.core.algorithms.graphs import Session, moved, run, session_of, windows_of
from recommender.core.algorithms.occlusion import occlusion
from recommender.core.data.arrays import Float32, Int32, read_only
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import HIGHEST_STARS, LOWEST_STARS
from recommender.core.errors import BadConfig
from recommender.core.ranking.top_k import NEVER

_BATCH = 64


@dataclass(frozen=True, slots=True)
class NeuralMfConfig:
    """Hyperparameters of `neural-mf`.

    width: of q and w; length: how many of the latest ratings the served graph reads; reg: decay of
    a user's vector; item_reg: decay of an item's vector, per rating; epochs: at most; patience:
    epochs without improvement before stopping; validation_share: of all ratings, whose error
    selects the best epoch; minutes: no epoch starts later; least_ratings, max_items: which items
    are covered. Raises BadConfig for values out of range.
    """

    width: int = 32
    length: int = 200
    steps: int = 40
    reg: float = 10.0
    item_reg: float = 1e-3
    learning_rate: float = 3e-3
    weight_decay: float = 0.0
    batch: int = 4_096
    epochs: int = 60
    patience: int = 3
    validation_share: float = 0.05
    minutes: float = 1.0
    least_ratings: int = 2
    max_items: int = 20_000

    def __post_init__(self) -> None:
        whole = (self.width, self.length, self.steps, self.batch, self.epochs, self.patience)
        if min(*whole, self.max_items) < 1:
            raise BadConfig(f"{self}: sizes, steps, epochs and patience must be at least 1")
        if min(self.reg, self.learning_rate) <= 0 or self.item_reg < 0:
            raise BadConfig(f"{self}: reg and learning_rate must be above 0, item_reg at least 0")
        if not 0 <= self.validation_share < 1:
            raise BadConfig(f"validation_share={self.validation_share} must be in 0..1")


@dataclass(frozen=True, slots=True)
class NeuralMfModel:
    """Fitted `neural-mf` model.

    graph: ONNX, from items and stars (n, length) to the predicted ratings (n, m) of all covered
    items. covered: (m,) rows of items, -1 for one that the catalogue no longer has; mean: the mean
    rating, used for items that are not covered.
    """

    graph: bytes
    covered: Int32
    n_items: int
    length: int
    mean: float
    session: Session = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "covered", read_only(self.covered))
        object.__setattr__(self, "session", session_of(self.graph))

    def scores(self, histories: Histories) -> Float32:
        """Return (n, n_items) predicted ratings; -inf for items that are not covered."""
        return self._laid_out(self._stars(histories), NEVER)

    def predict(self, histories: Histories, items: Int32) -> Float32:
        """Return (n, len(items)) predicted ratings; the mean rating for items that are not covered."""
        return self._laid_out(self._stars(histories), np.float32(self.mean))[:, items]

    def explain(self, history: Histories) -> ScoredExplanation:
        """Return the scores of one history with contributions by occlusion, which need not add up."""
        return occlusion(self, history, self.predict)

    def knows(self, items: Int32) -> bool:
        """Return whether the model covers any of these items."""
        return bool(np.isin(items, self.covered).any())

    def moved(self, rows: Int32, n_items: int) -> "NeuralMfModel":
        """Return the model for another catalogue of n_items."""
        return replace(self, covered=moved(self.covered, rows), n_items=n_items)

    def _laid_out(self, stars: Float32, elsewhere: np.float32 | float) -> Float32:
        there = self.covered >= 0
        result = np.full((len(stars), self.n_items), elsewhere, dtype=np.float32)
        result[:, self.covered[there]] = stars[:, there]
        return result

    def _stars(self, histories: Histories) -> Float32:
        items, stars = windows_of(histories, self.covered, self.n_items, length=self.length)
        parts = [
            run(self.session, {"items": items[start:end], "stars": stars[start:end]})
            for start in range(0, len(items), _BATCH)
            for end in (start + _BATCH,)
        ]
        found = np.concatenate(parts) if parts else np.empty((0, len(self.covered)), np.float32)
        return np.clip(found, LOWEST_STARS, HIGHEST_STARS)
