"""Histories: the ratings of n users in time order, the only input that models score from."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from recommender.core.data.arrays import Bool, Float32, Int32, Int64, read_only
from recommender.core.data.profiles import Profiles, nobody
from recommender.core.errors import BadData


@dataclass(frozen=True, slots=True)
class Histories:
    """Ragged table of n histories.

    offsets: (n + 1,) from 0, not decreasing; history i is the slice offsets[i]:offsets[i + 1] of
    items (rows), ratings (stars) and times (Unix seconds). An empty history is allowed. profiles:
    (n, 3), the users' demographics; all unknown by default. Raises BadData for columns of unequal
    length.
    """

    offsets: Int64
    items: Int32
    ratings: Float32
    times: Int64
    profiles: Profiles = field(default_factory=lambda: nobody(0))

    def __post_init__(self) -> None:
        if len(self.offsets) < 1 or self.offsets[0] != 0 or self.offsets[-1] != len(self.items):
            raise BadData("offsets must run from 0 to the number of items")
        if not len(self.items) == len(self.ratings) == len(self.times):
            raise BadData("items, ratings and times must have the same length")
        if not len(self.profiles):
            object.__setattr__(self, "profiles", nobody(len(self)))
        if len(self.profiles) != len(self):
            raise BadData("there must be one profile per history")
        for name in ("offsets", "items", "ratings", "times", "profiles"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    @classmethod
    def single(
        cls, items: Int32, ratings: Float32, times: Int64, profile: Profiles | None = None
    ) -> "Histories":
        """Build the history of one user, given in time order."""
        offsets = np.array([0, len(items)], dtype=np.int64)
        return cls(offsets, items, ratings, times, nobody(1) if profile is None else profile)

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __iter__(self) -> Iterator[tuple[Int32, Float32]]:
        """Yield the (items, ratings) of each history."""
        for start, end in zip(self.offsets[:-1], self.offsets[1:], strict=True):
            yield self.items[start:end], self.ratings[start:end]

    def lengths(self) -> Int64:
        """Return (n,) numbers of ratings."""
        return np.diff(self.offsets)

    def owners(self) -> Int64:
        """Return, for each entry, the row of its history."""
        return np.repeat(np.arange(len(self)), self.lengths())

    def seen(self, n_items: int) -> Bool:
        """Return (n, n_items): True where the item is in the history."""
        mask = np.zeros((len(self), n_items), dtype=np.bool_)
        mask[self.owners(), self.items] = True
        return mask

    def where(self, chosen: Bool) -> "Histories":
        """Return the same n histories with only the chosen entries. chosen: one flag per entry."""
        kept = np.bincount(self.owners()[chosen], minlength=len(self))
        offsets = np.concatenate(([0], np.cumsum(kept))).astype(np.int64)
        return Histories(
            offsets, self.items[chosen], self.ratings[chosen], self.times[chosen], self.profiles
        )

    def select(self, rows: Int64) -> "Histories":
        """Return the histories of these rows, in the order given."""
        lengths = self.lengths()[rows]
        offsets = np.concatenate(([0], np.cumsum(lengths)))
        within = np.arange(offsets[-1]) - np.repeat(offsets[:-1], lengths)
        places = np.repeat(self.offsets[:-1][rows], lengths) + within
        return Histories(
            offsets,
            self.items[places],
            self.ratings[places],
            self.times[places],
            self.profiles[rows],
        )
