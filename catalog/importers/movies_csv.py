"""Reading a MovieLens films file: `movieId,title,genres` with a header line."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from catalog.importers.errors import ImportFailed
from catalog.importers.titles import ParsedTitle, parse_title

_HEADER = ("movieId", "title", "genres")
_NO_GENRES = "(no genres listed)"
_MAX_TITLE, _MAX_GENRE = 300, 60
_ID = re.compile(r"[0-9]{1,18}")  # what every database holds


@dataclass(frozen=True, slots=True)
class FilmRow:
    source_id: int
    titles: ParsedTitle
    genres: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FilmRows:
    """films: by source id, distinct; refused: reason to the ids that were left out for it."""

    films: list[FilmRow]
    read: int
    refused: dict[str, list[int]]


def read_films(path: Path) -> FilmRows:
    """Read and check a whole file.

    A film without a title, or whose id comes again, is refused and reported. Raises ImportFailed, with
    the line, for another header, a row that is too short, an id that is no number, or text not UTF-8.
    """
    films: dict[int, FilmRow] = {}
    refused: dict[str, list[int]] = {}
    rows = _rows(path)
    for line, row in rows:
        film = _film(path, line, row)
        if not film.titles.title:
            refused.setdefault("no title", []).append(film.source_id)
        elif film.source_id in films:
            refused.setdefault("repeated id", []).append(film.source_id)
        else:
            films[film.source_id] = film
    return FilmRows([films[key] for key in sorted(films)], len(rows), refused)


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = next(reader, [])
            if tuple(header) != _HEADER:
                raise ImportFailed(
                    f"{path.name}: the first line is {','.join(header)[:80]!r}, not {','.join(_HEADER)}"
                )
            return [(reader.line_num, row) for row in reader if row]
    except (UnicodeDecodeError, csv.Error) as error:
        raise ImportFailed(f"{path.name}: not a CSV file in UTF-8 ({error})") from error


def _film(path: Path, line: int, row: list[str]) -> FilmRow:
    if len(row) != len(_HEADER) or not _ID.fullmatch(row[0]):
        raise ImportFailed(f"{path.name}, line {line}: {row!r} is not movieId,title,genres")
    names = [name.strip() for name in row[2].split("|")]
    genres = tuple(sorted({name for name in names if name and name != _NO_GENRES}))
    if any(len(name) > _MAX_GENRE for name in genres):
        raise ImportFailed(
            f"{path.name}, line {line}: a genre is longer than {_MAX_GENRE} characters"
        )
    return FilmRow(int(row[0]), parse_title(row[1][:_MAX_TITLE]), genres)
