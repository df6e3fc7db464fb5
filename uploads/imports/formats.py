"""Which site a file is of, told by its columns, and its rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from uploads.imports import cells as cell
from uploads.imports import imdb, letterboxd, movielens, nextflex, trakt
from uploads.imports.archive import files_of, is_zip
from uploads.imports.decoding import decoded
from uploads.imports.rows import BadCell, BadFile, Cells, FileRow, Record
from uploads.imports.tables import DELIMITERS, head_of, records

MOST_ROWS = 50_000
FORMATS = {
    "letterboxd": "Letterboxd",
    "imdb": "IMDb",
    "trakt": "Trakt",
    "movielens": "MovieLens",
}
_JSON = ""  # in place of a delimiter


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of file of a site (one of FORMATS): by which columns it is known, and what reads a row."""

    site: str
    columns: frozenset[str]
    row: Callable[[Cells, str, datetime], FileRow]


LAYOUTS = (
    Layout("letterboxd", nextflex.COLUMNS, nextflex.row),
    Layout("imdb", frozenset({"const", "title"}), imdb.row),
    Layout("movielens", frozenset({"movie_id", "rating", "title"}), movielens.row),
    Layout("movielens", frozenset({"userid", "movieid", "rating"}), movielens.row),
    Layout("trakt", frozenset({"title", "year", "imdb_id", "tmdb_id"}), trakt.row),
    Layout("trakt", frozenset({"rated_at", "title", "year"}), trakt.row),
    Layout("letterboxd", frozenset({"name", "year", "letterboxd uri"}), letterboxd.row),
    Layout("letterboxd", frozenset({"date", "name", "year"}), letterboxd.row),
    Layout("letterboxd", frozenset({"title", "year", "rating"}), letterboxd.row),
)


@dataclass(frozen=True, slots=True)
class Table:
    """A file with its layout; it has a delimiter unless it is JSON."""

    name: str
    text: str
    layout: Layout
    delimiter: str


@dataclass(frozen=True, slots=True)
class Upload:
    """What somebody gave us, opened; notices: what to tell them of its files."""

    tables: tuple[Table, ...]
    notices: tuple[str, ...]

    @property
    def site(self) -> str:
        return self.tables[0].layout.site


def opened(name: str, raw: bytes, *, site: str = "") -> Upload:
    """Decode and recognise a file, or each known one in a zip. site: one of FORMATS, or "".

    Raises BadFile, in words for whoever chose the file, when it is none that is known.
    """
    files = files_of(raw) if is_zip(raw) else {name: raw}
    tables, notices = [], []
    for one, content in files.items():
        text = decoded(content)
        if len(files) == 1 or text.text.strip():
            tables.append(_table(one, text.text, site))
        if text.remark:
            notices.append(f"{one}: {text.remark}.")
    if not tables:
        raise BadFile("the files in the zip are empty")
    return Upload(tuple(tables), tuple(notices))


def rows(upload: Upload, *, now: datetime) -> Iterator[tuple[Record, FileRow]]:
    """Every row of every file, the bad ones too, each with where it stands.

    Raises BadFile when there are more than MOST_ROWS, or a file cannot be read from some line on.
    """
    for count, (table, record) in enumerate(_records(upload)):
        if count >= MOST_ROWS:
            raise BadFile(f"it has more than {MOST_ROWS:,} rows; split it")
        yield record, _row(table, record, now)


def _table(name: str, text: str, site: str) -> Table:
    if not text.strip("\ufeff \t\r\n\x00"):
        raise BadFile(f"{name} is empty")
    if text.lstrip().startswith(("[", "{")) and site in ("", "trakt"):
        next(trakt.entries(text))
        return Table(name, text, _layout_of("trakt"), _JSON)
    for delimiter in DELIMITERS:
        columns = set(head_of(text, delimiter))
        for layout in LAYOUTS:
            if columns >= layout.columns and site in ("", layout.site):
                return Table(name, text, layout, delimiter)
    raise BadFile(
        f"{name} has none of the columns of {FORMATS.get(site) or ', '.join(FORMATS.values())}; "
        f"its first line is {text.strip().splitlines()[0][:100]!r}"
    )


def _layout_of(site: str) -> Layout:
    return next(layout for layout in LAYOUTS if layout.site == site)


def _records(upload: Upload) -> Iterator[tuple[Table, Record]]:
    before = 0
    for table in upload.tables:
        last = 0
        for line, cells in _entries(table):
            last = line
            yield (
                table,
                Record(file=table.name, file_line=line, line=before + line, cells=cells),
            )
        before += last


def _entries(table: Table) -> Iterator[tuple[int, Cells]]:
    if table.delimiter == _JSON:
        yield from trakt.entries(table.text)
        return
    lines = records(table.text, table.delimiter)
    next(lines)
    columns = head_of(table.text, table.delimiter)
    person = ""
    for line, fields in lines:
        cells = dict(zip(columns, fields, strict=False))
        person = person or cells.get("userid", "")
        if cells.get("userid", person) != person:
            raise BadFile(f"line {line}: the ratings are of several people, of whom you are one")
        yield line, cells


def _row(table: Table, record: Record, now: datetime) -> FileRow:
    try:
        found = table.layout.row(record.cells, table.name, now)
    except BadCell as error:
        return FileRow(title=_title_for_show(record.cells), problem=str(error))
    if not (found.title or found.imdb_id or found.tmdb_id or found.movielens_id):
        return FileRow(problem="it names no film")
    return found


def _title_for_show(cells: Cells) -> str:
    """What a bad row is recognised by: a part of its title, or of whatever it says."""
    said = cell.text(cells, "name", "title", *cells)
    return " ".join(said.split())[:100]
