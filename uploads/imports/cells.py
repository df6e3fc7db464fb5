"""Parse the values of cells. Functions raise BadCell for a value that makes its row useless."""

import re

from uploads.imports.rows import BadCell

LONGEST_TITLE = 300
LONGEST_NOTE = 5_000
_FIRST_YEAR, _LAST_YEAR = 1870, 2100
_YEAR = re.compile(r"(\d{4})(?:\.0+)?(?:[-/.–]\d.*|[-–])?", re.ASCII | re.DOTALL)
_NUMBER = re.compile(r"0*(\d{1,9})(?:\.0+)?", re.ASCII)
_IMDB = re.compile(r"tt\W?0*(\d{1,9})(?!\d)", re.ASCII | re.IGNORECASE)
_TMDB_URL = re.compile(r"(?:themoviedb\.org/movie|/tmdb)/(\d{1,9})(?!\d)", re.ASCII)
_LETTERBOXD_URL = re.compile(r"letterboxd\.com/(?:[^/]+/)?film/([a-z0-9-]+)", re.ASCII)
_SLUG_YEAR = re.compile(r"(.+)-((?:18|19|20)\d\d)", re.ASCII)
_BIGGEST_NUMBER = 2**31 - 1
_SHIELDED = re.compile(r"'(?=[=+\-@])")
_UNKEPT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")  # control, lone surrogates
_NOTHING = frozenset({"null", "none", "nan", "n/a", "\\n"})
_SHOWN = 60


def text(cell: str) -> str:
    """Return the text without control characters, and without a leading apostrophe for spreadsheets."""
    if not cell:  # most cells are empty
        return ""
    given = _UNKEPT.sub("", cell).strip()
    return _SHIELDED.sub("", given, count=1) if _SHIELDED.match(given) else given


def value(cell: str) -> str:
    """Return `text`; "" also for a word such as "null" or "nan" that means an empty value."""
    given = text(cell)
    return "" if given.lower() in _NOTHING else given


def shown(given: str) -> str:
    """Format a value for a message: printable characters only, shortened, in quotation marks."""
    printable = "".join(char if char.isprintable() else " " for char in given[: _SHOWN * 4])
    short = " ".join(printable.split())
    return repr(short if len(short) <= _SHOWN else f"{short[:_SHOWN]}…")


def title(cell: str) -> str:
    given = " ".join(text(cell).split())
    if len(given) > LONGEST_TITLE:
        raise BadCell(f"the title is longer than {LONGEST_TITLE} characters")
    return given


def year(cell: str) -> int | None:
    """Return the year, also of a date that begins with one; a range counts as its first year."""
    given = value(cell)
    if not given or given == "0":
        return None
    found = _YEAR.fullmatch(given)
    if not found or not _FIRST_YEAR <= int(found[1]) <= _LAST_YEAR:
        raise BadCell(f"{shown(given)} is not a year")
    return int(found[1])


def imdb_id(cell: str) -> str:
    """Return an IMDb id with tt and seven digits at least; "" for an empty or invalid one.

    Reads tt0114709, 0114709, 114709.0 and addresses such as https://www.imdb.com/title/tt0114709/.
    """
    given = text(cell)
    found = _IMDB.search(given) or _NUMBER.fullmatch(given)
    return f"tt{int(found[1]):07}" if found and int(found[1]) else ""


def number(cell: str) -> int | None:
    """Return a source's film number, such as 862, 862.0 or a TMDB URL; None for anything else."""
    given = text(cell)
    found = _TMDB_URL.search(given) or _NUMBER.fullmatch(given)
    read = int(found[1]) if found else 0
    return read if 0 < read <= _BIGGEST_NUMBER else None


def letterboxd_film(cell: str) -> tuple[str, int | None]:
    """Return title and year of a URL such as https://letterboxd.com/film/heat-1995/; "" for another."""
    found = _LETTERBOXD_URL.search(text(cell))
    if not found:
        return "", None
    dated = _SLUG_YEAR.fullmatch(found[1])
    slug, at = (dated[1], int(dated[2])) if dated else (found[1], None)
    return slug.replace("-", " "), at


def note(cell: str) -> tuple[str, str]:
    """Return a review, and a remark when it was shortened. Its line breaks stay."""
    given = text(cell).replace("\r\n", "\n").replace("\r", "\n")
    if len(given) > LONGEST_NOTE:
        return given[:LONGEST_NOTE], f"the review was truncated to {LONGEST_NOTE:,} characters"
    return given, ""
