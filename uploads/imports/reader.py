"""Turn the cells of a record into a row, by the plan of its file."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from catalog.titles import parse_title
from uploads.imports import cells as cell
from uploads.imports.columns import Field
from uploads.imports.moments import moment
from uploads.imports.plans import FileKind, Plan
from uploads.imports.rows import BadCell, Cells, FileRow, Kind
from uploads.imports.stars import half_stars
from uploads.imports.title_kinds import is_film, kind_of_status

_NO_EPISODE = ("", "0")
_NOTHING = dict.fromkeys(Field, "")


def row_of(cells: Cells, plan: Plan, file: str, now: datetime) -> FileRow:
    """Return a row for any cells, with a problem if they are useless."""
    values = _NOTHING | {one: cells.get(name, "") for one, name in plan.columns.items()}
    try:
        row = _shown(values, plan, now)
    except BadCell as error:
        return FileRow(title=_recognisable(values, cells), problem=str(error))
    if not (row.title or row.imdb_id or row.tmdb_id or row.movielens_id):
        return FileRow(title=_recognisable(values, cells), problem="it has no film title or id")
    return _settled(plan.layout.finish(row, cells, file), plan)


def _shown(values: Mapping[Field, str], plan: Plan, now: datetime) -> FileRow:
    row = _named(values, plan)
    stars, rounded = half_stars(values[Field.RATING], plan.scale)
    note, cut = cell.note(values[Field.REVIEW])
    row = replace(row, half_stars=stars, note=note, remark=_joined(rounded, cut))
    return _dated(_typed(replace(row, kind=_kind(row, values, plan)), values), values, plan, now)


def _named(values: Mapping[Field, str], plan: Plan) -> FileRow:
    title, year = cell.title(values[Field.TITLE]), cell.year(values[Field.YEAR])
    others = [cell.title(values[Field.OTHER_TITLE])]
    if title and (plan.layout.has_dated_titles or Field.YEAR not in plan.columns):
        parsed = parse_title(title)
        if parsed.year or plan.layout.has_dated_titles:
            title, year = parsed.title, year or parsed.year
            others += parsed.alternatives
    return FileRow(
        title=title,
        other_titles=tuple(dict.fromkeys(one for one in others if one and one != title)),
        year=year,
        imdb_id=cell.imdb_id(values[Field.IMDB_ID]),
        tmdb_id=cell.number(values[Field.TMDB_ID]),
        movielens_id=cell.number(values[Field.MOVIELENS_ID]),
    )


def _kind(row: FileRow, values: Mapping[Field, str], plan: Plan) -> Kind:
    if row.half_stars is not None:
        return Kind.OPINION
    if plan.is_kind_chosen:
        return plan.unrated
    if status := cell.value(values[Field.STATUS]):
        return kind_of_status(status)
    if row.note:
        return Kind.OPINION
    return Kind.SEEN if cell.value(values[Field.WATCHED_AT]) else plan.unrated


def _typed(row: FileRow, values: Mapping[Field, str]) -> FileRow:
    """Mark rows of other types and of episodes; for unknown types the ids decide."""
    type_name = cell.value(values[Field.TYPE])
    verdict = is_film(type_name) if type_name else True
    if verdict is False:
        return replace(row, kind=Kind.OTHER, reason=f"its type is {cell.shown(type_name)}")
    if cell.value(values[Field.EPISODE]) not in _NO_EPISODE:
        return replace(row, kind=Kind.OTHER, reason="it is an episode or a season of a series")
    return row if verdict else replace(row, unknown_type=type_name[:60])


def _dated(row: FileRow, values: Mapping[Field, str], plan: Plan, now: datetime) -> FileRow:
    """Set the dates: an unspecified date is the rating's, or the viewing's of an unrated seen film."""
    rated, watched, plain = (
        moment(values[one], now=now, day_first=plan.day_first)
        for one in (Field.RATED_AT, Field.WATCHED_AT, Field.DATE)
    )
    seen = watched[0] or (plain[0] if row.kind == Kind.SEEN else None)
    return replace(
        row,
        rated_at=rated[0] or watched[0] or plain[0],
        watched_at=None if row.kind == Kind.WISH else seen,
        remark=_joined(row.remark, rated[1], watched[1], plain[1]),
    )


def _settled(row: FileRow, plan: Plan) -> FileRow:
    """Drop the review of a wish, and give a row without information a reason."""
    if row.kind == Kind.WISH and row.note:
        return replace(row, note="", remark=_joined(row.remark, "its note was skipped"))
    if row.kind == Kind.LISTED and not row.reason:
        has_ratings = plan.kind == FileKind.RATINGS
        said = (
            "it has no rating"
            if has_ratings
            else ("it is neither rated, nor seen, nor on a watchlist")
        )
        return replace(row, reason=said)
    return row


def _joined(*remarks: str) -> str:
    return "; ".join(dict.fromkeys(filter(None, remarks)))


def _recognisable(values: Mapping[Field, str], cells: Cells) -> str:
    """Return a label of a bad row: a part of its title, or of any other cell."""
    said = (cell.text(one) for one in (values[Field.TITLE], *cells.values()))
    return " ".join(next(filter(None, said), "").split())[:100]
