"""Protocols of models: finished, read-only objects that score from histories.

A model is a frozen dataclass. Its fields are what is stored: arrays, numbers, tuples of strings,
and other models of the same version that it builds on (`for-you` builds on four).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from recommender.core.data.arrays import Float32, Int32
from recommender.core.data.histories import Histories

Progress = Callable[[str, float], None]
"""Called with the current step and the share of the work, 0 to 1, that is done."""


def silent(step: str, share: float) -> None:
    """Ignore progress; for fits that report to nobody."""


@runtime_checkable
class Model(Protocol):
    """Any model that ranks items. An optional ability is a protocol of its own below."""

    def scores(self, histories: Histories) -> Float32:
        """Score all items for each history.

        Returns (n, n_items) float32: higher is better, -inf means "must not be shown". Row i
        depends on history i alone. For an empty history, the scores are those of a new user.
        """
        ...


Parts = Mapping[str, Model]
"""Finished models of the same fit, by name, that another builds on."""


@runtime_checkable
class PredictsStars(Protocol):
    """A model that predicts star ratings."""

    def predict(self, histories: Histories, items: Int32) -> Float32:
        """Return (n, len(items)) predicted ratings, 0.5 to 5 stars."""
        ...


@runtime_checkable
class PredictsEach(PredictsStars, Protocol):
    """A model that can predict different items for each user in one batch."""

    def predict_each(self, histories: Histories, items: Int32) -> Float32:
        """Return (n, t) predicted ratings of t items per user. items: (n, t)."""
        ...


@dataclass(frozen=True, slots=True)
class UncertainPredictions:
    """Predicted ratings with their uncertainty.

    stars: (n,), 0.5 to 5; deviations: (n,), standard deviations in stars, including the noise of a
    rating; NaN where the model gives none.
    """

    stars: Float32
    deviations: Float32


@runtime_checkable
class PredictsUncertainty(PredictsStars, Protocol):
    """A model that predicts ratings with a standard deviation."""

    def predict_uncertain(self, history: Histories, items: Int32) -> UncertainPredictions:
        """Return ratings predicted for one user, equal to `predict`, with standard deviations."""
        ...


@dataclass(frozen=True, slots=True)
class ScoredExplanation:
    """Scores of one history and what each rated item contributed, computed once for both.

    scores: (n_items,), the same as `scores` of the model. contributions(items): (len(items), h),
    what each of the h rated items added to each score. Additive models split the personal part of a
    score exactly; others say in their `explained` what the numbers are.
    """

    scores: Float32
    contributions: Callable[[Int32], Float32]


@runtime_checkable
class Explains(Protocol):
    """A model that attributes its scores to the items of the history."""

    def explain(self, history: Histories) -> ScoredExplanation:
        """Return scores and contributions of exactly one history."""
        ...


@runtime_checkable
class Portable(Protocol):
    """A model that covers some items, by row, and can be moved to another catalogue."""

    def knows(self, items: Int32) -> bool:
        """Return whether the model covers any of these items."""
        ...

    def moved(self, rows: Int32, n_items: int) -> Model:
        """Return the model for another catalogue. rows: each item's row there, -1 for none."""
        ...


@runtime_checkable
class UsesDemographics(Protocol):
    """A model that reads demographics (age, gender, occupation).

    knows_profiles: whether any user of the training data had them.
    """

    knows_profiles: bool


@runtime_checkable
class FindsSimilar(Protocol):
    """A model that compares one item with all others."""

    def similarities(self, item: int) -> Float32:
        """Return (n_items,) similarities to one item, at most 1; -inf for the item itself."""
        ...


@runtime_checkable
class ComparesItems(Protocol):
    """A model that compares items pairwise."""

    def likeness(self, items: Int32) -> Float32:
        """Return (n, n) similarities of these items, symmetric, 0 to 1."""
        ...


@runtime_checkable
class NamesTraits(Protocol):
    """A model that names the traits two items share."""

    def shared_traits(self, items: Int32, others: Int32, *, limit: int) -> list[tuple[str, ...]]:
        """Return the traits that contribute most to the similarity of items[i] and others[i], for
        each i.

        At most `limit` names each, most important first; ties go to the trait of the lower column.
        """
        ...
