"""Turn the bytes of a file into rows: decode it, recognise it by its columns, read it by a plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath

from uploads.imports.archive import is_zip, unpacked
from uploads.imports.binaries import odd_text, seems
from uploads.imports.cells import shown
from uploads.imports.decoding import decoded
from uploads.imports.json_tables import json_table
from uploads.imports.layout import Layout
from uploads.imports.layouts import FORMATS, layout_of
from uploads.imports.notices import notices_of
from uploads.imports.plans import Choice, Head, Plan, planned
from uploads.imports.reader import row_of
from uploads.imports.rows import BadFile, Cells, FileRow, Record
from uploads.imports.tables import Table, delimited
from uploads.imports.xml_tables import xml_table

MOST_ROWS = 50_000
_BLANK = "\ufeff \t\r\n\x00"
_LONGEST_NAME = 100
_PEOPLE = ("userid", "profilename")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A recognised file."""

    name: str
    table: Table
    layout: Layout


@dataclass(frozen=True, slots=True)
class Upload:
    """An opened file, or the files of a zip; notices: remarks for the user."""

    sheets: tuple[Sheet, ...]
    notices: tuple[str, ...]

    @property
    def site(self) -> str:
        return self.sheets[0].layout.site


@dataclass(frozen=True, slots=True)
class Reading:
    """The way in which one file was read. columns: as written, to choose from."""

    file: str
    columns: tuple[str, ...]
    head: Head
    plan: Plan


@dataclass(slots=True)
class Report:
    """Every row of every file, including bad ones, with its position; and how the files were read."""

    rows: list[tuple[Record, FileRow]] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def opened(name: str, raw: bytes, *, site: str = "") -> Upload:
    """Decode and recognise a file, or every file of a zip. site: one of FORMATS, or "".

    Raises BadFile, with a message for the user, when there is nothing to read.
    """
    if not is_zip(raw):
        sheet, notices = _sheet(name, raw, site)
        return Upload((sheet,), tuple(notices))
    archive = unpacked(raw)
    sheets, notices = _sheets(archive.files, site)
    return Upload(tuple(sheets), tuple(filter(None, [*notices, _sentence(archive.left_out)])))


def report_of(
    upload: Upload, *, now: datetime, choices: Mapping[str, Choice] | None = None
) -> Report:
    """Read every row. choices: by file; "" for all other files.

    Raises BadFile when there are more than MOST_ROWS, or a file cannot be read from some line on.
    """
    report, before = Report(notices=list(upload.notices)), 0
    for sheet in upload.sheets:
        records = _records(sheet, before, MOST_ROWS - len(report.rows))
        cells = [record.cells for record in records]
        choice = (choices or {}).get(sheet.name) or (choices or {}).get("") or Choice()
        plan = planned(sheet.layout, sheet.name, sheet.table.head, cells, choice)
        report.rows += [(one, row_of(one.cells, plan, sheet.name, now)) for one in records]
        report.readings.append(Reading(sheet.name, sheet.table.columns, sheet.table.head, plan))
        said = notices_of(plan, sheet.table.head, cells)
        report.notices += [_sentence(f"{sheet.name}: {one}") for one in said]
        before = records[-1].line if records else before
    return report


def _sheets(files: Mapping[str, bytes], site: str) -> tuple[list[Sheet], list[str]]:
    """Return the files of known sites; if there are none, those with recognisable columns."""
    sheets: dict[str, Sheet] = {}
    notices: list[str] = []
    problems: dict[str, str] = {}
    for path, raw in files.items():
        if not raw.strip():
            continue
        name = PurePosixPath(path).name
        try:
            sheet, said = _sheet(name, raw, site)
        except BadFile as error:
            problems[name] = str(error)
            continue
        if sheet.name.lower() in sheets:
            raise BadFile(f"the zip has two files {shown(sheet.name.lower())}")
        sheets[sheet.name.lower()] = sheet
        notices += said
    return _chosen(sheets, notices, problems)


def _sheet(name: str, raw: bytes, site: str) -> tuple[Sheet, list[str]]:
    if what := seems(raw):
        raise BadFile(f"{name} appears to be {what}")
    text = decoded(raw)
    if not text.text.strip(_BLANK):
        raise BadFile(f"{name} is empty")
    table = _table(text.text)
    layout = layout_of(table.head, site)
    if layout is None:
        raise BadFile(_unknown(name, text.text, table, site))
    notice = [_sentence(f"{name}: {text.remark}")] if text.remark else []
    return Sheet(name[-_LONGEST_NAME:], table, layout), notice


def _table(text: str) -> Table:
    start = text.lstrip(_BLANK)[:1]
    if start in ("[", "{"):
        return json_table(text.lstrip(_BLANK))
    return xml_table(text) if start == "<" and not odd_text(text) else delimited(text)


def _unknown(name: str, text: str, table: Table, site: str) -> str:
    if what := odd_text(text):
        return f"{name} appears to be {what}"
    if site in FORMATS and site != "generic":
        return (
            f"{name} has none of the columns of {FORMATS[site]}; its first line is {_first(text)}"
        )
    if len(table.columns) < 2:
        return f"{name} is not a table of films; its first line is {_first(text)}"
    columns = ", ".join(map(shown, table.columns[:8]))
    return (
        f"no column of {name} identifies the film: it has {columns}; rename the column with the "
        "titles to Title, or one with ids to imdb_id or tmdb_id"
    )


def _first(text: str) -> str:
    return shown(text.strip(_BLANK).splitlines()[0])


def _chosen(
    sheets: Mapping[str, Sheet], notices: Sequence[str], problems: Mapping[str, str]
) -> tuple[list[Sheet], list[str]]:
    """Choose the files to read. problems: why files were not recognised, by their names."""
    if not sheets:
        raise BadFile(next(iter(problems.values()), "the files in the zip are empty"))
    known = [one for one in sheets.values() if one.layout.site != "generic"]
    chosen = known or list(sheets.values())
    others = [*problems, *(one.name for one in sheets.values() if one not in chosen)]
    if not others:
        return chosen, list(notices)
    more = f" and {len(others) - 10} more" if len(others) > 10 else ""
    said = (
        f"Not imported from the zip, because the files are unknown: {', '.join(others[:10])}{more}"
    )
    return chosen, [*notices, _sentence(said)]


def _records(sheet: Sheet, before: int, most: int) -> list[Record]:
    """Read a sheet's records. before: the number of lines in the files before it."""
    records: list[Record] = []
    for line, cells in _of_one_person(sheet.table.rows()):
        if len(records) == most:
            raise BadFile(f"it has more than {MOST_ROWS:,} rows; split it")
        prepared = sheet.layout.prepare(cells)
        records.append(Record(file=sheet.name, file_line=line, line=before + line, cells=prepared))
    return records


def _of_one_person(rows: Iterator[tuple[int, Cells]]) -> Iterator[tuple[int, Cells]]:
    people: dict[str, str] = {}
    for line, cells in rows:
        for column in _PEOPLE:
            person = cells.get(column, "")
            if person and people.setdefault(column, person) != person:
                raise BadFile(
                    f"line {line}: the rows belong to several people ({shown(people[column])}, "
                    f"{shown(person)}); keep only your own rows in the file"
                )
        yield line, cells


def _sentence(said: str) -> str:
    return f"{said}." if said else ""
