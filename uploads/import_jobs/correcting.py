"""Corrections of a row by the user: the film it refers to, or that it is left out."""

from django.db import transaction

from catalog.models import Movie
from nextflex.base.errors import NotFound
from uploads.import_jobs import life
from uploads.import_jobs.errors import NotNow
from uploads.import_jobs.settling import leave_open
from uploads.import_jobs.staging import save_outcomes, settle_again
from uploads.imports.rows import Kind
from uploads.models import ImportJob, ImportRow, Outcome

_FIXED = (Outcome.INVALID, Outcome.NOT_A_FILM)


@transaction.atomic
def choose_film(job: ImportJob, *, line: int, movie_id: int | None) -> ImportRow:
    """Set the film of the row on a line; None leaves it out. Rows with an equal key change too.

    Raises NotFound for an unknown line or film, and NotNow while the import runs, for a row that was
    written, and for a row that is not about a film.
    """
    row = _open_row(job, line)
    if movie_id is not None and not Movie.objects.shown().filter(pk=movie_id).exists():
        raise NotFound(f"Unknown film {movie_id}.")
    same = job.rows.filter(key=row.key, applied_at=None)
    some = list(same.exclude(outcome__in=_FIXED).exclude(kind=Kind.LISTED))
    touched = {one.movie_id for one in some if one.movie_id} | {movie_id} - {None}
    for one in some:
        one.movie_id = movie_id
    leave_open(some, Outcome.SKIPPED, "skipped by you")
    save_outcomes(some)
    settle_again(job, sorted(pk for pk in touched if pk))
    job.counts = life.counts_of(job)
    job.save(update_fields=["counts"])
    return ImportRow.objects.select_related("movie__stats").get(pk=row.pk)


def _open_row(job: ImportJob, line: int) -> ImportRow:
    state = ImportJob.objects.select_for_update().values_list("state", flat=True).get(pk=job.pk)
    if state in (life.State.QUEUED, life.State.RUNNING):
        raise NotNow("The import is in progress; wait until it has finished.")
    row = job.rows.filter(line=line).first()
    if row is None:
        raise NotFound(f"The import has no row with line {line}.")
    if row.applied_at:
        raise NotNow(f"Line {line} was already imported; change the rating on the film's page.")
    if row.outcome in _FIXED or row.kind == Kind.LISTED:
        raise NotNow(f"No film can be chosen for line {line}: {row.reason}.")
    return row
