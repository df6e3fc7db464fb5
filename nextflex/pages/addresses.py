"""Addresses whose parameters are only those that say something."""

from collections.abc import Collection

from django.http import QueryDict


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
