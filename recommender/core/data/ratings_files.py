"""Reading a ratings file of any MovieLens release in blocks, so that its size does not matter.

| layout     | line                                  | releases                       |
|------------|---------------------------------------|--------------------------------|
| CSV        | `userId,movieId,rating,timestamp`     | 20M and later; has a header    |
| COLONS     | `user::movie::rating::timestamp`      | 1M, 10M                        |
| TABS       | `user<tab>movie<tab>rating<tab>time`  | 100k                           |
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import csv

from recommender.core.data.arrays import Bool, Float32, Int64
from recommender.core.data.interactions import HIGHEST_STARS, LOWEST_STARS
from recommender.core.errors import BadData

_USER, _ITEM, _RATING, _TIME = _COLUMNS = ("userId", "movieId", "rating", "timestamp")
_TYPES: dict[str, pa.DataType] = {
    _USER: pa.int64(),
    _ITEM: pa.int64(),
    _RATING: pa.float32(),
    _TIME: pa.int64(),
}
_BLOCK_BYTES = 16 << 20
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class RatingsLayout:
    """separator: between the cells of a line; has_header: whether the first line names them."""

    separator: str
    has_header: bool


CSV = RatingsLayout(",", has_header=True)
COLONS = RatingsLayout("::", has_header=False)
TABS = RatingsLayout("\t", has_header=False)


@dataclass(frozen=True, slots=True)
class RatingBlock:
    """Checked ratings in file order, by their source's ids; lines: where they stand in the file.

    refused: reason to the (line, row) pairs that were left out for it; read: how many rows there were.
    """

    users: Int64
    items: Int64
    ratings: Float32
    times: Int64
    lines: Int64
    read: int
    refused: Mapping[str, list[tuple[int, str]]]

    def __len__(self) -> int:
        return len(self.users)


def read_blocks(
    path: Path, layout: RatingsLayout, *, known_items: Collection[int]
) -> Iterator[RatingBlock]:
    """The file's ratings, a block at a time.

    Rows with stars out of range or not in halves, or of films that are not in `known_items`, are refused
    and counted. Raises BadData, with the line and the remedy, for another header, a row of another
    length, or a cell that is no number.
    """
    _check_start(path, layout)
    known = np.unique(np.fromiter(known_items, dtype=np.int64))
    line = 2 if layout.has_header else 1
    try:
        for batch in _batches(path, layout):
            if any(batch.column(name).null_count for name in _COLUMNS):
                raise BadData(_first_bad_line(path, layout))
            columns = [batch.column(name).to_numpy() for name in _COLUMNS]
            lines = np.arange(line, line + len(batch), dtype=np.int64)
            line += len(batch)
            yield _checked(columns, lines, known)
    except (pa.ArrowInvalid, pa.ArrowKeyError) as error:
        raise BadData(_first_bad_line(path, layout) or str(error)) from error


def _batches(path: Path, layout: RatingsLayout) -> Iterator[pa.RecordBatch]:
    # Arrow splits at one character: of "::" every other column is empty, and left out.
    gap = len(layout.separator) - 1
    names = [name for column in _COLUMNS for name in (column, *[f"gap {column}"] * gap)]
    return iter(
        csv.open_csv(
            path,
            read_options=csv.ReadOptions(
                block_size=_BLOCK_BYTES,
                column_names=None if layout.has_header else names[: len(names) - gap],
            ),
            parse_options=csv.ParseOptions(delimiter=layout.separator[0]),
            convert_options=csv.ConvertOptions(
                column_types=_TYPES, include_columns=list(_COLUMNS), strings_can_be_null=False
            ),
        )
    )


def _check_start(path: Path, layout: RatingsLayout) -> None:
    with path.open("rb") as file:
        first = file.readline(2000).decode("utf-8", "replace").lstrip("\ufeff").strip()
    if not first:
        raise BadData("the file is empty; download it again")
    if first.startswith("<"):
        raise BadData("line 1: this is a web page, not ratings; download it again")
    if layout.has_header and not set(_COLUMNS) <= set(first.replace('"', "").split(",")):
        raise BadData(f"line 1: {first[:_SHOWN]!r} is not the header {','.join(_COLUMNS)}")


def _first_bad_line(path: Path, layout: RatingsLayout) -> str:
    """What is wrong, and where; the slow way, for a file that is known to be bad."""
    with path.open(encoding="utf-8", errors="replace") as file:
        places = list(range(len(_COLUMNS)))
        if layout.has_header:
            header = file.readline().lstrip("\ufeff").replace('"', "").strip().split(",")
            places = [header.index(name) for name in _COLUMNS]
        for line, text in enumerate(file, start=2 if layout.has_header else 1):
            cells = text.rstrip("\r\n").split(layout.separator)
            if text.strip() and not _is_rating(cells, places):
                return (
                    f"line {line}: {text.strip()[:_SHOWN]!r} is not "
                    f"{layout.separator.join(_COLUMNS)}; correct the line or download the file again"
                )
    return ""


def _is_rating(cells: list[str], places: Collection[int]) -> bool:
    try:
        user, item, rating, time = (cells[place] for place in places)
        int(user), int(item), float(rating), int(time)
    except (ValueError, IndexError):
        return False
    return len(cells) == len(_COLUMNS)


def _checked(columns: list[Int64], lines: Int64, known: Int64) -> RatingBlock:
    users, items, ratings, times = columns
    halves = ratings * 2
    in_range = (ratings >= LOWEST_STARS) & (ratings <= HIGHEST_STARS) & (halves == np.round(halves))
    listed = _among(items, known)
    kept = in_range & listed
    refused = {
        "rating not 0.5 to 5 in halves": _shown(columns, lines, ~in_range),
        "film refused or not listed": _shown(columns, lines, in_range & ~listed),
    }
    return RatingBlock(
        users[kept],
        items[kept],
        ratings[kept].astype(np.float32),
        times[kept],
        lines[kept],
        len(users),
        {reason: rows for reason, rows in refused.items() if rows},
    )


def _among(items: Int64, known: Int64) -> Bool:
    if not len(known):
        return np.zeros(len(items), dtype=np.bool_)
    places = np.searchsorted(known, items).clip(max=len(known) - 1)
    found: Bool = known[places] == items
    return found


def _shown(columns: list[Int64], lines: Int64, chosen: Bool) -> list[tuple[int, str]]:
    rows = zip(*(column[chosen].tolist() for column in columns), strict=True)
    return [
        (line, ",".join(f"{value:g}" if isinstance(value, float) else str(value) for value in row))
        for line, row in zip(lines[chosen].tolist(), rows, strict=True)
    ]
