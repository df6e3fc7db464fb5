"""One user's ratings in files of `user::film::rating::time`: MovieTweetings, and older MovieLens.

MovieTweetings uses IMDb's numbers, with seven digits, and ratings from 0 to 10.
"""

import re

from uploads.imports.columns import Field
from uploads.imports.layout import Layout

SEPARATOR = "::"
_LINE = re.compile(r"\s*\d+::(?P<film>\d+)::(?P<rating>\d+(?:\.\d)?)(?:::\d+)?\s*", re.ASCII)
_IMDB_HEAD = ("user_id", "movietweetings_id", "rating", "timestamp")
_MOVIELENS_HEAD = ("userId", "movieId", "rating", "timestamp")


def head_of(text: str) -> tuple[str, ...]:
    """Return the columns of a file without a header, or () for other text."""
    lines = text.lstrip("\ufeff").splitlines()
    found = [line for line in map(_LINE.fullmatch, lines) if line]
    if not found or not _LINE.fullmatch(lines[0]):
        return ()
    is_imdb = any(len(line["film"]) >= 7 or line["film"].startswith("0") for line in found)
    return (
        _IMDB_HEAD
        if is_imdb or any(float(line["rating"]) > 5 for line in found)
        else _MOVIELENS_HEAD
    )


LAYOUTS = (
    Layout(
        site="movietweetings",
        marks=frozenset({"movietweetingsid"}),
        columns={Field.IMDB_ID: ("movietweetingsid",)},
        expected=(),
        scale=10,
        has_zero=True,
    ),
)
