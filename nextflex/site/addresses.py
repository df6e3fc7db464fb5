"""Addresses without empty or repeated parameters."""

from collections.abc import Collection
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme


def tidy(asked: QueryDict, *, several: Collection[str] = ()) -> QueryDict:
    """Drop blank values; several: the parameters that may have more than one value."""
    kept = QueryDict(mutable=True)
    for name, values in asked.lists():
        if said := list(dict.fromkeys(value for value in values if value.strip())):
            kept.setlist(name, said if name in several else said[-1:])
    return kept


def without_value(asked: QueryDict, name: str, value: str) -> QueryDict:
    """Drop one value of a parameter, and the page number."""
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
    """Return the form's next address if it is on this site, else the home page."""
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()})
    return target if safe and "\n" not in target and "\r" not in target else "/"


def push(response: HttpResponse, request: HttpRequest, address: str) -> None:
    """Have htmx push an address, unless the browser shows it already: Back would seem to do nothing."""
    shown = urlsplit(request.headers.get("HX-Current-URL", ""))
    is_shown = urlsplit(address)[2:4] == (shown.path, shown.query)
    response["HX-Push-Url"] = "false" if is_shown else address
