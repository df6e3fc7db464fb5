"""Addresses whose parameters are only those that say something."""

from collections.abc import Collection

from django.http import HttpRequest, QueryDict
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
    return kept


def with_value(asked: QueryDict, name: str, value: object) -> QueryDict:
    kept = asked.copy()
    kept[name] = str(value)
    return kept


def on_this_site(request: HttpRequest, target: str) -> str:
    """Where a form asks to be led next, or the home page when that is not of this site."""
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()})
    return target if safe and "\n" not in target and "\r" not in target else "/"
