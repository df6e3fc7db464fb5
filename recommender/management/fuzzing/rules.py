"""The rules of requests and responses, as Schemathesis's settings."""

from dataclasses import dataclass
from typing import Any

ALL_PHASES = ("examples", "coverage", "fuzzing", "stateful")
GUEST = "guest"

# Schemathesis reports a 400 for valid data as an error. It cannot know rules that a document cannot
# express:
_BEYOND_DOCUMENTS = {
    "which genres, people, keywords and languages the site has": (
        "charts_retrieve",
        "dataset_users_recommendations_retrieve",
        "me_ratings_list",
        "me_recommendations_retrieve",
        "movies_list",
    ),
    "which cursors the site has made": (
        "me_import_list",
        "me_import_rows_list",
        "me_notes_list",
        "me_not_interested_list",
        "me_ratings_history_list",
        "me_seen_list",
        "me_uploads_list",
        "me_watchlist_list",
        "uploads_list",
    ),
    "which time zones there are, and on which days a film can have been seen": (
        "me_profile_partial_update",
        "me_seen_update",
    ),
    "which films the site has": ("recommend_scores_create", "recommend_sequence_create"),
    "which passwords and links are right, and that two words are the same": (
        "auth_users_activation_create",
        "auth_users_create",
        "auth_users_me_destroy",
        "auth_users_reset_password_confirm_create",
        "auth_users_set_email_confirm_create",
        "auth_users_set_email_create",
        "auth_users_set_password_create",
    ),
    "what is in a file, and that a post needs a film and a text or an image": (
        "me_import_create",
        "me_import_reading_update",
        "me_uploads_create",
        "me_uploads_partial_update",
        "me_uploads_update",
    ),
    "that a text of spaces alone is empty": (
        "me_notes_update",
        "me_tokens_create",
        "similar_retrieve",
    ),
}
_ACCEPTED = ["2xx", "3xx", "401", "403", "404", "409", "429"]


@dataclass(frozen=True, slots=True)
class Round:
    """One run through the operations; cases: how many are generated for each."""

    who: str
    phases: tuple[str, ...]
    cases: int
    seed: int


def settings_of(work: Round, address: str) -> dict[str, Any]:
    phases: dict[str, Any] = {name: {"enabled": name in work.phases} for name in ALL_PHASES}
    phases["stateful"] |= {"max-steps": 8, "generation": {"max-examples": 4 * work.cases}}
    return {
        "base-url": address,
        "seed": work.seed,
        "workers": 1,  # in a fixed order, so that a seed is reproducible
        "continue-on-failure": True,
        # A slow machine is not a failure of the site.
        "request-timeout": 60.0,
        "suppress-health-check": ["too_slow"],
        "headers": {} if work.who == GUEST else {"Authorization": f"Bearer {work.who}"},
        "generation": {
            "mode": "all",
            "max-examples": work.cases,
            "no-shrink": True,
            "database": "none",
            "allow-x00": False,  # refused by a separate rule, which other tests cover
        },
        "phases": phases,
        # Every check of Schemathesis is enabled unless it is configured here.
        "checks": {"positive_data_acceptance": {"expected-statuses": _ACCEPTED}},
        "operations": [
            {
                "include-operation-id": sorted(sum(_BEYOND_DOCUMENTS.values(), ())),
                "checks": {
                    "positive_data_acceptance": {"expected-statuses": [*_ACCEPTED, "400", "415"]}
                },
            }
        ],
    }
