"""The first half of an import: from the file to its rows in the database, each with its outcome."""

from collections import defaultdict
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from catalog.batches import batches
from catalog.normal import normalised
from uploads.import_jobs import life
from uploads.import_jobs.films import FilmIndex, Match, suggestions
from uploads.import_jobs.holding import held_by
from uploads.import_jobs.settling import NOTHING, leave_open, settle
from uploads.imports.formats import opened, rows
from uploads.imports.rows import FileRow, Kind, Record
from uploads.models import ImportJob, ImportRow, Outcome

_BATCH = 500
_MOST_SEARCHES = 300  # a search takes tens of milliseconds; who has more to correct types the title


def read(job: ImportJob) -> None:
    """Read, match and keep every row; what an interrupted run has kept is replaced.

    Raises BadFile for a file that cannot be read, and JobGone.
    """
    upload = opened(job.file_name, bytes(job.content), site=job.format)
    found = _matched(job, list(rows(upload, now=timezone.now())))
    with transaction.atomic():
        life.require(job)
        job.rows.all().delete()
    for done, some in enumerate(batches(found, size=_BATCH), start=1):
        with transaction.atomic():
            life.require(job)
            ImportRow.objects.bulk_create(some)
        life.beat(job, 0.5 + 0.5 * min(1.0, done * _BATCH / len(found)))
    job.is_read, job.content, job.notices = True, b"", list(upload.notices)
    job.read_at = timezone.now()
    life.save(job, "is_read", "content", "notices", "read_at")


def _matched(job: ImportJob, given: list[tuple[Record, FileRow]]) -> list[ImportRow]:
    """The rows as they are to be kept, in the order of the file."""
    index = FilmIndex.of_catalogue()
    life.beat(job, 0.1)
    kept: list[ImportRow] = []
    of_film: dict[int, list[ImportRow]] = defaultdict(list)
    open_: dict[str, list[ImportRow]] = defaultdict(list)
    matches: dict[str, Match] = {}
    for record, row in given:
        one = _row(job, record, row)
        kept.append(one)
        if one.outcome:
            continue
        match = matches.setdefault(one.key, index.match(row))
        one.movie_id = match.movie_id
        one.remark = "; ".join(filter(None, [one.remark, match.remark]))[:300]
        if match.movie_id:
            of_film[match.movie_id].append(one)
        else:
            open_[one.key].append(one)
    held = held_by(job.user_id)
    for movie_id, some in of_film.items():
        settle(some, held.get(movie_id, NOTHING))
    _leave_open(job, open_, matches)
    return kept


def _leave_open(
    job: ImportJob, groups: dict[str, list[ImportRow]], matches: dict[str, Match]
) -> None:
    searches = 0
    for place, (key, some) in enumerate(groups.items()):
        match = matches[key]
        leave_open(some, match.outcome, match.reason)
        lead = next(row for row in some if row.same_as is None)
        lead.candidates = list(match.candidates)
        if not lead.candidates and lead.title and searches < _MOST_SEARCHES:
            searches += 1
            lead.candidates = list(suggestions(lead.title))
        if place % 50 == 0:
            life.beat(job, 0.2 + 0.3 * place / len(groups))


def _row(job: ImportJob, record: Record, row: FileRow) -> ImportRow:
    """Its outcome is set only where its film does not matter."""
    outcome, reason = "", row.problem
    if row.problem:
        outcome = Outcome.INVALID
    elif row.kind == Kind.OTHER:
        outcome, reason = Outcome.NOT_A_FILM, "only films are rated here"
    return ImportRow(
        job=job,
        line=record.line,
        file=record.file,
        file_line=record.file_line,
        kind=row.kind,
        rank=row.rank,
        key=_key(row),
        title=row.title,
        year=row.year,
        imdb_id=row.imdb_id,
        tmdb_id=row.tmdb_id,
        movielens_id=row.movielens_id,
        half_stars=row.half_stars,
        rated_at=row.rated_at,
        watched_at=row.watched_at,
        note=row.note,
        outcome=outcome,
        reason=reason[:300],
        remark=row.remark[:300],
    )


def _key(row: FileRow) -> str:
    for name in ("imdb_id", "tmdb_id", "movielens_id"):
        if value := getattr(row, name):
            return f"{name}:{value}"
    return f"{row.year or ''}|{normalised(row.title) or row.title}"[:400]


def settle_again(job: ImportJob, movie_ids: Collection[int]) -> None:
    """Decide anew about the films that a correction touched; rows that were applied stay as they are."""
    held = held_by(job.user_id, movie_ids)
    for movie_id in movie_ids:
        some = list(job.rows.filter(movie_id=movie_id, applied_at=None))
        if some:
            settle(some, held.get(movie_id, NOTHING))
            save_outcomes(some)


def save_outcomes(some: list[ImportRow]) -> None:
    fields = ["movie", "outcome", "reason", "same_as", "note_line"]
    ImportRow.objects.bulk_update(some, fields, batch_size=_BATCH)
