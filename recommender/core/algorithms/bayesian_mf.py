"""`bayesian-mf`: Bayesian matrix factorisation; predicts ratings with standard deviations.

r = mu + b_i + b_u + v_i . w_u + noise. Salakhutdinov & Mnih 2008, "Bayesian probabilistic matrix
factorization using Markov chain Monte Carlo", with the biases as one more dimension of each vector,
and with side information as in Simm et al. 2017, "Macau", eq. 2-4: the mean of a user's prior
depends on which items they rated (the implicit feedback of SVD++, Koren 2008, eq. 15), that of an
item on its raters. Departures: the side information is the leading singular vectors of the rating
pattern, not the whole matrix; users are not stored. Some samples of the items and of the users'
prior are kept; for each, the posterior of a user given their history is solved exactly, with x_j =
(v_j, 1), t_j = r_j - mu - b_j:

    P = Lambda + alpha * sum(x_j x_j'),   w = m + P^-1 sum(Lambda c_j + alpha * x_j (t_j - x_j . m)),

where c_j = implied_j / sqrt(h) moves the prior's mean for having rated j, one of h items.

The prior describes all users, but ratings are not missing at random: an item's ratings come from
users who chose it (Marlin & Zemel 2009, "Collaborative prediction and ranking with non-random
missing data"). With few known ratings, the user is assumed to be one who chose the item: chosen_i,
the damped mean difference between the item's ratings and the prediction for a new user, is added
with weight choice / (choice + h).
"""

from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.base import ScoredExplanation, UncertainPredictions
from recommender.core.data.arrays import Float32, Float64, Int32, read_only
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import HIGHEST_STARS, LOWEST_STARS
from recommender.core.errors import BadConfig


@dataclass(frozen=True, slots=True)
class BayesianMfConfig:
    """Hyperparameters of `bayesian-mf`.

    rank: length of v; features: number of singular vectors; sweeps: of the Gibbs sampler, of which
    `samples` after `warm_up` are kept; choice: the number of ratings at which `chosen` counts half.
    Raises BadConfig for values out of range.
    """

    rank: int = 24
    features: int = 200
    sweeps: int = 60
    warm_up: int = 20
    samples: int = 8
    choice: float = 5.0

    def __post_init__(self) -> None:
        if self.rank < 1 or self.features < 0:
            raise BadConfig(
                f"rank={self.rank} must be at least 1, features={self.features} at least 0"
            )
        if self.choice <= 0:
            raise BadConfig(f"choice={self.choice} must be above 0")
        if not 1 <= self.samples <= self.sweeps - self.warm_up or self.warm_up < 0:
            raise BadConfig(
                f"samples={self.samples} must be between 1 and the sweeps={self.sweeps} "
                f"after warm_up={self.warm_up}"
            )


@dataclass(frozen=True, slots=True)
class Posterior:
    """Posterior of one user in s samples, given h rated items; d = rank + 1, the bias last.

    prior: (s, d), the mean m; precisions: (s, d, d), P; pushes: (s, d, h), what each rated item
    adds to P (w - m).
    """

    prior: Float64
    precisions: Float64
    pushes: Float64

    def means(self) -> Float64:
        """Return (s, d) posterior means of the user's vector."""
        return self.prior + self._solved(self.pushes.sum(axis=2, keepdims=True))[:, :, 0]

    def pulls(self) -> Float64:
        """Return (s, d, h): what each rated item adds to the posterior means."""
        return self._solved(self.pushes)

    def predict_uncertain(self, x: Float64) -> tuple[Float64, Float64]:
        """Return means and variances of x . w, (s, n) each. x: (s, n, d)."""
        everything = self.pushes.sum(axis=2, keepdims=True)
        solved = self._solved(np.concatenate((x.transpose(0, 2, 1), everything), axis=2))
        means = self.prior + solved[:, :, -1]
        variances = (x * solved[:, :, :-1].transpose(0, 2, 1)).sum(axis=2)
        return (x @ means[:, :, None])[:, :, 0], variances

    def _solved(self, right: Float64) -> Float64:
        return np.linalg.solve(self.precisions, right).astype(np.float64)


@dataclass(frozen=True, slots=True)
class BayesianMfModel:
    """Fitted `bayesian-mf` model of s samples; d = rank + 1.

    item_vectors: (n_items, s, d), v_i and then b_i; implied: (n_items, s, d); means: (s, d) and
    precisions: (s, d, d) of the users' prior; noise: (s,), the precision alpha of a rating; chosen:
    (n_items,), in stars.
    """

    item_vectors: Float32
    implied: Float32
    means: Float64
    precisions: Float64
    noise: Float64
    chosen: Float32
    choice: float
    global_mean: float

    def __post_init__(self) -> None:
        for name in ("item_vectors", "implied", "means", "precisions", "noise", "chosen"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    def scores(self, histories: Histories) -> Float32:
        """Return (n, n_items) predicted ratings, not clipped, so that 5.3 still ranks above 5.1."""
        return self._stars(histories, slice(None))

    def predict(self, histories: Histories, items: Int32) -> Float32:
        """Return (n, len(items)) predicted ratings, clipped to 0.5 to 5 stars."""
        return self._stars(histories, items).clip(LOWEST_STARS, HIGHEST_STARS)

    def explain(self, history: Histories) -> ScoredExplanation:
        """Return the scores of one history with additive contributions, averaged over the samples."""
        person = self.posterior(history.items, history.ratings)

        def contributions(items: Int32) -> Float32:
            n_samples, d, length = person.pushes.shape
            x = self._regressors(items).reshape(len(items), n_samples * d)
            added: Float64 = x @ person.pulls().reshape(n_samples * d, length) / n_samples
            return added.astype(np.float32)

        return ScoredExplanation(self._expected(person, slice(None)), contributions)

    def predict_uncertain(self, history: Histories, items: Int32) -> UncertainPredictions:
        """Return predicted ratings and standard deviations for one user.

        The variance is the sum of a rating's noise, the user's posterior variance within a sample
        (both averaged over the samples) and the variance of the samples' means.
        """
        person = self.posterior(history.items, history.ratings)
        personal, unsure = person.predict_uncertain(self._regressors(items).transpose(1, 0, 2))
        means = personal + self.item_vectors[items, :, -1].T
        expected = self.global_mean + means.mean(axis=0) + self._share(person) * self.chosen[items]
        stars = expected.clip(LOWEST_STARS, HIGHEST_STARS)
        variance = (1 / self.noise[:, None] + unsure).mean(axis=0) + means.var(axis=0)
        return UncertainPredictions(stars.astype(np.float32), np.sqrt(variance).astype(np.float32))

    def posterior(self, rated: Int32, ratings: Float32) -> Posterior:
        """Return the posterior of one user. O(s * h * d^2); solving it later takes O(s * d^3)."""
        x = self._regressors(rated).transpose(1, 0, 2)
        biases = self.item_vectors[rated, :, -1].T
        alpha = self.noise[:, None, None]
        precisions = self.precisions + alpha * (x.transpose(0, 2, 1) @ x)
        left = ratings - self.global_mean - biases - (x @ self.means[:, :, None])[:, :, 0]
        implied = self.implied[rated].transpose(1, 0, 2) / max(len(rated), 1) ** 0.5
        pushes = implied @ self.precisions + alpha * x * left[:, :, None]
        return Posterior(self.means, precisions, pushes.transpose(0, 2, 1))

    def _regressors(self, items: Int32) -> Float64:
        """(n, s, d): v and a one, the counterparts of a user's vector and bias."""
        x = self.item_vectors[items].astype(np.float64)
        x[:, :, -1] = 1.0
        return x

    def _stars(self, histories: Histories, items: Int32 | slice) -> Float32:
        rows = [
            self._expected(self.posterior(rated, ratings), items) for rated, ratings in histories
        ]
        return np.stack(rows) if rows else np.empty((0, len(self.chosen[items])), dtype=np.float32)

    def _expected(self, person: Posterior, items: Int32 | slice) -> Float32:
        means = person.means()
        bias = self.global_mean + means[:, -1].mean()
        means[:, -1] = 1.0  # meets the items' biases
        vectors, chosen = self.item_vectors[items], self.chosen[items]
        flat = vectors.reshape(len(vectors), means.size)
        stars: Float32 = flat @ (means.ravel() / len(means)).astype(np.float32) + np.float32(bias)
        return stars + np.float32(self._share(person)) * chosen

    def _share(self, person: Posterior) -> float:
        """The weight of `chosen`, which falls with the number of this user's ratings."""
        return float(self.choice / (self.choice + person.pushes.shape[2]))
