"""Metrics of lists beyond accuracy: variety, novelty, coverage of the catalogue.

`lists` hold rows of items, best first; -1 is a missing recommendation and is ignored.
"""

from collections.abc import Sequence

import numpy as np

from recommender.core.data.arrays import Float64, Int64
from recommender.core.errors import BadData

Lists = Sequence[Sequence[int]]
_SMOOTHING = 0.01


def gini(lists: Lists, *, n_items: int) -> float:
    """Return how unevenly recommendations are distributed over the catalogue: 0 evenly, towards 1
    on one item.

    The Gini index of the counts (Adomavicius & Kwon 2012, section 4), including items that are
    never recommended. Raises BadData when no list has an item.
    """
    shown = [item for picks in lists for item in picks if item >= 0]
    if not shown or n_items < 1:
        raise BadData("no item was recommended")
    counts = np.sort(np.bincount(shown, minlength=n_items)).astype(np.float64)
    places = 2 * np.arange(1, n_items + 1) - n_items - 1
    return float((places * counts).sum() / (n_items * counts.sum()))


def mean_popularity_rank(picks: Sequence[int], ranks: Int64) -> float:
    """Return the mean popularity rank of a list, 1 for the most popular item; higher is more novel.

    Raises BadData for an empty list.
    """
    chosen = [item for item in picks if item >= 0]
    if not chosen:
        raise BadData("an empty list has no rank")
    return float(ranks[chosen].mean())


def popularity_ranks(counts: Int64) -> Int64:
    """Return (n_items,) ranks, 1 for the most rated; ties go to the lower row."""
    ranks = np.empty(len(counts), dtype=np.int64)
    ranks[np.argsort(-counts, kind="stable")] = np.arange(1, len(counts) + 1)
    return ranks


def intra_list_diversity(picks: Sequence[int], genres: Sequence[frozenset[str]]) -> float:
    """Return the mean Jaccard distance between the genres of two items; 0 for fewer than two items.

    Ziegler et al. 2005, eq. 5, as a distance. Two items without genres have distance 0.
    """
    sets = [genres[item] for item in picks if item >= 0]
    pairs = [(one, other) for at, one in enumerate(sets) for other in sets[at + 1 :]]
    if not pairs:
        return 0.0
    return sum(1 - _overlap(one, other) for one, other in pairs) / len(pairs)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    either = one | other
    return len(one & other) / len(either) if either else 1.0


def miscalibration(picks: Sequence[int], history: Sequence[int], shares: Float64) -> float:
    """Return how much the genres of a list differ from those of the history: 0 for the same mix.

    Steck 2018, "Calibrated recommendations", eq. 5: KL(p | q~), q~ = .99 q + .01 p, in nats.
    shares: (n_items, n_genres), each item's genres, summing to 1, or to 0 for an item without
    genres.
    """
    chosen = [item for item in picks if item >= 0]
    wanted, given = _mix(shares[list(history)]), _mix(shares[chosen])
    smoothed = (1 - _SMOOTHING) * given + _SMOOTHING * wanted
    there = wanted > 0
    return float((wanted[there] * np.log(wanted[there] / smoothed[there])).sum())


def _mix(shares: Float64) -> Float64:
    total = shares.sum(axis=0)
    mix: Float64 = total / max(float(total.sum()), 1e-12)
    return mix


def genre_shares(genres: Sequence[Sequence[str]]) -> Float64:
    """Return (n_items, n_genres) shares for `miscalibration`; columns in alphabetical order."""
    names = sorted({name for each in genres for name in each})
    columns = {name: column for column, name in enumerate(names)}
    shares = np.zeros((len(genres), len(names)))
    for row, each in enumerate(genres):
        for name in each:
            shares[row, columns[name]] = 1 / len(each)
    return shares
