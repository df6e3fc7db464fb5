"""A sparse matrix in three arrays that can be stored and memory-mapped, with fast access to few
rows.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from recommender.core.data.arrays import Bool, Float32, Int32, Int64, read_only


@dataclass(frozen=True, slots=True)
class SparseRows:
    """Compressed sparse rows of shape (n_rows, n_columns).

    Row i is values[s:e] in columns[s:e], with s and e row_starts[i] and [i + 1]. Reading few rows
    is several times as fast here as in scipy, whose checks take longer than the work; a product
    with all rows is scipy's.
    """

    values: Float32
    columns: Int32
    row_starts: Int32
    n_columns: int

    def __post_init__(self) -> None:
        for name in ("values", "columns", "row_starts"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    @property
    def csr(self) -> sparse.csr_array:
        """The same matrix as a scipy array, without copying."""
        shape = (len(self.row_starts) - 1, self.n_columns)
        return sparse.csr_array((self.values, self.columns, self.row_starts), shape=shape)

    def chosen(self, rows: Int32) -> "ChosenRows":
        """Pick out rows, in the order given. O(entries of the rows)."""
        owners, entries = slices(self.row_starts[rows], self.row_starts[rows + 1])
        return ChosenRows(
            owners, self.columns[entries], self.values[entries], len(rows), self.n_columns
        )

    def times(self, vector: Float32) -> Float32:
        """Return (n_rows,) scalar products of the rows with a vector (n_columns,)."""
        return np.asarray(self.csr @ vector)


@dataclass(frozen=True, slots=True)
class ChosenRows:
    """Some rows of a sparse matrix.

    Parallel: owners (which of the rows an entry belongs to), columns and values.
    """

    owners: Int64
    columns: Int32
    values: Float32
    n_rows: int
    n_columns: int

    def added(self, weights: Float32) -> Float32:
        """Return (n_columns,) the weighted sum of the rows. weights: (n_rows,)."""
        weighed = self.values * weights[self.owners]
        sums = np.bincount(self.columns, weights=weighed, minlength=self.n_columns)
        return sums.astype(np.float32)

    def between(self, columns: Int32) -> Float32:
        """Return (n_rows, len(columns)) the entries in these columns, which must be distinct."""
        places = places_of(columns, self.n_columns)[self.columns]
        wanted = np.flatnonzero(places >= 0)
        found = np.zeros((self.n_rows, len(columns)), dtype=np.float32)
        found[self.owners[wanted], places[wanted]] = self.values[wanted]
        return found

    def products(self, others: "ChosenRows") -> Float32:
        """Return (n_rows, others.n_rows) scalar products of each row with each of the others."""
        shared = self._has() & others._has()
        columns = np.flatnonzero(shared).astype(np.int32)
        return self.between(columns) @ others.between(columns).T

    def shared(self, others: "ChosenRows") -> tuple[Int64, Int32, Float32]:
        """Return where row i of both has an entry, for every i, and the products of the entries.

        Parallel, by i and column: i, the column, the product. Both must have the same number of
        rows.
        """
        mine, theirs = (one.owners * one.n_columns + one.columns for one in (self, others))
        _, here, there = np.intersect1d(mine, theirs, assume_unique=True, return_indices=True)
        return self.owners[here], self.columns[here], self.values[here] * others.values[there]

    def _has(self) -> Bool:
        """(n_columns,): where any row has an entry."""
        has = np.zeros(self.n_columns, dtype=np.bool_)
        has[self.columns] = True
        return has


def slices(starts: Int32 | Int64, ends: Int32 | Int64) -> tuple[Int64, Int64]:
    """Return, for slices from starts to ends, the slice that each number belongs to, and the
    numbers.

    Both end to end, in the order of the slices.
    """
    lengths = (ends - starts).astype(np.int64)
    owners = np.repeat(np.arange(len(lengths)), lengths)
    before = np.cumsum(lengths) - lengths
    return owners, np.arange(lengths.sum()) + np.repeat(starts - before, lengths)


def places_of(chosen: Int32, n: int) -> Int32:
    """Return (n,) each number's place among the chosen ones, -1 for the others."""
    places = np.full(n, -1, dtype=np.int32)
    places[chosen] = np.arange(len(chosen))
    return places
