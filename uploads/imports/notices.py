"""Notices of the report on a file as a whole: how it was read, and which parts were not."""

from collections.abc import Iterator, Sequence

from uploads.imports.cells import shown
from uploads.imports.columns import Field, is_others_ratings_name, is_ratings_name
from uploads.imports.plans import FileKind, Head, Plan, values
from uploads.imports.rows import Cells

_HELD = {
    Field.TITLE: "titles",
    Field.YEAR: "years",
    Field.RATING: "your ratings",
    Field.DATE: "dates",
    Field.TYPE: "types, such as movie or series",
    Field.STATUS: "what you did with each title",
    Field.TMDB_ID: "TMDB ids",
}
_IDS = (Field.IMDB_ID, Field.TMDB_ID, Field.MOVIELENS_ID)
_CHOSEN = (FileKind.SEEN, FileKind.WATCHLIST)


def notices_of(plan: Plan, head: Head, rows: Sequence[Cells]) -> Iterator[str]:
    """Yield sentences without a full stop and without the file's name."""
    if plan.layout.site == "generic":
        yield "its source is unknown, so columns were detected by name"
    yield from _of_ratings(plan, head)
    yield from _of_missing_columns(plan, rows)
    if plan.kind not in _CHOSEN or not plan.is_kind_chosen:
        yield from _of_unread_columns(plan, head, rows)
    if plan.has_two_dates and plan.day_first is None:
        yield (
            "dates such as 05/01/2024 are ambiguous (day or month first), so they were skipped; "
            "choose the date order to keep them"
        )
    if plan.is_kind_chosen:
        return
    has_unrated = len(values(rows, plan.columns.get(Field.RATING))) < len(rows)
    if plan.layout.notice and has_unrated:
        yield plan.layout.notice
    elif plan.kind == FileKind.NEITHER and Field.STATUS not in plan.columns:
        yield (
            "it does not show whether you have seen its films or want to see them, so none is "
            "imported; choose the contents of the file"
        )


def _of_ratings(plan: Plan, head: Head) -> Iterator[str]:
    column = head.get(plan.columns.get(Field.RATING, ""), "")
    if plan.has_thumbs:
        stars = plan.scale.thumbs
        yield (
            f"thumbs were converted to stars: down {stars.down / 2:g}, up {stars.up / 2:g}, two "
            f"up {stars.two_up / 2:g}; choose other values, or import the films as seen"
        )
    elif plan.inferred and plan.inferred.is_sure:
        yield f"{shown(column)} was read as ratings out of {plan.scale.top}: {plan.inferred.why}"
    elif plan.inferred:
        yield (
            f"{shown(column)} was read as ratings out of {plan.scale.top}: {plan.inferred.why}; "
            "if they are out of 10, choose that scale before importing"
        )


def _of_missing_columns(plan: Plan, rows: Sequence[Cells]) -> Iterator[str]:
    has_ids = any(one in plan.columns for one in _IDS)
    for one in plan.layout.expected:
        is_needless = (one == Field.YEAR and (has_ids or _are_dated(plan))) or (
            one == Field.RATING and (plan.kind in _CHOSEN or Field.STATUS in plan.columns)
        )
        if one not in plan.columns and not is_needless:
            yield f"no column contains {_HELD[one]}"


def _are_dated(plan: Plan) -> bool:
    return plan.layout.has_dated_titles


def _of_unread_columns(plan: Plan, head: Head, rows: Sequence[Cells]) -> Iterator[str]:
    read = set(plan.columns.values()) | plan.layout.known
    unread = [
        head[name]
        for name in head
        if name not in read and is_ratings_name(name) and values(rows, name)
    ]
    if plan.layout.site != "generic":
        unread = [column for column in unread if not is_others_ratings_name(column.lower())]
    if unread:
        yield f"ignored, although they look like ratings: {', '.join(map(shown, unread[:5]))}"
