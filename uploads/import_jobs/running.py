"""Run an import in the worker."""

from uuid import UUID

from django_tasks import task

from uploads.import_jobs import life
from uploads.import_jobs.applying import apply
from uploads.import_jobs.staging import read
from uploads.import_jobs.taking_back import take_back
from uploads.imports.rows import BadFile
from uploads.models import ImportJob

_A_TURN_S = 20.0  # then mails and other users' imports have their turn


@task()
def run_import(job_id: str) -> str:
    """Read the job's file if necessary, then apply its rows or undo them, as requested."""
    job = life.claim(UUID(job_id))
    if job is None:
        return "nothing to do"
    try:
        if not job.is_read:
            read(job)
        if not _is_done(job):
            life.give_way(job)
            run_import.enqueue(job_id)
            return "to be continued"
        life.finish(job)
    except BadFile as error:
        life.fail(job, f"{job.file_name} cannot be read: {error}.")
    except life.JobGone:
        return "the import was deleted"
    return job.state


def _is_done(job: ImportJob) -> bool:
    """Apply or undo rows for one turn; return whether the job is finished."""
    if job.wants_taking_back:
        return take_back(job, seconds=_A_TURN_S)
    return not job.wants_applying or apply(job, seconds=_A_TURN_S)
