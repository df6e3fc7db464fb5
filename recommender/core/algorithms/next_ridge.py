"""`next-ridge`: the next item from the order of the latest ones, in closed form.

A history is a vector of its items, each weighted by exp(-age / fading), where age counts places
from the end: one vector that decays fast over the last few items and one that decays slowly over
more, side by side. Ridge regression over every place of every sequence maps it to the item at that
place: W = (X'X + reg * I)^-1 X'Y, the linear item-item model of Steck 2019 with time order. Y also
holds, with decreasing weight, the items after the next one (`targets`), since the order within one
session is partly chance.

X'X and X'Y are sums over pairs of items at each distance in a sequence, so X itself is never built:
a pair at distance d, the later one m places before the end, adds the sum over age < m of f(age)
g(age + d).

The score is a product of three experts (Hinton 2002, "Training products of experts by minimizing
contrastive divergence", eq. 1), in logarithms: log max(ridge, .0001) + ease_weight * log max(EASE,
.03) + neighbours_weight * log(next-neighbours + .0001), plus a tiny prior by popularity.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import linalg

from recommender.core.algorithms.base import Parts, Progress, ScoredExplanation
from recommender.core.algorithms.ease import EaseModel, popularity_prior
from recommender.core.algorithms.item_weights import largest_weights, most_rated
from recommender.core.algorithms.next_neighbours import NextNeighboursModel
from recommender.core.data.arrays import Float32, Int32, Int64, read_only
from recommender.core.data.histories import Histories
from recommender.core.data.sequences import Sequences, decay, each_distance
from recommender.core.data.sparse_rows import SparseRows, places_of
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig

_FLOOR, _EASE_FLOOR = np.float32(1e-4), np.float32(0.03)


@dataclass(frozen=True, slots=True)
class NextRidgeConfig:
    """Hyperparameters of `next-ridge`.

    fadings, reaches: time constant and length of each decay profile, in places; targets: weights of
    the next items, in order; least_ratings, max_items: which items are covered; kept: weights per
    row. Raises BadConfig for values out of range.
    """

    fadings: tuple[float, ...] = (1.0, 8.0)
    reaches: tuple[int, ...] = (5, 40)
    targets: tuple[float, ...] = (1.0, 0.5, 0.25)
    reg: float = 100.0
    ease_weight: float = 0.5
    neighbours_weight: float = 0.3
    least_ratings: int = 1
    max_items: int = 5_000
    kept: int = 800

    def __post_init__(self) -> None:
        if not self.fadings or len(self.fadings) != len(self.reaches) or not self.targets:
            raise BadConfig(
                f"{self}: fadings and reaches must have the same number of entries, targets at "
                "least one"
            )
        if min(*self.fadings, *self.reaches, self.reg) <= 0 or self.max_items < 1:
            raise BadConfig(f"{self}: fadings, reaches, reg and max_items must be above 0")

    @property
    def profiles(self) -> tuple[Float32, ...]:
        """Decay weights by age, one (reach,) array for each profile."""
        return tuple(
            decay(reach, time_constant=fading)
            for fading, reach in zip(self.fadings, self.reaches, strict=True)
        )


@dataclass(frozen=True, slots=True)
class NextRidgeModel:
    """Fitted `next-ridge` model.

    values, columns, row_starts: weights as in SparseRows, a block of n_items rows for each profile;
    prior: as in EaseModel.
    """

    values: Float32
    columns: Int32
    row_starts: Int32
    prior: Float32
    ease: EaseModel
    neighbours: NextNeighboursModel
    fadings: tuple[float, ...]
    reaches: tuple[int, ...]
    ease_weight: float
    neighbours_weight: float

    def __post_init__(self) -> None:
        for name in ("values", "columns", "row_starts", "prior"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    @property
    def weights(self) -> SparseRows:
        """The (profiles * n_items, n_items) weights as SparseRows."""
        return SparseRows(self.values, self.columns, self.row_starts, len(self.prior))

    def scores(self, histories: Histories) -> Float32:
        """Return (n, n_items) sums of the three experts' logarithms."""
        return self._together(
            self._ridge(histories),
            self.ease.scores(histories),
            self.neighbours.scores(histories),
        )

    def explain(self, history: Histories) -> ScoredExplanation:
        """Return the scores of one history.

        A contribution is how far the experts' logarithms fall without the item's part, so they need
        not add up.
        """
        places, rows, strengths = self._features(history.items)
        chosen = self.weights.chosen(rows)
        ridge = chosen.added(strengths)
        everybody, near = self.ease.explain(history), self.neighbours.explain(history)

        def contributions(items: Int32) -> Float32:
            """How far each expert's logarithm falls when a film's part of it is taken away."""
            parts = np.zeros((len(history.items), len(items)), dtype=np.float32)
            np.add.at(parts, places, chosen.between(items) * strengths[:, None])
            added = _fall(ridge[items], parts.T, least=_FLOOR)
            goes_with = _fall(
                everybody.scores[items], everybody.contributions(items), least=_EASE_FLOOR
            )
            voted = near.contributions(items)
            near_by = _fall(near.scores[items] + _FLOOR, voted, least=_FLOOR)
            added += self.ease_weight * goes_with + self.neighbours_weight * near_by
            return added

        scores = self._together(ridge[None, :], everybody.scores[None, :], near.scores[None, :])
        return ScoredExplanation(scores[0], contributions)

    def _together(self, ridge: Float32, everybody: Float32, near: Float32) -> Float32:
        """(n, n_items) each."""
        together = np.log(np.maximum(ridge, _FLOOR)) + self.prior
        together += self.ease_weight * np.log(np.maximum(everybody, _EASE_FLOOR))
        together += self.neighbours_weight * np.log(near + _FLOOR)
        return together

    def _ridge(self, histories: Histories) -> Float32:
        result = np.zeros((len(histories), len(self.prior)), dtype=np.float32)
        for row, (items, _) in enumerate(histories):
            _, rows, strengths = self._features(items)
            result[row] = self.weights.chosen(rows).added(strengths)
        return result

    def _features(self, items: Int32) -> tuple[Int64, Int32, Float32]:
        """Of a history: which places count, the rows of the weights for each, and how strongly.

        Profile after profile; most of a long history is beyond their reach.
        """
        places, rows, strengths = [], [], []
        for block, profile in enumerate(self._profiles):
            ages = np.arange(min(len(profile), len(items)))
            places.append(len(items) - 1 - ages)
            rows.append(items[places[-1]] + block * len(self.prior))
            strengths.append(profile[ages])
        return (
            np.concatenate(places),
            np.concatenate(rows).astype(np.int32),
            np.concatenate(strengths),
        )

    @property
    def _profiles(self) -> list[Float32]:
        pairs = zip(self.fadings, self.reaches, strict=True)
        return [decay(reach, time_constant=fading) for fading, reach in pairs]


def _fall(whole: Float32, parts: Float32, *, least: np.float32) -> Float32:
    """(k, h): how far log max(whole, least) falls without each of its parts. whole: (k,)."""
    high, rest = np.maximum(whole, least), np.maximum(whole[:, None] - parts, least)
    fall: Float32 = np.log(high)[:, None] - np.log(rest)
    return fall


def fit(
    data: TrainingData,
    config: NextRidgeConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> NextRidgeModel:
    """Fit the ridge regression and combine it with finished `ease` and `next-neighbours` models.

    O(ratings * longest reach) to count pairs, O((profiles * m)^3) to solve, for m covered items.
    Raises BadConfig when a part is of another kind.
    """
    ease, neighbours = parts["ease"], parts["next-neighbours"]
    if not isinstance(ease, EaseModel) or not isinstance(neighbours, NextNeighboursModel):
        raise BadConfig("next-ridge builds on ease and next-neighbours; train them with it")
    table, n_items = data.interactions, len(data.items)
    covered = most_rated(table, most=config.max_items, least_ratings=config.least_ratings)
    part = table.where(np.isin(table.items, covered))
    sequences = Sequences(places_of(covered, n_items)[part.items], Sequences.of(part).after)
    progress("counting pairs", 0.0)
    gram, cross = pair_sums(sequences, len(covered), config.profiles, config.targets)
    progress("solving", 0.5)
    gram[np.diag_indices_from(gram)] += np.float32(config.reg)
    factor = linalg.cho_factor(gram, lower=True, overwrite_a=True, check_finite=False)
    dense = linalg.cho_solve(factor, cross, overwrite_b=True, check_finite=False)
    blocks = len(config.profiles)
    kept = largest_weights(dense, covered, n_items, kept=config.kept, blocks=blocks)
    return NextRidgeModel(
        kept.values,
        kept.columns,
        kept.row_starts,
        popularity_prior(data),
        ease,
        neighbours,
        config.fadings,
        config.reaches,
        config.ease_weight,
        config.neighbours_weight,
    )


def pair_sums(
    sequences: Sequences, m: int, profiles: Sequence[Float32], targets: Sequence[float]
) -> tuple[Float32, Float32]:
    """Return X'X, (blocks * m, blocks * m), and X'Y, (blocks * m, m), one block for each profile."""
    blocks, reach = len(profiles), max(map(len, profiles))
    wide = np.zeros((blocks, reach + len(targets)), dtype=np.float32)
    for block, profile in enumerate(profiles):
        wide[block, : len(profile)] = profile
    width = blocks * m
    gram = np.zeros((width, width), dtype=np.float32)
    cross = np.zeros((width, m), dtype=np.float32)
    for distance, pairs in each_distance(sequences, reach + len(targets)):
        for first in range(blocks):
            ahead = _target_weight(wide[first], distance, targets)
            cells = (pairs.earlier.astype(np.int64) + first * m) * m + pairs.later
            np.add.at(cross.reshape(-1), cells, ahead)
            for second in range(blocks) if distance < reach else ():
                added = _both_weight(wide[first], wide[second], distance, reach)[
                    np.minimum(pairs.after, reach)
                ]
                rows = pairs.earlier.astype(np.int64) + first * m
                columns = pairs.later.astype(np.int64) + second * m
                np.add.at(gram.reshape(-1), rows * width + columns, added)
                if distance:
                    np.add.at(gram.reshape(-1), columns * width + rows, added)
    return gram, cross


def _both_weight(older: Float32, newer: Float32, distance: int, reach: int) -> Float32:
    """(reach + 1,): by the number of targets after the pair, what it adds to X'X."""
    products = older[distance:reach] * newer[: reach - distance]
    sums = np.concatenate(([0.0], np.cumsum(products)))
    return np.pad(sums, (0, distance), mode="edge").astype(np.float32)


def _target_weight(profile: Float32, distance: int, targets: Sequence[float]) -> np.float32:
    """What a pair adds to X'Y: the later item is the next one, the next but one, …"""
    ages = [(distance - 1 - ahead, weight) for ahead, weight in enumerate(targets)]
    return np.float32(sum(weight * profile[age] for age, weight in ages if age >= 0))
