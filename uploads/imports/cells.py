"""The values of cells. Each function raises BadCell for what makes the row useless."""

import re
from datetime import UTC, datetime
from decimal import Decimal

from uploads.imports.rows import BadCell, Cells

LONGEST_TITLE = 300
LONGEST_NOTE = 5_000
_FIRST_YEAR, _LAST_YEAR = 1870, 2100
_FIRST_RATING = 1990  # the oldest of the sites we read began then
_IMDB = re.compile(r"(?:tt)?0*(\d{1,9})", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}(?:\.0)?", re.ASCII)
_BIGGEST_NUMBER = 2**31 - 1
_SHIELDED = re.compile(r"'(?=[=+\-@])")
_UNKEPT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")  # control, lone surrogates


def text(cells: Cells, *names: str) -> str:
    """What the first of these columns that has anything says, without control characters.

    An apostrophe that keeps a spreadsheet from taking the cell for a formula is no part of it.
    """
    for name in names:
        if said := _UNKEPT.sub("", cells.get(name, "")).strip():
            return _SHIELDED.sub("", said, count=1) if _SHIELDED.match(said) else said
    return ""


def title(cells: Cells, *names: str) -> str:
    said = " ".join(text(cells, *names).split())
    if len(said) > LONGEST_TITLE:
        raise BadCell(f"the title is longer than {LONGEST_TITLE} characters")
    return said


def year(cells: Cells, *names: str) -> int | None:
    said = text(cells, *names)
    if not said:
        return None
    if not _NUMBER.fullmatch(said) or not _FIRST_YEAR <= int(float(said)) <= _LAST_YEAR:
        raise BadCell(f"{said[:40]!r} is not a year")
    return int(float(said))


def half_stars(cells: Cells, *names: str, of: int = 5) -> int | None:
    """Half stars, 1 to 10, of a rating out of 5 or of 10; None for an empty cell or a zero."""
    said = text(cells, *names)
    if not said:
        return None
    try:
        halves = Decimal(said.replace(",", ".")) * (10 // of)
    except ArithmeticError as error:
        raise BadCell(f"{said[:40]!r} is not a rating") from error
    if halves.is_finite() and halves == 0:
        return None  # how some sites say that there is none
    if halves not in range(1, 11):
        step = " in steps of 0.5" if of == 5 else ""
        raise BadCell(f"{said[:40]!r} is not a rating from {0.5 if of == 5 else 1} to {of}{step}")
    return int(halves)


def imdb_id(cells: Cells, *names: str) -> str:
    """As the catalogue writes it: tt and seven digits at least. "" for none, or for what is none."""
    found = _IMDB.fullmatch(text(cells, *names))
    return f"tt{int(found.group(1)):07}" if found and int(found.group(1)) else ""


def number(cells: Cells, *names: str) -> int | None:
    """A source's number for a film; None for none, or for what is no number."""
    said = text(cells, *names)
    found = int(float(said)) if _NUMBER.fullmatch(said) else 0
    return found if 0 < found <= _BIGGEST_NUMBER else None


def moment(cells: Cells, *names: str, now: datetime) -> tuple[datetime | None, str]:
    """When something was rated, and a remark: what is no date, or none that can be, is left out."""
    said = text(cells, *names)
    if not said:
        return None, ""
    when = _moment_of(said)
    if when is None or when.year < _FIRST_RATING:
        return None, f"{said[:40]!r} is not a date and was left out"
    if when > now:
        return None, f"{said[:40]!r} lies in the future and was left out"
    return when, ""


def _moment_of(said: str) -> datetime | None:
    try:
        if re.fullmatch(r"\d{9,11}", said, re.ASCII):  # seconds since 1970
            return datetime.fromtimestamp(int(said), UTC)
        when = datetime.fromisoformat(said)
        return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None


def note(cells: Cells, *names: str) -> tuple[str, str]:
    """A review, and a remark when it had to be cut. Its line breaks stay."""
    said = text(cells, *names).replace("\r\n", "\n").replace("\r", "\n")
    if len(said) > LONGEST_NOTE:
        return said[:LONGEST_NOTE], f"the review was cut after {LONGEST_NOTE:,} characters"
    return said, ""
