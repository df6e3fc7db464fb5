"""Reading lists: the watchlist and the films that are not recommended."""

from django.db.models import QuerySet

from accounts.models import User
from uploads.models import (
    ListEntry,
    ListKind,
    NotInterested,
    Viewing,
)


def list_entries_of(kind: ListKind, user: User) -> QuerySet[ListEntry]:
    """A person's list with its films, newest first. None of hidden films."""
    shown = kind.objects.filter(user=user, movie__is_hidden=False)
    rows = shown.select_related("movie__stats")
    return rows.order_by("-created_at", "-id")


def list_entry_of(kind: ListKind, user: User, movie_id: int) -> ListEntry | None:
    return list_entries_of(kind, user).filter(movie_id=movie_id).first()


def listed_times_of(kind: ListKind, user: User) -> dict[int, int]:
    """When a person put each film on a list, in seconds since 1970, oldest first."""
    rows = kind.objects.filter(user=user).order_by("created_at", "id")
    return {
        movie_id: int(moment.timestamp())
        for movie_id, moment in rows.values_list("movie_id", "created_at")
    }


def not_recommended_to(user: User) -> set[int]:
    """The films that are never recommended to a person, besides rated ones: unwanted and seen ones."""
    unwanted = NotInterested.objects.filter(user=user).values_list("movie_id")
    seen = Viewing.objects.filter(user=user).values_list("movie_id")
    return {movie_id for (movie_id,) in unwanted.union(seen)}
