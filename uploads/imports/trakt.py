"""Trakt's exports: the JSON of its zip and of its API, and CSV. Ratings are out of ten."""

from collections.abc import Mapping
from dataclasses import replace

from uploads.imports.columns import Field
from uploads.imports.layout import Layout
from uploads.imports.rows import Cells, FileRow, Kind
from uploads.imports.title_kinds import kind_of_file

_OTHERS = ("show", "season", "episode")
PARTS = ("movie", *_OTHERS)
HEAD = (
    *("type", "title", "year", "trakt_id", "imdb_id", "tmdb_id", "rating", "rated_at"),
    *("watched_at", "listed_at", "collected_at"),
)


def is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and any(isinstance(entry.get(name), dict) for name in PARTS)


def values_of(entry: Mapping[str, object]) -> tuple[object, ...]:
    """Return the values in the order of HEAD; episodes and seasons have a show's title, no film ids."""
    others = next((part for name in _OTHERS if (part := _part(entry, name))), {})
    film = {} if others else _part(entry, "movie")
    type_name = entry.get("type") or next((name for name in PARTS if name in entry), "")
    ids, own = _part(film, "ids"), film or others
    return (
        *(type_name, own.get("title"), film.get("year")),
        *(ids.get("trakt"), ids.get("imdb"), ids.get("tmdb")),
        *(entry.get("rating"), entry.get("rated_at")),
        entry.get("watched_at") or entry.get("last_watched_at"),
        *(entry.get("listed_at"), entry.get("collected_at")),
    )


def _part(entry: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = entry.get(name)
    return part if isinstance(part, dict) else {}


def _finish(row: FileRow, cells: Cells, file: str) -> FileRow:
    """Set the kind: a collected or listed film need not be seen; one on the watchlist is a wish."""
    if row.kind in (Kind.OTHER, Kind.OPINION) or row.watched_at:
        return row
    if cells.get("collectedat"):
        return replace(
            row, kind=Kind.LISTED, reason=("it is in your collection, which does not mean seen")
        )
    if cells.get("listedat") and kind_of_file(file) != Kind.WISH:
        return replace(row, kind=Kind.LISTED, reason="it is on a list")
    return row


def _layout(*marks: str) -> Layout:
    return Layout(
        site="trakt",
        marks=frozenset(marks),
        columns={
            Field.RATING: ("rating", "yourrating", "userrating", "traktrating"),
            Field.RATED_AT: ("ratedat",),
            Field.DATE: (),
            Field.EPISODE: ("episodenumber", "seasonnumber", "episodetitle"),
        },
        scale=10,
        is_exact=True,
        known=frozenset({"traktrating"}),
        finish=_finish,
    )


LAYOUTS = (_layout("traktid"), _layout("traktrating"))
