"""MovieLens: the ratings that its site exports, and the ratings.csv of a data set with one person."""

from datetime import datetime

from catalog.titles import parse_title
from uploads.imports import cells as cell
from uploads.imports.rows import Cells, FileRow, Kind


def row(cells: Cells, file: str, now: datetime) -> FileRow:
    """A wish list of the site has no rating, or one of -1."""
    titles = parse_title(cell.title(cells, "title"))
    rated_at, remark = cell.moment(cells, "timestamp", "date", now=now)
    has_stars = not cell.text(cells, "rating").startswith("-")
    half_stars = cell.half_stars(cells, "rating") if has_stars else None
    return FileRow(
        kind=Kind.OPINION if half_stars is not None else _unrated(file),
        title=titles.title,
        other_titles=titles.alternatives,
        year=titles.year,
        imdb_id=cell.imdb_id(cells, "imdb_id"),
        tmdb_id=cell.number(cells, "tmdb_id"),
        movielens_id=cell.number(cells, "movie_id", "movieid"),
        half_stars=half_stars,
        rated_at=rated_at,
        remark=remark,
    )


def _unrated(file: str) -> Kind:
    return Kind.WISH if "wish" in file.lower() else Kind.SEEN
