"""Letterboxd's export: ratings.csv, diary.csv, reviews.csv, watched.csv and watchlist.csv.

The first four tell of the same films. ratings.csv holds what somebody thinks today, so it is heard
first; of diary and reviews, which tell of single viewings, the latest is; watched.csv only says that a
film was seen. "Letterboxd URI" is the film's in some files and the viewing's in others: it is no key.
"""

from datetime import datetime

from uploads.imports import cells as cell
from uploads.imports.rows import Cells, FileRow, Kind

FILES = ("ratings.csv", "diary.csv", "reviews.csv", "watched.csv", "watchlist.csv")
_CURRENT, _VIEWING = 2, 1


def row(cells: Cells, file: str, now: datetime) -> FileRow:
    """Also a file for Letterboxd's own importer, such as NextFlex exports: its columns are read too."""
    rated_at, undated = cell.moment(cells, "watched date", "watcheddate", "date", now=now)
    note, cut = cell.note(cells, "review")
    half_stars = cell.half_stars(cells, "rating") or cell.half_stars(cells, "rating10", of=10)
    is_viewing = any(name in cells for name in ("watched date", "rewatch", "review"))
    return FileRow(
        kind=_kind(file, is_opinion=half_stars is not None or bool(note)),
        title=cell.title(cells, "name", "title"),
        year=cell.year(cells, "year"),
        imdb_id=cell.imdb_id(cells, "imdbid"),
        tmdb_id=cell.number(cells, "tmdbid"),
        half_stars=half_stars,
        rated_at=rated_at,
        note=note,
        rank=_VIEWING if is_viewing else _CURRENT,
        remark="; ".join(filter(None, [undated, cut])),
    )


def _kind(file: str, *, is_opinion: bool) -> Kind:
    if file.lower().startswith("watchlist"):
        return Kind.WISH
    return Kind.OPINION if is_opinion else Kind.SEEN
