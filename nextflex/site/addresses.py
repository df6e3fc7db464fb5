"""Addresses whose parameters are only those that say something."""

from collections.abc import Collection
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme


def tidy(asked: QueryDict, *, several: Collection[str] = ()) -> QueryDict:
    """The same parameters without blank values; several: those that may have more than the last one."""
    kept = QueryDict(mutable=True)
    for name, values in asked.lists():
        if said := list(dict.fromkeys(value for value in values if value.strip())):
            kept.setlist(name, said if name in several else said[-1:])
    return kept


def without_value(asked: QueryDict, name: str, value: str) -> QueryDict:
    """The same parameters, less one value of one of them, and back to the first page."""
    kept = asked.copy()
    kept.setlist(name, [one for one in asked.getlist(name) if one != value])
    kept.pop("page", None)
    kept.pop("through", None)
    return kept


def with_value(asked: QueryDict, name: str, value: object) -> QueryDict:
    kept = asked.copy()
    kept[name] = str(value)
    return kept


def on_this_site(request: HttpRequest, target: str) -> str:
    """Where a form asks to be led next, or the home page when that is not of this site."""
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()})
    return target if safe and "\n" not in target and "\r" not in target else "/"


def push(response: HttpResponse, request: HttpRequest, address: str) -> None:
    """Let htmx go to an address of this site. One that the browser shows already is no new step:
    Back would seem to do nothing."""
    shown = urlsplit(request.headers.get("HX-Current-URL", ""))
    is_shown = urlsplit(address)[2:4] == (shown.path, shown.query)
    response["HX-Push-Url"] = "false" if is_shown else address
