"""Training data of the sequence models: windows of all users' items, and some users' held-out last
items.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.bert4rec import Bert4RecConfig
from recommender.core.algorithms.graphs import covered_places, windows_of
from recommender.core.algorithms.item_weights import most_rated
from recommender.core.algorithms.sasrec import SasRecConfig
from recommender.core.data.arrays import Float32, Int32, Int64
from recommender.core.data.interactions import Interactions
from recommender.core.errors import TooFewRatings
from recommender.core.trainers.item_vectors import spectral_vectors

_LEAST_TO_HOLD = 3
_LEAST_TO_LEARN = 2


@dataclass(frozen=True, slots=True)
class Windows:
    """Sequences of covered items in time order, ragged, as numbers 1 to m.

    covered: (m,) rows of the catalogue; asked: (v, length) windows for validation; answers: (v,)
    the item that follows each, 1 to m.
    """

    offsets: Int64
    sequences: Int64
    covered: Int32
    length: int
    asked: Int64
    answers: Int64

    @classmethod
    def of(
        cls, table: Interactions, config: SasRecConfig | Bert4RecConfig, rng: np.random.Generator
    ) -> "Windows":
        """Hold out the last items of a random sample of users, and keep the rest as sequences.

        At most validation_users are sampled, and at most half of those with three covered items.
        Raises TooFewRatings when no user has two covered items.
        """
        covered = most_rated(table, most=config.max_items, least_ratings=config.least_ratings)
        places = covered_places(covered, table.n_items) + 1
        histories = table.where(places[table.items] > 0).histories()
        lengths = histories.lengths()
        if not (lengths >= _LEAST_TO_LEARN).any():
            raise TooFewRatings(
                "no user has rated two sufficiently popular films; import more ratings"
            )
        long = np.flatnonzero(lengths >= _LEAST_TO_HOLD)
        held = np.sort(rng.permutation(long)[: min(config.validation_users, len(long) // 2)])
        last = histories.offsets[held + 1] - 1
        kept = np.ones(len(histories.items), dtype=np.bool_)
        kept[last] = False
        known = histories.where(kept)
        asked, _ = windows_of(known.select(held), covered, table.n_items, length=config.length)
        return cls(
            known.offsets,
            places[known.items],
            covered,
            config.length,
            asked,
            places[histories.items[last]],
        )

    @property
    def m(self) -> int:
        """The number of covered items."""
        return len(self.covered)

    def starts(self, width: int) -> Float32:
        """Return (m, width) initial item embeddings."""
        return spectral_vectors(self.offsets, self.sequences, self.m, width)

    def places(self, size: int) -> float:
        """Return the mean number of items in a batch of `size` users."""
        lengths = np.diff(self.offsets)
        return float(size * np.minimum(lengths[lengths >= _LEAST_TO_LEARN], self.length).mean())

    def prior(self) -> Float32:
        """Return (m,) smoothed log-shares of the items, for an empty history."""
        counts = np.bincount(self.sequences, minlength=len(self.covered) + 1)[1:]
        shares = (counts + 1) / (counts.sum() + len(counts))
        return np.log(shares).astype(np.float32)

    def batches(self, size: int, rng: np.random.Generator, *, longest: int) -> Iterator[Int64]:
        """Yield one epoch of (size, at most longest) sequences, right-aligned with 0 as padding."""
        for _, cells in batches_of(self.offsets, size, rng, longest=longest):
            yield np.where(cells >= 0, self.sequences[cells], 0)


def batches_of(
    offsets: Int64, size: int, rng: np.random.Generator, *, longest: int
) -> Iterator[tuple[Int64, Int64]]:
    """Yield every user with two entries once: (size,) users and (size, at most longest) of their
    entries.

    An entry is its place in the ragged table of these offsets, the latest on the right; -1 is
    padding. Users with similar lengths share a batch, so that there is little padding; the order of
    batches is random, as is where a longer history is cut.
    """
    lengths = np.diff(offsets)
    people = np.flatnonzero(lengths >= _LEAST_TO_LEARN)
    order = np.lexsort((rng.random(len(people)), np.minimum(lengths[people], longest)))
    parts = np.split(people[order], range(size, len(people), size))
    for place in rng.permutation(len(parts)):
        yield parts[place], _entries(offsets, parts[place], longest, rng)


def _entries(offsets: Int64, people: Int64, longest: int, rng: np.random.Generator) -> Int64:
    starts, ends = offsets[people], offsets[people + 1]
    ends = ends - rng.integers(0, np.maximum(ends - starts - longest, 0) + 1)
    taken = np.minimum(ends - starts, longest)
    width = int(taken.max(initial=0))
    from_left = np.arange(width) - (width - taken)[:, None]
    return np.where(from_left >= 0, (ends - taken)[:, None] + from_left, -1)
