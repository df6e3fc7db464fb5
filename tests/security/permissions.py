"""What every address answers to a guest, to another user and to staff; checked in as permissions.tsv."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

TABLE = Path(__file__).with_name("permissions.tsv")
HEAD = "route\tmethod\tguest\tother user\tstaff"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_NOT_ALLOWED = 405
_ADMIN_OBJECT = re.compile(r"admin/(\w+)/(\w+)/<path:object_id>/")
_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")


@dataclass(frozen=True, slots=True)
class Row:
    """The status that each gets for a request without a body."""

    route: str
    method: str
    guest: int
    user: int
    staff: int


def routes(
    resolver: URLResolver | None = None, prefix: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    for part in (resolver or get_resolver()).url_patterns:
        route = prefix + str(part.pattern)
        if isinstance(part, URLResolver):
            yield from routes(part, route)
        else:
            yield route, part


def path_of(route: str, values: Mapping[str, object]) -> str:
    """An address of the route. Raises KeyError for a parameter that nobody has given a value for."""

    def value(found: re.Match[str]) -> str:
        return str(values[found[1] or found[2]])

    return "/" + _PARAMETER.sub(value, route).replace("^", "").replace("$", "").replace("\\", "")


def rows(people: tuple[Client, Client, Client], values: dict[str, object]) -> Iterator[Row]:
    """people: a guest, another user than whose the objects are, and staff."""
    for route, _ in routes():
        path = path_of(route, values | _object_of(route))
        for method in METHODS:
            statuses = [_status(person, method, path) for person in people]
            if set(statuses[1:]) != {_NOT_ALLOWED}:  # a guest may be asked to sign in for nothing
                yield Row(route, method, *statuses)


def _object_of(route: str) -> dict[str, object]:
    """The id of a row that an address of the admin is about; 0 if its table is empty."""
    if (named := _ADMIN_OBJECT.match(route)) is None:
        return {}
    model = apps.get_model(named[1], named[2])
    return {"object_id": getattr(model._default_manager.first(), "pk", 0)}


def read() -> list[Row]:
    """The checked-in table."""
    lines = TABLE.read_text().splitlines()[1:]
    cells = [line.split("\t") for line in lines]
    return [Row(route, method, *map(int, statuses)) for route, method, *statuses in cells]


def as_text(table: list[Row]) -> str:
    lines = ["\t".join(map(str, astuple(row))) for row in table]
    return "\n".join([HEAD, *lines]) + "\n"


def _status(person: Client, method: str, path: str) -> int:
    """Nothing that the request does stays."""
    body: dict[str, Any] = {}
    if path.startswith(("/api/", "/graphql/")) and method != "GET":
        body = {"data": "{}", "content_type": "application/json"}
    cookies = SimpleCookie(person.cookies.output(header="", sep=";"))
    with transaction.atomic():
        answer = getattr(person, method.lower())(path, **body)
        transaction.set_rollback(True)
    person.cookies = cookies
    return int(answer.status_code)
