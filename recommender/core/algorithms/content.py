"""`content`: films that share words, genres and times with what a person liked.

Each film is a bag of traits (its "soup"), weighted by TF-IDF and scaled to length 1, so that a product
of two rows is their cosine. The sparse matrix is kept and one row multiplied on demand: exact for any
k, and memory grows with the number of films, not its square. A profile is the sum of the rated films'
rows times (stars - neutral_stars) (Lops, de Gemmis & Semeraro 2011, section 3.3.1, Rocchio's relevance
feedback), scaled to length 1.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from recommender.core.data.arrays import Float32, Int32, read_only
from recommender.core.data.histories import Histories
from recommender.core.ranking.top_k import NEVER


@dataclass(frozen=True, slots=True)
class ContentConfig:
    """neutral_stars: films rated below it push their traits away."""

    neutral_stars: float = 2.75


@dataclass(frozen=True, slots=True)
class ContentModel:
    """A (n_items, n_traits) sparse matrix of unit rows in three arrays, and the traits' names."""

    values: Float32
    columns: Int32
    row_starts: Int32
    traits: tuple[str, ...]
    neutral_stars: float

    def __post_init__(self) -> None:
        for name in ("values", "columns", "row_starts"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    @property
    def soup(self) -> sparse.csr_array:
        shape = (len(self.row_starts) - 1, len(self.traits))
        return sparse.csr_array((self.values, self.columns, self.row_starts), shape=shape)

    def scores(self, histories: Histories) -> Float32:
        """Cosine of each item with each person's profile; 0 throughout for an empty history."""
        soup = self.soup
        feeling = histories.ratings - np.float32(self.neutral_stars)
        shape = (len(histories), soup.shape[0])
        weights = sparse.csr_array((feeling, histories.items, histories.offsets), shape=shape)
        profiles = (weights @ soup).toarray()
        lengths = np.linalg.norm(profiles, axis=1, keepdims=True)
        scaled = profiles / np.where(lengths > 0, lengths, 1)
        likeness = np.asarray(soup @ scaled.T)
        return likeness.T.astype(np.float32)

    def contributions(self, history: Histories, items: Int32) -> Float32:
        ((rated, ratings),) = history
        soup = self.soup
        feeling = ratings - np.float32(self.neutral_stars)
        profile = feeling @ soup[rated]
        length = max(float(np.linalg.norm(profile)), 1e-9)
        likeness = (soup[items] @ soup[rated].T).toarray()
        parts: Float32 = (likeness * feeling / length).astype(np.float32)
        return parts

    def similarities(self, item: int) -> Float32:
        traits = np.zeros(len(self.traits), dtype=np.float32)
        start, end = self.row_starts[item], self.row_starts[item + 1]
        traits[self.columns[start:end]] = self.values[start:end]
        likeness: Float32 = self.soup @ traits
        likeness[item] = NEVER
        return likeness

    def likeness(self, items: Int32) -> Float32:
        rows = self.soup[items]
        likeness: Float32 = (rows @ rows.T).toarray().astype(np.float32)
        return likeness

    def shared_traits(self, item: int, others: Int32, *, limit: int) -> list[tuple[str, ...]]:
        soup = self.soup
        shared = soup[others].multiply(soup[[item]]).tocsr()
        return [self._largest(shared[[row]], limit) for row in range(len(others))]

    def _largest(self, row: sparse.csr_array, limit: int) -> tuple[str, ...]:
        order = np.argsort(-row.data, kind="stable")[:limit]
        return tuple(self.traits[column] for column in row.indices[order])
