"""The facts about each item that models may use besides its ratings."""

from dataclasses import dataclass

from recommender.core.data.ids import IdMap
from recommender.core.errors import BadData


@dataclass(frozen=True, slots=True)
class Items:
    """The catalogue as parallel columns by item row: titles, years (None if unknown) and genres.

    traits: further facts, worded so that they can be shown as an explanation, such as "by Michael
    Mann"; an empty tuple when there are none for any item. Raises BadData for columns of unequal
    length.
    """

    ids: IdMap
    titles: tuple[str, ...]
    years: tuple[int | None, ...]
    genres: tuple[tuple[str, ...], ...]
    traits: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        if not len(self.ids) == len(self.titles) == len(self.years) == len(self.genres):
            raise BadData("ids, titles, years and genres must have the same length")
        if self.traits and len(self.traits) != len(self.ids):
            raise BadData("traits must be empty or have one entry per id")

    def __len__(self) -> int:
        return len(self.ids)
