"""A file of an unknown site: its columns are found by common names, its scale by its ratings."""

from collections.abc import Mapping

from uploads.imports.columns import Field
from uploads.imports.layout import Layout

LAYOUT = Layout(site="generic", marks=frozenset(), expected=(Field.TITLE, Field.YEAR, Field.RATING))
_FILM = (Field.TITLE, Field.IMDB_ID, Field.TMDB_ID, Field.MOVIELENS_ID)


def names_films(head: Mapping[str, str]) -> bool:
    """Whether any column identifies the film of a row."""
    return any(name in head for field in _FILM for name in LAYOUT.names_of(field))
