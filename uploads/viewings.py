"""Viewings: the films that users have seen, and when; private to each user."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime

from django.db import transaction
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from accounts.models import User
from catalog.services import require_locked
from nextflex.base.errors import DomainError, NotFound
from uploads.lists.services import put_back, take_off
from uploads.models import Viewing, WatchlistEntry

_FIRST_DAY = date(1888, 1, 1)  # the year of the oldest film


def seen_by(user: User, *, as_of: datetime | None = None) -> QuerySet[Viewing]:
    """Return the last viewing of each film that a user has seen, latest first, with the film.

    A viewing without a day is ordered by its creation. as_of: leaves out later viewings.
    """
    mine = Viewing.objects.filter(user=user, movie__is_hidden=False)
    if as_of:
        mine = mine.filter(created_at__lte=as_of)
    of_film = mine.filter(movie=OuterRef("movie")).order_by(
        F("watched_on").desc(nulls_last=True), "-id"
    )
    last = mine.filter(pk=Subquery(of_film.values("pk")[:1])).select_related("movie__stats")
    noted_on = Coalesce("watched_on", TruncDate("created_at", tzinfo=UTC))
    return last.annotate(noted_on=noted_on).order_by("-noted_on", "-id")


def days_of(user: User) -> dict[int, list[date]]:
    """Return the known viewing days of each film that a user has seen, latest first.

    Films are in the reverse order of `seen_by`, with [] where no day is known.
    """
    rows = Viewing.objects.filter(user=user).order_by("created_at", "id")
    return days_in(rows.values_list("movie_id", "watched_on", "created_at"))


def days_in(viewings: Iterable[tuple[int, date | None, datetime]]) -> dict[int, list[date]]:
    """Return days like `days_of`; viewings: film, day and creation time, in the order of the last."""
    days: dict[int, list[date]] = defaultdict(list)
    noted_on: dict[int, date] = {}
    for movie_id, day, noted_at in viewings:
        noted_on[movie_id] = noted_at.date()
        days[movie_id] += [day] if day else []
    in_order = sorted(days, key=lambda movie_id: max(days[movie_id], default=noted_on[movie_id]))
    return {movie_id: sorted(days[movie_id], reverse=True) for movie_id in in_order}


def days_by(user: User, movie_ids: Collection[int]) -> dict[int, list[date]]:
    """Return the known days on which a user watched these films, latest first."""
    rows = Viewing.objects.filter(user=user, movie_id__in=movie_ids, watched_on__isnull=False)
    days: dict[int, list[date]] = defaultdict(list)
    for movie_id, day in rows.order_by("-watched_on").values_list("movie_id", "watched_on"):
        days[movie_id] += [day] if day else []
    return dict(days)


def not_seen(movie_id: int, watched_on: date | None) -> NotFound:
    """Return the error of a missing viewing."""
    on = f" on {watched_on}" if watched_on else ""
    return NotFound(f"You have not marked film {movie_id} as seen{on}.")


@transaction.atomic
def mark_seen(*, user: User, movie_id: int, watched_on: date | None = None) -> Viewing:
    """Mark a film as seen, on a day if it is known; return the film's last viewing.

    The film is removed from the watchlist. The same day again changes nothing, nor does an unknown day
    where one is known. Raises NotFound for an unknown film, and DomainError for a day in the future or
    before 1888.
    """
    _require_possible(watched_on)
    require_locked(movie_id, shown=True)
    take_off(WatchlistEntry, user, movie_id)
    if watched_on or not Viewing.objects.filter(user=user, movie_id=movie_id).exists():
        add_viewing(user=user, movie_id=movie_id, watched_on=watched_on, at=timezone.now())
    return seen_by(user).get(movie_id=movie_id)


@transaction.atomic
def restore_viewings(
    *, user: User, movie_id: int, days: AbstractSet[date | None], listed: datetime | None
) -> None:
    """Restore the viewings of a film on these days, and its watchlist entry.

    days: None for an unknown day, which does not count beside others; empty for an unseen film. listed:
    when it was added to the watchlist, None if it was not on it. Raises as `mark_seen`.
    """
    for day in days:
        _require_possible(day)
    require_locked(movie_id)
    there = {one.watched_on: one for one in Viewing.objects.filter(user=user, movie_id=movie_id)}
    for day in there.keys() - days - ({None} if days else set()):
        there[day].delete()
    for day in days - there.keys():
        add_viewing(user=user, movie_id=movie_id, watched_on=day, at=timezone.now())
    put_back(user, movie_id, listed=listed, unwanted=None)


def add_viewing(*, user: User, movie_id: int, watched_on: date | None, at: datetime) -> Viewing:
    """Add a viewing of a locked film, unless it exists. at: its creation time."""
    viewing, _ = Viewing.objects.get_or_create(
        user=user, movie_id=movie_id, watched_on=watched_on, defaults={"created_at": at}
    )
    return viewing


@transaction.atomic
def remove_viewings(*, user: User, movie_id: int, watched_on: date | None = None) -> bool:
    """Remove all viewings of a film, or the one of a day; False when there was none.

    Raises NotFound for an unknown film.
    """
    require_locked(movie_id)
    viewings = Viewing.objects.filter(user=user, movie_id=movie_id)
    if watched_on:
        viewings = viewings.filter(watched_on=watched_on)
    removed, _ = viewings.delete()
    return bool(removed)


@transaction.atomic
def move_viewings(from_movie_id: int, to_movie_id: int) -> None:
    """Reassign the duplicate film's viewings; a day on which a user watched both counts once."""
    kept = set(Viewing.objects.filter(movie_id=to_movie_id).values_list("user_id", "watched_on"))
    for viewing in Viewing.objects.filter(movie_id=from_movie_id):
        if (viewing.user_id, viewing.watched_on) in kept:
            viewing.delete()
        else:
            Viewing.objects.filter(pk=viewing.pk).update(movie_id=to_movie_id)


def _require_possible(day: date | None) -> None:
    if day and not _FIRST_DAY <= day <= timezone.localdate():
        raise DomainError(
            f"{day} is not a valid viewing date; give a date from {_FIRST_DAY} to today."
        )
