"""One row of a file as it was read, good or bad."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Cells = Mapping[str, str]
"""A record by the plain names of its columns (see `columns.plain`)."""


class BadFile(Exception):
    """The file cannot be read at all, or not from some line on; the message says where and why."""


class BadCell(Exception):
    """A value that makes its row useless; the message names it."""


class Kind(StrEnum):
    """What a row says of its film."""

    OPINION = "opinion"  # stars, a review, or both
    SEEN = "seen"  # that it was watched, and no more
    WISH = "wish"  # that it shall be watched
    LISTED = "listed"  # none of these, such as a place on a list
    OTHER = "other"  # it is of a series, an episode or a game


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Where a row stands: its file, its first line there, and that line counted over all the files."""

    file: str
    file_line: int
    line: int
    cells: Cells


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """One row as its file has it.

    other_titles: more titles of the same film, such as the original one.
    half_stars: 1 to 10; rank: of several rows of one film, those of the highest rank are heard.
    watched_at: when this row's viewing took place; None when it has no date or was no viewing.
    reason: why it is LISTED or OTHER; unknown_type: a type that is neither of films nor of others.
    problem: why the row is of no use, "" for a good one; remark: what else must be told of it.
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
