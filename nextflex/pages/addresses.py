"""Addresses whose parameters are only those that say something."""

from django.http import QueryDict


def without_empty(asked: QueryDict) -> QueryDict:
    """The same parameters, less the values that are blank."""
    kept = QueryDict(mutable=True)
    for name, values in asked.lists():
        if said := [value for value in values if value.strip()]:
            kept.setlist(name, said)
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
