"""`for-you`: the list that the site shows by default.

score = preference + stars_weight * (b_i + trust * v_i . w), where preference is `als-implicit`'s, and
b_i and v_i . w are `als`'s view of the item and of the person. trust = n_i / (n_i + item_shrinkage) *
n_u / (n_u + user_shrinkage) draws a guess towards the item's mean when few people rated the item, or
the person rated few. Items with fewer than min_ratings are left out. Stars alone rank films that few
people know; preference alone forgets how good a film is.
"""

from dataclasses import dataclass

import numpy as np

from recommender.core.algorithms.als import AlsModel
from recommender.core.algorithms.als_implicit import AlsImplicitModel
from recommender.core.algorithms.base import Parts, Progress
from recommender.core.data.arrays import Bool, Float32, Int32, read_only
from recommender.core.data.histories import Histories
from recommender.core.data.interactions import HIGHEST_STARS, LOWEST_STARS
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig
from recommender.core.ranking.top_k import NEVER


@dataclass(frozen=True, slots=True)
class ForYouConfig:
    """The shrinkages and min_ratings count ratings; stars_weight is in units of preference."""

    stars_weight: float = 0.05
    item_shrinkage: float = 10.0
    user_shrinkage: float = 5.0
    min_ratings: int = 10

    def __post_init__(self) -> None:
        if min(self.stars_weight, self.item_shrinkage, self.user_shrinkage, self.min_ratings) < 0:
            raise BadConfig(f"{self}: nothing may be below 0")


@dataclass(frozen=True, slots=True)
class ForYouModel:
    """item_trust: (n_items,) in 0..1; known: (n_items,) False for an item that is never shown."""

    preference: AlsImplicitModel
    stars: AlsModel
    item_trust: Float32
    known: Bool
    stars_weight: float
    user_shrinkage: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "item_trust", read_only(self.item_trust))
        object.__setattr__(self, "known", read_only(self.known))

    def scores(self, histories: Histories) -> Float32:
        everything = np.arange(len(self.item_trust), dtype=np.int32)
        result = self.preference.scores(histories)
        for row, (rated, ratings) in enumerate(histories):
            personal = self.stars.personal(rated, ratings, everything)
            quality = self.stars.item_offsets + self._trust(len(rated), everything) * personal
            result[row] += self.stars_weight * quality
        result[:, ~self.known] = NEVER
        return result

    def predict(self, histories: Histories, items: Int32) -> Float32:
        trusts = [self._trust(int(rated), items) for rated in histories.lengths()]
        guess = self.stars.stars(histories, items, trusts)
        return guess.clip(LOWEST_STARS, HIGHEST_STARS)

    def _trust(self, rated: int, items: Int32) -> Float32:
        """How far to believe the personal part for somebody who rated so many films."""
        return self.item_trust[items] * np.float32(rated / max(rated + self.user_shrinkage, 1e-9))

    def contributions(self, history: Histories, items: Int32) -> Float32:
        own_stars = self.stars.contributions(history, items)
        own_stars *= self._trust(len(history.items), items)[:, None]
        return self.preference.contributions(history, items) + self.stars_weight * own_stars


def fit(
    data: TrainingData,
    config: ForYouConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> ForYouModel:
    """Put the two finished ALS models of the same data together."""
    preference, stars = parts["als-implicit"], parts["als"]
    if not isinstance(preference, AlsImplicitModel) or not isinstance(stars, AlsModel):
        raise BadConfig("for-you builds on als-implicit and als; train them with it")
    counts = data.interactions.item_counts()
    trust = counts / np.maximum(counts + config.item_shrinkage, 1e-9)
    known = counts >= config.min_ratings
    return ForYouModel(
        preference,
        stars,
        trust.astype(np.float32),
        known,
        config.stars_weight,
        config.user_shrinkage,
    )
