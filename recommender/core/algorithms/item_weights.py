"""Sparse item-to-item weights, shared by the closed-form models.

A closed form fits a dense (n, n) matrix over the most rated items. Of each row, which holds what
one item of a history adds to all others, only the entries of largest absolute value are kept; the
rest of the catalogue has no weights.
"""

import numpy as np
from scipy import sparse

from recommender.core.data.arrays import Bool, Float32, Float64, Int32
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import Interactions
from recommender.core.data.sparse_rows import SparseRows


def largest_weights(
    dense: Float32, covered: Int32, n_items: int, *, kept: int, blocks: int = 1
) -> SparseRows:
    """Keep the `kept` largest absolute values of each row, at the rows and columns of the
    catalogue.

    dense: (blocks * m, m), block after block over the same m covered items. Returns (blocks *
    n_items, n_items).
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
    return SparseRows(
        values[present].astype(np.float32),
        covered[columns[present]].astype(np.int32),
        np.cumsum(starts).astype(np.int32),
        n_items,
    )


def most_rated(interactions: Interactions, *, most: int, least_ratings: int) -> Int32:
    """Return the rows of the `most` items with most ratings, ascending; ties go to the lower row.

    Items with fewer than least_ratings are left out.
    """
    counts = interactions.item_counts()
    order = np.argsort(-counts, kind="stable")[:most]
    return np.sort(order[counts[order] >= least_ratings]).astype(np.int32)


def binary(histories: Histories, n_items: int) -> sparse.csr_array:
    """Return (n, n_items): 1 for each item of a history, regardless of its rating."""
    ones = np.ones(len(histories.items), dtype=np.float32)
    shape = (len(histories), n_items)
    return sparse.csr_array((ones, histories.items, histories.offsets), shape=shape)


def co_counts(interactions: Interactions, covered: Int32) -> Float64:
    """Return (m, m) numbers of users who rated both items; the diagonal counts each item's users."""
    chosen: Bool = np.isin(interactions.items, covered)
    part = interactions.where(chosen)
    table = binary(part.histories(), interactions.n_items)[:, covered]
    counts: Float64 = (table.T @ table).toarray().astype(np.float64)
    return counts
