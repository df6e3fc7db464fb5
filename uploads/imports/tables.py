"""Tables with a header: CSV as Excel, Google and others write it, JSON, XML and lines of `a::b::c`."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from uploads.imports import movietweetings
from uploads.imports.columns import plain
from uploads.imports.letterboxd import without_list_head
from uploads.imports.rows import BadFile, Cells

_DELIMITERS = (",", ";", "\t", "|")
_LONGEST_FIELD = 131_072  # characters; the csv module's own bound
_MOST_COLUMNS = 200
Numbered = Iterator[tuple[int, Cells]]


@dataclass(frozen=True, slots=True)
class Table:
    """columns: as written in the file; rows: its records in order, each with its line or position."""

    columns: tuple[str, ...]
    rows: Callable[[], Numbered]

    @property
    def head(self) -> dict[str, str]:
        """Return names as written by plain names; of columns with one name the first counts."""
        named: dict[str, str] = {}
        for column in self.columns:
            named.setdefault(plain(column), " ".join(column.split()))
        named.pop("", None)
        return named


def delimited(text: str) -> Table:
    """Parse a table by the delimiter that gives the most columns in the first line.

    Raises BadFile, here or while its rows are read, for an unterminated field.
    """
    text = _without_hint(without_list_head(text))
    if columns := movietweetings.head_of(text):
        return Table(columns, partial(_separated, text, columns))
    heads = {delimiter: _head(text, delimiter) for delimiter in _DELIMITERS}
    delimiter = max(_DELIMITERS, key=lambda one: len(heads[one]))
    return Table(heads[delimiter], partial(_records, text, delimiter, heads[delimiter]))


def _without_hint(text: str) -> str:
    """Drop a first line that sets Excel's delimiter."""
    first, mark, rest = text.partition("\n")
    is_hint = first.strip().strip('"').lower() in [f"sep={one}" for one in _DELIMITERS]
    return mark + rest if is_hint else text


def _head(text: str, delimiter: str) -> tuple[str, ...]:
    _, fields = next(_fields(text, delimiter), (0, []))
    return tuple(fields[:_MOST_COLUMNS])


def _records(text: str, delimiter: str, columns: tuple[str, ...]) -> Numbered:
    lines, names = _fields(text, delimiter), plain_names(columns)
    next(lines, None)
    for line, fields in lines:
        yield line, cells_of(names, fields)


def plain_names(columns: Sequence[str]) -> list[str]:
    """Return the plain names, with "" for a repeated name."""
    names = [plain(column) for column in columns]
    return ["" if name in names[:at] else name for at, name in enumerate(names)]


def cells_of(names: Sequence[str], fields: Sequence[str]) -> Cells:
    return dict(zip(names, fields, strict=False))


def _separated(text: str, columns: tuple[str, ...]) -> Numbered:
    names = plain_names(columns)
    for line, record in enumerate(text.splitlines(), start=1):
        if record.strip():
            yield line, cells_of(names, record.split(movietweetings.SEPARATOR))


def _fields(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield every record that is not blank, with its first line.

    Raises BadFile, with the line, for an unterminated field, since the rest is ambiguous.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    while True:
        line = reader.line_num + 1
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _endless(line) from error
        # Checked here too: the module's own limit is global, and other code changes it.
        if any(len(field) > _LONGEST_FIELD for field in fields):
            raise _endless(line)
        if any(field.strip() for field in fields):
            yield line, fields


def _endless(line: int) -> BadFile:
    return BadFile(
        f"line {line}: a field is longer than {_LONGEST_FIELD:,} characters; a quotation mark may "
        "be missing"
    )
