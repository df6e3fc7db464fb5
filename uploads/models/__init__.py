"""Users' data: ratings and their history, lists, notes, viewings, posts, and imported files."""

from uploads.models.guests import Guest, GuestFilm, OnboardingRound
from uploads.models.history import RatingChange
from uploads.models.imports import ImportJob, ImportRow, Outcome
from uploads.models.notes import FilmNote
from uploads.models.posts import Post, PostImage, PostQuerySet
from uploads.models.ratings import (
    LIST_KINDS,
    ListEntry,
    ListKind,
    NotInterested,
    Rating,
    RatingQuerySet,
    WatchlistEntry,
)
from uploads.models.viewings import Viewing

__all__ = [
    "LIST_KINDS",
    "FilmNote",
    "Guest",
    "GuestFilm",
    "ImportJob",
    "ImportRow",
    "ListEntry",
    "ListKind",
    "NotInterested",
    "OnboardingRound",
    "Outcome",
    "Post",
    "PostImage",
    "PostQuerySet",
    "Rating",
    "RatingChange",
    "RatingQuerySet",
    "Viewing",
    "WatchlistEntry",
]
