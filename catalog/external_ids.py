"""Parse film ids as files write them: "862", "862.0" from pandas, "tt0114709", an IMDb URL."""

import re

_ABSENT = frozenset({"", "nan", "none", "null", "na", "n/a", "<na>", "\\n", "-"})
_WHOLE = re.compile(r"([0-9]{1,18})(?:\.0*)?")
_IMDB = re.compile(
    r"(?:https?://(?:[a-z]+\.)?imdb\.com/(?:[a-z]{2}/)?title/)?(?:tt)?([0-9]{1,9})(?:\.0*)?/?",
    re.IGNORECASE,
)
_LARGEST_ID = 2**31 - 1  # the maximum of the column for TMDB ids


def is_absent(cell: str) -> bool:
    """Whether the cell means "no id", in any notation of spreadsheets and databases."""
    return cell.strip().lower() in _ABSENT


def whole_number(cell: str) -> int | None:
    """Parse a number from 0 of at most 18 digits, which every database holds; None for anything else."""
    found = _WHOLE.fullmatch(cell.strip())
    return int(found.group(1)) if found else None


def tmdb_id(cell: str) -> int | None:
    """Parse a TMDB id; None for a missing id, for 0, and for anything else."""
    found = whole_number(cell) or 0
    return found if 0 < found <= _LARGEST_ID else None


def imdb_id(cell: str) -> str | None:
    """Parse an IMDb id into tt and seven digits at least; None for a missing id, 0 and anything else."""
    found = _IMDB.fullmatch(cell.strip())
    return imdb_id_of(int(found.group(1))) if found and int(found.group(1)) else None


def imdb_id_of(number: int) -> str:
    return f"tt{number:07}"
