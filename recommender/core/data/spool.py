"""External sort of more ratings than fit in memory: by user, then time, each (user, item) pair
once.

Ratings are appended in blocks as they are read. Then the users are divided into ranges of about
`part_rows` ratings, the blocks distributed to one file for each range, and each file sorted by
itself. Memory holds one part at a time; the disk temporarily holds the ratings twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recommender.core.data.arrays import Float32, Int64

ROW = np.dtype(
    [("user", "<i8"), ("item", "<i8"), ("time", "<i8"), ("line", "<i8"), ("half_stars", "u1")]
)
Rows = NDArray[np.void]
_PART_ROWS = 1_000_000


@dataclass(slots=True)
class Spool:
    """A folder of ratings on their way to a data set.

    rows: how many were appended; repeated: after sorting, the line numbers of ratings that a later
    line of the same user and item replaced.
    """

    folder: Path
    part_rows: int = _PART_ROWS
    rows: int = 0
    blocks: int = 0
    repeated: list[int] = field(default_factory=list)
    _users: Int64 = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    _counts: Int64 = field(default_factory=lambda: np.empty(0, dtype=np.int64))

    def append(
        self, users: Int64, items: Int64, ratings: Float32, times: Int64, lines: Int64
    ) -> None:
        """Append a block of parallel columns. lines: line numbers in the source file."""
        block = np.empty(len(users), dtype=ROW)
        block["user"], block["item"], block["time"], block["line"] = users, items, times, lines
        block["half_stars"] = np.round(ratings * 2)
        block.tofile(self.folder / f"block-{self.blocks:06}.bin")
        self.blocks += 1
        self.rows += len(block)
        self._count(*np.unique(users, return_counts=True))

    def _count(self, users: Int64, counts: Int64) -> None:
        everyone, places = np.unique(np.concatenate((self._users, users)), return_inverse=True)
        both = np.concatenate((self._counts, counts))
        self._counts = np.bincount(places, weights=both).astype(np.int64)
        self._users = everyone

    def sort(self) -> list[Path]:
        """Return files of sorted, distinct rows, in ascending order of users; the blocks are
        consumed.

        Equal times keep the order of the file; of a repeated (user, item) pair the last line stays.
        """
        last_users = self._last_user_of_each_part()
        parts = self._deal_out(last_users)
        for part in parts:
            rows = np.fromfile(part, dtype=ROW)
            _distinct_sorted(rows, self.repeated).tofile(part)
        return parts

    def _last_user_of_each_part(self) -> Int64:
        ends = np.cumsum(self._counts)
        part_of_user = (ends - 1) // self.part_rows
        is_last = np.append(np.diff(part_of_user) > 0, True)
        last_users: Int64 = self._users[is_last]
        return last_users

    def _deal_out(self, last_users: Int64) -> list[Path]:
        paths = [self.folder / f"part-{place:06}.bin" for place in range(len(last_users))]
        for path in paths:
            path.write_bytes(b"")
        for block in range(self.blocks):
            path = self.folder / f"block-{block:06}.bin"
            rows = np.fromfile(path, dtype=ROW)
            part_of_row = np.searchsorted(last_users, rows["user"])
            for part in np.unique(part_of_row).tolist():
                with paths[part].open("ab") as file:
                    file.write(rows[part_of_row == part].tobytes())
            path.unlink()
        return paths


def _distinct_sorted(rows: Rows, repeated: list[int]) -> Rows:
    by_pair = np.lexsort((np.arange(len(rows)), rows["item"], rows["user"]))
    users, items = rows["user"][by_pair], rows["item"][by_pair]
    is_last = np.ones(len(rows), dtype=np.bool_)
    is_last[:-1] = (np.diff(users) != 0) | (np.diff(items) != 0)
    repeated.extend(rows["line"][by_pair[~is_last]].tolist())
    kept = rows[np.sort(by_pair[is_last])]
    return kept[np.lexsort((np.arange(len(kept)), kept["time"], kept["user"]))]


def sorted_rows(parts: list[Path]) -> Iterator[Rows]:
    """Yield the rows of sorted parts, part by part."""
    for part in parts:
        yield np.fromfile(part, dtype=ROW)
