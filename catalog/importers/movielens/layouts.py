"""Which release a folder holds, recognised from its files and what is in them."""

import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from catalog.importers.errors import ImportFailed
from catalog.models import Source
from recommender.core.data.ratings_files import COLONS, COLONS_OF_TEN, CSV, TABS, RatingsLayout

_PADDED_ID = re.compile(rb"0[0-9]{6,}::")  # IMDb's ids, as no release of MovieLens writes its own
_FIRST_LINES = 2_000


@dataclass(frozen=True, slots=True)
class Layout:
    """How one family of releases is laid out. optional: files that a release may lack.

    links, tags: the names of these files in CSV.
    """

    films: str
    ratings: str
    ratings_layout: RatingsLayout
    numbering: Source
    optional: tuple[str, ...]
    links: str = "links.csv"
    tags: str = "tags.csv"

    @property
    def required(self) -> tuple[str, str]:
        return (self.films, self.ratings)

    @property
    def has_imdb_numbers(self) -> bool:
        """Whether a film's number is its id at IMDb."""
        return self.numbering == Source.MOVIETWEETINGS

    @property
    def has_profiles(self) -> bool:
        """MovieTweetings's users.dat leads to accounts on Twitter, which are nobody's business here."""
        return self.numbering != Source.MOVIETWEETINGS


CSV_LAYOUT = Layout(
    "movies.csv",
    "ratings.csv",
    CSV,
    Source.MOVIELENS,
    ("links.csv", "tags.csv", "genome-tags.csv", "genome-scores.csv"),
)
_KAGGLE_20M = Layout(
    "movie.csv",
    "rating.csv",
    CSV,
    Source.MOVIELENS,
    ("link.csv", "tag.csv", "genome_tags.csv", "genome_scores.csv"),
    links="link.csv",
    tags="tag.csv",
)
_DAT = Layout("movies.dat", "ratings.dat", COLONS, Source.MOVIELENS, ("users.dat", "tags.dat"))
_MOVIETWEETINGS = Layout(
    "movies.dat", "ratings.dat", COLONS_OF_TEN, Source.MOVIETWEETINGS, ("users.dat",)
)
_100K = Layout("u.item", "u.data", TABS, Source.MOVIELENS_100K, ("u.genre", "u.user"))
_LAYOUTS = (CSV_LAYOUT, _KAGGLE_20M, _DAT, _100K)

FILES = frozenset(name for one in _LAYOUTS for name in (*one.required, *one.optional))


def layout_of(folder: Path) -> Layout:
    """Raises ImportFailed, naming what is missing, when no release is laid out like this."""
    counts = {one: sum((folder / name).is_file() for name in one.required) for one in _LAYOUTS}
    best = max(_LAYOUTS, key=lambda one: counts[one])
    if counts[best] < len(best.required):
        missing = [name for name in best.required if not (folder / name).is_file()]
        raise ImportFailed(
            f"{folder.name} has no {' and no '.join(missing)}; name a complete MovieLens release"
        )
    if best is _DAT and _is_movietweetings(folder):
        return _MOVIETWEETINGS
    return best


def _is_movietweetings(folder: Path) -> bool:
    """Recognised by zero-padded IMDb film ids, or by users without age and gender."""
    users = folder / "users.dat"
    if users.is_file():
        with users.open("rb") as file:
            return file.readline().count(b"::") == 1
    with (folder / _DAT.films).open("rb") as file:
        return any(_PADDED_ID.match(line) for line in islice(file, _FIRST_LINES))
