"""NextFlex's own export for Letterboxd, which has one column more than Letterboxd reads: RatedAt.

With it, a rating that is only dated by when it was given is told from a viewing of that day.
"""

from dataclasses import replace
from datetime import datetime

from uploads.imports import cells as cell
from uploads.imports import letterboxd
from uploads.imports.rows import Cells, FileRow, Kind

COLUMNS = frozenset({"title", "year", "rating", "watcheddate", "rewatch", "ratedat"})


def row(cells: Cells, file: str, now: datetime) -> FileRow:
    """A row without stars is a viewing, with or without a day; one with stars is if it has Rewatch."""
    found = letterboxd.row(cells, file, now)
    rated_at, _ = cell.moment(cells, "ratedat", now=now)
    is_rated = found.half_stars is not None
    watched_at, _ = cell.moment(cells, "watcheddate", now=now)
    return replace(
        found,
        kind=Kind.OPINION if is_rated else Kind.SEEN,
        rated_at=rated_at,
        watched_at=watched_at if cell.text(cells, "rewatch") else None,
    )
