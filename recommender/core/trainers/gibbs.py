"""The Gibbs sampler that fits `bayesian-mf`; its model and papers are in algorithms/bayesian_mf.py."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import cast

import numpy as np
from scipy.sparse import csr_array, diags_array
from scipy.sparse.linalg import svds

from recommender.core.algorithms.base import Parts, Progress
from recommender.core.algorithms.bayesian_mf import BayesianMfConfig, BayesianMfModel
from recommender.core.data.arrays import Float32, Float64, Int32, Int64
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import Interactions
from recommender.core.data.training import TrainingData
from recommender.core.trainers.normal_wishart import backward, draw_normal_wishart, forward

_CHUNK = 512  # vectors that are drawn in one go by one thread
_CHOICE_DAMPING = 2.0  # ratings
_FIRST_NOISE, _FIRST_TIGHTNESS, _FIRST_SCALE = 1.5, 5.0, 0.1


def fit(
    data: TrainingData,
    config: BayesianMfConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> BayesianMfModel:
    """Run the chain. O(sweeps * (ratings * d^2 + (users + items) * d^3)) for d = rank + 1."""
    table = data.interactions
    progress("who rated what", 0.0)
    leading = _leading(table, config.features, rng)
    mean = float(table.ratings.mean(dtype=np.float64)) if len(table) else 0.0
    chain = _Chain.of(table, leading, config.rank + 1, mean, rng)
    kept_at = np.linspace(config.warm_up, config.sweeps - 1, config.samples).astype(int)
    samples = []
    for sweep in range(config.sweeps):
        progress(f"sweep {sweep + 1} of {config.sweeps}", sweep / config.sweeps)
        chain.sweep()
        if sweep in kept_at:
            samples.append(_Sample.of(chain, leading.implied))
    model = BayesianMfModel(
        np.stack([one.items for one in samples], axis=1),
        np.stack([one.implied for one in samples], axis=1),
        np.stack([one.mean for one in samples]),
        np.stack([one.precision for one in samples]),
        np.array([one.noise for one in samples]),
        np.zeros(table.n_items, dtype=np.float32),
        config.choice,
        mean,
    )
    return replace(model, chosen=_chosen(table, model))


def _chosen(table: Interactions, model: BayesianMfModel) -> Float32:
    """(n_items,): damped mean difference between an item's ratings and the prediction for a new
    user.
    """
    nobody = np.empty(0, np.int32), np.empty(0, np.float32), np.empty(0, np.int64)
    stranger = model.scores(Histories.single(*nobody))[0]
    counts = table.item_counts()
    above: Float64 = (table.item_sums() - counts * stranger) / (counts + _CHOICE_DAMPING)
    return above.astype(np.float32)


@dataclass(frozen=True, slots=True)
class _Leading:
    """The k leading singular vectors of the user-item matrix, each entry over sqrt(n_u * n_i).

    users: (n_users, k) and items: (n_items, k), the features, of unit scale; implied: (n_items, k), an
    item's contribution to the features of its users, times the root of their numbers of ratings.
    """

    users: Float64
    items: Float64
    implied: Float64


def _leading(table: Interactions, wanted: int, rng: np.random.Generator) -> _Leading:
    shape = (table.n_users, table.n_items)
    k = max(min(wanted, min(shape) - 1), 0)
    given = np.ones(len(table))
    who = csr_array((given, (table.users, table.items)), shape=shape)
    of_user = np.maximum(np.bincount(table.users, minlength=shape[0]), 1) ** -0.5
    of_item = np.maximum(table.item_counts(), 1) ** -0.5
    scaled = diags_array(of_user) @ who @ diags_array(of_item)
    if not k:
        return _Leading(np.empty((shape[0], 0)), np.empty((shape[1], 0)), np.empty((shape[1], 0)))
    _, strengths, across = svds(scaled, k=k, v0=rng.normal(size=min(shape)))
    implied = of_item[:, None] * across.T * shape[0] ** 0.5
    users = of_user[:, None] * (who @ implied)
    return _Leading(users, across.T * strengths * shape[1] ** 0.5, implied)


@dataclass(slots=True)
class _Level:
    """One side's vectors, (n, d), with the normal prior that they are drawn from.

    A vector's mean is `mean` + its features @ loadings; precision: (d, d) of what is left over;
    tightness: how strongly the loadings are drawn towards zero.
    """

    offsets: Int64
    others: Int32
    targets: Float32
    features: Float64
    vectors: Float64
    mean: Float64
    precision: Float64
    loadings: Float64
    tightness: float
    axes: tuple[Float64, Float64] = field(init=False)

    def __post_init__(self) -> None:
        values, vectors = np.linalg.eigh(self.features.T @ self.features)
        self.axes = values, vectors

    @classmethod
    def of(
        cls,
        owners: Int32,
        others: Int32,
        targets: Float32,
        features: Float64,
        d: int,
        rng: np.random.Generator,
    ) -> "_Level":
        n, k = features.shape
        order = np.argsort(owners, kind="stable")
        offsets = np.concatenate(([0], np.cumsum(np.bincount(owners, minlength=n))))
        return cls(
            offsets,
            others[order],
            targets[order],
            features,
            rng.normal(scale=_FIRST_SCALE, size=(n, d)),
            np.zeros(d),
            np.eye(d),
            np.zeros((k, d)),
            _FIRST_TIGHTNESS,
        )

    def draw_prior(self, rng: np.random.Generator) -> None:
        """The normal-Wishart draw of Salakhutdinov & Mnih eq. 14, then Macau's of the loadings."""
        spread = self.tightness * self.loadings.T @ self.loadings
        left = self.vectors - self.features @ self.loadings
        self.mean, self.precision = draw_normal_wishart(left, spread, len(self.loadings), rng)
        self._draw_loadings(rng)

    def _draw_loadings(self, rng: np.random.Generator) -> None:
        """Macau's noise injection: the solution of a ridge regression with noisy targets is a draw.

        (F'F + tightness * I) is inverted by its eigenvectors, found once.
        """
        n, k = self.features.shape
        if not k:
            return
        d = len(self.mean)
        scatter = np.linalg.inv(np.linalg.cholesky(self.precision))
        noisy = self.vectors - self.mean + rng.normal(size=(n, d)) @ scatter
        noise = self.tightness**0.5 * rng.normal(size=(k, d)) @ scatter
        values, vectors = self.axes
        right = vectors.T @ (self.features.T @ noisy + noise)
        self.loadings = vectors @ (right / (values + self.tightness)[:, None])
        size = float(((self.loadings @ self.precision) * self.loadings).sum())
        self.tightness = rng.gamma((k * d + 1) / 2, 2 / (1 + size))

    def draw_vectors(self, others: Float64, noise: float, rng: np.random.Generator) -> None:
        """Each vector given its ratings and the other side's, (v, bias); Salakhutdinov & Mnih eq. 11."""
        x = others.astype(np.float32)
        targets = self.targets - x[self.others, -1]
        x[:, -1] = 1.0
        towards = (self.mean + self.features @ self.loadings) @ self.precision
        dice = rng.normal(size=self.vectors.shape)

        def draw(rows: Int64) -> None:
            precisions, pulls = self._sums(rows, x, targets)
            right = towards[rows] + noise * pulls
            roots = cast("Float64", np.linalg.cholesky(self.precision + noise * precisions))
            self.vectors[rows] = backward(roots, forward(roots, right) + dice[rows])

        alike = np.argsort(np.diff(self.offsets), kind="stable")
        with ThreadPoolExecutor() as threads:
            list(threads.map(draw, np.split(alike, range(_CHUNK, len(alike), _CHUNK))))

    def _sums(self, rows: Int64, x: Float32, targets: Float32) -> tuple[Float64, Float64]:
        """The sums of x x' and of x times its target over the ratings of each row.

        rows: by their number of ratings, so that those of as many are worked out at once.
        """
        d = x.shape[1]
        squares, pulls = np.empty((len(rows), d, d)), np.empty((len(rows), d))
        starts, counts = self.offsets[rows], np.diff(self.offsets)[rows]
        for here in np.split(np.arange(len(rows)), np.flatnonzero(np.diff(counts)) + 1):
            mine = starts[here][:, None] + np.arange(counts[here[0]])
            own = x[self.others[mine]]
            squares[here] = own.transpose(0, 2, 1) @ own
            pulls[here] = (targets[mine][:, None, :] @ own)[:, 0]
        return squares, pulls

    def predicted(self, others: Float64) -> Iterator[Float64]:
        """Yield, for each row in turn, the predicted targets of its ratings."""
        for row, (start, stop) in enumerate(zip(self.offsets[:-1], self.offsets[1:], strict=True)):
            own, theirs = self.vectors[row], others[self.others[start:stop]]
            yield cast("Float64", theirs[:, :-1] @ own[:-1] + theirs[:, -1] + own[-1])


@dataclass(slots=True)
class _Chain:
    users: _Level
    items: _Level
    noise: float
    rng: np.random.Generator

    @classmethod
    def of(
        cls,
        table: Interactions,
        leading: _Leading,
        d: int,
        mean: float,
        rng: np.random.Generator,
    ) -> "_Chain":
        left = table.ratings - np.float32(mean)
        users = _Level.of(table.users, table.items, left, leading.users, d, rng)
        items = _Level.of(table.items, table.users, left, leading.items, d, rng)
        return cls(users, items, _FIRST_NOISE, rng)

    def sweep(self) -> None:
        self.items.draw_prior(self.rng)
        self.items.draw_vectors(self.users.vectors, self.noise, self.rng)
        self.users.draw_prior(self.rng)
        self.users.draw_vectors(self.items.vectors, self.noise, self.rng)
        self._draw_noise()

    def _draw_noise(self) -> None:
        targets = self.users.targets
        missed = targets - np.concatenate([np.empty(0), *self.users.predicted(self.items.vectors)])
        squares = float((missed**2).sum())
        self.noise = self.rng.gamma((len(targets) + 1) / 2, 2 / (1 + squares))


@dataclass(frozen=True, slots=True)
class _Sample:
    """What is kept of one sweep: the items and the prior of the users."""

    items: Float32
    implied: Float32
    mean: Float64
    precision: Float64
    noise: float

    @classmethod
    def of(cls, chain: _Chain, implied: Float64) -> "_Sample":
        users = chain.users
        return cls(
            chain.items.vectors.astype(np.float32),
            (implied @ users.loadings).astype(np.float32),
            users.mean,
            users.precision,
            chain.noise,
        )
