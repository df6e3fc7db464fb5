"""Tables with a head line, whatever their delimiter: CSV as Excel, Google and others write it."""

import csv
import io
from collections.abc import Iterator

from uploads.imports.rows import BadFile

DELIMITERS = (",", ";", "\t")
_LONGEST_FIELD = 131_072  # characters; the csv module's own bound


def records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Every record that is not blank, with the line on which it begins.

    Raises BadFile, with the line, for a field without an end: what follows it cannot be told apart.
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
        # Checked here too: the module's own limit is for the whole process, and others move it.
        if any(len(field) > _LONGEST_FIELD for field in fields):
            raise _endless(line)
        if any(field.strip() for field in fields):
            yield line, fields


def _endless(line: int) -> BadFile:
    return BadFile(
        f"line {line}: a field is longer than {_LONGEST_FIELD:,} characters; "
        "is a quotation mark missing?"
    )


def head_of(text: str, delimiter: str) -> list[str]:
    """The names of the columns, in lower case; [] for a text without a line."""
    for _, fields in records(text, delimiter):
        return [" ".join(field.split()).lower() for field in fields]
    return []
