"""`content`: films that share words, genres, decades, people and keywords with liked films.

Each film is a bag of traits, weighted by TF-IDF and scaled to length 1, so that the product of two
rows is their cosine. The sparse matrix is kept and one row multiplied on demand: exact for any k,
and memory grows with the number of films, not its square. A user profile is the sum of the rated
films' rows times (rating - neutral_stars) (Lops, de Gemmis & Semeraro 2011, section 3.3.1,
Rocchio's relevance feedback), scaled to length 1.
"""

from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.base import ScoredExplanation
from recommender.core.data.arrays import Float32, Int32, read_only
from recommender.core.data.histories import Histories
from recommender.core.data.sparse_rows import ChosenRows, SparseRows
from recommender.core.ranking.top_k import NEVER


@dataclass(frozen=True, slots=True)
class ContentConfig:
    """Hyperparameters of `content`. neutral_stars: films rated lower count against their traits."""

    neutral_stars: float = 2.75


@dataclass(frozen=True, slots=True)
class ContentModel:
    """Fitted `content` model.

    values, columns, row_starts: a sparse (n_items, n_traits) matrix of unit rows, as in SparseRows;
    traits: the names of its columns.
    """

    values: Float32
    columns: Int32
    row_starts: Int32
    traits: tuple[str, ...]
    neutral_stars: float

    def __post_init__(self) -> None:
        for name in ("values", "columns", "row_starts"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    @property
    def soup(self) -> SparseRows:
        """The trait matrix as SparseRows."""
        return SparseRows(self.values, self.columns, self.row_starts, len(self.traits))

    def scores(self, histories: Histories) -> Float32:
        """Return (n, n_items) cosines of items with each user's profile; all 0 for an empty
        history.
        """
        result = np.empty((len(histories), len(self.row_starts) - 1), dtype=np.float32)
        for row, (items, ratings) in enumerate(histories):
            result[row] = self.soup.times(self._profile(self.soup.chosen(items), ratings)[0])
        return result

    def explain(self, history: Histories) -> ScoredExplanation:
        """Return the scores of one history with additive contributions, exact for this model."""
        rated = self.soup.chosen(history.items)
        profile, strengths = self._profile(rated, history.ratings)

        def contributions(items: Int32) -> Float32:
            return self.soup.chosen(items).products(rated) * strengths

        return ScoredExplanation(self.soup.times(profile), contributions)

    def _profile(self, rated: ChosenRows, ratings: Float32) -> tuple[Float32, Float32]:
        """(n_traits,), of length 1 or 0, and how strongly each rated film counts in it."""
        feelings = ratings - np.float32(self.neutral_stars)
        profile = rated.added(feelings)
        length = np.float32(max(float(np.linalg.norm(profile)), 1e-9))
        return profile / length, feelings / length

    def similarities(self, item: int) -> Float32:
        """Return (n_items,) cosines with one item; -inf for the item itself. O(entries of the
        matrix).
        """
        own = self.soup.chosen(np.array([item], dtype=np.int32))
        likeness = self.soup.times(own.added(np.ones(1, dtype=np.float32)))
        likeness[item] = NEVER
        return likeness

    def likeness(self, items: Int32) -> Float32:
        """Return (n, n) cosines of these items."""
        rows = self.soup.chosen(items)
        return rows.products(rows)

    def shared_traits(self, items: Int32, others: Int32, *, limit: int) -> list[tuple[str, ...]]:
        """Return, for each pair, at most `limit` shared traits by their part of the cosine, largest
        first.

        Ties go to the lower column. An empty tuple where a pair shares nothing.
        """
        places, columns, products = self.soup.chosen(items).shared(self.soup.chosen(others))
        order = np.lexsort((columns, -products, places))
        names = [self.traits[column] for column in columns[order].tolist()]
        ends = np.cumsum(np.bincount(places, minlength=len(items))).tolist()
        return [
            tuple(names[start : min(start + limit, end)])
            for start, end in zip([0, *ends], ends, strict=False)
        ]
