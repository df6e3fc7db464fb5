"""Examples of what the imports' endpoints take and answer."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiResponse

_ID = "0b8f6f0e-6c51-4c8c-9d5c-6f3f0f2b9a11"
_RESULT = {
    "format": "letterboxd",
    "file_name": "letterboxd-ada.zip",
    "dry_run": True,
    "counts": {"duplicate": 212, "imported": 187, "unmatched": 3, "watchlisted": 24},
    "rows": 426,
    "notices": [],
}
_DONE = {"id": _ID, "state": "done", "progress": 1.0, "result": _RESULT}
FILM = {
    "id": 6,
    "title": "Heat",
    "year": 1995,
    "genres": ["Action", "Crime", "Thriller"],
    "poster": "/posters/6.svg",
    "rating_mean": 3.95,
    "rating_count": 102,
}
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
    "outcome": "ambiguous",
    "reason": "the film of this title here is of another year",
    "remark": "",
    "same_as": None,
    "movie": None,
    "candidates": [FILM],
    "applied": False,
}

ERROR = OpenApiResponse(
    OpenApiTypes.OBJECT,
    description="Why it cannot be done now.",
    examples=[
        OpenApiExample(
            "Not now",
            value={
                "error": {"code": "conflict", "message": "The file is being read; wait until …"}
            },
        )
    ],
)
REFUSALS = {
    400: OpenApiResponse(
        OpenApiTypes.OBJECT,
        description="The file cannot be read, or the form is wrong.",
        examples=[
            OpenApiExample(
                "No export",
                value={
                    "error": {
                        "code": "unreadable_file",
                        "message": "The file cannot be read: notes.csv has none of the columns of …",
                    }
                },
            )
        ],
    ),
    413: OpenApiResponse(OpenApiTypes.OBJECT, description="The file is larger than 5 MB."),
    429: OpenApiResponse(OpenApiTypes.OBJECT, description="Two of your imports are under way."),
}
QUEUED = OpenApiExample(
    "Queued", value={"id": _ID, "state": "queued", "progress": 0.0}, response_only=True
)
DONE = OpenApiExample("Read", value=_DONE, response_only=True)
IMPORT_DONE = OpenApiExample(
    "A dry run that is done",
    value=_DONE
    | {
        "file_name": "letterboxd-ada.zip",
        "format": "letterboxd",
        "created_at": "2026-11-22T09:00:00Z",
        "finished_at": "2026-11-22T09:00:04Z",
        "applied_at": None,
    },
    response_only=True,
)
ROW = OpenApiExample("A question", value=_ROW, response_only=True)
ROW_CHOSEN = OpenApiExample(
    "Answered",
    value=_ROW | {"outcome": "imported", "reason": "", "movie": FILM},
    response_only=True,
)
CHOICE = OpenApiExample("This film", value={"movie": 6}, request_only=True)
