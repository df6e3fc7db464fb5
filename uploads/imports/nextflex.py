"""NextFlex's own export for Letterboxd, which has one column more than Letterboxd reads: RatedAt.

With it, a rating that is only dated by when it was given is told from a viewing of that day.
"""

from dataclasses import replace

from uploads.imports.layout import Layout
from uploads.imports.rows import Cells, FileRow, Kind


def _finish(row: FileRow, cells: Cells, file: str) -> FileRow:
    """A row without stars is a viewing, with or without a day; one with stars is if it has Rewatch."""
    is_viewing = bool(cells.get("rewatch", "").strip())
    kind = Kind.SEEN if row.half_stars is None else Kind.OPINION
    return replace(row, kind=kind, watched_at=row.watched_at if is_viewing else None)


LAYOUTS = (
    Layout(
        site="letterboxd",
        marks=frozenset({"title", "year", "rating", "watcheddate", "rewatch", "ratedat"}),
        scale=5,
        is_exact=True,
        unrated=Kind.SEEN,
        finish=_finish,
    ),
)
