"""Example requests and responses of the import endpoints."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

from catalog.api.examples import HEAT
from nextflex.base.rest.schema import refused

_ID = "0b8f6f0e-6c51-4c8c-9d5c-6f3f0f2b9a11"
_RESULT = {
    "format": "letterboxd",
    "file_name": "letterboxd-ada.zip",
    "dry_run": True,
    "counts": {"duplicate": 212, "imported": 187, "unmatched": 3, "watchlisted": 24},
    "rows": 426,
    "notices": [],
    "readings": [
        {
            "file": "ratings.csv",
            "format": "letterboxd",
            "kind": "ratings",
            "scale": 5,
            "columns": {"title": "Name", "year": "Year", "rating": "Rating", "date": "Date"},
            "available": ["Date", "Name", "Year", "Letterboxd URI", "Rating"],
            "date_order": None,
            "thumbs": None,
        }
    ],
}
_DONE = {"id": _ID, "state": "done", "progress": 1.0, "result": _RESULT}
_ROW: dict[str, Any] = {
    "line": 14,
    "file": "ratings.csv",
    "file_line": 14,
    "title": "Heat",
    "year": 1986,
    "imdb_id": "",
    "tmdb_id": None,
    "rating": 4.5,
    "rated_at": "2024-05-03T00:00:00Z",
    "watched_at": None,
    "outcome": "ambiguous",
    "reason": "a film with this title exists, but from another year",
    "remark": "",
    "same_as": None,
    "movie": None,
    "candidates": [HEAT],
    "applied": False,
}

NOT_NOW = refused(
    "The import is not in the required state.",
    code="conflict",
    message="The import is in progress; wait until it has finished.",
)
UNKNOWN_COLUMN = refused(
    "The column does not exist, or the import has several files and none was named.",
    code="unknown_column",
    message="ratings.csv has no column score; it has Date, Name, Year, Rating.",
)
REFUSALS = {
    400: refused(
        "The file cannot be read, or the form is invalid.",
        code="unreadable_file",
        message="The file cannot be read: notes.csv has none of the columns of …",
    ),
    413: refused(
        "The file is larger than 5 MB.",
        code="too_large",
        message="The file is larger than 5 MB.",
    ),
    429: refused(
        "Too many requests, or two of your imports are already in progress.",
        code="too_many_imports",
        message="Two of your imports are already in progress; wait until one has finished.",
    ),
}
DONE = OpenApiExample("Read", value=_DONE, response_only=True)
IMPORT = _DONE | {
    "file_name": "letterboxd-ada.zip",
    "format": "letterboxd",
    "created_at": "2026-11-22T09:00:00Z",
    "finished_at": "2026-11-22T09:00:04Z",
    "applied_at": None,
}
IMPORT_DONE = OpenApiExample("A finished dry run", value=IMPORT, response_only=True)
ROW = OpenApiExample("A row that needs a decision", value=_ROW, response_only=True)
ROW_CHOSEN = OpenApiExample(
    "A resolved row",
    value=_ROW | {"outcome": "imported", "reason": "", "movie": HEAT},
    response_only=True,
)
READING_CHOICE = OpenApiExample(
    "Out of ten", value={"scale": 10, "columns": {"rating": "My score"}}, request_only=True
)
CHOICE = OpenApiExample("Match to this film", value={"movie": 6}, request_only=True)
