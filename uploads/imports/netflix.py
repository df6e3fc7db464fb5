"""Netflix: the viewing history of a profile, and the files of "Download your personal information".

An episode's title has the form "Breaking Bad: Season 1: Pilot"; a film's title is its name.
"""

import re
from dataclasses import replace

from uploads.imports.columns import NAMES, Field
from uploads.imports.layout import Layout
from uploads.imports.rows import Cells, FileRow, Kind

_NUMBER = r"(?:\d+|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten)"
_SEASON = re.compile(
    r"(?:(?:season|series|staffel|saison|temporada|stagione|sezon|seizoen|säsong|sæson|sesong)\s+\d+"
    r"|\d+(?:\.|ª|st|nd|rd|th)?\s*(?:season|staffel|saison|temporada|stagione)"
    r"|(?:limited|mini|anthology)[\s-]?series|miniserie|mini-série|serie limitata|série limitée"
    r"|(?:episode|folge|épisode|episodio|episódio)\s+\d+)(?:\s*\(.*\))?",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?:part|teil|partie|parte|volume|vol\.?|book|buch|livre|libro|chapter|collection)\s+{_NUMBER}",
    re.IGNORECASE,
)
_WORDS = {"0": "", "1": "thumbs down", "2": "thumbs up", "3": "two thumbs up"}


def is_episode(title: str) -> bool:
    """Whether a season follows a colon, or a part or volume that is not last; films have those too."""
    _, *rest = (part.strip() for part in title.split(":"))
    return any(map(_SEASON.fullmatch, rest)) or any(map(_PART.fullmatch, rest[:-1]))


def _finish(row: FileRow, cells: Cells, file: str) -> FileRow:
    if cells.get("supplementalvideotype", "").strip():
        return replace(row, kind=Kind.OTHER, reason="it is a trailer or similar")
    if is_episode(row.title):
        return replace(row, kind=Kind.OTHER, reason="it is an episode of a series")
    return row


def _prepare(cells: Cells) -> Cells:
    """Convert the words for thumbs, and for stars of older ratings, which share one column."""
    thumbs, stars = cells.get("thumbsvalue", "").strip(), cells.get("starvalue", "").strip()
    given = _WORDS.get(thumbs.removesuffix(".0"), thumbs)
    if not given and stars and stars.strip("0."):
        given = f"{stars}/5"
    return {**cells, "thumbsvalue": given}


_DATES = ("date", "datum", "fecha", "data")
_TITLES = ("title", "titel", "titre", "titulo", "titolo")

LAYOUTS = (
    Layout(
        site="netflix",
        marks=frozenset({"titlename", "thumbsvalue"}),
        columns={
            Field.TITLE: ("titlename",),
            Field.RATING: ("thumbsvalue",),
            Field.DATE: ("eventutcts", "regionviewdate"),
            Field.TYPE: (),
        },
        expected=(Field.TITLE, Field.DATE),
        scale=5,
        known=frozenset({"starvalue", "ratingtype"}),
        prepare=_prepare,
        finish=_finish,
    ),
    Layout(
        site="netflix",
        marks=frozenset({"profilename", "starttime", "title", "supplementalvideotype"}),
        columns={Field.WATCHED_AT: ("starttime",), Field.RATING: ()},
        unrated=Kind.SEEN,
        finish=_finish,
    ),
    *(
        Layout(
            site="netflix",
            marks=frozenset({title, date}),
            only=True,
            columns={Field.WATCHED_AT: (date,), Field.TITLE: (title, *NAMES[Field.TITLE])},
            unrated=Kind.SEEN,
            finish=_finish,
            notice=(
                "it was read as a Netflix viewing history, with the date each film was watched; "
                "choose other contents if this is wrong"
            ),
        )
        for title in _TITLES
        for date in _DATES
    ),
)
