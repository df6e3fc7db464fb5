"""Reads the ratings file of any MovieLens release in blocks, whatever its size.

| layout         | line                                  | releases                       |
|----------------|---------------------------------------|--------------------------------|
| CSV            | `userId,movieId,rating,timestamp`     | 20M and later; has a header    |
| COLONS         | `user::movie::rating::timestamp`      | 1M, 10M                        |
| COLONS_OF_TEN  | the same, rated from 0 to 10          | MovieTweetings                 |
| TABS           | `user<tab>movie<tab>rating<tab>time`  | 100k                           |

Times are Unix seconds, as in MovieLens, or milliseconds, microseconds or nanoseconds, or text in
ISO 8601 such as "2005-04-02 23:53:47", read as UTC unless it names a zone; see
`recommender.core.data.rating_times`.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import csv

from recommender.core.data.arrays import Bool, Float32, Float64, Int64
from recommender.core.data.interactions import HIGHEST_STARS, LOWEST_STARS
from recommender.core.data.rating_times import in_seconds, unit_of
from recommender.core.data.ratings_columns import COLUMNS, first_bad_line, head_of, types_of
from recommender.core.errors import BadData

_BLOCK_BYTES = 16 << 20
_SHOWN = 80
_MICROSECONDS = 1_000_000
_USER, _ITEM, _RATING, _TIME = COLUMNS
_ZERO_OF_TEN = f"a rating of 0 out of 10, kept as {LOWEST_STARS}"


@dataclass(frozen=True, slots=True)
class RatingsLayout:
    """Layout of a ratings file.

    separator: between the cells of a line; has_header: whether the first line names them; out_of:
    the highest rating. Ratings out of 10 are halved; a 0, which has no equivalent in stars, becomes
    half a star.
    """

    separator: str
    has_header: bool
    out_of: int = 5


CSV = RatingsLayout(",", has_header=True)
COLONS = RatingsLayout("::", has_header=False)
COLONS_OF_TEN = RatingsLayout("::", has_header=False, out_of=10)
TABS = RatingsLayout("\t", has_header=False)

Rows = list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class RatingBlock:
    """Checked ratings in file order, by their source's ids.

    lines: their line numbers in the file; read: how many rows there were; refused, noted: from
    reason to the (line, row) pairs that were left out, or kept with a change.
    """

    users: Int64
    items: Int64
    ratings: Float32
    times: Int64
    lines: Int64
    read: int
    refused: Mapping[str, Rows]
    noted: Mapping[str, Rows]

    def __len__(self) -> int:
        return len(self.users)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The cells of a block. times: as the file has them; text is seconds already."""

    users: Int64
    items: Int64
    ratings: Float64
    times: Int64
    lines: Int64

    def shown(self, chosen: Bool) -> Rows:
        """The chosen rows with their lines, as readable text."""
        columns = (self.users, self.items, self.ratings, self.times)
        rows = zip(*(column[chosen].tolist() for column in columns), strict=True)
        return [
            (line, f"{user},{item},{rating:g},{time}")
            for line, (user, item, rating, time) in zip(
                self.lines[chosen].tolist(), rows, strict=True
            )
        ]


def read_blocks(
    path: Path, layout: RatingsLayout, *, known_items: Collection[int], now_s: int
) -> Iterator[RatingBlock]:
    """Yield the file's ratings, block by block.

    Refuses and counts rows with ratings that are out of range or not in half stars, of films that
    are not in `known_items`, or with a time before 1970 or in the future. The unit of the times is
    that of the first block. Raises BadData, with the line and the remedy, for another header, a row
    of another length, or a cell that is not a number.
    """
    _check_start(path, layout)
    known = np.unique(np.fromiter(known_items, dtype=np.int64))
    line = 2 if layout.has_header else 1
    unit = 0
    try:
        for batch in _batches(path, layout):
            if any(batch.column(name).null_count for name in COLUMNS):
                raise BadData(first_bad_line(path, layout.separator, has_header=layout.has_header))
            columns = _columns(batch, line)
            line += len(batch)
            unit = unit or unit_of(columns.times, now_s=now_s)
            yield _checked(columns, known, layout, unit=unit, now_s=now_s)
    except (pa.ArrowInvalid, pa.ArrowKeyError) as error:
        found = first_bad_line(path, layout.separator, has_header=layout.has_header)
        raise BadData(found or str(error)) from error


def _batches(path: Path, layout: RatingsLayout) -> Iterator[pa.RecordBatch]:
    # Arrow splits at one character: of "::" every other column is empty, and left out.
    gap = len(layout.separator) - 1
    names = [name for column in COLUMNS for name in (column, *[f"gap {column}"] * gap)]
    return iter(
        csv.open_csv(
            path,
            read_options=csv.ReadOptions(
                block_size=_BLOCK_BYTES,
                column_names=None if layout.has_header else names[: len(names) - gap],
            ),
            parse_options=csv.ParseOptions(delimiter=layout.separator[0]),
            convert_options=csv.ConvertOptions(
                column_types=types_of(path, layout.separator, has_header=layout.has_header),
                include_columns=list(COLUMNS),
                strings_can_be_null=False,
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
    if layout.has_header and not set(COLUMNS) <= set(head_of(path, layout.separator)):
        raise BadData(f"line 1: expected the header {','.join(COLUMNS)}, found {first[:_SHOWN]!r}")


def _columns(batch: pa.RecordBatch, line: int) -> _Columns:
    """Raises BadData for an id or a time that is no whole number."""
    users, items, times = (_whole(batch.column(name), name) for name in (_USER, _ITEM, _TIME))
    ratings = batch.column(_RATING).to_numpy()
    return _Columns(
        users, items, ratings, times, np.arange(line, line + len(batch), dtype=np.int64)
    )


def _whole(column: pa.Array, name: str) -> Int64:
    if pa.types.is_timestamp(column.type):
        seconds: Int64 = column.cast(pa.int64()).to_numpy() // _MICROSECONDS
        return seconds
    values = column.to_numpy()
    whole: Int64 = values.astype(np.int64)
    if (whole != values).any():
        value = values[whole != values][0]
        raise BadData(f"{value} is not a valid {name}; it must be a whole number")
    return whole


def _checked(
    columns: _Columns, known: Int64, layout: RatingsLayout, *, unit: int, now_s: int
) -> RatingBlock:
    is_zero = (columns.ratings == 0) & (layout.out_of == 10)
    stars = np.where(is_zero, LOWEST_STARS, columns.ratings * HIGHEST_STARS / layout.out_of)
    in_range = (
        (stars >= LOWEST_STARS) & (stars <= HIGHEST_STARS) & (stars * 2 == np.round(stars * 2))
    )
    listed = _among(columns.items, known)
    times, is_possible = in_seconds(columns.times, unit=unit, now_s=now_s)
    kept = in_range & listed & is_possible
    scale = "0.5 to 5 in steps of 0.5" if layout.out_of == 5 else "0 to 10 in whole numbers"
    refused = {
        f"rating outside {scale}": ~in_range,
        "film rejected or not listed": in_range & ~listed,
        "time before 1970 or in the future": in_range & listed & ~is_possible,
    }
    return RatingBlock(
        columns.users[kept],
        columns.items[kept],
        stars[kept].astype(np.float32),
        times[kept],
        columns.lines[kept],
        len(stars),
        {reason: columns.shown(chosen) for reason, chosen in refused.items() if chosen.any()},
        {_ZERO_OF_TEN: columns.shown(is_zero & kept)} if (is_zero & kept).any() else {},
    )


def _among(items: Int64, known: Int64) -> Bool:
    if not len(known):
        return np.zeros(len(items), dtype=np.bool_)
    places = np.searchsorted(known, items).clip(max=len(known) - 1)
    found: Bool = known[places] == items
    return found
