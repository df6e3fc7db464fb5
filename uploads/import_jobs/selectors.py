"""Reading imports and their rows."""

from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from nextflex.base.errors import NotFound
from uploads.models import (
    ImportJob,
    ImportRow,
)


def imports_of(user: User) -> QuerySet[ImportJob]:
    """A person's imports without their files, newest first."""
    return ImportJob.objects.filter(user=user).defer("content").order_by("-created_at", "pk")


def import_of(user: User, job_id: UUID) -> ImportJob:
    """Raises NotFound for another's, too."""
    job = imports_of(user).filter(pk=job_id).first()
    if job is None:
        raise NotFound(f"You have no import {job_id}.")
    return job


def rows_of(job: ImportJob, outcome: str = "") -> QuerySet[ImportRow]:
    """In the order of the file, with their films; those of one outcome when it is given."""
    rows = job.rows.select_related("movie__stats").order_by("line")
    return rows.filter(outcome=outcome) if outcome else rows
