"""`ease`: items that users rated together, in closed form.

Steck 2019, "Embarrassingly shallow autoencoders for sparse data", eq. 8: with P = (X'X + reg *
I)^-1 the weights are B = I - P / diag(P), and the scores of a history are the sum of its rows of B.
X is binary: a rating counts regardless of its stars. Departures: B covers the most rated items
only, and only the largest entries of each row are kept; a new user, whose scores are all 0, gets
items by popularity.
"""

from dataclasses import dataclass

import numpy as np
from scipy import linalg

from recommender.core.algorithms.base import Parts, Progress, ScoredExplanation
from recommender.core.algorithms.item_weights import co_counts, largest_weights, most_rated
from recommender.core.data.arrays import Float32, Float64, Int32, read_only
from recommender.core.data.histories import Histories
from recommender.core.data.sparse_rows import ChosenRows, SparseRows
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig


@dataclass(frozen=True, slots=True)
class EaseConfig:
    """Hyperparameters of `ease`.

    reg: lambda, in ratings; least_ratings, max_items: which items are covered; kept: entries per
    row. Raises BadConfig for values out of range.
    """

    reg: float = 300.0
    least_ratings: int = 5
    max_items: int = 20_000
    kept: int = 800

    def __post_init__(self) -> None:
        if self.reg <= 0 or self.max_items < 1 or self.kept < 1:
            raise BadConfig(f"{self}: reg must be above 0, max_items and kept at least 1")


@dataclass(frozen=True, slots=True)
class EaseModel:
    """Fitted `ease` model.

    values, columns, row_starts: weights as in SparseRows, square; prior: (n_items,), tiny, larger
    for items with more ratings.
    """

    values: Float32
    columns: Int32
    row_starts: Int32
    prior: Float32

    def __post_init__(self) -> None:
        for name in ("values", "columns", "row_starts", "prior"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    @property
    def weights(self) -> SparseRows:
        """The (n_items, n_items) weights as SparseRows."""
        return SparseRows(self.values, self.columns, self.row_starts, len(self.prior))

    def scores(self, histories: Histories) -> Float32:
        """Return (n, n_items): the prior plus the weights of every rated item."""
        result = np.tile(self.prior, (len(histories), 1))
        for row, (items, _) in enumerate(histories):
            result[row] += self._added(self.weights.chosen(items))
        return result

    def explain(self, history: Histories) -> ScoredExplanation:
        """Return the scores of one history with additive contributions, exact for this model."""
        rated = self.weights.chosen(history.items)
        return ScoredExplanation(
            self.prior + self._added(rated), lambda items: rated.between(items).T
        )

    def _added(self, rated: ChosenRows) -> Float32:
        return rated.added(np.ones(rated.n_rows, dtype=np.float32))


def fit(
    data: TrainingData,
    config: EaseConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> EaseModel:
    """Fit the closed form. O(m^3) time and O(m^2) memory for m covered items."""
    n_items = len(data.items)
    covered = most_rated(
        data.interactions, most=config.max_items, least_ratings=config.least_ratings
    )
    progress("counting pairs", 0.0)
    counts = co_counts(data.interactions, covered)
    progress("solving", 0.2)
    dense = closed_form(counts, reg=config.reg)
    kept = largest_weights(dense, covered, n_items, kept=config.kept)
    return EaseModel(kept.values, kept.columns, kept.row_starts, popularity_prior(data))


def closed_form(counts: Float64, *, reg: float) -> Float32:
    """Return (m, m) weights by Steck's eq. 8, with diagonal 0. counts: (m, m), X'X."""
    gram = counts.copy()
    np.fill_diagonal(gram, gram.diagonal() + reg)
    inverse = linalg.inv(gram, overwrite_a=True, check_finite=False)
    weights: Float32 = (-inverse / inverse.diagonal()).astype(np.float32)
    np.fill_diagonal(weights, 0.0)
    return weights


def popularity_prior(data: TrainingData, *, height: float = 1e-6) -> Float32:
    """Return (n_items,) scores of 0 to `height`, proportional to the number of ratings.

    Too small to reorder what a history scores; it orders items that the history does not reach.
    """
    counts = data.interactions.item_counts()
    prior: Float32 = (counts * (height / max(counts.max(initial=0), 1))).astype(np.float32)
    return prior
