"""The second half of an import: what its rows say is written, a film a transaction."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from catalog.services import lock_stats
from uploads import notes, services
from uploads.import_jobs import life
from uploads.import_jobs.holding import held_of
from uploads.import_jobs.settling import WRITING, decided
from uploads.import_jobs.turns import in_turn
from uploads.models import ImportJob, ImportRow, Outcome, WatchlistEntry


def apply(job: ImportJob, *, seconds: float) -> bool:
    """Write every row that stands for a film and was not written yet. Raises JobGone.

    A row and its mark go in one transaction, so that a run that was killed is finished by the next one.
    False when the seconds were over before the rows; a batch is always written.
    """
    to_write = job.rows.filter(outcome__in=WRITING)
    waiting = to_write.filter(applied_at=None).order_by("line")
    lines = list(waiting.values_list("line", flat=True))
    for some in in_turn(job, lines, of=to_write.count(), seconds=seconds):
        now = timezone.now()
        for line in some:
            _apply_row(job, line, now)
        job.rows.filter(same_as__in=some).update(applied_at=now)
    if waiting.exists():
        return False
    job.applied_at = timezone.now()
    return True


@transaction.atomic
def _apply_row(job: ImportJob, line: int, now: datetime) -> None:
    life.require(job)
    row = ImportRow.objects.get(job=job, line=line)
    if row.applied_at or row.outcome not in WRITING:
        return
    # The film is locked before it is decided, so that nothing its owner does meanwhile is lost.
    if row.movie_id is None or lock_stats(row.movie_id) is None:
        row.outcome, row.reason = Outcome.UNMATCHED, "the film is no longer here"
    else:
        held = held_of(job.user_id, row.movie_id)
        row.outcome, row.reason = decided(row, held)
        row.half_stars_before, row.rated_before = held.half_stars, held.rated_at
        row.listed_before, row.applied_at = held.listed_at, now
        _write(job.user, row, row.movie_id, now)
    row.save()


def _write(user: User, row: ImportRow, movie_id: int, now: datetime) -> None:
    if row.outcome == Outcome.IMPORTED:
        services.rate_movie(
            user=user,
            movie_id=movie_id,
            stars=(row.half_stars or 0) / 2,
            rated_at=row.rated_at or now,
        )
    if row.outcome == Outcome.WATCHLISTED:
        services.add_mark(WatchlistEntry, user=user, movie_id=movie_id, at=now)
    if row.note_line and row.outcome in WRITING:
        text = ImportRow.objects.get(job=row.job_id, line=row.note_line).note
        row.has_written_note = notes.write_unless_there(user=user, movie_id=movie_id, text=text)
