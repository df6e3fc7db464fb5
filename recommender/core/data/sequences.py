"""Interactions as sequences of items, and the pairs a given distance apart in them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from recommender.core.data.arrays import Float32, Int32, Int64
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import Interactions


@dataclass(frozen=True, slots=True)
class Pairs:
    """Parallel columns: the earlier item, the later one, and how many items follow the later one."""

    earlier: Int32
    later: Int32
    after: Int64


@dataclass(frozen=True, slots=True)
class Sequences:
    """All users' items end to end, each user's in time order.

    items: rows of items; after: how many items of the same user follow each.
    """

    items: Int32
    after: Int64

    @classmethod
    def of(cls, interactions: Interactions) -> "Sequences":
        """Build the sequences of all users."""
        return cls(interactions.items, places_from_end(interactions.histories()))

    def pairs(self, distance: int) -> Pairs:
        """Return every item with the one `distance` places later in the same sequence; 0: with
        itself.
        """
        earlier = np.flatnonzero(self.after >= distance)
        later = earlier + distance
        return Pairs(self.items[earlier], self.items[later], self.after[later])

    def longest(self) -> int:
        """Return the length of the longest sequence, 0 if there is none."""
        return int(self.after.max(initial=-1)) + 1


def places_from_end(histories: Histories) -> Int64:
    """Return, for each entry of the histories, how many entries of the same history follow it."""
    ends = np.repeat(histories.offsets[1:], histories.lengths())
    return ends - 1 - np.arange(len(histories.items))


def decay(places: int, *, time_constant: float) -> Float32:
    """Return (places,) float32: exp(-age / time_constant) for ages 0, 1, 2 …"""
    return np.exp(-np.arange(places) / time_constant).astype(np.float32)


def each_distance(sequences: Sequences, longest: int) -> Iterator[tuple[int, Pairs]]:
    """Yield the pairs of each distance from 0 to longest - 1 that occurs."""
    for distance in range(min(longest, sequences.longest())):
        yield distance, sequences.pairs(distance)
