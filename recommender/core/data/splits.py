"""Ways to hold interactions back so that a model can be measured on what it has not seen."""

from dataclasses import dataclass

import numpy as np

from recommender.core.data.interactions import Interactions
from recommender.core.errors import BadConfig


@dataclass(frozen=True, slots=True)
class Split:
    """The same users and items twice: what a model is fitted on and what it is measured on."""

    train: Interactions
    test: Interactions


def hold_out_latest(interactions: Interactions, *, share: float = 0.2) -> Split:
    """Hold back each user's latest ratings: floor(share * count), at least one, in time order.

    A user with a single rating keeps it in the training part. Ties of time keep the given order.
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
