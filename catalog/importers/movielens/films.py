"""The films of a release: `movies.csv`, `movie.csv`, `movies.dat` or `u.item`."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from catalog.external_ids import imdb_id_of, whole_number
from catalog.importers.errors import ImportFailed
from catalog.importers.movielens.layouts import Layout
from catalog.importers.refusals import Ledger
from catalog.importers.rows import FilmRow, LinkRow, Ref
from catalog.importers.tables import csv_rows, split_rows
from catalog.models import Source
from catalog.titles import parse_title

_COLUMNS = ("movieId", "title", "genres")
_NO_GENRES = {"", "(no genres listed)", "unknown"}
# The names of MovieLens releases since 2015; the last two are IMDb's.
_RENAMED = {"Children's": "Children", "Family": "Children", "Music": "Musical"}
_MAX_TITLE, _MAX_GENRE = 300, 60
_FLAGS_FROM = 5  # u.item: id, title, two dates, a URL, then one flag per genre


def films_of(
    folder: Path, layout: Layout, links: Mapping[int, LinkRow], ledger: Ledger
) -> Iterator[FilmRow]:
    """Yield the films of a release, each once.

    Films without a title and repeated ids are refused; a film without a year is kept and noted. Raises
    ImportFailed, with the line, for a malformed row.
    """
    report = ledger.of(layout.films)
    seen: set[int] = set()
    for line, key, title, names in _rows(folder / layout.films, layout):
        report.read += 1
        number = _number(layout.films, line, key)
        film = _film(layout, line, number, title, names, links.get(number))
        if not film.titles.title:
            ledger.refuse(layout.films, "no title", [(line, key)])
        elif number in seen:
            ledger.refuse(layout.films, "duplicate id", [(line, key)])
        else:
            seen.add(number)
            if not film.titles.is_dated:
                row = (line, f"{key},{title}")
                ledger.note(layout.films, "no unambiguous year in the title", [row])
            yield film


def _film(
    layout: Layout, line: int, number: int, title: str, names: list[str], link: LinkRow | None
) -> FilmRow:
    genres = {_RENAMED.get(name.strip(), name.strip()) for name in names} - _NO_GENRES
    if any(len(name) > _MAX_GENRE for name in genres):
        raise ImportFailed(
            f"{layout.films}, line {line}: a genre is longer than {_MAX_GENRE} characters"
        )
    ref = Ref(layout.numbering, number)
    if layout.has_imdb_numbers:
        link = LinkRow(ref, imdb_id_of(number), None)
    return FilmRow(
        ref,
        parse_title(title[:_MAX_TITLE]),
        tuple(sorted(genres)),
        link.imdb_id if link else None,
        link.tmdb_id if link else None,
    )


def _number(name: str, line: int, key: str) -> int:
    found = whole_number(key)
    if found is None:
        raise ImportFailed(
            f"{name}, line {line}: {key[:80]!r} is not a film id; download the file again"
        )
    return found


def _rows(path: Path, layout: Layout) -> Iterator[tuple[int, str, str, list[str]]]:
    """Yield (line, id, title, genres)."""
    if layout.numbering == Source.MOVIELENS_100K:
        genres = _genres_100k(path.parent)
        for line, cells in split_rows(path, "|", _FLAGS_FROM + len(genres)):
            flags = zip(genres, cells[_FLAGS_FROM:], strict=True)
            yield line, cells[0], cells[1], [name for name, flag in flags if flag == "1"]
    elif path.suffix == ".dat":
        for line, (key, title, genres_cell) in split_rows(path, "::", 3):
            yield line, key, title, genres_cell.split("|")
    else:
        for line, cell in csv_rows(path, _COLUMNS):
            yield line, cell["movieId"], cell["title"], cell["genres"].split("|")


def _genres_100k(folder: Path) -> list[str]:
    path = folder / "u.genre"
    if not path.is_file():
        raise ImportFailed(
            "u.genre is missing next to u.item; name the folder of the complete release"
        )
    return [name for _, (name, _number) in split_rows(path, "|", 2)]
