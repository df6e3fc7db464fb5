"""What people give: ratings and what became of them, lists, notes, and files from other sites."""

from uploads.models.history import RatingChange
from uploads.models.imports import ImportJob, ImportRow, Outcome
from uploads.models.notes import FilmNote
from uploads.models.ratings import (
    MARK_KINDS,
    FilmMark,
    MarkKind,
    NotInterested,
    Rating,
    RatingQuerySet,
    WatchlistEntry,
)

__all__ = [
    "MARK_KINDS",
    "FilmMark",
    "FilmNote",
    "ImportJob",
    "ImportRow",
    "MarkKind",
    "NotInterested",
    "Outcome",
    "Rating",
    "RatingChange",
    "RatingQuerySet",
    "WatchlistEntry",
]
