"""The first half of an import: turn the file into database rows, each with its outcome."""

from collections import defaultdict
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from catalog.normalisation import normalised
from nextflex.base.chunks import batches
from uploads.import_jobs import life
from uploads.import_jobs.existing import held_by
from uploads.import_jobs.matching import FilmIndex, Match, suggestions
from uploads.import_jobs.reading_choices import as_json, choices_of, site_of
from uploads.import_jobs.settling import NOTHING, leave_open, settle
from uploads.imports.cells import shown
from uploads.imports.detection import opened, report_of
from uploads.imports.rows import FileRow, Kind, Record
from uploads.models import ImportJob, ImportRow, Outcome

_BATCH = 500
_MOST_SEARCHES = 300  # a search takes tens of milliseconds; further rows are searched by the user


def read(job: ImportJob) -> None:
    """Read, match and store every row. A new reading replaces earlier rows; chosen films are kept.

    Raises BadFile for a file that cannot be read, and JobGone.
    """
    upload = opened(job.file_name, bytes(job.content), site=site_of(job))
    report = report_of(upload, now=timezone.now(), choices=choices_of(job))
    found = _matched(job, report.rows)
    with transaction.atomic():
        life.require(job)
        job.rows.all().delete()
    for done, some in enumerate(batches(found, size=_BATCH), start=1):
        with transaction.atomic():
            life.require(job)
            ImportRow.objects.bulk_create(some)
        life.beat(job, 0.5 + 0.5 * min(1.0, done * _BATCH / len(found)))
    job.is_read, job.notices, job.readings = True, report.notices, as_json(report.readings)
    job.read_at = timezone.now()
    life.save(job, "is_read", "notices", "readings", "read_at")


def _matched(job: ImportJob, given: list[tuple[Record, FileRow]]) -> list[ImportRow]:
    """Return the rows to store, in the order of the file."""
    index = FilmIndex.of_catalogue()
    life.beat(job, 0.1)
    kept: list[ImportRow] = []
    of_film: dict[int, list[ImportRow]] = defaultdict(list)
    open_: dict[str, list[ImportRow]] = defaultdict(list)
    earlier, matches = _matched_before(job), dict[str, Match]()
    for record, row in given:
        one = _row(job, record, row, index)
        kept.append(one)
        if one.outcome:
            continue
        if one.key not in matches:
            matches[one.key] = _settled_before(earlier.get(one.key), index.match(row))
        match = matches[one.key]
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


def _settled_before(earlier: Match | None, now: Match) -> Match:
    """Return the earlier match if it differs, since then the user chose it."""
    if earlier is None or (earlier.movie_id == now.movie_id and earlier.movie_id):
        return now
    return earlier


def _matched_before(job: ImportJob) -> dict[str, Match]:
    """Return, by key, the matches of an earlier reading, and the user's choices and omissions."""
    earlier = job.rows.exclude(outcome__in=(Outcome.INVALID, Outcome.NOT_A_FILM))
    matches = {}
    for key, movie_id, outcome, kind in earlier.values_list("key", "movie", "outcome", "kind"):
        if movie_id:
            matches[key] = Match(movie_id)
        elif outcome == Outcome.SKIPPED and kind != Kind.LISTED:
            matches[key] = Match(None, Outcome.SKIPPED, "skipped by you")
    return matches


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


def _row(job: ImportJob, record: Record, row: FileRow, index: FilmIndex) -> ImportRow:
    """Create a row; its outcome is set only where its film does not matter."""
    outcome, reason = _outcome_without_film(row, index)
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


def _outcome_without_film(row: FileRow, index: FilmIndex) -> tuple[str, str]:
    """Return outcome and reason; "" for a row that needs a film."""
    if row.problem:
        return Outcome.INVALID, row.problem
    if row.kind == Kind.OTHER:
        return Outcome.NOT_A_FILM, row.reason or "only films can be rated"
    if row.unknown_type and row.imdb_id not in index.by_id:
        return Outcome.NOT_A_FILM, f"its type {shown(row.unknown_type)} is not a known film type"
    return (Outcome.SKIPPED, row.reason) if row.kind == Kind.LISTED else ("", "")


def _key(row: FileRow) -> str:
    for name in ("imdb_id", "tmdb_id", "movielens_id"):
        if value := getattr(row, name):
            return f"{name}:{value}"
    return f"{row.year or ''}|{normalised(row.title) or row.title}"[:400]


def settle_again(job: ImportJob, movie_ids: Collection[int]) -> None:
    """Recompute the outcomes of the films that a correction affects; applied rows stay as they are."""
    held = held_by(job.user_id, movie_ids)
    for movie_id in movie_ids:
        some = list(job.rows.filter(movie_id=movie_id, applied_at=None))
        if some:
            settle(some, held.get(movie_id, NOTHING))
            save_outcomes(some)


def save_outcomes(some: list[ImportRow]) -> None:
    fields = ["movie", "outcome", "reason", "same_as", "note_line"]
    ImportRow.objects.bulk_update(some, fields, batch_size=_BATCH)
