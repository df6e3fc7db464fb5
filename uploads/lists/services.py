"""Add films to the watchlist or to the excluded films, and remove them."""

from collections.abc import Mapping
from datetime import UTC, datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from catalog.models import Movie
from catalog.services import require_locked
from uploads.models import (
    LIST_KINDS,
    ListEntry,
    ListKind,
    NotInterested,
    WatchlistEntry,
)


@transaction.atomic
def add_list_entry(
    kind: ListKind, *, user: User, movie_id: int, at: datetime | None = None
) -> ListEntry:
    """Add a film to a list; a film already on it keeps its time. Raises NotFound for an unknown film."""
    require_locked(movie_id, shown=True)
    entry, _ = kind.objects.get_or_create(
        user=user, movie_id=movie_id, defaults={"created_at": at or timezone.now()}
    )
    return entry


@transaction.atomic
def remove_list_entry(kind: ListKind, *, user: User, movie_id: int) -> bool:
    """Remove a film from a list. False if it was not on it. Raises NotFound for an unknown film."""
    require_locked(movie_id)
    removed, _ = kind.objects.filter(user=user, movie_id=movie_id).delete()
    return bool(removed)


@transaction.atomic
def move_list_entries(from_movie_id: int, to_movie_id: int) -> None:
    """Reassign the duplicate film's entries; if a user listed both films, the second's entry is kept."""
    for kind in LIST_KINDS:
        # A list, not a subquery: MySQL cannot update a table that the condition reads.
        there = list(kind.objects.filter(movie_id=to_movie_id).values_list("user_id", flat=True))
        twins = kind.objects.filter(movie_id=from_movie_id)
        twins.filter(user_id__in=there).delete()
        twins.update(movie_id=to_movie_id)


@transaction.atomic
def adopt_list_entries(kind: type[ListEntry], user: User, listed: Mapping[int, int]) -> None:
    """Transfer a guest's list; listed: when each film was added, in seconds since 1970, oldest first.

    Films on the account's list stay as they are; deleted films are left out.
    """
    known = set(Movie.objects.filter(pk__in=list(listed)).values_list("pk", flat=True))
    rows = [
        kind(user=user, movie_id=movie_id, created_at=datetime.fromtimestamp(at_s, UTC))
        for movie_id, at_s in listed.items()
        if movie_id in known
    ]
    kind._default_manager.bulk_create(rows, ignore_conflicts=True)


def take_off(kind: ListKind, user: User, movie_id: int) -> datetime | None:
    """Remove a locked film from a list; return when it was added, None if it was not on the list."""
    entry = kind.objects.filter(user=user, movie_id=movie_id).first()
    if entry is None:
        return None
    kind.objects.filter(pk=entry.pk).delete()
    return entry.created_at


def put_back(
    user: User, movie_id: int, *, listed: datetime | None, unwanted: datetime | None
) -> None:
    """Restore a locked film's previous entries in the watchlist and in the excluded films."""
    for kind, at in ((WatchlistEntry, listed), (NotInterested, unwanted)):
        if at:
            kind.objects.get_or_create(user=user, movie_id=movie_id, defaults={"created_at": at})
