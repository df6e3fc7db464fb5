"""Random choices of a load: when requests arrive, which ones, and in which order."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np

from recommender.core.errors import BadConfig

_Item = TypeVar("_Item")


class Dice:
    """Random choices; equal seeds give equal choices."""

    def __init__(self, seed: int) -> None:
        self._rng = np.random.default_rng(seed)

    def arrivals(self, *, rate: float, seconds: float) -> list[float]:
        """Return the times of independent visitors' requests, in seconds from the start, ascending.

        They are a Poisson process of `rate` requests per second. Raises BadConfig.
        """
        if rate <= 0 or seconds <= 0:
            raise BadConfig(f"rate={rate} and seconds={seconds} must be more than 0")
        count = int(self._rng.poisson(rate * seconds))
        times: list[float] = np.sort(self._rng.uniform(0, seconds, count)).tolist()
        return times

    def chance(self, probability: float) -> bool:
        return bool(self._rng.random() < probability)

    def one_of(self, items: Sequence[_Item]) -> _Item:
        return items[int(self._rng.integers(len(items)))]

    def shuffled(self, items: Iterable[_Item]) -> list[_Item]:
        """Return the items in random order."""
        kept = list(items)
        return [kept[place] for place in self._rng.permutation(len(kept))]

    def weighted(self, weights: Mapping[_Item, float]) -> _Item:
        """Return one of the keys, with a probability in proportion to its weight."""
        shares = np.cumsum(list(weights.values()))
        place = int(np.searchsorted(shares, self._rng.random() * shares[-1], side="right"))
        return list(weights)[place]

    def popular(self, items: Sequence[_Item]) -> _Item:
        """Return an item by Zipf's law: the nth with a probability in proportion to 1 / n."""
        weights = 1 / np.arange(1, len(items) + 1)
        return items[int(self._rng.choice(len(items), p=weights / weights.sum()))]
