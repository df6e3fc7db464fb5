"""Ratings by user, item and time: the one container that every fit and every evaluation reads."""

from dataclasses import dataclass, field, replace

import numpy as np

from recommender.core.data.arrays import Bool, Float32, Float64, Int32, Int64, read_only
from recommender.core.data.histories import Histories
from recommender.core.data.ids import UNKNOWN, IdMap
from recommender.core.data.profiles import Profiles, nobody
from recommender.core.errors import BadData

LOWEST_STARS, HIGHEST_STARS = 0.5, 5.0


@dataclass(frozen=True, slots=True)
class Interactions:
    """Ratings as four parallel columns, ordered by user, then time; equal times keep the given
    order.

    users, items: rows of `user_ids` and `item_ids`; ratings: stars from 0.5 to 5; times: Unix
    seconds; profiles: (n_users, 3), the users' demographics, all unknown by default. Raises BadData
    for columns of unequal length, rows out of range, NaN or stars out of range.
    """

    users: Int32
    items: Int32
    ratings: Float32
    times: Int64
    user_ids: IdMap
    item_ids: IdMap
    profiles: Profiles = field(default_factory=lambda: nobody(0))

    def __post_init__(self) -> None:
        _check(self)
        if not len(self.profiles):
            object.__setattr__(self, "profiles", nobody(self.n_users))
        order = np.lexsort((self.times, self.users))
        for name in ("users", "items", "ratings", "times"):
            object.__setattr__(self, name, read_only(getattr(self, name)[order]))

    @classmethod
    def from_ids(
        cls, users: Int64, items: Int64, ratings: Float32, times: Int64, *, item_ids: IdMap
    ) -> "Interactions":
        """Build interactions from ids; those of unknown items are left out."""
        rows = item_ids.rows_of(items)
        known = rows != UNKNOWN
        user_ids = IdMap.of(users[known])
        return cls(
            user_ids.rows_of(users[known]),
            rows[known],
            ratings[known],
            times[known],
            user_ids,
            item_ids,
        )

    def __len__(self) -> int:
        return len(self.users)

    @property
    def n_users(self) -> int:
        """The number of users, including users without interactions."""
        return len(self.user_ids)

    @property
    def n_items(self) -> int:
        """The number of items, including items without interactions."""
        return len(self.item_ids)

    def where(self, chosen: Bool) -> "Interactions":
        """Return the chosen interactions over the same users and items."""
        return Interactions(
            self.users[chosen],
            self.items[chosen],
            self.ratings[chosen],
            self.times[chosen],
            self.user_ids,
            self.item_ids,
            self.profiles,
        )

    def with_profiles(self, users: Int64, profiles: Profiles) -> "Interactions":
        """Return the same interactions with demographics of these users, given by id.

        Demographics of all other users are unknown; ids that are not in the table are ignored.
        """
        rows = self.user_ids.rows_of(users)
        known = nobody(self.n_users)
        known[rows[rows != UNKNOWN]] = profiles[rows != UNKNOWN]
        return replace(self, profiles=known)

    def histories(self) -> Histories:
        """Return every user's ratings in time order; row u is user u, and may be empty."""
        offsets = np.searchsorted(self.users, np.arange(self.n_users + 1)).astype(np.int64)
        return Histories(offsets, self.items, self.ratings, self.times, self.profiles)

    def item_counts(self) -> Int64:
        """Return (n_items,) numbers of ratings."""
        return np.bincount(self.items, minlength=self.n_items).astype(np.int64)

    def item_sums(self) -> Float64:
        """Return (n_items,) sums of stars."""
        sums = np.bincount(self.items, weights=self.ratings, minlength=self.n_items)
        return sums.astype(np.float64)


def _check(table: Interactions) -> None:
    n = len(table.users)
    if not n == len(table.items) == len(table.ratings) == len(table.times):
        raise BadData("users, items, ratings and times must have the same length")
    if len(table.profiles) not in {0, table.n_users}:
        raise BadData("there must be one profile per user")
    if n == 0:
        return
    for name, rows, size in (
        ("user", table.users, table.n_users),
        ("item", table.items, table.n_items),
    ):
        if rows.min() < 0 or rows.max() >= size:
            raise BadData(f"{name} rows must lie in 0..{size - 1}")
    bad = ~((table.ratings >= LOWEST_STARS) & (table.ratings <= HIGHEST_STARS))
    if bad.any():
        value = table.ratings[bad][0]
        raise BadData(
            f"rating {value} is not between {LOWEST_STARS} and {HIGHEST_STARS}; correct the source"
        )
