"""Export a user's personal data; each app registers its data in its `ready()`."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from accounts import selectors
from accounts.models import User

Tell = Callable[[User], object]
_tellers: dict[str, Tell] = {}


def register_personal_data(name: str, tell: Tell) -> None:
    """Register a function; its result, JSON or an iterator for long lists, is exported by this name."""
    _tellers[name] = tell


def personal_data_as_json(user: User) -> Iterator[str]:
    """Yield one JSON object in pieces, name by name; no list is ever in memory as a whole."""
    before = "{\n"
    for name, tell in sorted(_tellers.items()):
        yield f"{before}{json.dumps(name)}: "
        yield from _pieces(tell(user))
        before = ",\n"
    yield "\n}\n" if _tellers else "{}\n"


def _pieces(given: object) -> Iterator[str]:
    if not isinstance(given, Iterator):
        yield _json(given)
        return
    before = "[\n"
    for one in given:
        yield before + _json(one)
        before = ",\n"
    yield "[]" if before == "[\n" else "\n]"


def _json(given: object) -> str:
    return json.dumps(given, cls=DjangoJSONEncoder, ensure_ascii=False)


def register() -> None:
    register_personal_data("account", _account)
    register_personal_data("sessions", _sessions)
    register_personal_data("tokens", _tokens)
    register_personal_data("linked_accounts", _linked_accounts)


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
