"""A sparse matrix in three arrays that can be stored and mapped, and what serving asks of few rows."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from recommender.core.data.arrays import Bool, Float32, Int32, Int64, read_only


@dataclass(frozen=True, slots=True)
class SparseRows:
    """(n_rows, n_columns): row i is values[s:e] in columns[s:e], s and e row_starts[i] and [i + 1].

    Few rows are picked apart here several times as fast as by scipy, whose checks take longer than
    the work; a product with all rows is scipy's.
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
        shape = (len(self.row_starts) - 1, self.n_columns)
        return sparse.csr_array((self.values, self.columns, self.row_starts), shape=shape)

    def chosen(self, rows: Int32) -> "ChosenRows":
        """O(entries of the rows)."""
        owners, entries = slices(self.row_starts[rows], self.row_starts[rows + 1])
        return ChosenRows(
            owners, self.columns[entries], self.values[entries], len(rows), self.n_columns
        )

    def times(self, vector: Float32) -> Float32:
        """(n_rows,): the scalar product of every row with the vector."""
        return np.asarray(self.csr @ vector)


@dataclass(frozen=True, slots=True)
class ChosenRows:
    """Some rows, picked out. Parallel: which of them an entry is of, its column, its value."""

    owners: Int64
    columns: Int32
    values: Float32
    n_rows: int
    n_columns: int

    def added(self, weights: Float32) -> Float32:
        """(n_columns,): the sum of the rows, each times its weight."""
        weighed = self.values * weights[self.owners]
        sums = np.bincount(self.columns, weights=weighed, minlength=self.n_columns)
        return sums.astype(np.float32)

    def between(self, columns: Int32) -> Float32:
        """(n_rows, len(columns)): what each row has in each of the columns, which all differ."""
        places = places_of(columns, self.n_columns)[self.columns]
        wanted = np.flatnonzero(places >= 0)
        found = np.zeros((self.n_rows, len(columns)), dtype=np.float32)
        found[self.owners[wanted], places[wanted]] = self.values[wanted]
        return found

    def products(self, others: "ChosenRows") -> Float32:
        """(n_rows, others.n_rows): the scalar product of each row with each other one."""
        shared = self._has() & others._has()
        columns = np.flatnonzero(shared).astype(np.int32)
        return self.between(columns) @ others.between(columns).T

    def shared(self, others: "ChosenRows") -> tuple[Int64, Int32, Float32]:
        """Of each row and the other one at its place: where both have an entry, and their product.

        Parallel, by place and column: the place, the column, the product. Columns of a row are in order.
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
    """The numbers from each start to its end, end to end, and which of the slices each is of."""
    lengths = (ends - starts).astype(np.int64)
    owners = np.repeat(np.arange(len(lengths)), lengths)
    before = np.cumsum(lengths) - lengths
    return owners, np.arange(lengths.sum()) + np.repeat(starts - before, lengths)


def places_of(chosen: Int32, n: int) -> Int32:
    """(n,): each number's place among the chosen ones, -1 for the others."""
    places = np.full(n, -1, dtype=np.int32)
    places[chosen] = np.arange(len(chosen))
    return places
