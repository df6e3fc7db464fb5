"""The history of ratings, and undoing the last change."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Count, QuerySet

from accounts.models import User
from nextflex.base.errors import NotFound
from uploads.models import (
    ImportRow,
    ListKind,
    NotInterested,
    Rating,
    RatingChange,
    WatchlistEntry,
)

MOST_KEPT = 1_000  # of each user, after the nightly clean-up


def changes_of(user: User) -> QuerySet[RatingChange]:
    """A user's rating changes with their films, newest first, without those of hidden films."""
    changes = RatingChange.objects.filter(user=user, movie__is_hidden=False)
    return changes.select_related("movie__stats").order_by("-id")


def first_changes_since(user: User, moment: datetime) -> dict[int, RatingChange]:
    """Return, by film, the first change after a moment: it has the rating at that moment."""
    since = RatingChange.objects.filter(user=user, at__gt=moment).order_by("-id")
    return {change.movie_id: change for change in since}


def last_change_of(user: User) -> RatingChange | None:
    return changes_of(user).first()


def note_change(
    *,
    user: User,
    movie_id: int,
    before: Rating | None,
    after: int | None,
    left: Mapping[ListKind, datetime],
) -> None:
    """Record a change of a rating, in the transaction of the change itself.

    before: the previous rating; after: half stars, None for none; left: the lists that the film left,
    with the times of its entries.
    """
    RatingChange.objects.create(
        user=user,
        movie_id=movie_id,
        before=before.half_stars if before else None,
        rated_before=before.rated_at if before else None,
        after=after,
        listed_before=left.get(WatchlistEntry),
        unwanted_before=left.get(NotInterested),
    )


def prune_changes() -> int:
    """Delete all but each user's newest changes; return the number deleted."""
    counts = RatingChange.objects.order_by().values_list("user_id").annotate(Count("pk"))
    deleted = 0
    for user_id, _ in counts.filter(pk__count__gt=MOST_KEPT):
        mine = RatingChange.objects.filter(user_id=user_id)
        oldest_kept = mine.order_by("-pk").values_list("pk", flat=True)[MOST_KEPT - 1]
        deleted += mine.filter(pk__lt=oldest_kept).delete()[0]
    return deleted


def take_last(user: User, movie_id: int, change_id: int) -> RatingChange:
    """Remove a change from the history; the film is locked.

    Raises NotFound when it is already removed.
    """
    change = RatingChange.objects.filter(user=user, movie_id=movie_id, pk=change_id).first()
    if change is None:
        raise NotFound("This change has already been undone.")
    RatingChange.objects.filter(pk=change_id).delete()
    return change


@transaction.atomic
def move_changes(from_movie_id: int, to_movie_id: int) -> None:
    """Reassign the duplicate film's rating changes and import rows."""
    RatingChange.objects.filter(movie_id=from_movie_id).update(movie_id=to_movie_id)
    ImportRow.objects.filter(movie_id=from_movie_id).update(movie_id=to_movie_id)
