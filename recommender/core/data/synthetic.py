"""Synthetic ratings of any number, for benchmarks only."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import csv

_BLOCK_USERS = 10_000
_START_S = 1_000_000_000
_SPAN_S = 500_000_000
_ZIPF = 0.8
_DRAWN = 1.12  # some are drawn twice


def write_ratings(path: Path, *, ratings: int, users: int, items: int, seed: int = 7) -> int:
    """Write a ratings.csv in the order of MovieLens, by user and then time; return its number of
    rows.
    """
    schema = pa.schema(
        [
            ("userId", pa.int64()),
            ("movieId", pa.int64()),
            ("rating", pa.float64()),
            ("timestamp", pa.int64()),
        ]
    )
    written = 0
    with csv.CSVWriter(path, schema) as writer:
        for table in drawn_ratings(ratings=ratings, users=users, items=items, seed=seed):
            writer.write_table(table.cast(schema))
            written += len(table)
    return written


def drawn_ratings(*, ratings: int, users: int, items: int, seed: int = 7) -> Iterator[pa.Table]:
    """Yield tables of ten thousand users each, ordered by user and then time.

    Users have geometrically distributed numbers of ratings, about ratings / users each; items are
    drawn by Zipf's law, at most once for each user. The total is about `ratings`, not exactly.
    """
    rng = np.random.default_rng(seed)
    chances = 1.0 / np.arange(1, items + 1) ** _ZIPF
    ends = np.cumsum(chances / chances.sum())
    for first in range(1, users + 1, _BLOCK_USERS):
        some = np.arange(first, min(first + _BLOCK_USERS, users + 1))
        yield _block(some, ratings / users, ends, rng)


def _block(
    users: np.ndarray[tuple[int], np.dtype[np.int64]],
    mean_length: float,
    ends: np.ndarray[tuple[int], np.dtype[np.float64]],
    rng: np.random.Generator,
) -> pa.Table:
    owners = np.repeat(users, rng.geometric(1 / (_DRAWN * mean_length), len(users)))
    items = np.searchsorted(ends, rng.random(len(owners))).clip(max=len(ends) - 1) + 1
    pairs = np.unique(owners * (len(ends) + 1) + items)
    owners, items = np.divmod(pairs, len(ends) + 1)
    times = _START_S + rng.integers(0, _SPAN_S, len(owners))
    order = np.lexsort((times, owners))
    stars = rng.integers(1, 11, len(owners)) / 2
    return pa.table(
        {
            "userId": owners[order],
            "movieId": items[order],
            "rating": stars,
            "timestamp": times[order],
        }
    )
