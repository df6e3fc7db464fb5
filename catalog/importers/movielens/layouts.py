"""Which release a folder holds, told from its files."""

from dataclasses import dataclass
from pathlib import Path

from catalog.importers.errors import ImportFailed
from catalog.models import Source
from recommender.core.data.ratings_files import COLONS, CSV, TABS, RatingsLayout


@dataclass(frozen=True, slots=True)
class Layout:
    """How one family of releases is laid out. optional: files that a release may lack."""

    films: str
    ratings: str
    ratings_layout: RatingsLayout
    numbering: Source
    optional: tuple[str, ...]

    @property
    def required(self) -> tuple[str, str]:
        return (self.films, self.ratings)


CSV_LAYOUT = Layout(
    "movies.csv",
    "ratings.csv",
    CSV,
    Source.MOVIELENS,
    ("links.csv", "tags.csv", "genome-tags.csv", "genome-scores.csv"),
)
_DAT = Layout("movies.dat", "ratings.dat", COLONS, Source.MOVIELENS, ("users.dat", "tags.dat"))
_100K = Layout("u.item", "u.data", TABS, Source.MOVIELENS_100K, ("u.genre", "u.user"))
_LAYOUTS = (CSV_LAYOUT, _DAT, _100K)

FILES = frozenset(name for one in _LAYOUTS for name in (*one.required, *one.optional))


def layout_of(folder: Path) -> Layout:
    """Raises ImportFailed, naming what is missing, when no release is laid out like this."""
    counts = {one: sum((folder / name).is_file() for name in one.required) for one in _LAYOUTS}
    best = max(_LAYOUTS, key=lambda one: counts[one])
    if counts[best] < len(best.required):
        missing = [name for name in best.required if not (folder / name).is_file()]
        raise ImportFailed(
            f"{folder.name} has no {' and no '.join(missing)}; give a whole MovieLens release"
        )
    return best
