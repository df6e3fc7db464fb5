"""NextFlex's own export for Letterboxd, which adds the column RatedAt.

RatedAt distinguishes the date of a rating from the date of a viewing.
"""

from dataclasses import replace

from uploads.imports.layout import Layout
from uploads.imports.rows import Cells, FileRow, Kind


def _finish(row: FileRow, cells: Cells, file: str) -> FileRow:
    """Set the kind: a row without stars is a viewing, dated or not; others are if they have Rewatch."""
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
