"""The states of a job. The worker claims a queued job, sends heartbeats, and ends it."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Count, F
from django.utils import timezone

from uploads.models import ImportJob

MOST_ATTEMPTS = 3
_DEAD_AFTER = timedelta(seconds=60)
State = ImportJob.State


class JobGone(Exception):
    """The job was deleted, perhaps with its account; the work ends."""


def claim(job_id: UUID) -> ImportJob | None:
    """Claim a job; None when there is nothing to do, or another worker does it."""
    claimed = ImportJob.objects.filter(pk=job_id, state=State.QUEUED).update(
        state=State.RUNNING, touched_at=timezone.now(), attempts=F("attempts") + 1
    )
    return ImportJob.objects.filter(pk=job_id).first() if claimed else None


def beat(job: ImportJob, progress: float) -> None:
    """Report the progress, 0 to 1. Raises JobGone."""
    job.progress = progress
    job.touched_at = timezone.now()
    save(job, "progress", "touched_at")


def require(job: ImportJob) -> None:
    """Lock the job until the transaction ends, so that it cannot be deleted. Raises JobGone."""
    if not ImportJob.objects.select_for_update().filter(pk=job.pk).exists():
        raise JobGone


def give_way(job: ImportJob) -> None:
    """Put an unfinished job back into the queue to let others run."""
    job.state, job.attempts, job.touched_at = State.QUEUED, 0, timezone.now()
    save(job, "state", "attempts", "touched_at")


def finish(job: ImportJob) -> None:
    job.state, job.progress, job.touched_at = State.DONE, 1.0, timezone.now()
    job.counts = counts_of(job)
    wanted = ("applied_at", "wants_applying", "wants_taking_back")
    save(job, "state", "progress", "touched_at", "counts", *wanted)
    if job.applied_at:
        job.content = b""
        save(job, "content")


def fail(job: ImportJob, error: str) -> None:
    job.state, job.error, job.content = State.FAILED, error[:500], b""
    job.touched_at = job.read_at = timezone.now()
    save(job, "state", "error", "content", "touched_at", "read_at")


def save(job: ImportJob, *fields: str) -> None:
    """Save these fields of an existing job. Raises JobGone."""
    given = {name: getattr(job, name) for name in fields}
    if not ImportJob.objects.filter(pk=job.pk).update(**given):
        raise JobGone


def counts_of(job: ImportJob) -> dict[str, int]:
    """Return the numbers of rows by outcome; they add up to all rows of the file."""
    given = job.rows.order_by().values_list("outcome").annotate(rows=Count("pk"))
    return dict(sorted(given))


def is_dead(job: ImportJob) -> bool:
    """Whether its state is running, but its worker has sent no heartbeat for a minute."""
    return job.state == State.RUNNING and timezone.now() - job.touched_at > _DEAD_AFTER
