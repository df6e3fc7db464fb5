"""Example ratings, lists and notes for the API documentation."""

from catalog.api.examples import HEAT
from uploads.api.import_examples import IMPORT

_RATING = {"movie": HEAT, "rating": 4.5, "rated_at": "2026-11-22T09:00:00Z"}
_CHANGE = {"movie": HEAT, "rating": 4.5, "before": None, "at": "2026-11-22T09:00:00Z"}
_MARK = {"movie": HEAT, "added_at": "2026-11-22T09:00:00Z"}
_SEEN = {
    "movie": HEAT,
    "watched_on": "2024-05-03",
    "dates": ["2024-05-03", "2019-01-02"],
    "added_at": "2026-11-22T09:00:00Z",
}
_NOTE = {"movie": HEAT, "text": "The bank. The silence.", "updated_at": "2026-11-22T09:00:00Z"}
_QUEUED = {"id": IMPORT["id"], "state": "queued", "progress": 0.0}
_POST = {"movie": 6, "rating": 4.5, "text": "The diner, where it was filmed."}

ANSWERS: dict[str, object] = {
    "me_ratings_list": _RATING,
    "me_ratings_retrieve": _RATING,
    "me_ratings_update": _RATING,
    "me_ratings_history_list": _CHANGE,
    "me_ratings_undo_create": _CHANGE,
    "me_watchlist_list": _MARK,
    "me_watchlist_retrieve": _MARK,
    "me_watchlist_update": _MARK,
    "me_not_interested_list": _MARK,
    "me_not_interested_retrieve": _MARK,
    "me_not_interested_update": _MARK,
    "me_seen_list": _SEEN,
    "me_seen_retrieve": _SEEN,
    "me_seen_update": _SEEN,
    "me_notes_list": _NOTE,
    "me_notes_retrieve": _NOTE,
    "me_notes_update": _NOTE,
    "me_import_list": IMPORT,
    "me_import_create": _QUEUED,
    "me_import_apply_create": _QUEUED,
    "me_import_reading_update": _QUEUED,
    "me_import_take_back_create": _QUEUED,
}
BODIES: dict[str, object] = {
    "me_ratings_update": {"rating": 4.5},
    "me_seen_update": {"watched_on": "2024-05-03"},
    "me_uploads_create": _POST,
    "me_uploads_update": _POST,
    "me_uploads_partial_update": {"is_public": True},
    "me_import_create": {"file": "Date,Name,Year,Rating\n2024-05-03,Heat,1995,4.5\n"},
}
