"""`bst`: predicts ratings from the order of the history and from demographics.

Chen et al. 2019, "Behavior sequence transformer for e-commerce recommendation in Alibaba", section
2: embeddings of items and positions, the target item beside the history, a transformer layer, then
an MLP over its output and the other features: age band, gender, occupation, genres. The objective
is the absolute error in stars, which the median of the predicted distribution minimises.
Departures: the net outputs that distribution, by thresholds on one number (McCullagh 1980,
"Regression models for ordinal data", eq. 1.1), since a net with stars as its only output would have
to fit the steps of their median; the ratings of the history are inputs, too; users have no
embedding, so that every user gets a prediction; the target attends to the history, and each item of
the history to itself and earlier items, but never to the target, so that one pass over a history
serves all targets, and one pass over a whole history trains all its places; positions count from
the end. In training, demographics are hidden half of the time and ratings sometimes, so that one
net also serves users without them.
"""

from dataclasses import dataclass, field, replace

import numpy as np

from recommender.core.algorithms.base import ScoredExplanation
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
    """Hyperparameters of `bst`.

    length: of the window; width: of an embedding; hidden: of the MLP; factors, factor_reg,
    factor_sweeps, offset_damping: of the `als` it builds on; hides_profile, hides_stars: how often
    demographics and ratings are hidden in training; epochs: at most; patience: epochs without
    improvement before stopping; validation_share: of the users, whose ratings select the best
    epoch; minutes: no epoch starts later; least_ratings, max_items: which items are covered. Raises
    BadConfig for values out of range.
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
    """Fitted `bst` model.

    graph: ONNX, from items and stars (n, length), profiles (n, 3) and targets (n, t) to s (n, t).
    covered: (m,) rows of items, -1 for one that the catalogue no longer has; item_means: (n_items,)
    damped mean ratings, used for items that are not covered; thresholds: (9,), ascending, between
    levels of half a star, P(stars <= level k) = sigmoid(steepness * (thresholds[k] - s));
    knows_profiles: whether any user of the training data had demographics.
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
        """Return (n, n_items) mean predicted ratings; -inf for items that are not covered."""
        there = self.covered[self.covered >= 0]
        result = np.full((len(histories), len(self.item_means)), NEVER, dtype=np.float32)
        result[:, there] = self._means(histories, there)
        return result

    def _means(self, histories: Histories, items: Int32) -> Float32:
        """(n, len(items)): mean predicted ratings of covered items."""
        targets = np.broadcast_to(items, (len(histories), len(items)))
        above = self._worth(histories, targets)[..., None] - self.thresholds
        likely = 1 / (1 + np.exp(-self.steepness * above))
        means: Float32 = (LOWEST_STARS + likely.sum(axis=-1) / 2).astype(np.float32)
        return means

    def predict(self, histories: Histories, items: Int32) -> Float32:
        """Return (n, len(items)) median predicted ratings, as `predict_each`."""
        return self.predict_each(histories, np.broadcast_to(items, (len(histories), len(items))))

    def predict_each(self, histories: Histories, items: Int32) -> Float32:
        """Return (n, t) medians of the predicted distributions, in half stars.

        An item that is not covered gets its mean rating.
        """
        levels = np.searchsorted(self.thresholds, self._worth(histories, items))
        medians = ((levels + 1) / 2).astype(np.float32)
        covered = covered_places(self.covered, len(self.item_means))[items] >= 0
        stars: Float32 = np.where(covered, medians, self.item_means[items])
        return stars

    def _worth(self, histories: Histories, items: Int32) -> Float32:
        """(n, t): s of each user's own t items, covered or not."""
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

    def explain(self, history: Histories) -> ScoredExplanation:
        """Return the scores of one history with contributions by occlusion, which need not add up."""
        return occlusion(self, history, self._means)

    def knows(self, items: Int32) -> bool:
        """Return whether the model covers any of these items."""
        return bool(np.isin(items, self.covered).any())

    def moved(self, rows: Int32, n_items: int) -> "BstModel":
        """Return the model for another catalogue; items without a mean there get the mean of all
        means.
        """
        means = np.full(n_items, self.item_means.mean(), dtype=np.float32)
        means[rows[rows >= 0]] = self.item_means[rows >= 0]
        return replace(self, covered=moved(self.covered, rows), item_means=means)
