"""Queries of imports and their rows."""

from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from nextflex.base.errors import NotFound
from uploads.models import (
    ImportJob,
    ImportRow,
)


def imports_of(user: User) -> QuerySet[ImportJob]:
    """Return a user's imports without their files, newest first."""
    return ImportJob.objects.filter(user=user).defer("content").order_by("-created_at", "pk")


def import_of(user: User, job_id: UUID) -> ImportJob:
    """Return an import. Raises NotFound, also for another user's import."""
    job = imports_of(user).filter(pk=job_id).first()
    if job is None:
        raise NotFound(f"You have no import {job_id}.")
    return job


def rows_of(job: ImportJob, outcome: str = "") -> QuerySet[ImportRow]:
    """Return rows in the order of the file, with their films; optionally of one outcome."""
    rows = job.rows.select_related("movie__stats").order_by("line")
    return rows.filter(outcome=outcome) if outcome else rows
