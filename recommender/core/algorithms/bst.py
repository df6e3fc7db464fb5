"""`bst`: the stars that a person would give next, from the order of what they rated and who they are.

Chen et al. 2019, "Behavior sequence transformer for e-commerce recommendation in Alibaba", section 2:
items and positions embedded, the target item beside the history, a transformer layer, then an MLP over
its output and the other features: age band, gender, occupation, genres. Trained for the absolute error
of the stars, which the median of their distribution makes least. Departures: that distribution is what
the net gives, by thresholds on one number (McCullagh 1980, "Regression models for ordinal data", eq.
1.1), for a net that gives stars alone has to draw the steps of their median; the history tells its stars
too; no user is embedded, so that everybody has a
prediction; the target looks at the history, and each film of the history at itself and those before it,
but none at the target, so that one pass over a history serves all targets, and one over a whole history
trains all its places; positions count from the end. In training a profile is hidden half the time, and a
film's stars at times, so that one net serves those who tell nothing of themselves as well.
"""

from dataclasses import dataclass, field, replace

import numpy as np

from recommender.core.algorithms.base import Opinion
from recommender.core.algorithms.graphs import (
    Session,
    covered_places,
    moved,
    run,
    session_of,
    windows_of,
)
from recommender.core.algorithms.occlusion import occlusion
from recommender.core.data.arrays import Float32, Int32, read_only
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import LOWEST_STARS
from recommender.core.errors import BadConfig
from recommender.core.ranking.top_k import NEVER

_BATCH = 64


@dataclass(frozen=True, slots=True)
class BstConfig:
    """width: of an embedding; epochs: at most; patience: epochs without a better one before the end.

    hidden: of the MLP; factors, factor_reg, factor_sweeps, offset_damping: of the `als` that it begins
    with; hides_profile, hides_stars: how often; validation_share: of the people, whose
    ratings choose the epoch; minutes: no epoch begins later; least_ratings, max_items: what is covered.
    """

    length: int = 100
    width: int = 64
    blocks: int = 1
    heads: int = 2
    feed_forward: int = 128
    hidden: int = 64
    factors: int = 24
    factor_reg: float = 0.08
    factor_sweeps: int = 8
    offset_damping: float = 5.0
    dropout: float = 0.3
    hides_profile: float = 0.5
    hides_stars: float = 0.1
    learning_rate: float = 1e-3
    weight_decay: float = 0.5
    batch: int = 16
    epochs: int = 40
    patience: int = 3
    validation_share: float = 0.1
    minutes: float = 1.0
    least_ratings: int = 5
    max_items: int = 20_000

    def __post_init__(self) -> None:
        whole = (self.length, self.width, self.blocks, self.heads, self.feed_forward, self.hidden)
        if min(*whole, self.batch, self.epochs, self.patience, self.max_items) < 1:
            raise BadConfig(f"{self}: sizes, epochs and patience must be at least 1")
        if self.width % self.heads:
            raise BadConfig(f"width={self.width} must be a multiple of heads={self.heads}")
        shares = (self.dropout, self.hides_profile, self.hides_stars, self.validation_share)
        if not all(0 <= share < 1 for share in shares):
            raise BadConfig(f"{self}: dropout, hidden and validation shares must be in 0..1")


@dataclass(frozen=True, slots=True)
class BstModel:
    """graph: ONNX, from items and stars (n, length), profiles (n, 3) and targets (n, t) to s (n, t).

    covered: (m,) rows of items, -1 for one that the catalogue has no more; item_means: (n_items,) the
    damped mean stars, which stand for what is not covered; thresholds: (9,), rising, between levels of
    half a star, P(stars <= level k) = sigmoid(steepness * (thresholds[k] - s)); knows_profiles: whether
    anybody's age, gender or occupation was learned from.
    """

    graph: bytes
    covered: Int32
    item_means: Float32
    thresholds: Float32
    length: int
    steepness: float
    knows_profiles: bool
    session: Session = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in ("covered", "item_means", "thresholds"):
            object.__setattr__(self, name, read_only(getattr(self, name)))
        object.__setattr__(self, "session", session_of(self.graph))

    def scores(self, histories: Histories) -> Float32:
        """The mean of the stars of what is covered."""
        there = self.covered[self.covered >= 0]
        result = np.full((len(histories), len(self.item_means)), NEVER, dtype=np.float32)
        result[:, there] = self._means(histories, there)
        return result

    def _means(self, histories: Histories, items: Int32) -> Float32:
        """(n, len(items)): the mean stars that each person would give to covered items."""
        targets = np.broadcast_to(items, (len(histories), len(items)))
        above = self._worth(histories, targets)[..., None] - self.thresholds
        likely = 1 / (1 + np.exp(-self.steepness * above))
        means: Float32 = (LOWEST_STARS + likely.sum(axis=-1) / 2).astype(np.float32)
        return means

    def predict(self, histories: Histories, items: Int32) -> Float32:
        return self.predict_each(histories, np.broadcast_to(items, (len(histories), len(items))))

    def predict_each(self, histories: Histories, items: Int32) -> Float32:
        """(n, t): the median of the stars that each person would give to their own t items."""
        levels = np.searchsorted(self.thresholds, self._worth(histories, items))
        medians = ((levels + 1) / 2).astype(np.float32)
        covered = covered_places(self.covered, len(self.item_means))[items] >= 0
        stars: Float32 = np.where(covered, medians, self.item_means[items])
        return stars

    def _worth(self, histories: Histories, items: Int32) -> Float32:
        """s of each person's own t items, covered or not."""
        if not items.size:  # the graph cannot reshape an input without targets
            return np.empty(items.shape, dtype=np.float32)
        n_items = len(self.item_means)
        windows, stars = windows_of(histories, self.covered, n_items, length=self.length)
        targets = covered_places(self.covered, n_items)[items] + 1
        profiles = histories.profiles.astype(np.int64)
        parts = [
            run(
                self.session,
                {
                    "items": windows[part],
                    "stars": stars[part],
                    "profiles": profiles[part],
                    "targets": targets[part],
                },
            )
            for start in range(0, len(histories), _BATCH)
            for part in (slice(start, start + _BATCH),)
        ]
        return np.concatenate(parts)

    def opinion(self, history: Histories) -> Opinion:
        return occlusion(self, history, self._means)

    def knows(self, items: Int32) -> bool:
        return bool(np.isin(items, self.covered).any())

    def moved(self, rows: Int32, n_items: int) -> "BstModel":
        means = np.full(n_items, self.item_means.mean(), dtype=np.float32)
        means[rows[rows >= 0]] = self.item_means[rows >= 0]
        return replace(self, covered=moved(self.covered, rows), item_means=means)
