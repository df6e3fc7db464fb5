"""The context of an import's pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.utils.http import urlencode

from accounts.models import User
from catalog.models import Movie
from catalog.selectors import films
from nextflex.site.cards import Card, card_of
from nextflex.site.imports.form import KIND_NAMES, ReadingForm
from uploads.import_jobs.matching import suggestions
from uploads.import_jobs.reading_choices import choices_of
from uploads.import_jobs.selectors import imports_of, rows_of
from uploads.import_jobs.settling import WRITING
from uploads.import_jobs.starting import is_kept, is_written
from uploads.imports.layouts import FORMATS
from uploads.imports.plans import Choice, FileKind
from uploads.models import ImportJob, ImportRow, Outcome

PAGE_SIZE = 30
_QUESTIONS = (Outcome.AMBIGUOUS, Outcome.UNMATCHED)
_OPEN = (*_QUESTIONS, Outcome.SKIPPED, *WRITING, Outcome.UNCHANGED)
_LABELS = {
    Outcome.AMBIGUOUS: "Which film?",
    Outcome.UNMATCHED: "Not found",
    Outcome.IMPORTED: "Ratings",
    Outcome.NOTED: "Reviews as notes",
    Outcome.WATCHLISTED: "Watchlist",
    Outcome.SEEN: "Seen",
    Outcome.UNCHANGED: "No change",
    Outcome.DUPLICATE: "Duplicates",
    Outcome.NOT_A_FILM: "Not films",
    Outcome.INVALID: "Invalid",
    Outcome.SKIPPED: "Skipped",
}


@dataclass(frozen=True, slots=True)
class Search:
    """The row to search a film for, and the search text; an empty one finds none."""

    line: int | None
    q: str


@dataclass(frozen=True, slots=True)
class Tab:
    """The rows of one outcome; number: their count."""

    outcome: str
    label: str
    number: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its film or, if it is ambiguous, with the films to choose from.

    is_open: its film can still be chosen; q: the search text.
    """

    row: ImportRow
    film: Card | None
    choices: tuple[Card, ...]
    is_open: bool
    q: str


@dataclass(frozen=True, slots=True)
class ReadFile:
    """How a file was read, and the form to change that; scale: the best rating.

    is_doubtful: whether its owner should check it.
    """

    name: str
    site: str
    holds: str
    scale: int | None
    form: ReadingForm
    is_doubtful: bool


def form_context(user: User, *, problem: str) -> dict[str, object]:
    return {"jobs": imports_of(user)[:5], "problem": problem}


def report_context(
    job: ImportJob, *, outcome: str, number: str | None, search: Search
) -> dict[str, object]:
    tabs = _tabs(job, outcome)
    current = next((tab.outcome for tab in tabs if tab.is_current), "")
    page = Paginator(rows_of(job, current), PAGE_SIZE).get_page(number)
    rows = list(page.object_list) if job.is_read else []
    searched = suggestions(search.q) if search.line is not None and search.q else ()
    return {
        "job": job,
        "tabs": tabs,
        "outcome": current,
        "page": page,
        "query": urlencode({"outcome": current}),
        "lines": _lines(rows, search, searched),
        "total": sum(job.counts.values()),
        "to_write": job.rows.filter(outcome__in=WRITING, applied_at=None).count(),
        "questions": sum(job.counts.get(one, 0) for one in _QUESTIONS),
        "can_take_back": is_written(job),
        "files": _files(job),
        "can_read_again": is_kept(job),
        "written": "" if job.is_dry_run else _in_words(job.counts),
    }


def _files(job: ImportJob) -> list[ReadFile]:
    choices = choices_of(job)
    every = choices.get("", Choice())
    return [
        ReadFile(
            name=reading["file"],
            site=FORMATS[reading["format"]],
            holds=KIND_NAMES[FileKind(reading["kind"])],
            scale=reading["scale"] if reading["kind"] == FileKind.RATINGS else None,
            form=ReadingForm(reading, choices.get(reading["file"], every)),
            is_doubtful=reading["format"] == "generic" or reading["kind"] == FileKind.NEITHER,
        )
        for reading in job.readings
    ]


def _tabs(job: ImportJob, wanted: str) -> list[Tab]:
    there = [one for one in _LABELS if job.counts.get(one)]
    current = wanted if wanted in there else next(iter(there), "")
    return [Tab(one, _LABELS[one], job.counts[one], one == current) for one in there]


def _lines(rows: Sequence[ImportRow], search: Search, searched: tuple[int, ...]) -> list[Line]:
    wanted = {pk for row in rows for pk in (*row.candidates, row.movie_id) if pk} | set(searched)
    known = films().in_bulk(list(wanted))
    return [_line(row, search, searched, known) for row in rows]


def _line(
    row: ImportRow, search: Search, searched: tuple[int, ...], known: Mapping[int, Movie]
) -> Line:
    is_asked = row.line == search.line and bool(search.q)
    choices = searched if is_asked else tuple(row.candidates)
    movie = known.get(row.movie_id or 0)
    return Line(
        row=row,
        film=card_of(movie) if movie else None,
        choices=tuple(card_of(known[pk]) for pk in choices if pk in known and pk != row.movie_id),
        is_open=row.outcome in _OPEN and row.applied_at is None,
        q=search.q if is_asked else row.title,
    )


def _in_words(counts: Mapping[str, int]) -> str:
    """Return a text such as "187 films rated, 24 put on the watchlist"."""
    given = (
        (Outcome.IMPORTED, "rated"),
        (Outcome.WATCHLISTED, "added to your watchlist"),
        (Outcome.NOTED, "reviews saved as notes"),
        (Outcome.SEEN, "marked as seen"),
    )
    said = [f"{counts[one]:,} {words}" for one, words in given if counts.get(one)]
    return ", ".join(said) or "no changes needed"
