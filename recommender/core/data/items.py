"""What the models may know of each item beside its ratings."""

from dataclasses import dataclass

from recommender.core.data.ids import IdMap
from recommender.core.errors import BadData


@dataclass(frozen=True, slots=True)
class Items:
    """The catalogue as parallel columns: titles, years (None when unknown) and genres, by item row.

    traits: what else is known of an item, in words that can be shown as a reason, such as "by Michael
    Mann"; empty when nothing is known of any.
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
