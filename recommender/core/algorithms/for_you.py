"""`for-you`: the default list of the site.

score = next_ridge(liked) + w_p(n) * preference + w_c(n) * content + w_k(n) * popularity: a product
of experts in logarithms, as in `next-ridge`. `next-ridge` is given only the liked items of the
history, since it ignores ratings; preference is `als-implicit`, for which a low rating is a
confident "no"; content is the cosine with the user's profile; popularity (the field `crowd`) is
log(1 + number of ratings), which helps most with short histories. The weights depend on the number
n of rated items: linear in log n between the given lengths, constant beyond them. `manage.py tune
for-you` learns them. The defaults up to ten ratings were learned on ml-latest-small. Those for
longer histories were chosen there as a compromise between histories in time order, where
`next-ridge` helps most, and randomly sampled histories, where it helps little.

Predicted ratings and standard deviations come from `bayesian-mf`. Items with fewer than min_ratings
are left out of lists.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.als_implicit import AlsImplicitModel
from recommender.core.algorithms.base import (
    Parts,
    Progress,
    ScoredExplanation,
    UncertainPredictions,
)
from recommender.core.algorithms.bayesian_mf import BayesianMfModel
from recommender.core.algorithms.content import ContentModel
from recommender.core.algorithms.next_ridge import NextRidgeModel
from recommender.core.data.arrays import Bool, Float32, Int32, Int64, read_only
from recommender.core.data.histories import Histories
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig
from recommender.core.ranking.top_k import NEVER


@dataclass(frozen=True, slots=True)
class ForYouConfig:
    """Hyperparameters of `for-you`.

    lengths: ascending numbers of rated items; each tuple of weights: an expert's weight at those
    lengths; neutral_stars: the lowest rating that counts as liked. Raises BadConfig for tuples of
    unequal length.
    """

    lengths: tuple[float, ...] = (1, 3, 5, 10, 15, 20, 100)
    preference_weights: tuple[float, ...] = (270.0, 158.0, 133.0, 115.0, 50.0, 9.0, 4.5)
    content_weights: tuple[float, ...] = (16.6, 23.6, 42.4, 57.2, 25.0, 5.5, 6.0)
    crowd_weights: tuple[float, ...] = (19.9, 14.7, 14.3, 12.4, 5.0, 0.0, 0.0)
    neutral_stars: float = 2.75
    min_ratings: int = 10

    def __post_init__(self) -> None:
        weights = (self.preference_weights, self.content_weights, self.crowd_weights)
        if any(len(each) != len(self.lengths) for each in weights):
            raise BadConfig(f"{self}: lengths and weights must have the same number of entries")
        if not self.lengths or min(self.lengths) <= 0 or sorted(self.lengths) != [*self.lengths]:
            raise BadConfig(f"lengths={self.lengths} must be ascending and above 0")
        if self.min_ratings < 0:
            raise BadConfig(f"min_ratings={self.min_ratings} must be at least 0")


@dataclass(frozen=True, slots=True)
class ForYouModel:
    """Fitted `for-you` model.

    crowd: (n_items,), log(1 + number of ratings); known: (n_items,), False for items that are never
    shown.
    """

    following: NextRidgeModel
    preference: AlsImplicitModel
    content: ContentModel
    stars: BayesianMfModel
    crowd: Float32
    known: Bool
    lengths: tuple[float, ...]
    preference_weights: tuple[float, ...]
    content_weights: tuple[float, ...]
    crowd_weights: tuple[float, ...]
    neutral_stars: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "crowd", read_only(self.crowd))
        object.__setattr__(self, "known", read_only(self.known))

    def scores(self, histories: Histories) -> Float32:
        """Return (n, n_items) blended scores; -inf for items with too few ratings."""
        return self._weighed(histories.lengths(), *self.experts(histories))

    def experts(self, histories: Histories) -> tuple[Float32, Float32, Float32]:
        """Return the unweighted scores of next-ridge, als-implicit and content, (n, n_items) each."""
        following = self.following.scores(histories.where(self._likes(histories)))
        return following, self.preference.scores(histories), self.content.scores(histories)

    def explain(self, history: Histories) -> ScoredExplanation:
        """Return the scores of one history with the experts' weighted contributions.

        Popularity is not attributed to any item of the history.
        """
        liked = self._likes(history)
        following = self.following.explain(history.where(liked))
        preference, content = self.preference.explain(history), self.content.explain(history)
        lengths = history.lengths()

        def contributions(items: Int32) -> Float32:
            added = preference.contributions(items) * self._weights(
                self.preference_weights, lengths
            )
            added += content.contributions(items) * self._weights(self.content_weights, lengths)
            added[:, liked] += following.contributions(items)
            return added

        opinions = (following, preference, content)
        return ScoredExplanation(
            self._weighed(lengths, *(one.scores[None, :] for one in opinions))[0], contributions
        )

    def predict(self, histories: Histories, items: Int32) -> Float32:
        """Return (n, len(items)) predicted ratings of `bayesian-mf`, 0.5 to 5 stars."""
        return self.stars.predict(histories, items)

    def predict_uncertain(self, history: Histories, items: Int32) -> UncertainPredictions:
        """Return predicted ratings and standard deviations of `bayesian-mf` for one user."""
        return self.stars.predict_uncertain(history, items)

    def _weighed(
        self, lengths: Int64, following: Float32, preference: Float32, content: Float32
    ) -> Float32:
        """(n, n_items) each."""
        result = following + self._weights(self.preference_weights, lengths) * preference
        result += self._weights(self.content_weights, lengths) * content
        result += self._weights(self.crowd_weights, lengths) * self.crowd
        result[:, ~self.known] = NEVER
        return result

    def _likes(self, histories: Histories) -> Bool:
        liked: Bool = histories.ratings >= self.neutral_stars
        return liked

    def _weights(self, at_lengths: Sequence[float], lengths: Int64) -> Float32:
        """(n, 1): an expert's weight for each history."""
        places = np.log(np.maximum(lengths, 1))
        weights = np.interp(places, np.log(self.lengths), at_lengths)
        return weights[:, None].astype(np.float32)


def fit(
    data: TrainingData,
    config: ForYouConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> ForYouModel:
    """Combine finished models of the same data. Raises BadConfig when one of them is of another
    kind.
    """
    following, preference = parts["next-ridge"], parts["als-implicit"]
    content, stars = parts["content"], parts["bayesian-mf"]
    if not isinstance(following, NextRidgeModel) or not isinstance(preference, AlsImplicitModel):
        raise BadConfig("for-you builds on next-ridge and als-implicit; train them with it")
    if not isinstance(content, ContentModel) or not isinstance(stars, BayesianMfModel):
        raise BadConfig("for-you builds on content and bayesian-mf; train them with it")
    counts = data.interactions.item_counts()
    return ForYouModel(
        following,
        preference,
        content,
        stars,
        np.log1p(counts).astype(np.float32),
        counts >= config.min_ratings,
        config.lengths,
        config.preference_weights,
        config.content_weights,
        config.crowd_weights,
        config.neutral_stars,
    )
