"""Item-to-item weights, kept sparse: what the closed forms have in common.

A closed form fits a dense (n, n) matrix over the most rated items. Of each row, which is what one item
of a history adds to all others, the entries of largest size are kept; the rest of the catalogue has
none.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from recommender.core.data.arrays import Bool, Float32, Float64, Int32, Int64, read_only
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import Interactions


@dataclass(frozen=True, slots=True)
class ItemWeights:
    """A (n_rows, n_items) sparse matrix in three arrays; row j is what item j adds to each item."""

    values: Float32
    columns: Int32
    row_starts: Int32
    n_items: int

    def __post_init__(self) -> None:
        for name in ("values", "columns", "row_starts"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    @classmethod
    def of(
        cls, dense: Float32, covered: Int32, n_items: int, *, kept: int, blocks: int = 1
    ) -> "ItemWeights":
        """Keep the `kept` largest of each row of a fitted matrix, and give them the catalogue's rows.

        dense: (blocks * m, m), block after block over the same m covered items.
        """
        m = len(covered)
        rows = np.concatenate([covered + block * n_items for block in range(blocks)])
        starts = np.zeros(blocks * n_items + 1, dtype=np.int64)
        if m <= kept:
            columns = np.tile(np.arange(m), (len(rows), 1))
        else:
            columns = np.sort(np.argpartition(-np.abs(dense), kept, axis=1)[:, :kept], axis=1)
        values = np.take_along_axis(dense, columns, axis=1)
        present = values != 0
        starts[rows + 1] = present.sum(axis=1)
        return cls(
            values[present].astype(np.float32),
            covered[columns[present]].astype(np.int32),
            np.cumsum(starts).astype(np.int32),
            n_items,
        )

    def added(self, rows: Int32, weights: Float32) -> Float32:
        """(n_items,): the sum of these rows, each times its weight. O(kept entries of the rows)."""
        owners, entries = self._entries(rows)
        sums = np.bincount(
            self.columns[entries],
            weights=self.values[entries] * weights[owners],
            minlength=self.n_items,
        )
        return sums.astype(np.float32)

    def between(self, rows: Int32, items: Int32) -> Float32:
        """(len(items), len(rows)): what each row adds to each item; the items are all different."""
        owners, entries = self._entries(rows)
        places = places_of(items, self.n_items)[self.columns[entries]]
        wanted = places >= 0
        found = np.zeros((len(items), len(rows)), dtype=np.float32)
        found[places[wanted], owners[wanted]] = self.values[entries[wanted]]
        return found

    def _entries(self, rows: Int32) -> tuple[Int64, Int64]:
        """Of all entries of these rows: which of the rows each is of, and where it stands."""
        return slices(self.row_starts[rows], self.row_starts[rows + 1])


def slices(starts: Int32, ends: Int32) -> tuple[Int64, Int64]:
    """The numbers from each start to its end, end to end, and which of the slices each is of."""
    lengths = (ends - starts).astype(np.int64)
    owners = np.repeat(np.arange(len(lengths)), lengths)
    before = np.cumsum(lengths) - lengths
    return owners, np.arange(lengths.sum()) + np.repeat(starts - before, lengths)


def most_rated(interactions: Interactions, *, most: int, least_ratings: int) -> Int32:
    """The rows, in order, of the items that a closed form covers; ties go to the lower row."""
    counts = interactions.item_counts()
    order = np.argsort(-counts, kind="stable")[:most]
    return np.sort(order[counts[order] >= least_ratings]).astype(np.int32)


def places_of(covered: Int32, n_items: int) -> Int32:
    """(n_items,): each item's place among the covered ones, -1 for the others."""
    places = np.full(n_items, -1, dtype=np.int32)
    places[covered] = np.arange(len(covered))
    return places


def binary(histories: Histories, n_items: int) -> sparse.csr_array:
    """(n, n_items): 1 for each item of a history, whatever its stars."""
    ones = np.ones(len(histories.items), dtype=np.float32)
    shape = (len(histories), n_items)
    return sparse.csr_array((ones, histories.items, histories.offsets), shape=shape)


def co_counts(interactions: Interactions, covered: Int32) -> Float64:
    """(m, m): how many people rated both items; on the diagonal, how many rated the one."""
    chosen: Bool = np.isin(interactions.items, covered)
    part = interactions.where(chosen)
    table = binary(part.histories(), interactions.n_items)[:, covered]
    counts: Float64 = (table.T @ table).toarray().astype(np.float64)
    return counts
