"""Reading a MovieLens ratings file: `userId,movieId,rating,timestamp` with a header line."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import csv

from recommender.core.data.arrays import Bool, Float32, Int64
from recommender.core.data.interactions import HIGHEST_STARS, LOWEST_STARS
from recommender.core.errors import BadData

_COLUMNS = {
    "userId": pa.int64(),
    "movieId": pa.int64(),
    "rating": pa.float32(),
    "timestamp": pa.int64(),
}


@dataclass(frozen=True, slots=True)
class RatingRows:
    """Ratings in file order, by the ids of their source, and why others were refused."""

    users: Int64
    items: Int64
    ratings: Float32
    times: Int64
    read: int
    refused: dict[str, int]

    def __len__(self) -> int:
        return len(self.users)


def read_ratings(path: Path, *, known_items: Collection[int]) -> RatingRows:
    """Read and check a whole file.

    Rows with stars out of range or not in halves, of films that are not in `known_items`, or that
    repeat a (user, film) pair are refused and counted (of a repeated pair the last row is kept).
    Raises BadData when the file is not UTF-8, lacks a column or holds a cell that is no number.
    """
    try:
        table = csv.read_csv(
            path,
            convert_options=csv.ConvertOptions(
                column_types=_COLUMNS, include_columns=list(_COLUMNS), strings_can_be_null=False
            ),
        )
    except (pa.ArrowInvalid, pa.ArrowKeyError, OSError) as error:
        raise BadData(f"{path.name}: {error}; its header must be {','.join(_COLUMNS)}") from error
    if any(table.column(name).null_count for name in _COLUMNS):
        raise BadData(f"{path.name}: a cell is empty; every rating needs {', '.join(_COLUMNS)}")
    users, items, ratings, times = (table.column(name).to_numpy() for name in _COLUMNS)
    return _checked(users, items, ratings, times, known_items)


def _checked(
    users: Int64, items: Int64, ratings: Float32, times: Int64, known_items: Collection[int]
) -> RatingRows:
    halves = ratings * 2
    in_range = (ratings >= LOWEST_STARS) & (ratings <= HIGHEST_STARS) & (halves == np.round(halves))
    known = np.isin(items, np.fromiter(known_items, dtype=np.int64))
    newest = _last_of_each(users, items)
    kept = in_range & known & newest
    refused = {
        "rating not 0.5 to 5 in halves": int((~in_range).sum()),
        "film refused or not listed": int((in_range & ~known).sum()),
        "repeated user and film": int((in_range & known & ~newest).sum()),
    }
    return RatingRows(
        users[kept],
        items[kept],
        ratings[kept],
        times[kept],
        len(users),
        {reason: count for reason, count in refused.items() if count},
    )


def _last_of_each(users: Int64, items: Int64) -> Bool:
    """True for the last row of each (user, item) pair."""
    order = np.lexsort((np.arange(len(users)), items, users))
    pair_ends = np.ones(len(users), dtype=np.bool_)
    same = (np.diff(users[order]) == 0) & (np.diff(items[order]) == 0)
    pair_ends[:-1] = ~same
    last = np.zeros(len(users), dtype=np.bool_)
    last[order[pair_ends]] = True
    return last
