"""Queries of lists: the watchlist and the films excluded from recommendations."""

from django.db.models import QuerySet

from accounts.models import User
from uploads.models import (
    ListEntry,
    ListKind,
)


def list_entries_of(kind: ListKind, user: User) -> QuerySet[ListEntry]:
    """Return a user's list with its films, newest first, without hidden films."""
    shown = kind.objects.filter(user=user, movie__is_hidden=False)
    rows = shown.select_related("movie__stats")
    return rows.order_by("-created_at", "-id")


def list_entry_of(kind: ListKind, user: User, movie_id: int) -> ListEntry | None:
    return list_entries_of(kind, user).filter(movie_id=movie_id).first()
