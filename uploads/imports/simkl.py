"""Simkl's backup, as CSV and as JSON. Ratings are out of ten; "Watchlist" is the state of a title."""

from collections.abc import Iterator, Mapping

from uploads.imports.columns import NAMES, Field
from uploads.imports.layout import Layout

SECTIONS = ("movies", "shows", "anime")
HEAD = (
    *("simkl_id", "type", "title", "year", "imdb", "tmdb", "watchlist", "rating"),
    *("rated_at", "watched_date", "memo"),
)
_TYPES = {"movies": "movie", "shows": "tv", "anime": "anime"}


def entries_of(backup: Mapping[str, object]) -> Iterator[object]:
    """Yield every entry of a backup's sections, as values in the order of HEAD, or unchanged."""
    for section in SECTIONS:
        entries = backup.get(section)
        for entry in entries if isinstance(entries, list) else ():
            yield _values_of(entry, section) if isinstance(entry, dict) else entry


def _values_of(entry: Mapping[str, object], section: str) -> tuple[object, ...]:
    film = next(filter(None, (_part(entry, name) for name in ("movie", "show", "anime"))), {})
    ids, memo = _part(film, "ids"), _part(entry, "memo")
    is_film = section == "movies" or entry.get("anime_type") == "movie"
    return (
        *(ids.get("simkl"), "movie" if is_film else _TYPES[section]),
        *(film.get("title"), film.get("year")),
        *(ids.get("imdb"), ids.get("tmdb") if is_film else None),
        *(entry.get("status"), entry.get("user_rating"), entry.get("user_rated_at")),
        *(entry.get("last_watched_at"), memo.get("text")),
    )


def _part(entry: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = entry.get(name)
    return part if isinstance(part, dict) else {}


LAYOUTS = tuple(
    Layout(
        site="simkl",
        marks=marks,
        columns={
            Field.STATUS: ("watchlist", *NAMES[Field.STATUS]),
            Field.REVIEW: ("memo",),
        },
        expected=(Field.TITLE, Field.TYPE, Field.STATUS),
        scale=10,
    )
    for marks in (frozenset({"simklid"}), frozenset({"watchlist", "lastepwatched"}))
)
