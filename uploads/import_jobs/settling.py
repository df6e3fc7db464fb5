"""Choose the row that represents a film, and decide its outcome, given the user's existing data.

One row represents a film. Rows with stars come before those with only a review, then wishes, then
"seen"; among rows with stars, a file of current ratings comes before files of viewings, then the latest
date, then the last line counts. Its stars replace an existing rating only when they are newer; a row
without a date never does. A review becomes a note only where there is none; the film's latest review is
used.

Viewings come from every row of the film: one per day, and one without a day only where neither the file
nor the user's own data have a day. A row whose only effect is new viewings is "marked as seen". Ratings
and viewings take the film off the watchlist, unless the row that represents it is a wish; ratings also
take it off "not interested".
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.utils import timezone

from uploads.imports.rows import Kind
from uploads.models import ImportRow, Outcome

_NEVER = datetime.min.replace(tzinfo=UTC)
WRITING = (Outcome.IMPORTED, Outcome.NOTED, Outcome.WATCHLISTED, Outcome.SEEN)


@dataclass(frozen=True, slots=True)
class Held:
    """A user's existing data of a film. viewings: their days, None for an unknown one."""

    half_stars: int | None = None
    rated_at: datetime | None = None
    has_note: bool = False
    listed_at: datetime | None = None
    unwanted_at: datetime | None = None
    viewings: frozenset[date | None] = frozenset()


NOTHING = Held()


def settle(rows: Sequence[ImportRow], held: Held) -> None:
    """Set outcome, reason, same_as and note_line of all rows of one film, without saving them."""
    lead = max(rows, key=_weight)
    noted = [row for row in rows if row.note]
    newest = max(noted, key=lambda row: (row.rated_at or _NEVER, row.line), default=None)
    for row in rows:
        row.outcome, row.reason = Outcome.DUPLICATE, f"line {lead.line} is about the same film"
        row.same_as, row.note_line = lead.line, None
    lead.same_as, lead.note_line = None, newest.line if newest else None
    lead.outcome, lead.reason = decided(lead, held, new_viewings(rows, held))


def leave_open(rows: Sequence[ImportRow], outcome: Outcome, reason: str) -> None:
    """Set the outcome of rows without a known film, or with a film that is not to be imported."""
    settle(rows, NOTHING)
    lead = next(row for row in rows if row.same_as is None)
    lead.outcome, lead.reason = outcome, reason


def new_viewings(rows: Iterable[ImportRow], held: Held) -> dict[date | None, ImportRow]:
    """Return the days of new viewings in these rows, each with the first row that has it.

    None stands for an unknown day, as in `held`.
    """
    found: dict[date | None, ImportRow] = {}
    for row in sorted(rows, key=lambda row: row.line):
        if row.watched_at:
            found.setdefault(_day_of(row.watched_at), row)
        elif row.kind == Kind.SEEN:
            found.setdefault(None, row)
    if found.keys() - {None} or held.viewings:
        found.pop(None, None)
    return {day: row for day, row in found.items() if day not in held.viewings}


def decided(lead: ImportRow, held: Held, viewings: Collection[date | None]) -> tuple[Outcome, str]:
    """Return the outcome of the row that represents a film. viewings: those that all its rows add."""
    outcome, reason = _without_viewings(lead, held)
    if not viewings:
        return outcome, reason
    if outcome == Outcome.NOTED and lead.kind == Kind.SEEN:
        return Outcome.SEEN, "its review is saved as a note"
    if outcome == Outcome.UNCHANGED:
        return Outcome.SEEN, "" if lead.kind == Kind.SEEN else reason
    return outcome, reason


def _without_viewings(lead: ImportRow, held: Held) -> tuple[Outcome, str]:
    if lead.half_stars is not None:
        outcome, reason = _stars(lead, held)
        if outcome == Outcome.UNCHANGED and lead.note_line and not held.has_note:
            return Outcome.NOTED, reason
        return outcome, reason
    if lead.note_line:
        if held.has_note:
            return Outcome.UNCHANGED, "you already have a note on it"
        return Outcome.NOTED, ""
    if lead.kind == Kind.WISH:
        return _wish(held)
    return Outcome.UNCHANGED, "you have already marked it as seen"


def _stars(lead: ImportRow, held: Held) -> tuple[Outcome, str]:
    if held.half_stars is None or held.rated_at is None:
        return Outcome.IMPORTED, ""
    mine = f"{held.half_stars / 2:g}"
    if held.half_stars == lead.half_stars:
        return Outcome.UNCHANGED, f"you have given it the same rating, {mine}"
    if lead.rated_at is None:
        return Outcome.UNCHANGED, f"you rated it {mine} on this site, and the row has no date"
    if lead.rated_at <= held.rated_at:
        return Outcome.UNCHANGED, f"you rated it {mine} on this site more recently"
    return Outcome.IMPORTED, f"replaces your older rating of {mine}"


def _wish(held: Held) -> tuple[Outcome, str]:
    if held.half_stars is not None:
        return Outcome.UNCHANGED, "you have already rated it"
    if held.listed_at is not None:
        return Outcome.UNCHANGED, "it is already on your watchlist"
    if held.viewings:
        return Outcome.UNCHANGED, "you have already marked it as seen"
    return Outcome.WATCHLISTED, ""


def _day_of(moment: datetime) -> date:
    """Return the day; a date without a time is read as midnight in UTC, and stays that day anywhere."""
    in_utc = moment.astimezone(UTC)
    return in_utc.date() if in_utc.time() == time() else timezone.localdate(moment)


def _weight(row: ImportRow) -> tuple[int, int, datetime, int]:
    if row.half_stars is not None:
        strength = 3
    elif row.note:
        strength = 2
    else:
        strength = int(row.kind == Kind.WISH)
    return strength, row.rank, row.rated_at or _NEVER, row.line
