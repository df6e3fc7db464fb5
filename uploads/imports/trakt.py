"""Trakt's exports: CSV, and the JSON of its API such as ratings-movies.json. Ratings are 1 to 10."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime

from uploads.imports import cells as cell
from uploads.imports.rows import BadFile, Cells, FileRow, Kind

_WISHES = "watchlist"


def row(cells: Cells, file: str, now: datetime) -> FileRow:
    rated_at, remark = cell.moment(cells, "rated_at", "watched_at", "last_watched_at", now=now)
    half_stars = cell.half_stars(cells, "trakt_rating", "rating", of=10)
    return FileRow(
        kind=_kind(cells, file, is_rated=half_stars is not None),
        title=cell.title(cells, "title"),
        year=cell.year(cells, "year"),
        imdb_id=cell.imdb_id(cells, "imdb_id", "imdb"),
        tmdb_id=cell.number(cells, "tmdb_id", "tmdb"),
        half_stars=half_stars,
        rated_at=rated_at,
        remark=remark,
    )


def entries(text: str) -> Iterator[tuple[int, Cells]]:
    """The entries of a JSON list as cells, with the place of each from 1.

    Raises BadFile for what is no list of entries. An entry that is none has no cells.
    """
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadFile(f"it is not valid JSON: {str(error)[:200]}") from error
    if not isinstance(told, list) or not any(map(_is_entry, told)):
        raise BadFile("it is JSON, but no list of films such as Trakt's ratings-movies.json")
    for place, entry in enumerate(told, start=1):
        yield place, _cells(entry) if isinstance(entry, dict) else {}


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and any(
        isinstance(entry.get(name), dict) for name in ("movie", "show", "episode", "season")
    )


def _cells(entry: Mapping[str, object]) -> Cells:
    film, show = _part(entry, "movie"), _part(entry, "show")
    ids = _part(film, "ids")
    flat = {
        "type": "show" if show else "movie",
        "title": (film or show).get("title"),
        "year": film.get("year"),
        "imdb_id": ids.get("imdb"),
        "tmdb_id": ids.get("tmdb"),
        "rating": entry.get("rating"),
        "rated_at": entry.get("rated_at") or entry.get("last_watched_at"),
    }
    return {name: "" if value is None else str(value) for name, value in flat.items()}


def _part(entry: Mapping[str, object], name: str) -> Mapping[str, object]:
    told = entry.get(name)
    return told if isinstance(told, dict) else {}


def _kind(cells: Cells, file: str, *, is_rated: bool) -> Kind:
    if cell.text(cells, "type").lower() not in ("", "movie", "movies"):
        return Kind.OTHER
    if is_rated:
        return Kind.OPINION
    return Kind.WISH if _WISHES in file.lower() else Kind.SEEN
