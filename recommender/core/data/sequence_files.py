"""Plain files of interactions: a line `user item` in time order, or `user item stars time`.

The first is the format of the public SASRec files, the second that of MovieLens 100k's parts
(u1.base).
"""

from pathlib import Path

import numpy as np

from recommender.core.data.arrays import Float32, Int64
from recommender.core.data.ids import UNKNOWN, IdMap
from recommender.core.data.interactions import Interactions
from recommender.core.errors import BadData

STARS = 4.0  # of an interaction without a rating: liked
_SHOWN = 80


def read_sequences(path: Path) -> Interactions:
    """Read all interactions of a file; the line number serves as the time.

    Without a rating, an interaction counts as 4 stars. Raises BadData, naming the line, for a line
    in neither format, and for an empty file.
    """
    users, items, stars = _columns(path)
    return Interactions.from_ids(
        users, items, stars, np.arange(len(users)), item_ids=IdMap.of(np.unique(items))
    )


def read_held_out(path: Path, known: Interactions) -> Interactions:
    """Read a file's interactions over the users and items of `known`.

    Raises BadData for an unknown user or item, and as `read_sequences`.
    """
    users, items, stars = _columns(path)
    user_rows, item_rows = known.user_ids.rows_of(users), known.item_ids.rows_of(items)
    strange = np.flatnonzero((user_rows == UNKNOWN) | (item_rows == UNKNOWN))
    if len(strange):
        line = int(strange[0])
        raise BadData(
            f"{path.name}: line {line + 1}: user {users[line]} or item {items[line]} is not in "
            "the data"
        )
    return Interactions(
        user_rows, item_rows, stars, np.arange(len(users)), known.user_ids, known.item_ids
    )


def _columns(path: Path) -> tuple[Int64, Int64, Float32]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadData(f"{path.name} cannot be read as text: {error}") from error
    rows = [_row(path, number, line) for number, line in enumerate(lines, 1)]
    if not rows:
        raise BadData(f"{path.name} is empty; it needs one line `user item` per interaction")
    users, items, stars = zip(*rows, strict=True)
    return (
        np.array(users, dtype=np.int64),
        np.array(items, dtype=np.int64),
        np.array(stars, dtype=np.float32),
    )


def _row(path: Path, number: int, line: str) -> tuple[int, int, float]:
    cells = line.split()
    try:
        return int(cells[0]), int(cells[1]), float(cells[2]) if cells[2:] else STARS
    except (ValueError, IndexError) as error:
        raise BadData(
            f"{path.name}: line {number}: expected `user item`, two whole numbers, found "
            f"{line[:_SHOWN]!r}"
        ) from error
