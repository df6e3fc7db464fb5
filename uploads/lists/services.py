"""Putting films on a watchlist or among the films that are not recommended, and taking them off."""

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
    """Put a film on a list; one that is on it keeps its time. Raises NotFound for an unknown film."""
    require_locked(movie_id, shown=True)
    entry, _ = kind.objects.get_or_create(
        user=user, movie_id=movie_id, defaults={"created_at": at or timezone.now()}
    )
    return entry


@transaction.atomic
def remove_list_entry(kind: ListKind, *, user: User, movie_id: int) -> bool:
    """Take a film off a list. False when it was not on it. Raises NotFound for an unknown film."""
    require_locked(movie_id)
    removed, _ = kind.objects.filter(user=user, movie_id=movie_id).delete()
    return bool(removed)


@transaction.atomic
def move_list_entries(from_movie_id: int, to_movie_id: int) -> None:
    """Reassign the duplicate film's entries; if a user listed both films, the second's entry is kept."""
    for kind in LIST_KINDS:
        # A list, not a subquery: MySQL updates no table that the condition reads.
        there = list(kind.objects.filter(movie_id=to_movie_id).values_list("user_id", flat=True))
        twins = kind.objects.filter(movie_id=from_movie_id)
        twins.filter(user_id__in=there).delete()
        twins.update(movie_id=to_movie_id)


@transaction.atomic
def adopt_list_entries(kind: type[ListEntry], user: User, listed: Mapping[int, int]) -> None:
    """Keep a guest's list: when each film was put on it, in seconds since 1970, oldest first.

    A film that is on the account's list stays as it is; one that is gone is left out.
    """
    known = set(Movie.objects.filter(pk__in=list(listed)).values_list("pk", flat=True))
    rows = [
        kind(user=user, movie_id=movie_id, created_at=datetime.fromtimestamp(at_s, UTC))
        for movie_id, at_s in listed.items()
        if movie_id in known
    ]
    kind._default_manager.bulk_create(rows, ignore_conflicts=True)


def take_off(kind: ListKind, user: User, movie_id: int) -> datetime | None:
    """Since when a locked film was on the list, which it leaves; None when it was not."""
    entry = kind.objects.filter(user=user, movie_id=movie_id).first()
    if entry is None:
        return None
    kind.objects.filter(pk=entry.pk).delete()
    return entry.created_at


def put_back(
    user: User, movie_id: int, *, listed: datetime | None, unwanted: datetime | None
) -> None:
    """Put a locked film back on the watchlist and among the unwanted, where it was on them before."""
    for kind, at in ((WatchlistEntry, listed), (NotInterested, unwanted)):
        if at:
            kind.objects.get_or_create(user=user, movie_id=movie_id, defaults={"created_at": at})
