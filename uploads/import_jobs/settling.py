"""Of all rows of a film, the one that counts; and what becomes of it, given what is held already.

The rule: one row stands for a film. Stars go before a review alone, that before a wish, that before
"seen"; of several with stars, the file that tells of today before those that tell of viewings, then the
latest date, then the last line. Its stars replace a rating here only when they are newer: a row without
a date never does. A review becomes a note only where there is none; the latest of the film is taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from uploads.imports.rows import Kind
from uploads.models import ImportRow, Outcome

_NEVER = datetime.min.replace(tzinfo=UTC)
WRITING = (Outcome.IMPORTED, Outcome.NOTED, Outcome.WATCHLISTED)


@dataclass(frozen=True, slots=True)
class Held:
    """What somebody has of a film on this site."""

    half_stars: int | None = None
    rated_at: datetime | None = None
    has_note: bool = False
    listed_at: datetime | None = None


NOTHING = Held()


def settle(rows: Sequence[ImportRow], held: Held) -> None:
    """Set outcome, reason, same_as and note_line of all rows of one film. Nothing is saved."""
    lead = max(rows, key=_weight)
    noted = [row for row in rows if row.note]
    newest = max(noted, key=lambda row: (row.rated_at or _NEVER, row.line), default=None)
    for row in rows:
        row.outcome, row.reason = Outcome.DUPLICATE, f"line {lead.line} tells of the same film"
        row.same_as, row.note_line = lead.line, None
    lead.same_as, lead.note_line = None, newest.line if newest else None
    lead.outcome, lead.reason = decided(lead, held)


def leave_open(rows: Sequence[ImportRow], outcome: Outcome, reason: str) -> None:
    """As `settle`, for rows whose film is not known, or is not to be imported."""
    settle(rows, NOTHING)
    lead = next(row for row in rows if row.same_as is None)
    lead.outcome, lead.reason = outcome, reason


def decided(lead: ImportRow, held: Held) -> tuple[Outcome, str]:
    """What becomes of the row that stands for a film."""
    if lead.half_stars is not None:
        outcome, reason = _stars(lead, held)
        if outcome == Outcome.UNCHANGED and lead.note_line and not held.has_note:
            return Outcome.NOTED, reason
        return outcome, reason
    if lead.note_line:
        if held.has_note:
            return Outcome.UNCHANGED, "you have a note on it already"
        return Outcome.NOTED, ""
    if lead.kind == Kind.WISH:
        return _wish(held)
    return Outcome.UNRATED, "it says only that you saw it"


def _stars(lead: ImportRow, held: Held) -> tuple[Outcome, str]:
    if held.half_stars is None or held.rated_at is None:
        return Outcome.IMPORTED, ""
    mine = f"{held.half_stars / 2:g}"
    if held.half_stars == lead.half_stars:
        return Outcome.UNCHANGED, f"you gave it {mine} here too"
    if lead.rated_at is None:
        return Outcome.UNCHANGED, f"you gave it {mine} here, and the row has no date"
    if lead.rated_at <= held.rated_at:
        return Outcome.UNCHANGED, f"you gave it {mine} here later"
    return Outcome.IMPORTED, f"instead of your older {mine}"


def _wish(held: Held) -> tuple[Outcome, str]:
    if held.half_stars is not None:
        return Outcome.UNCHANGED, "you have rated it"
    if held.listed_at is not None:
        return Outcome.UNCHANGED, "it is on your watchlist"
    return Outcome.WATCHLISTED, ""


def _weight(row: ImportRow) -> tuple[int, int, datetime, int]:
    if row.half_stars is not None:
        strength = 3
    elif row.note:
        strength = 2
    else:
        strength = int(row.kind == Kind.WISH)
    return strength, row.rank, row.rated_at or _NEVER, row.line
