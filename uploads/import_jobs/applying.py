"""The second half of an import: what its rows say is written, a film a transaction."""

import time
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from catalog.batches import batches
from catalog.services import lock_stats
from uploads import notes, services
from uploads.import_jobs import life
from uploads.import_jobs.holding import held_of
from uploads.import_jobs.settling import WRITING, decided
from uploads.models import ImportJob, ImportRow, Outcome, WatchlistEntry

_BATCH = 50


def apply(job: ImportJob, *, seconds: float) -> bool:
    """Write every row that stands for a film and was not written yet. Raises JobGone.

    A row and its mark go in one transaction, so that a run that was killed is finished by the next one.
    False when the seconds were over before the rows; a batch is always written.
    """
    end_s = time.monotonic() + seconds
    to_write = job.rows.filter(outcome__in=WRITING)
    waiting = to_write.filter(applied_at=None).order_by("line")
    lines = list(waiting.values_list("line", flat=True))
    total = to_write.count()
    for done, some in enumerate(batches(lines, size=_BATCH), start=1):
        if done > 1 and time.monotonic() > end_s:
            return False
        now = timezone.now()
        for line in some:
            _apply_row(job, line, now)
        job.rows.filter(same_as__in=some).update(applied_at=now)
        life.beat(job, min(1.0, (total - len(lines) + done * _BATCH) / total))
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
        row.outcome, row.reason = decided(row, held_of(job.user_id, row.movie_id))
        _write(job, row, row.movie_id)
        row.applied_at = now
    row.save(update_fields=["outcome", "reason", "applied_at"])


def _write(job: ImportJob, row: ImportRow, movie_id: int) -> None:
    if row.outcome == Outcome.IMPORTED:
        services.rate_movie(
            user=job.user,
            movie_id=movie_id,
            stars=(row.half_stars or 0) / 2,
            rated_at=row.rated_at,
        )
    if row.outcome == Outcome.WATCHLISTED:
        services.add_mark(WatchlistEntry, user=job.user, movie_id=movie_id)
    if row.note_line and row.outcome in WRITING:
        text = ImportRow.objects.get(job=job, line=row.note_line).note
        notes.write_unless_there(user=job.user, movie_id=movie_id, text=text)
