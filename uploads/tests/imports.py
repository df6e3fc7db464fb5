"""Imports for tests: what the worker would do is done at once."""

from collections import Counter

from accounts.models import User
from uploads.import_jobs.running import run_import
from uploads.import_jobs.starting import apply_import, start_import, take_back_import
from uploads.models import ImportJob, ImportRow


def imported(
    user: User, raw: bytes, *, name: str = "ratings.csv", dry_run: bool = True
) -> ImportJob:
    """An import that the worker has done with."""
    return worked(start_import(user=user, name=name, raw=raw, dry_run=dry_run))


def applied(job: ImportJob) -> ImportJob:
    return worked(apply_import(job))


def taken_back(job: ImportJob) -> ImportJob:
    return worked(take_back_import(job))


def worked(job: ImportJob) -> ImportJob:
    run_import.func(str(job.pk))
    job.refresh_from_db()
    return job


def outcomes(job: ImportJob) -> dict[int, str]:
    return dict(job.rows.order_by("line").values_list("line", "outcome"))


def row(job: ImportJob, line: int) -> ImportRow:
    return ImportRow.objects.get(job=job, line=line)


def assert_all_rows_are_told(job: ImportJob, rows: int) -> None:
    """Every row of the file has one outcome, and the counts add up to them."""
    assert job.rows.count() == rows
    assert sum(job.counts.values()) == rows
    assert Counter(outcomes(job).values()) == job.counts
