"""The plan for reading a file: by the user's choices, otherwise by its contents."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from uploads.imports.cells import text
from uploads.imports.columns import WATCHED_OR_WHEN, Field, candidates, scale_named
from uploads.imports.layout import Layout
from uploads.imports.moments import day_first_of, has_either, looks_dated
from uploads.imports.rows import Cells, Kind
from uploads.imports.stars import Inferred, Scale, Thumbs, inferred, is_rating, thumb_of
from uploads.imports.title_kinds import kind_of_file

Head = Mapping[str, str]
"""Plain names of a file's columns by the names as written."""

_DATES = (Field.RATED_AT, Field.WATCHED_AT, Field.DATE)
_SAMPLE = 50
_MARKS: Mapping[Field, Callable[[str], bool]] = {
    Field.IMDB_ID: lambda cell: (
        (cell.startswith("tt") and cell[2:].isdecimal()) or "/title/tt" in cell
    ),
    Field.TMDB_ID: lambda cell: "themoviedb.org/movie/" in cell,
}


class FileKind(StrEnum):
    """The contents of a file; NEITHER when they are unknown."""

    RATINGS = "ratings"
    SEEN = "seen"
    WATCHLIST = "watchlist"
    NEITHER = "neither"


_ROWS_OF = {
    FileKind.RATINGS: Kind.LISTED,
    FileKind.SEEN: Kind.SEEN,
    FileKind.WATCHLIST: Kind.WISH,
    FileKind.NEITHER: Kind.LISTED,
}
_FILE_OF = {Kind.SEEN: FileKind.SEEN, Kind.WISH: FileKind.WATCHLIST}
_NO_COLUMNS: Mapping[Field, str] = {}


@dataclass(frozen=True, slots=True)
class Choice:
    """The user's choices for a file; None, and fields not in columns, are detected from the file.

    columns: fields to plain names, "" for none; kind: of all rows; day_first: of 05/01/2024.
    """

    scale: int | None = None
    kind: FileKind | None = None
    columns: Mapping[Field, str] = field(default_factory=lambda: _NO_COLUMNS)
    day_first: bool | None = None
    thumbs: Thumbs | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The plan for reading a file.

    columns: plain names. inferred: the reason for the scale, None if it was not inferred from the
    ratings. unrated: the meaning of a row without a rating; is_kind_chosen: whether every row has this
    meaning. has_ratings: whether any row has one; has_thumbs: whether any is a thumb; has_two_dates:
    whether a date is ambiguous.
    """

    layout: Layout
    columns: Mapping[Field, str]
    scale: Scale
    inferred: Inferred | None
    kind: FileKind
    unrated: Kind
    is_kind_chosen: bool
    day_first: bool | None
    has_ratings: bool
    has_thumbs: bool
    has_two_dates: bool


def planned(layout: Layout, file: str, head: Head, rows: Sequence[Cells], choice: Choice) -> Plan:
    """Plan by all rows of a file."""
    columns = _columns(layout, head, rows, choice)
    ratings = values(rows, columns.get(Field.RATING))
    dates = [cell for one in _DATES for cell in values(rows, columns.get(one))]
    scale, why = _scale(layout, head.get(columns.get(Field.RATING, ""), ""), ratings, choice)
    unrated = _unrated(layout, file, rows, columns)
    return Plan(
        layout=layout,
        columns=columns,
        scale=scale,
        inferred=why,
        kind=choice.kind or _kind(unrated, rated=len(ratings), rows=len(rows)),
        unrated=_ROWS_OF[choice.kind] if choice.kind else unrated,
        is_kind_chosen=choice.kind is not None,
        day_first=day_first_of(dates) if choice.day_first is None else choice.day_first,
        has_ratings=bool(ratings),
        has_thumbs=any(thumb_of(text(cell)) for cell in ratings),
        has_two_dates=has_either(dates),
    )


def values(rows: Sequence[Cells], column: str | None) -> list[str]:
    """Return the non-empty cells of a column; [] without a column."""
    return [cell for row in rows if column and (cell := row.get(column, "")).strip()]


def _columns(
    layout: Layout, head: Head, rows: Sequence[Cells], choice: Choice
) -> Mapping[Field, str]:
    filled = {name for row in rows for name, cell in row.items() if cell.strip()}
    chosen = {one: name for one, name in choice.columns.items() if name in head or not name}
    free = [name for name in head if name not in chosen.values()]
    columns = dict(chosen)
    for one in Field:
        if one not in chosen:
            there = candidates(layout.names_of(one), {name: head[name] for name in free})
            if layout.site == "generic":
                there = [name for name in there if _fits(one, name, values(rows, name))]
            columns[one] = next((name for name in there if name in filled), (there or [""])[0])
    for one, is_such in _MARKS.items():
        if not columns[one] and one not in chosen:
            columns[one] = _sniffed(free, rows, is_such)
    if choice.kind in (FileKind.SEEN, FileKind.WATCHLIST):
        columns[Field.RATING] = ""
    return {one: name for one, name in columns.items() if name}


def _fits(one: Field, name: str, cells: Sequence[str]) -> bool:
    """Whether cells suit a field: "Rating" may be PG-13, "Note" a review, "Watched" yes or a date."""
    if one == Field.RATING:
        return _mostly(is_rating, cells)
    if name in WATCHED_OR_WHEN:
        return _mostly(looks_dated, cells) == (one == Field.WATCHED_AT)
    return True


def _mostly(is_such: Callable[[str], bool], cells: Sequence[str]) -> bool:
    """Whether this holds for at least half of the cells; false for []."""
    return 2 * sum(map(is_such, cells)) >= len(cells)


def _sniffed(names: Sequence[str], rows: Sequence[Cells], is_such: Callable[[str], bool]) -> str:
    """Return the first column for which every cell of the first rows passes; "" for none."""
    for name in names:
        sample = values(rows[:_SAMPLE], name)
        if sample and all(is_such(text(cell)) for cell in sample):
            return name
    return ""


def _scale(
    layout: Layout, column: str, ratings: Sequence[str], choice: Choice
) -> tuple[Scale, Inferred | None]:
    """Return the scale. column: of the ratings, as written."""
    thumbs, has_zero = choice.thumbs or Thumbs(), layout.has_zero
    top = choice.scale or scale_named(column)
    if top:
        return Scale(top, has_zero=has_zero, thumbs=thumbs), None
    if layout.scale:
        return Scale(layout.scale, layout.is_exact, has_zero, thumbs), None
    why = inferred(ratings)
    return Scale(why.top, has_zero=has_zero, thumbs=thumbs), why if ratings else None


def _kind(unrated: Kind, *, rated: int, rows: int) -> FileKind:
    """Return the kind of file.

    A watchlist may have ratings, but a file in which every row is rated is none.
    """
    if rated and (unrated != Kind.WISH or rated == rows):
        return FileKind.RATINGS
    return _FILE_OF.get(unrated, FileKind.NEITHER)


def _unrated(
    layout: Layout, file: str, rows: Sequence[Cells], columns: Mapping[Field, str]
) -> Kind:
    if layout.unrated is not None:
        return layout.unrated
    named = kind_of_file(file)
    is_history = (
        named == Kind.LISTED
        and not values(rows, columns.get(Field.RATING))
        and values(rows, columns.get(Field.WATCHED_AT))
    )
    return Kind.SEEN if is_history else named
