"""Which keyword a word stands for."""

import unicodedata
from collections.abc import Iterable

from catalog.models import Keyword
from nextflex.base.chunks import batches

_LENGTH = 100
_BATCH = 500
_IN_ONE_QUERY = 5_000  # SQLite may allow no more than 32,766


def keyword_name(text: str) -> str:
    """A keyword as it is stored; empty for one of blanks."""
    return " ".join(text.lower().split())[:_LENGTH].strip()


def keyword_ids(given: Iterable[str]) -> dict[str, int]:
    """Stored names to the keys of their keywords, made where they are not known yet.

    "rené" finds "rene" and the other way round, as MariaDB's unique index has it, on every database.
    """
    names = {name for name in map(keyword_name, given) if name}
    found = _matched(names, _known(names))
    if missing := sorted(names - found.keys()):
        # One that differs in accents is not found by its name: look through all, which is seldom needed.
        everything = Keyword.objects.order_by("-pk").values_list("name", "pk")
        found |= _matched(missing, dict(everything))
        _create(name for name in missing if name not in found)
        found |= _matched(missing, _known(missing))
    for name in names - found.keys():  # the database takes it for another, by a rule of its own
        found[name] = Keyword.objects.filter(name=name).values_list("pk", flat=True)[0]
    return found


def _key(name: str) -> str:
    return "".join(
        char
        for char in unicodedata.normalize("NFKD", name.casefold())
        if not unicodedata.combining(char)
    )


def _known(names: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in batches(names, size=_IN_ONE_QUERY):
        rows = Keyword.objects.filter(name__in=some).order_by("-pk")
        found |= dict(rows.values_list("name", "pk"))
    return found


def _matched(names: Iterable[str], known: dict[str, int]) -> dict[str, int]:
    """known: in falling order of keys, so that the lowest wins."""
    by_key = {_key(name): key for name, key in known.items()}
    pairs = ((name, known.get(name) or by_key.get(_key(name))) for name in names)
    return {name: key for name, key in pairs if key}


def _create(names: Iterable[str]) -> None:
    first_of = {_key(name): name for name in sorted(names, reverse=True)}
    rows = [Keyword(name=name) for name in sorted(first_of.values())]
    Keyword.objects.bulk_create(rows, batch_size=_BATCH, ignore_conflicts=True)
