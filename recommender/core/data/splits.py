"""Splits of interactions into a training part and a held-out part."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

import numpy as np

from recommender.core.data.interactions import Interactions
from recommender.core.errors import BadConfig, BadData


@dataclass(frozen=True, slots=True)
class Split:
    """A training part and a held-out part over the same users and items."""

    train: Interactions
    test: Interactions


def leave_last_out(interactions: Interactions) -> Split:
    """Hold out each user's last interaction; a user with a single one keeps it."""
    counts = np.bincount(interactions.users, minlength=interactions.n_users)
    ends = np.cumsum(counts)
    is_last = ends[interactions.users] - 1 == np.arange(len(interactions))
    held = is_last & (counts[interactions.users] > 1)
    return Split(interactions.where(~held), interactions.where(held))


def first_known(interactions: Interactions, k: int, *, then: float = inf) -> Split:
    """Keep each user's first k interactions and hold out the next `then` (all the rest by default)."""
    starts = np.searchsorted(interactions.users, interactions.users)  # sorted by user
    place = np.arange(len(interactions)) - starts
    return Split(
        interactions.where(place < k), interactions.where((place >= k) & (place < k + then))
    )


def split_at_time(interactions: Interactions, *, share: float = 0.2) -> Split:
    """Hold out the latest `share` of all interactions, with one cut in time for all users.

    Interactions in the second of the cut stay in the training part. Raises BadConfig unless 0 <
    share < 1.
    """
    if not 0 < share < 1:
        raise BadConfig(f"share={share} must lie between 0 and 1")
    cut = np.quantile(interactions.times, 1 - share, method="lower")
    late = interactions.times > cut
    return Split(interactions.where(~late), interactions.where(late))


def folds(interactions: Interactions, *, count: int, rng: np.random.Generator) -> Iterator[Split]:
    """Yield `count` splits; each rating is held out in exactly one of them, chosen at random.

    The parts differ in size by at most one rating. Raises BadConfig when count < 2.
    """
    if count < 2:
        raise BadConfig(f"count={count} must be at least 2")
    part = rng.permutation(len(interactions)) % count
    for fold in range(count):
        yield Split(interactions.where(part != fold), interactions.where(part == fold))


def hold_out_users(
    interactions: Interactions, *, share: float, least: int, rng: np.random.Generator
) -> Split:
    """Hold out all ratings of a random sample of the users with at least `least` ratings.

    share: of these users, at least one of them. Raises BadData when fewer than two have as many.
    """
    counts = np.bincount(interactions.users, minlength=interactions.n_users)
    fit = np.flatnonzero(counts >= least)
    if len(fit) < 2:
        raise BadData(f"fewer than two users have {least} ratings; use a larger data set")
    drawn = rng.permutation(fit)[: max(1, int(len(fit) * share))]
    held = np.isin(interactions.users, drawn)
    return Split(interactions.where(~held), interactions.where(held))


def hold_out_latest(interactions: Interactions, *, share: float = 0.2) -> Split:
    """Hold out each user's latest ratings: floor(share * count), at least one, in time order.

    A user with a single rating keeps it in the training part. Equal times keep the given order.
    Raises BadConfig unless 0 < share < 1.
    """
    if not 0 < share < 1:
        raise BadConfig(f"share={share} must lie between 0 and 1")
    counts = np.bincount(interactions.users, minlength=interactions.n_users)
    held = np.where(counts > 1, np.maximum(1, (counts * share).astype(np.int64)), 0)
    ends = np.cumsum(counts)
    place_from_end = ends[interactions.users] - np.arange(len(interactions))
    in_test = place_from_end <= held[interactions.users]
    return Split(interactions.where(~in_test), interactions.where(in_test))
