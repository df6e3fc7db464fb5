"""What we hold about an account itself, for its owner to take away."""

from collections.abc import Iterator
from typing import Any

from accounts import selectors
from accounts.holdings import tells_of_account
from accounts.models import User


def register() -> None:
    tells_of_account("account", _account)
    tells_of_account("sessions", _sessions)
    tells_of_account("tokens", _tokens)
    tells_of_account("linked_accounts", _linked_accounts)


def _account(user: User) -> dict[str, Any]:
    about = selectors.about(user)
    return {
        "email": user.email,
        "name": user.name,
        "joined": user.date_joined,
        "last_login": user.last_login,
        "language": user.language,
        "theme": user.theme,
        "time_zone": user.time_zone,
        "rating_scale": user.rating_scale,
        "about": {
            "age_band": about.age_band,
            "gender": about.gender or None,
            "occupation": about.occupation,
        },
    }


def _sessions(user: User) -> Iterator[dict[str, Any]]:
    for one in selectors.sessions_of(user):
        yield {
            "kind": one.kind,
            "client": one.client,
            "address": one.address,
            "created_at": one.created_at,
            "last_seen_at": one.last_seen_at,
        }


def _tokens(user: User) -> Iterator[dict[str, Any]]:
    for one in selectors.api_tokens_of(user):
        yield {
            "name": one.name,
            "scopes": one.scopes,
            "created_at": one.created_at,
            "expires_at": one.expires_at,
            "last_used_at": one.last_used_at,
        }


def _linked_accounts(user: User) -> Iterator[dict[str, Any]]:
    for one in selectors.linked_accounts_of(user):
        yield {
            "issuer": one.issuer,
            "label": one.label,
            "created_at": one.created_at,
            "last_used_at": one.last_used_at,
        }
