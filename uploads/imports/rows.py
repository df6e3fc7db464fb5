"""One row of a file, good or bad."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Cells = Mapping[str, str]
"""A record by the plain names of its columns (see `columns.plain`)."""


class BadFile(Exception):
    """The file is unreadable, or its end is; the message names the place and the reason."""


class BadCell(Exception):
    """A value that makes its row useless; the message names it."""


class Kind(StrEnum):
    """The meaning of a row for its film."""

    OPINION = "opinion"  # stars, a review, or both
    SEEN = "seen"  # it was watched, and nothing more
    WISH = "wish"  # the user wants to watch it
    LISTED = "listed"  # none of these, such as a place on a list
    OTHER = "other"  # a series, an episode or a game


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The position of a row: its file, its first line there, and that line counted over all files."""

    file: str
    file_line: int
    line: int
    cells: Cells


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """One row of a file.

    other_titles: more titles of the same film, such as the original one.
    half_stars: 1 to 10; rank: of several rows of one film, those with the highest rank count.
    watched_at: the time of this row's viewing; None when it has no date or was no viewing.
    reason: why it is LISTED or OTHER; unknown_type: a type that is not known.
    problem: why the row is useless, "" for a good one; remark: another note on it.
    """

    kind: Kind = Kind.OPINION
    title: str = ""
    other_titles: tuple[str, ...] = ()
    year: int | None = None
    imdb_id: str = ""
    tmdb_id: int | None = None
    movielens_id: int | None = None
    half_stars: int | None = None
    rated_at: datetime | None = None
    watched_at: datetime | None = None
    note: str = ""
    rank: int = 0
    reason: str = ""
    unknown_type: str = ""
    problem: str = ""
    remark: str = ""
