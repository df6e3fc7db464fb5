"""The last sweeps of `als`: factors and offsets solved together, which Spark's ALS does not
support.
"""

from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.als import AlsConfig, Biases, joint_system
from recommender.core.algorithms.base import Progress
from recommender.core.data.arrays import Float32, Float64, Int32, Int64
from recommender.core.data.interactions import Interactions


@dataclass(frozen=True, slots=True)
class _Side:
    """The ratings of n owners, owner after owner.

    offsets: (n + 1,); others: the rows of the other side; left: the stars without the global mean.
    """

    offsets: Int64
    others: Int32
    left: Float32

    @classmethod
    def of(cls, owners: Int32, others: Int32, left: Float32, n: int) -> "_Side":
        order = np.argsort(owners, kind="stable")
        counts = np.bincount(owners, minlength=n)
        return cls(np.concatenate(([0], np.cumsum(counts))), others[order], left[order])

    def solved(self, factors: Float32, *, reg: float, damping: float) -> Float32:
        """(n, rank + 1): each owner's factor and offset, given the other side's; 0 without ratings."""
        found: Float64 = np.zeros((len(self.offsets) - 1, factors.shape[1]))
        for owner, (start, end) in enumerate(zip(self.offsets[:-1], self.offsets[1:], strict=True)):
            if start == end:
                continue
            theirs = factors[self.others[start:end]]
            matrix, x = joint_system(theirs[:, :-1], reg=reg, damping=damping)
            found[owner] = np.linalg.solve(matrix, (self.left[start:end] - theirs[:, -1]) @ x)
        return found.astype(np.float32)


def refined(
    table: Interactions,
    item_factors: Float32,
    biases: Biases,
    config: AlsConfig,
    progress: Progress,
) -> tuple[Float32, Float32]:
    """Return item factors (n_items, rank) and offsets (n_items,) after `refinements` sweeps.

    O(refinements * (ratings * rank^2 + (users + items) * rank^3)).
    """
    left = table.ratings - np.float32(biases.global_mean)
    by_user = _Side.of(table.users, table.items, left, table.n_users)
    by_item = _Side.of(table.items, table.users, left, table.n_items)
    items = np.column_stack((item_factors, biases.item_offsets))
    for sweep in range(config.refinements):
        progress(f"refinement {sweep + 1} of {config.refinements}", sweep / config.refinements)
        users = by_user.solved(items, reg=config.reg, damping=config.user_damping)
        items = by_item.solved(users, reg=config.reg, damping=config.item_damping)
    return items[:, :-1], items[:, -1]
