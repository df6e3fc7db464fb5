"""Maps between external ids (database keys, a data set's numbers) and rows of matrices."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from recommender.core.data.arrays import Int32, Int64, read_only
from recommender.core.errors import BadData

UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class IdMap:
    """Distinct ids in ascending order; the row of an id is its place in that order.

    Raises BadData for ids that are not ascending and distinct.
    """

    ids: Int64

    def __post_init__(self) -> None:
        if self.ids.ndim != 1 or (np.diff(self.ids) <= 0).any():
            raise BadData("ids must be distinct and ascending; build the map with IdMap.of(ids)")
        object.__setattr__(self, "ids", read_only(self.ids))

    @classmethod
    def of(cls, ids: Iterable[int] | Int64) -> "IdMap":
        """Build a map from ids in any order, with repetitions."""
        values = ids if isinstance(ids, np.ndarray) else np.fromiter(ids, dtype=np.int64)
        return cls(np.unique(values.astype(np.int64)))

    def __len__(self) -> int:
        return len(self.ids)

    def rows_of(self, ids: ArrayLike) -> Int32:
        """Return the row of each id, -1 for an unknown one."""
        wanted = np.asarray(ids, dtype=np.int64)
        if not len(self.ids):
            return np.full(wanted.shape, UNKNOWN, dtype=np.int32)
        places = np.searchsorted(self.ids, wanted).clip(max=len(self.ids) - 1)
        return np.where(self.ids[places] == wanted, places, UNKNOWN).astype(np.int32)

    def ids_of(self, rows: ArrayLike) -> list[int]:
        """Return the ids of these rows; -1, which marks a missing recommendation, is left out."""
        wanted = np.asarray(rows)
        found: list[int] = self.ids[wanted[wanted != UNKNOWN]].tolist()
        return found
