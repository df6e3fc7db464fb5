"""The second half of an import: write its rows, one transaction per film."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from catalog.services import lock_stats
from uploads import viewings
from uploads.import_jobs import life
from uploads.import_jobs.existing import held_of
from uploads.import_jobs.settling import WRITING, decided, new_viewings
from uploads.import_jobs.turns import in_turn
from uploads.imports.rows import Kind
from uploads.lists.services import add_list_entry, take_off
from uploads.models import ImportJob, ImportRow, Outcome, WatchlistEntry
from uploads.ratings import notes, services


def apply(job: ImportJob, *, seconds: float) -> bool:
    """Write every row with a film that was not written yet. Raises JobGone.

    A film's changes and the marks of its rows share one transaction, so that the next run completes an
    interrupted one. False when the time ended before the rows; at least one batch is written.
    """
    to_write = job.rows.filter(outcome__in=WRITING)
    waiting = to_write.filter(applied_at=None).order_by("line")
    lines = list(waiting.values_list("line", flat=True))
    for some in in_turn(job, lines, of=to_write.count(), seconds=seconds):
        now = timezone.now()
        for line in some:
            _apply_row(job, line, now)
    if waiting.exists():
        return False
    job.applied_at = timezone.now()
    return True


@transaction.atomic
def _apply_row(job: ImportJob, line: int, now: datetime) -> None:
    life.require(job)
    rows = list(job.rows.filter(Q(line=line) | Q(same_as=line)))
    row = next(one for one in rows if one.line == line)
    if row.applied_at or row.outcome not in WRITING:
        return
    # Lock the film before deciding, so that no concurrent change by its user is lost.
    if row.movie_id is None or lock_stats(row.movie_id, shown=True) is None:
        row.outcome, row.reason = Outcome.UNMATCHED, "the film was removed"
    else:
        held = held_of(job.user_id, row.movie_id)
        watched = new_viewings(rows, held)
        row.outcome, row.reason = decided(row, held, watched)
        row.half_stars_before, row.rated_before = held.half_stars, held.rated_at
        row.listed_before, row.unwanted_before = held.listed_at, held.unwanted_at
        row.applied_at = now
        _write(job.user, row, row.movie_id, now)
        _write_viewings(
            job.user, row, watched, now
        )  # after the rating, which records what it removes
        job.rows.filter(same_as=line).update(applied_at=now)
    row.save()


def _write_viewings(
    user: User, lead: ImportRow, watched: Mapping[date | None, ImportRow], now: datetime
) -> None:
    """Write viewings; each row records the viewing it added.

    One without a date uses its row's date, if any.
    """
    movie_id = lead.movie_id or 0
    for day, row in watched.items():
        at = row.rated_at or now
        row.viewing = viewings.add_viewing(user=user, movie_id=movie_id, watched_on=day, at=at)
        row.save(update_fields=["viewing"])
    if watched and lead.kind != Kind.WISH:
        take_off(WatchlistEntry, user, movie_id)


def _write(user: User, row: ImportRow, movie_id: int, now: datetime) -> None:
    if row.outcome == Outcome.IMPORTED:
        services.rate_movie(
            user=user,
            movie_id=movie_id,
            stars=(row.half_stars or 0) / 2,
            rated_at=row.rated_at or now,
        )
    if row.outcome == Outcome.WATCHLISTED:
        add_list_entry(WatchlistEntry, user=user, movie_id=movie_id, at=now)
    if row.note_line and row.outcome in WRITING:
        text = ImportRow.objects.get(job=row.job_id, line=row.note_line).note
        row.has_written_note = notes.write_unless_there(user=user, movie_id=movie_id, text=text)
