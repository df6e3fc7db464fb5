"""Viewings: which films people have seen, and when. Each person's own, seen by nobody else."""

from collections import defaultdict
from collections.abc import Collection
from datetime import UTC, date, datetime

from django.db import transaction
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from accounts.models import User
from nextflex.errors import DomainError
from uploads.models import Viewing, WatchlistEntry
from uploads.services import require_locked, take_off

_FIRST_DAY = date(1888, 1, 1)  # the oldest film is of that year
_KNOWN_LAST = F("watched_on").asc(nulls_first=True)


def seen_by(user: User) -> QuerySet[Viewing]:
    """The last viewing of each film that a person has seen, latest first, with the film.

    One without a day stands where it was noted.
    """
    mine = Viewing.objects.filter(user=user)
    of_film = mine.filter(movie=OuterRef("movie")).order_by(_KNOWN_LAST, "id").reverse()
    last = mine.filter(pk=Subquery(of_film.values("pk")[:1])).select_related("movie__stats")
    noted_on = Coalesce("watched_on", TruncDate("created_at", tzinfo=UTC))
    return last.annotate(noted_on=noted_on).order_by("-noted_on", "-id")


def last_days_of(user: User) -> dict[int, date | None]:
    """The last day on which a person watched each film, None where it is unknown; earliest first."""
    rows = Viewing.objects.filter(user=user).order_by(_KNOWN_LAST, "id")
    last = {
        movie_id: (day, day or noted_at.date())
        for movie_id, day, noted_at in rows.values_list("movie_id", "watched_on", "created_at")
    }
    in_order = sorted(last.items(), key=lambda entry: entry[1][1])
    return {movie_id: day for movie_id, (day, _) in in_order}


def days_by(user: User, movie_ids: Collection[int] | None = None) -> dict[int, list[date]]:
    """The known days on which a person watched these films, or any, latest first."""
    rows = Viewing.objects.filter(user=user, watched_on__isnull=False)
    if movie_ids is not None:
        rows = rows.filter(movie_id__in=movie_ids)
    days = defaultdict(list)
    for movie_id, day in rows.order_by("-watched_on").values_list("movie_id", "watched_on"):
        days[movie_id].append(day)
    return dict(days)


@transaction.atomic
def mark_seen(*, user: User, movie_id: int, watched_on: date | None = None) -> Viewing:
    """Note that a person has seen a film, on a day if it is known; the film's last viewing is returned.

    It leaves their watchlist. The same day again changes nothing, nor does an unknown day where one is
    known. Raises NotFound for an unknown film, and DomainError for a day that is to come or before 1888.
    """
    if watched_on and not _FIRST_DAY <= watched_on <= timezone.localdate():
        raise DomainError(
            f"{watched_on} cannot be when you watched it; give a day from {_FIRST_DAY} to today."
        )
    require_locked(movie_id)
    take_off(WatchlistEntry, user, movie_id)
    if watched_on or not Viewing.objects.filter(user=user, movie_id=movie_id).exists():
        add_viewing(user=user, movie_id=movie_id, watched_on=watched_on, at=timezone.now())
    return seen_by(user).get(movie_id=movie_id)


def add_viewing(*, user: User, movie_id: int, watched_on: date | None, at: datetime) -> Viewing:
    """Of a locked film, unless it is there. at: when it was noted."""
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
    """Of two films that turn out to be one; a day on which somebody watched both counts once."""
    kept = set(Viewing.objects.filter(movie_id=to_movie_id).values_list("user_id", "watched_on"))
    for viewing in Viewing.objects.filter(movie_id=from_movie_id):
        if (viewing.user_id, viewing.watched_on) in kept:
            viewing.delete()
        else:
            Viewing.objects.filter(pk=viewing.pk).update(movie_id=to_movie_id)
