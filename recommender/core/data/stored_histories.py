"""One user's history in a data set on disk, looked up in memory-mapped arrays of any size."""

from pathlib import Path

import numpy as np

from recommender.core.data.interface import Rated
from recommender.core.data.rating_times import possible_s
from recommender.core.data.storage_names import HISTORIES
from recommender.core.errors import BadData


def history_in(root: Path, name: str, user_id: int) -> list[Rated] | None:
    """Return a user's ratings, oldest first, by the source's ids; None for an unknown user.

    Raises BadData when the data set's files are not there.
    """
    folder = root / name / HISTORIES
    try:
        users = np.load(folder / "user_ids.npy", mmap_mode="r", allow_pickle=False)
        offsets = np.load(folder / "offsets.npy", mmap_mode="r", allow_pickle=False)
        columns = [
            np.load(folder / f"{column}.npy", mmap_mode="r", allow_pickle=False)
            for column in ("items", "ratings", "times")
        ]
    except (OSError, ValueError) as error:
        raise BadData(f"data set {name!r} is not in {root}; import it again") from error
    row = int(np.searchsorted(users, user_id))
    if row == len(users) or users[row] != user_id:
        return None
    start, end = offsets[row : row + 2]
    items, ratings, times = (column[start:end].tolist() for column in columns)
    moments = map(possible_s, times)
    return [Rated(*one) for one in zip(items, ratings, moments, strict=True)]
