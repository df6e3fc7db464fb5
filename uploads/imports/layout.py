"""A kind of file of a site: how it is known, and what is in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from uploads.imports.columns import NAMES, Field
from uploads.imports.rows import Cells, FileRow, Kind

_NO_COLUMNS: Mapping[Field, tuple[str, ...]] = {}


def _same(cells: Cells) -> Cells:
    return cells


def _unchanged(row: FileRow, cells: Cells, file: str) -> FileRow:
    return row


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What a site's file looks like. All names of columns are plain ones (`columns.plain`).

    site: one of FORMATS.
    marks: the columns by which it is known: no other site's file has all of them.
    only: whether it has no other columns than those.
    columns: the columns that may hold a field, best first, where they are not the usual ones.
    expected: the fields whose column is always there; a notice says so when it is not.
    scale: the best rating, None to infer it; is_exact, has_zero: see `stars.Scale`.
    unrated: what a row without a rating is; None when the file's name or its columns tell.
    has_dated_titles: whether titles are MovieLens's: "Matrix, The (1999)".
    known: columns that look like ratings and are not the owner's.
    prepare: changes the cells before they are read; finish: the row afterwards.
    notice: what the report says of every such file.
    """

    site: str
    marks: frozenset[str]
    only: bool = False
    columns: Mapping[Field, tuple[str, ...]] = field(default_factory=lambda: _NO_COLUMNS)
    expected: tuple[Field, ...] = (Field.TITLE,)
    scale: int | None = None
    is_exact: bool = False
    has_zero: bool = False
    unrated: Kind | None = None
    has_dated_titles: bool = False
    known: frozenset[str] = frozenset()
    prepare: Callable[[Cells], Cells] = _same
    finish: Callable[[FileRow, Cells, str], FileRow] = _unchanged
    notice: str = ""

    def names_of(self, wanted: Field) -> tuple[str, ...]:
        return self.columns.get(wanted, NAMES[wanted])

    def fits(self, head: Mapping[str, str]) -> bool:
        return self.marks == head.keys() if self.only else self.marks <= head.keys()
