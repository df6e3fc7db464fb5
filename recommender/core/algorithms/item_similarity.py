"""`item-similarity`: cosine between items rated by the same users, shrunk for few co-ratings.

Sarwar et al. 2001, "Item-based collaborative filtering", section 3.1.1, on binary ratings; the
shrinkage n_ij / (n_ij + shrinkage) is from Koren & Bell 2011, "Advances in collaborative
filtering", section 5.5.1. The score of a history is the sum of its items' similarities, each
weighted by rating - neutral_stars, so that items similar to a disliked one rank lower.
"""

from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.base import Parts, Progress, ScoredExplanation
from recommender.core.algorithms.ease import popularity_prior
from recommender.core.algorithms.item_weights import co_counts, largest_weights, most_rated
from recommender.core.data.arrays import Float32, Float64, Int32, read_only
from recommender.core.data.histories import Histories
from recommender.core.data.sparse_rows import SparseRows
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig
from recommender.core.ranking.top_k import NEVER


@dataclass(frozen=True, slots=True)
class ItemSimilarityConfig:
    """Hyperparameters of `item-similarity`.

    shrinkage: in users who rated both items; least_ratings, max_items: which items are covered;
    kept: neighbours per item. Raises BadConfig for values out of range.
    """

    shrinkage: float = 20.0
    neutral_stars: float = 2.75
    least_ratings: int = 5
    max_items: int = 20_000
    kept: int = 200

    def __post_init__(self) -> None:
        if self.shrinkage < 0 or self.max_items < 1 or self.kept < 1:
            raise BadConfig(f"{self}: shrinkage must be at least 0, max_items and kept at least 1")


@dataclass(frozen=True, slots=True)
class ItemSimilarityModel:
    """Fitted `item-similarity` model.

    values, columns, row_starts: weights as in SparseRows, square, 0 to 1; prior: as in EaseModel.
    """

    values: Float32
    columns: Int32
    row_starts: Int32
    prior: Float32
    neutral_stars: float

    def __post_init__(self) -> None:
        for name in ("values", "columns", "row_starts", "prior"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    @property
    def weights(self) -> SparseRows:
        """The (n_items, n_items) similarities as SparseRows."""
        return SparseRows(self.values, self.columns, self.row_starts, len(self.prior))

    def scores(self, histories: Histories) -> Float32:
        """Return (n, n_items): the prior plus weighted similarities to the rated items."""
        result = np.tile(self.prior, (len(histories), 1))
        for row, (items, ratings) in enumerate(histories):
            result[row] += self.weights.chosen(items).added(self._feelings(ratings))
        return result

    def explain(self, history: Histories) -> ScoredExplanation:
        """Return the scores of one history with additive contributions, exact for this model."""
        rated, feelings = self.weights.chosen(history.items), self._feelings(history.ratings)
        return ScoredExplanation(
            self.prior + rated.added(feelings),
            lambda items: rated.between(items).T * feelings,
        )

    def _feelings(self, ratings: Float32) -> Float32:
        return ratings - np.float32(self.neutral_stars)

    def similarities(self, item: int) -> Float32:
        """Return (n_items,) similarities of the item's kept neighbours; -inf for all other items."""
        start, end = self.row_starts[item], self.row_starts[item + 1]
        likeness = np.full(len(self.prior), NEVER, dtype=np.float32)
        likeness[self.columns[start:end]] = self.values[start:end]
        return likeness


def fit(
    data: TrainingData,
    config: ItemSimilarityConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> ItemSimilarityModel:
    """Fit the similarities.

    O(ratings * mean history length) time and O(m^2) memory for m covered items.
    """
    covered = most_rated(
        data.interactions, most=config.max_items, least_ratings=config.least_ratings
    )
    progress("counting pairs", 0.0)
    dense = shrunk_cosine(co_counts(data.interactions, covered), config.shrinkage)
    kept = largest_weights(dense, covered, len(data.items), kept=config.kept)
    return ItemSimilarityModel(
        kept.values, kept.columns, kept.row_starts, popularity_prior(data), config.neutral_stars
    )


def shrunk_cosine(counts: Float64, shrinkage: float) -> Float32:
    """Return (m, m) shrunk cosines, 0 to 1, with diagonal 0. counts: (m, m), as `co_counts`."""
    lengths = np.sqrt(np.maximum(counts.diagonal(), 1e-9))
    cosine = counts / np.outer(lengths, lengths)
    shrunk: Float32 = (cosine * counts / np.maximum(counts + shrinkage, 1e-9)).astype(np.float32)
    np.fill_diagonal(shrunk, 0.0)
    return shrunk
