"""JSON lists as tables: Trakt's, Simkl's backup, and any list of plain objects."""

import json
from collections.abc import Iterator, Sequence

from uploads.imports import simkl, trakt
from uploads.imports.rows import BadFile, Cells
from uploads.imports.tables import Numbered, Table, cells_of, plain_names

_MOST_COLUMNS = 200


def json_table(text: str) -> Table:
    """Return a JSON list as a table.

    Raises BadFile for other JSON. Entries that are not objects have no cells.
    """
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadFile(f"it is not valid JSON: {str(error)[:200]}") from error
    if isinstance(given, dict) and any(isinstance(given.get(one), list) for one in simkl.SECTIONS):
        return _table(simkl.HEAD, list(simkl.entries_of(given)))
    if isinstance(given, list) and any(map(trakt.is_entry, given)):
        entries = [trakt.values_of(one) if isinstance(one, dict) else one for one in given]
        return _table(trakt.HEAD, entries)
    if isinstance(given, list) and any(isinstance(one, dict) for one in given):
        return _of_objects(given)
    raise BadFile("it is JSON, but not a list of films such as Trakt's ratings-movies.json")


def _of_objects(given: Sequence[object]) -> Table:
    names = {
        name: None for one in given if isinstance(one, dict) for name in list(one)[:_MOST_COLUMNS]
    }
    columns = tuple(names)[:_MOST_COLUMNS]
    entries = [
        tuple(one.get(name) for name in columns) if isinstance(one, dict) else one for one in given
    ]
    return _table(columns, entries)


def _table(columns: tuple[str, ...], entries: Sequence[object]) -> Table:
    def rows() -> Numbered:
        names = plain_names(columns)
        for place, entry in enumerate(entries, start=1):
            yield place, _cells(names, entry)

    return Table(columns, rows)


def _cells(names: Sequence[str], entry: object) -> Cells:
    if not isinstance(entry, tuple):
        return {}
    return cells_of(names, tuple(_texts(entry)))


def _texts(entry: tuple[object, ...]) -> Iterator[str]:
    """Yield the values as text; lists and objects inside an entry are not cells."""
    for one in entry:
        yield "" if one is None or isinstance(one, (list, dict)) else str(one)
