"""IMDb and TMDB ids of films: `links.csv` of MovieLens, `link.csv` of Kaggle's copy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from catalog.external_ids import imdb_id, is_absent, tmdb_id, whole_number
from catalog.importers.errors import ImportFailed
from catalog.importers.movielens.layouts import Layout
from catalog.importers.refusals import Ledger
from catalog.importers.rows import LinkRow, Ref
from catalog.importers.tables import csv_rows

_COLUMNS = ("movieId", "imdbId", "tmdbId")


def links_of(folder: Path, layout: Layout, ledger: Ledger) -> dict[int, LinkRow]:
    """Return the ids by film. If a film has several rows, the first id of each kind counts.

    An id that is missing, malformed or another film's is noted and not used. Raises ImportFailed, with
    the line, for a malformed movieId.
    """
    path = folder / layout.links
    if not path.is_file():
        return {}
    links = _Links(path.name, ledger)
    for line, cell in csv_rows(path, _COLUMNS):
        ledger.of(path.name).read += 1
        row = ",".join(cell.values())
        number = whole_number(cell["movieId"])
        if number is not None:
            links.add(number, cell, line, row)
        elif is_absent(cell["movieId"]):
            ledger.refuse(path.name, "no movieId", [(line, row)])
        else:
            raise ImportFailed(
                f"{path.name}, line {line}: {cell['movieId'][:80]!r} is not a film id; correct "
                "the line or download the file again"
            )
    return links.rows(layout.numbering)


@dataclass(slots=True)
class _Links:
    """The ids read so far. ids: by site and film; owners: the film by site and id."""

    name: str
    ledger: Ledger
    films: set[int] = field(default_factory=set)
    ids: dict[tuple[str, int], Any] = field(default_factory=dict)  # text for IMDb, numbers for TMDB
    owners: dict[tuple[str, str | int], int] = field(default_factory=dict)

    def add(self, film: int, cell: Mapping[str, str], line: int, row: str) -> None:
        if film in self.films:
            self.ledger.note(self.name, "duplicate movieId", [(line, row)])
        self.films.add(film)
        for site, read in (("imdb", imdb_id), ("tmdb", tmdb_id)):
            text = cell[f"{site}Id"]
            if remark := self._take(film, site, text, read(text)):
                self.ledger.note(self.name, remark, [(line, row)])

    def _take(self, film: int, site: str, text: str, value: str | int | None) -> str:
        """Store an id; return why it was refused, "" when it was stored."""
        if value is None:
            return f"no {site} id" if is_absent(text) else f"invalid {site} id"
        if self.owners.setdefault((site, value), film) != film:
            return f"{site} id belongs to another film"
        if self.ids.setdefault((site, film), value) != value:
            return f"film has more than one {site} id"
        return ""

    def rows(self, numbering: str) -> dict[int, LinkRow]:
        return {
            film: LinkRow(
                Ref(numbering, film), self.ids.get(("imdb", film)), self.ids.get(("tmdb", film))
            )
            for film in sorted(self.films)
        }
