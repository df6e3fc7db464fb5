"""Example accounts for the API documentation. Their passwords and tokens are not valid anywhere."""

_ALICE = {
    "id": 7,
    "email": "alice@example.org",
    "name": "Alice",
    "date_joined": "2026-11-22T08:00:00Z",
}
_PASSWORD = "correct horse 7"  # noqa: S105  an example
_PAIR = {"access": "eyJhbGciOi…access", "refresh": "eyJhbGciOi…refresh"}
_SESSION = {
    "id": "9b1f6c2a7d3e",
    "kind": "browser",
    "client": "Firefox on Linux",
    "address": "203.0.113.7",
    "created_at": "2026-11-20T18:03:11Z",
    "last_seen_at": "2026-11-22T08:00:00Z",
    "is_current": True,
}
_TOKEN = {
    "id": 3,
    "name": "backup script",
    "hint": "nfx_4kQ2",
    "scopes": ["read"],
    "created_at": "2026-11-22T08:00:00Z",
    "expires_at": "2027-02-20T08:00:00Z",
    "last_used_at": None,
}
_PROFILE = {
    "name": "Alice",
    "language": "en",
    "theme": "dark",
    "rating_scale": 10,
    "time_zone": "America/New_York",
    "about": {"age_band": 25, "gender": None, "occupation": 12},
}
_LINK = {"uid": "Nw", "token": "d2k1fa-1b9c4e5f"}

ANSWERS: dict[str, object] = {
    "auth_jwt_create_create": _PAIR,
    "auth_jwt_refresh_create": _PAIR,
    "auth_jwt_verify_create": {},
    "auth_users_list": _ALICE,
    "auth_users_create": _ALICE,
    "auth_users_create 202": {"email": "alice@example.org"},
    "auth_users_me_retrieve": _ALICE,
    "auth_users_me_update": _ALICE,
    "auth_users_me_partial_update": _ALICE,
    "auth_users_set_email_create": {"email": "alice@example.org", "waits": True},
    "me_profile_retrieve": _PROFILE,
    "me_profile_partial_update": _PROFILE,
    "me_sessions_list": _SESSION,
    "me_tokens_list": _TOKEN,
    "me_tokens_create": _TOKEN | {"token": "nfx_4kQ2…"},
    "me_tokens_retrieve": _TOKEN,
}
BODIES: dict[str, object] = {
    "auth_jwt_create_create": {"email": "alice@example.org", "password": _PASSWORD},
    "auth_jwt_refresh_create": {"refresh": _PAIR["refresh"]},
    "auth_jwt_logout_create": {"refresh": _PAIR["refresh"]},
    "auth_jwt_verify_create": {"token": _PAIR["access"]},
    "auth_users_create": {
        "email": "bob@example.org",
        "name": "Bob",
        "password": _PASSWORD,
        "re_password": _PASSWORD,
    },
    "auth_users_activation_create": _LINK | {"password": _PASSWORD},
    "auth_users_me_update": {"name": "Alice"},
    "auth_users_me_partial_update": {"name": "Alice"},
    "auth_users_me_destroy": {"current_password": _PASSWORD},
    "auth_users_reset_password_create": {"email": "alice@example.org"},
    "auth_users_reset_password_confirm_create": _LINK | {"new_password": "staple battery 8"},
    "auth_users_set_email_create": {
        "current_password": _PASSWORD,
        "new_email": "alice@example.net",
    },
    "auth_users_set_email_confirm_create": {"token": "eyJ1c2VyIjo3fQ:1tXy:8c1d"},
    "auth_users_set_password_create": {
        "current_password": _PASSWORD,
        "new_password": "staple battery 8",
    },
    "me_tokens_create": {"name": "backup script", "scopes": ["read"], "days": 90},
}
