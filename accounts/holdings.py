"""What is held about a person: each app that keeps something of people's tells it, as `ready()` says."""

import json
from collections.abc import Callable, Iterator

from django.core.serializers.json import DjangoJSONEncoder

from accounts.models import User

Tell = Callable[[User], object]
_tellers: dict[str, Tell] = {}


def tells_of_account(name: str, tell: Tell) -> None:
    """Have what this returns exported under a name: a JSON value, or an iterator for a long list."""
    _tellers[name] = tell


def holdings_as_json(user: User) -> Iterator[str]:
    """One JSON object in pieces, a name after the other; no list is ever in memory as a whole."""
    before = "{\n"
    for name, tell in sorted(_tellers.items()):
        yield f"{before}{json.dumps(name)}: "
        yield from _pieces(tell(user))
        before = ",\n"
    yield "\n}\n" if _tellers else "{}\n"


def _pieces(told: object) -> Iterator[str]:
    if not isinstance(told, Iterator):
        yield _json(told)
        return
    before = "[\n"
    for one in told:
        yield before + _json(one)
        before = ",\n"
    yield "[]" if before == "[\n" else "\n]"


def _json(told: object) -> str:
    return json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False)
