"""Movary's exports: history, ratings out of ten, and the watchlist."""

from collections.abc import Mapping

from uploads.imports.columns import Field
from uploads.imports.layout import Layout
from uploads.imports.rows import Kind

_COLUMNS: Mapping[Field, tuple[str, ...]] = {Field.RATING: ("userrating",), Field.DATE: ()}
_FILM = ("title", "tmdbid", "imdbid")

LAYOUTS = (
    Layout(
        site="movary",
        marks=frozenset({*_FILM, "year", "watchedat", "comment"}),
        only=True,
        columns={**_COLUMNS, Field.REVIEW: ("comment",)},
        unrated=Kind.SEEN,
    ),
    Layout(
        site="movary",
        marks=frozenset({*_FILM, "year", "userrating"}),
        only=True,
        columns=_COLUMNS,
        scale=10,
        is_exact=True,
    ),
    Layout(
        site="movary",
        marks=frozenset({*_FILM, "addedat"}),
        only=True,
        columns=_COLUMNS,
        expected=(Field.TITLE, Field.TMDB_ID),
        unrated=Kind.WISH,
    ),
    Layout(
        site="movary",
        marks=frozenset({*_FILM, "year", "addedat"}),
        only=True,
        columns=_COLUMNS,
        unrated=Kind.WISH,
    ),
)
