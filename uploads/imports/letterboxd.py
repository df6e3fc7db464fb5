"""Letterboxd's export, and files for its importer.

ratings.csv, diary.csv, reviews.csv and watched.csv cover the same films. ratings.csv has the current
ratings, so it ranks first; diary and reviews have single viewings, of which the latest counts;
watched.csv only lists seen films. "Letterboxd URI" is the film's in some files and the viewing's in
others, so it is not a key. Without a rating, only a file's name shows whether its films were seen.
"""

import re
from dataclasses import replace

from uploads.imports.columns import Field
from uploads.imports.layout import Layout
from uploads.imports.rows import Cells, FileRow, Kind

FILES = ("ratings.csv", "diary.csv", "reviews.csv", "watched.csv", "watchlist.csv")
_CURRENT, _VIEWING = 2, 1
_LIST_HEAD = re.compile(
    r"\ufeff?Letterboxd list export[^\n]*\n(?:[^\n]*\n)*?(?=\"?Position\"?,)", re.IGNORECASE
)


def _finish(row: FileRow, cells: Cells, file: str) -> FileRow:
    is_viewing = any(name in cells for name in ("watcheddate", "rewatch", "review"))
    return replace(row, rank=_VIEWING if is_viewing else _CURRENT)


def without_list_head(text: str) -> str:
    """Blank the description at the start of an exported list; line numbers stay."""
    found = _LIST_HEAD.match(text)
    return "\n" * found[0].count("\n") + text[found.end() :] if found else text


_VIEWED = (Field.TITLE, Field.YEAR)
LAYOUTS = (
    Layout(
        site="letterboxd",
        marks=frozenset({"date", "name", "year", "letterboxduri", "rating"}),
        expected=_VIEWED,
        scale=5,
        is_exact=True,
        unrated=Kind.SEEN,
        finish=_finish,
    ),
    Layout(
        site="letterboxd",
        marks=frozenset({"date", "name", "year", "letterboxduri"}),
        expected=_VIEWED,
        scale=5,
        is_exact=True,
        finish=_finish,
    ),
    *(
        Layout(site="letterboxd", marks=marks, unrated=Kind.SEEN, finish=_finish)
        for marks in (
            frozenset({"letterboxduri", "rating"}),
            frozenset({"letterboxduri", "rating10"}),
            frozenset({"letterboxduri", "watcheddate"}),
            frozenset({"rating10", "watcheddate"}),
            frozenset({"rating10", "imdbid"}),
            frozenset({"rating10", "tmdbid"}),
            frozenset({"tmdbid", "imdbid", "title", "year", "watcheddate"}),
        )
    ),
    Layout(site="letterboxd", marks=frozenset({"letterboxduri"}), finish=_finish),
    Layout(
        site="letterboxd",
        marks=frozenset({"position", "name", "year", "url", "description"}),
        unrated=Kind.LISTED,
        notice="it is a list, which shows neither what you have seen nor what you want to see",
    ),
)
