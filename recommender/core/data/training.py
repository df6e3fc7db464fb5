"""The input of a fit."""

from dataclasses import dataclass

from recommender.core.data.interactions import Interactions
from recommender.core.data.items import Items
from recommender.core.errors import BadData


@dataclass(frozen=True, slots=True)
class TrainingData:
    """Interactions and items that share one id map.

    now_s: the newest interaction's time, which stands for the present (never the wall clock).
    Raises BadData when the numbers of items differ.
    """

    interactions: Interactions
    items: Items
    now_s: int

    def __post_init__(self) -> None:
        if self.interactions.n_items != len(self.items):
            raise BadData("interactions and items must share one id map")

    @classmethod
    def of(cls, interactions: Interactions, items: Items) -> "TrainingData":
        """Build the data with now_s of its newest interaction, 0 without any."""
        newest = int(interactions.times.max()) if len(interactions) else 0
        return cls(interactions, items, newest)
