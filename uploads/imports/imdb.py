"""IMDb's export of ratings, which has 1 to 10 stars and each film's id."""

from datetime import datetime

from uploads.imports import cells as cell
from uploads.imports.rows import BadCell, Cells, FileRow, Kind

_NO_FILMS = ("tv series", "tv mini", "tv episode", "video game", "podcast", "music video")
_WISHES = "watchlist"


def row(cells: Cells, file: str, now: datetime) -> FileRow:
    imdb_id = cell.imdb_id(cells, "const")
    if not imdb_id:
        raise BadCell(f"{cell.text(cells, 'const')[:40]!r} is not an id of IMDb, such as tt0113277")
    rated_at, remark = cell.moment(cells, "date rated", now=now)
    half_stars = cell.half_stars(cells, "your rating", of=10)
    return FileRow(
        kind=_kind(cells, file, is_rated=half_stars is not None),
        title=cell.title(cells, "title", "original title"),
        year=cell.year(cells, "year"),
        imdb_id=imdb_id,
        half_stars=half_stars,
        rated_at=rated_at,
        remark=remark,
    )


def _kind(cells: Cells, file: str, *, is_rated: bool) -> Kind:
    # Older exports have "tvSeries" for "TV Series".
    told = cell.text(cells, "title type").lower()
    if told.replace(" ", "").startswith(tuple(one.replace(" ", "") for one in _NO_FILMS)):
        return Kind.OTHER
    if is_rated:
        return Kind.OPINION
    return Kind.WISH if _WISHES in file.lower() else Kind.SEEN
