"""Undo an import: remove its changes, and restore what they replaced."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from accounts.models import User
from catalog.services import lock_stats
from uploads.import_jobs import life
from uploads.import_jobs.existing import held_of
from uploads.import_jobs.settling import Held, decided, new_viewings
from uploads.import_jobs.staging import settle_again
from uploads.import_jobs.turns import in_turn
from uploads.lists.services import put_back, remove_list_entry
from uploads.models import FilmNote, ImportJob, ImportRow, Outcome, Viewing, WatchlistEntry
from uploads.ratings import services


def take_back(job: ImportJob, *, seconds: float) -> bool:
    """Undo every applied row; later changes by the user stay. Raises JobGone.

    As with applying, a row and its mark share one transaction, and False means that the time ended
    before the rows.
    """
    stand_for_films = job.rows.filter(same_as=None)
    written = stand_for_films.exclude(applied_at=None).order_by("line")
    lines = list(written.values_list("line", flat=True))
    for some in in_turn(job, lines, of=stand_for_films.count(), seconds=seconds):
        for line in some:
            _take_back_row(job, line)
    if written.exists():
        return False
    job.rows.update(applied_at=None)  # the other rows of these films
    films = stand_for_films.exclude(movie=None).order_by().values("movie")
    told_twice = films.annotate(rows=Count("pk")).filter(rows__gt=1)
    settle_again(job, list(told_twice.values_list("movie", flat=True)))
    job.applied_at, job.wants_applying, job.wants_taking_back = None, False, False
    return True


@transaction.atomic
def _take_back_row(job: ImportJob, line: int) -> None:
    life.require(job)
    rows = list(job.rows.filter(Q(line=line) | Q(same_as=line)))
    row = next(one for one in rows if one.line == line)
    if row.applied_at is None:
        return
    # Lock the film before comparing, so that no concurrent change by its user is lost.
    if row.movie_id is None or lock_stats(row.movie_id) is None:
        row.outcome, row.reason = Outcome.UNMATCHED, "the film was removed"
    else:
        _restore(job.user, rows, row, row.movie_id)
        held = held_of(job.user_id, row.movie_id)
        row.outcome, row.reason = decided(row, held, new_viewings(rows, held))
    row.applied_at, row.has_written_note = None, False
    row.half_stars_before = row.rated_before = row.listed_before = row.unwanted_before = None
    row.save()


def _restore(user: User, rows: Sequence[ImportRow], row: ImportRow, movie_id: int) -> None:
    """Restore the previous data. row: the one of these that represents the film."""
    held = held_of(user.pk, movie_id)
    if row.outcome == Outcome.WATCHLISTED and held.listed_at == row.applied_at:
        remove_list_entry(WatchlistEntry, user=user, movie_id=movie_id)
    has_removed = _remove_viewings(rows)
    if row.outcome == Outcome.IMPORTED:
        if (held.half_stars, held.rated_at) == (row.half_stars, row.rated_at or row.applied_at):
            _restore_rating(user, row, movie_id)
    elif has_removed and _has_rated_as_before(row, held):
        put_back(user, movie_id, listed=row.listed_before, unwanted=None)
    if row.has_written_note and row.note_line:
        text = ImportRow.objects.get(job=row.job_id, line=row.note_line).note
        FilmNote.objects.filter(user=user, movie_id=movie_id, text=text).delete()


def _remove_viewings(rows: Sequence[ImportRow]) -> bool:
    """Remove the viewings that the rows added and that still exist; False when there are none."""
    removed, _ = Viewing.objects.filter(pk__in=[row.viewing_id for row in rows]).delete()
    for row in rows:
        row.viewing = None
    return bool(removed)


def _has_rated_as_before(row: ImportRow, held: Held) -> bool:
    return (held.half_stars, held.rated_at) == (row.half_stars_before, row.rated_before)


def _restore_rating(user: User, row: ImportRow, movie_id: int) -> None:
    if row.half_stars_before is None:
        services.remove_rating(user=user, movie_id=movie_id)
    else:
        services.restore_rating(
            user=user,
            movie_id=movie_id,
            half_stars=row.half_stars_before,
            rated_at=row.rated_before or timezone.now(),
        )
    put_back(user, movie_id, listed=row.listed_before, unwanted=row.unwanted_before)
