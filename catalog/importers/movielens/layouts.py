"""Recognise the release in a folder by its files and their content."""

import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from catalog.importers.errors import ImportFailed
from catalog.models import Source
from recommender.core.data.ratings_files import COLONS, COLONS_OF_TEN, CSV, TABS, RatingsLayout

_PADDED_ID = re.compile(rb"0[0-9]{6,}::")  # IMDb ids; MovieLens releases do not pad their own
_FIRST_LINES = 2_000


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of one family of releases.

    optional: files that a release may lack.

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
        """Whether the films' numbers are IMDb ids."""
        return self.numbering == Source.MOVIETWEETINGS

    @property
    def has_profiles(self) -> bool:
        """Whether there are profiles.

        MovieTweetings's users.dat is not used: it identifies Twitter accounts.
        """
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
    """Return the folder's layout. Raises ImportFailed, naming the missing files, when none fits."""
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
    """Recognise MovieTweetings by zero-padded IMDb ids, or by users without age and gender."""
    users = folder / "users.dat"
    if users.is_file():
        with users.open("rb") as file:
            return file.readline().count(b"::") == 1
    with (folder / _DAT.films).open("rb") as file:
        return any(_PADDED_ID.match(line) for line in islice(file, _FIRST_LINES))
