"""Parse dates and times in many notations."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal

from uploads.imports.cells import shown, value

_FIRST = datetime(1990, 1, 1, tzinfo=UTC)  # the oldest of the supported sites started then
_UNITS = (1, 1_000, 1_000_000, 1_000_000_000)  # seconds and their fractions by thousands
_STAMP = re.compile(r"\d{9,19}(?:\.\d+)?|\d(?:\.\d+)?e\+?\d{1,2}", re.ASCII | re.IGNORECASE)
_NUMERIC = re.compile(
    r"(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?P<rest>\D.*)?",
    re.ASCII,
)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?P<rest>\D.*)?", re.ASCII)
_WORDED = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?"  # the day of the week
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th|\.|er|º|°)?\s*(?:de\s+)?(?P<month>[^\W\d]{3,})\.?,?\s+(?:de\s+)?"
    r"|(?P<month2>[^\W\d]{3,})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+)"
    r"(?P<early>\d{1,2}:\d\d(?::\d\d)?\s+)?(?:[A-Z]{3,4}\s+)?(?P<year>\d{4})(?P<rest>\D.*)?"
)
_DAY = re.compile(r"\d[-/.]\d{1,2}[-/.]\d", re.ASCII)
_CLOCK = re.compile(
    r"(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*([ap])?\.?m?", re.ASCII | re.IGNORECASE
)
_MONTHS = (
    ("jan", "ene", "gen"),
    ("feb", "fev", "fév"),
    ("mar", "mär"),
    ("apr", "avr", "abr"),
    ("may", "mai", "mag"),
    ("jun", "juin", "giu"),
    ("jul", "juil", "lug"),
    ("aug", "aoû", "aou", "ago"),
    ("sep", "set"),
    ("oct", "okt", "ott", "out"),
    ("nov",),
    ("dec", "dez", "déc", "dic"),
)


def moment(cell: str, *, now: datetime, day_first: bool | None) -> tuple[datetime | None, str]:
    """Return a time and a remark; an invalid or impossible date is left out.

    day_first: how to read 05/01/2024; with None, such an ambiguous date is left out.
    """
    given = value(cell)
    if not given or given.startswith("0000-00-00"):
        return None, ""
    if day_first is None and _is_either(given):
        return None, f"{shown(given)} is ambiguous and was skipped"
    when = _moment_of(given, now, day_first=bool(day_first))
    if when is not None and when > now:
        return None, f"{shown(given)} is in the future and was skipped"
    if when is None or when < _FIRST:
        return None, f"{shown(given)} is not a valid date and was skipped"
    return when, ""


def looks_dated(cell: str) -> bool:
    return bool(_DAY.search(cell))


def day_first_of(cells: Iterable[str]) -> bool | None:
    """Whether dates such as 13/01/2024 begin with the day; None when no date of the file shows it."""
    shows = {first for first in map(_order_of, cells) if first is not None}
    return shows.pop() if len(shows) == 1 else None


def has_either(cells: Iterable[str]) -> bool:
    """Whether any date is ambiguous: its day or its month may be first."""
    return any(_is_either(value(cell)) for cell in cells)


def _order_of(cell: str) -> bool | None:
    found = _NUMERIC.fullmatch(value(cell))
    if not found:
        return None
    first, second = int(found["a"]), int(found["b"])
    if first > 12 >= second:
        return True
    return False if second > 12 >= first else None


def _is_either(given: str) -> bool:
    found = _NUMERIC.fullmatch(given)
    if not found or found["mark"] == ".":  # 05.01.2024 always has the day first
        return False
    return int(found["a"]) <= 12 and int(found["b"]) <= 12 and found["a"] != found["b"]


def _moment_of(given: str, now: datetime, *, day_first: bool) -> datetime | None:
    try:
        if _STAMP.fullmatch(given):
            return _of_stamp(Decimal(given), now)
        return _of_parts(given, day_first=day_first) or _of_iso(given)
    except (ValueError, ArithmeticError, OSError):
        return None


def _of_stamp(stamp: Decimal, now: datetime) -> datetime:
    """Convert a time since 1970 in the unit that gives a time between 1990 and now; else in seconds."""
    seconds = [stamp / unit for unit in _UNITS]
    first, last = Decimal(_FIRST.timestamp()), Decimal(now.timestamp())
    possible = (one for one in seconds if first <= one <= last)
    return datetime.fromtimestamp(float(next(possible, _nearest(seconds))), UTC)


def _nearest(seconds: list[Decimal]) -> Decimal:
    """Return the value in the first unit with a valid calendar time."""
    latest = Decimal(datetime.max.replace(tzinfo=UTC).timestamp())
    return next((one for one in seconds if one < latest - 1), Decimal(0))


def _of_iso(given: str) -> datetime:
    bare = given.removesuffix(" UTC").removesuffix(" GMT")
    when = datetime.fromisoformat(bare.replace(" +", "+"))
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)


def _of_parts(given: str, *, day_first: bool) -> datetime | None:
    if found := _YEAR_FIRST.fullmatch(given):
        return _built(found[1], int(found[2]), found[3], found["rest"])
    if found := _NUMERIC.fullmatch(given):
        is_day_first = day_first or found["mark"] == "." or int(found["a"]) > 12
        day, month = (found["a"], found["b"]) if is_day_first else (found["b"], found["a"])
        return _built(found["year"], int(month), day, found["rest"])
    if found := _WORDED.fullmatch(given):
        month = _month_of(found["month"] or found["month2"])
        day = found["day"] or found["day2"]
        return _built(found["year"], month, day, found["early"] or found["rest"])
    return None


def _built(year: str, month: int, day: str, rest: str | None) -> datetime:
    full = int(year) if len(year) == 4 else 2000 + int(year)
    hour = minute = second = 0
    if clock := _CLOCK.search(rest or ""):
        hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
        if clock[4]:
            hour = hour % 12 + (12 if clock[4].lower() == "p" else 0)
    return datetime(full, month, int(day), hour, minute, second, tzinfo=UTC)


def _month_of(name: str) -> int:
    """Return a month's number; 0, which is not a month, for other words."""
    bare = name.casefold()
    for number, starts in enumerate(_MONTHS, start=1):
        if bare.startswith(starts):
            return number
    return 0
