"""Read a source's text files row by row with line numbers; every error names the line."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from catalog.importers.errors import ImportFailed

_LONGEST_CELL = 10_000_000  # the cast of a long series in one cell is about 400,000 characters
_SHOWN = 80


def csv_rows(
    path: Path, columns: Sequence[str], *, ragged: bool = False
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line, cells by column) of a UTF-8 CSV file with these columns.

    Raises ImportFailed for another header, a web page, text that is not UTF-8, broken quotes, or a row
    of another length than the header; with `ragged`, missing cells of a short row are empty.
    """
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = next(reader, [])
            places = _places(path, header, columns)
            for row in reader:
                if row:
                    if not ragged:
                        _check_length(path, reader.line_num, row, len(header))
                    yield (
                        reader.line_num,
                        {name: row[at] if at < len(row) else "" for name, at in places.items()},
                    )
    except UnicodeDecodeError as error:
        raise ImportFailed(_not_utf_8(path)) from error
    except csv.Error as error:
        raise ImportFailed(
            f"{path.name}, line {reader.line_num}: not a CSV file ({error}); download it again"
        ) from error


def _places(path: Path, header: list[str], columns: Sequence[str]) -> dict[str, int]:
    first = ",".join(header)
    if first.lstrip().startswith("<"):
        raise ImportFailed(f"{path.name}, line 1: this is a web page, not CSV; download it again")
    missing = [name for name in columns if name not in header]
    if missing:
        raise ImportFailed(
            f"{path.name}, line 1: the header {first[:_SHOWN]!r} has no "
            f"{' and no '.join(missing)}; use the original file"
        )
    return {name: header.index(name) for name in columns}


def _check_length(path: Path, line: int, row: list[str], wanted: int) -> None:
    if len(row) != wanted:
        raise ImportFailed(
            f"{path.name}, line {line}: {','.join(row)[:_SHOWN]!r} has {len(row)} cells, not {wanted}; "
            "correct the line or download the file again"
        )


def _not_utf_8(path: Path) -> str:
    with path.open("rb") as file:
        for line, text in enumerate(file, start=1):
            try:
                text.decode("utf-8")
            except UnicodeDecodeError:
                return f"{path.name}, line {line}: not UTF-8; convert the file or download it again"
    return f"{path.name}: not UTF-8; convert the file or download it again"


def split_rows(path: Path, separator: str, columns: int) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, cells) of a file without header and quotes, in UTF-8 or, failing that, Latin-1.

    Raises ImportFailed for a web page or a line with another number of cells.
    """
    with path.open(encoding=_encoding(path), newline="\n") as file:
        for line, text in enumerate(file, start=1):
            cells = text.rstrip("\r\n").split(separator)
            if line == 1 and text.lstrip().startswith("<"):
                raise ImportFailed(f"{path.name}, line 1: this is a web page; download it again")
            if len(cells) != columns:
                if not text.strip():
                    continue
                raise ImportFailed(
                    f"{path.name}, line {line}: {text.strip()[:_SHOWN]!r} has {len(cells)} cells, "
                    f"not {columns}; correct the line or download the file again"
                )
            yield line, cells


def _encoding(path: Path) -> str:
    """Return the encoding: MovieLens 10M is UTF-8, older releases Latin-1, which accepts any bytes."""
    try:
        with path.open(encoding="utf-8") as file:
            for _ in file:
                pass
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8"
