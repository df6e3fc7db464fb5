"""The layout of one kind of file of a site: how to recognise it, and its contents."""

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
    """A site's file layout. All names of columns are plain ones (`columns.plain`).

    site: one of FORMATS.
    marks: the columns that identify it: no other site's file has all of them.
    only: whether it has no other columns than those.
    columns: the possible columns of a field, best first, where they are not the common ones.
    expected: the fields that always have a column; without it, there is a notice.
    scale: the best rating, None to infer it; is_exact, has_zero: see `stars.Scale`.
    unrated: the meaning of a row without a rating; None when the file's name or columns decide.
    has_dated_titles: whether titles are in MovieLens's form: "Matrix, The (1999)".
    known: columns that look like ratings but are not the user's.
    prepare: changes the cells before they are read; finish: the row afterwards.
    notice: a remark in the report on every such file.
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
