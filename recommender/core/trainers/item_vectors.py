"""Initial item embeddings: the spectrum of co-occurrence within sequences.

Levy & Goldberg 2014, "Neural word embedding as implicit matrix factorization", sections 4.1 and
4.2: the positive pointwise mutual information of two items is max(0, log p(a, b) / p(a) p(b)); its
largest eigenvectors, each times the root of its eigenvalue, are the items' vectors. A pair up to
_REACH places apart counts 1 / distance (Pennington et al. 2014, "GloVe", section 4.2). From such a
start a net needs far fewer epochs than from a random one.
"""

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import eigsh

from recommender.core.data.arrays import Float32, Float64, Int64

_REACH = 3


def spectral_vectors(offsets: Int64, sequences: Int64, m: int, width: int) -> Float32:
    """Return (m, width) vectors of mean squared length 1; 0 for an item that never co-occurs.

    sequences: ragged, end to end, of items 1 to m in time order; offsets: where each begins.
    Columns by ascending eigenvalue; the first ones are 0 where there are fewer than `width`.
    """
    alike = _information(_close_pairs(offsets, sequences - 1, m))
    values, vectors = _largest(alike, width)
    scaled = vectors * np.sqrt(np.maximum(values, 0))
    length = np.sqrt((scaled**2).sum() / m)
    result = np.zeros((m, width), dtype=np.float32)
    if length:
        result[:, width - len(values) :] = scaled / length
    return result


def _close_pairs(offsets: Int64, items: Int64, m: int) -> sparse.csr_array:
    """(m, m), symmetric: how often two items are close, the closer the more."""
    person = np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))
    counts = sparse.csr_array((m, m))
    for distance in range(1, _REACH + 1):
        same = person[:-distance] == person[distance:]
        pairs = items[:-distance][same], items[distance:][same]
        weights = np.full(len(pairs[0]), 1 / distance)
        counts = counts + sparse.coo_array((weights, pairs), shape=(m, m)).tocsr()
    return (counts + counts.T).tocsr()


def _information(counts: sparse.csr_array) -> sparse.csr_array:
    """The positive pointwise mutual information of what was counted."""
    of_item, total = np.asarray(counts.sum(axis=1)), counts.sum()
    pairs = counts.tocoo()
    by_chance = of_item[pairs.row] * of_item[pairs.col] / total
    given = np.maximum(np.log(pairs.data / by_chance), 0)
    return sparse.coo_array((given, (pairs.row, pairs.col)), shape=counts.shape).tocsr()


def _largest(alike: sparse.csr_array, width: int) -> tuple[Float64, Float64]:
    """The `width` largest eigenvalues, all where there are no more, and their vectors as columns."""
    m = alike.shape[0]
    if m <= width:
        values, vectors = np.linalg.eigh(alike.toarray())
        return values, vectors
    dice = np.random.default_rng(0)  # ARPACK's own starts would differ from one call to the next
    values, vectors = eigsh(alike, k=width, which="LA", v0=dice.random(m), rng=dice)
    return values, vectors
