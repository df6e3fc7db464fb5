"""Column types of a ratings file, inferred from its first row, and the first row that differs."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pyarrow as pa

_USER, _ITEM, _RATING, _TIME = COLUMNS = ("userId", "movieId", "rating", "timestamp")
_SHOWN = 80


def head_of(path: Path, separator: str) -> list[str]:
    """Return the cells of the first line; [] for an empty file."""
    return next((cells for _, _, cells in _lines(path, separator)), [])


def types_of(path: Path, separator: str, *, has_header: bool) -> dict[str, pa.DataType]:
    """Infer the type of each column from the first row.

    Ids and times may be written as "1.0", which pandas does where some are missing; times may be
    dates.
    """
    head = head_of(path, separator) if has_header else list(COLUMNS)
    rows = (cells for _, _, cells in _rows(path, separator, has_header=has_header))
    first = dict(zip(head, next(rows, []), strict=False))
    types = {name: _number_type(first.get(name, "")) for name in (_USER, _ITEM)}
    return types | {_RATING: pa.float64(), _TIME: _time_type(first.get(_TIME, ""))}


def _number_type(cell: str) -> pa.DataType:
    return pa.float64() if "." in cell else pa.int64()


def _time_type(cell: str) -> pa.DataType:
    try:
        moment = datetime.fromisoformat(cell)
    except ValueError:
        return _number_type(cell)
    if cell.isdecimal():  # "19991231" is a number before it is a date
        return pa.int64()
    return pa.timestamp("us", "UTC" if moment.tzinfo else None)


def first_bad_line(path: Path, separator: str, *, has_header: bool) -> str:
    """Describe the first bad line and where it is; slow, for a file already known to be bad.

    An empty string when every line is good.
    """
    head = head_of(path, separator) if has_header else list(COLUMNS)
    types = types_of(path, separator, has_header=has_header)
    for line, text, cells in _rows(path, separator, has_header=has_header):
        row = dict(zip(head, cells, strict=False))
        if len(cells) != len(head) or not all(_fits(row[name], types[name]) for name in COLUMNS):
            return (
                f"line {line}: expected {separator.join(COLUMNS)} in the format of the first row, "
                f"found {text[:_SHOWN]!r}; correct the line or download the file again"
            )
    return ""


def _fits(cell: str, kind: pa.DataType) -> bool:
    try:
        if pa.types.is_timestamp(kind):
            return (datetime.fromisoformat(cell).tzinfo is None) == (kind.tz is None)
        if pa.types.is_floating(kind):
            return float(cell) == float(cell)
        int(cell)
    except ValueError:
        return False
    return True


def _rows(path: Path, separator: str, *, has_header: bool) -> Iterator[tuple[int, str, list[str]]]:
    for line, text, cells in _lines(path, separator):
        if text and not (has_header and line == 1):
            yield line, text, cells


def _lines(path: Path, separator: str) -> Iterator[tuple[int, str, list[str]]]:
    """(line, text, cells without quotes); no cell of a ratings file holds a separator."""
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        for line, text in enumerate(file, start=1):
            yield line, text.strip(), [cell.strip().strip('"') for cell in text.split(separator)]
