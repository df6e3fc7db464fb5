"""What a model is: a finished, read-only thing that scores from histories.

A model is a frozen dataclass. Its fields are what is stored: arrays, numbers, tuples of words, and
other models of the same version, which it builds on (`for-you` on four).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from recommender.core.data.arrays import Float32, Int32
from recommender.core.data.histories import Histories

Progress = Callable[[str, float], None]
"""Told what is being done and which share of it, 0 to 1, is over."""


def silent(step: str, share: float) -> None:
    """The progress of a fit that nobody watches."""


@runtime_checkable
class Model(Protocol):
    def scores(self, histories: Histories) -> Float32:
        """(n, n_items) float32: higher is better, -inf means "must not be shown".

        Row i depends on history i alone. An empty history gives the model's view of a stranger.
        """
        ...


Parts = Mapping[str, Model]
"""Finished models of the same fit, by name, that another builds on."""


@runtime_checkable
class PredictsStars(Protocol):
    def predict(self, histories: Histories, items: Int32) -> Float32:
        """(n, len(items)): the stars, 0.5 to 5, that each person would give to each item."""
        ...


@runtime_checkable
class PredictsEach(PredictsStars, Protocol):
    def predict_each(self, histories: Histories, items: Int32) -> Float32:
        """(n, t): the stars that each person would give to their own t items. items: (n, t)."""
        ...


@dataclass(frozen=True, slots=True)
class Guesses:
    """stars: (n,), 0.5 to 5; spreads: (n,), standard deviations, the noise of a rating included."""

    stars: Float32
    spreads: Float32


@runtime_checkable
class KnowsSpread(PredictsStars, Protocol):
    def guesses(self, history: Histories, items: Int32) -> Guesses:
        """What a single person would give to each item, as `predict` says it, and how sure that is."""
        ...


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a model makes of one person, worked out once for the list and for its reasons.

    scores: (n_items,), as `scores` gives them. contributions(items): (len(items), length of the
    history), what each rated film added to each item's score; the parts add up to its personal part.
    """

    scores: Float32
    contributions: Callable[[Int32], Float32]


@runtime_checkable
class Explains(Protocol):
    def opinion(self, history: Histories) -> Opinion:
        """history: a single one."""
        ...


@runtime_checkable
class Portable(Protocol):
    """Covers some items, by their rows, and can be taken over to another catalogue."""

    def knows(self, items: Int32) -> bool:
        """Whether it covers any of these items."""
        ...

    def moved(self, rows: Int32, n_items: int) -> Model:
        """The same for another catalogue. rows: for each item its row there, -1 for none."""
        ...


@runtime_checkable
class TellsProfiles(Protocol):
    """Takes age, gender and occupation; knows_profiles: whether it has learned from anybody's."""

    knows_profiles: bool


@runtime_checkable
class FindsSimilar(Protocol):
    def similarities(self, item: int) -> Float32:
        """(n_items,): likeness of each item to this one, highest 1; -inf for the item itself."""
        ...


@runtime_checkable
class ComparesItems(Protocol):
    def likeness(self, items: Int32) -> Float32:
        """(n, n): likeness of each of these items to each other, 0 to 1."""
        ...


@runtime_checkable
class NamesTraits(Protocol):
    def shared_traits(self, items: Int32, others: Int32, *, limit: int) -> list[tuple[str, ...]]:
        """Of each item and the one at its place in `others`: what makes up most of their likeness."""
        ...
