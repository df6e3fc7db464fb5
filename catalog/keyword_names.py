"""Find or create keywords by name."""

import unicodedata
from collections.abc import Iterable

from catalog.models import Keyword
from nextflex.base.chunks import batches

_LENGTH = 100
_BATCH = 500
_IN_ONE_QUERY = 5_000  # SQLite may allow no more than 32,766


def keyword_name(text: str) -> str:
    """Return a keyword's stored form; empty for blanks."""
    return " ".join(text.lower().split())[:_LENGTH].strip()


def keyword_ids(given: Iterable[str]) -> dict[str, int]:
    """Return the keywords' primary keys by stored name; missing keywords are created.

    "rené" finds "rene" and vice versa, on every database, as in MariaDB's unique index.
    """
    names = {name for name in map(keyword_name, given) if name}
    found = _matched(names, _known(names))
    if missing := sorted(names - found.keys()):
        # A name with other accents is not found by its text: search all keywords, which is rarely
        # needed.
        everything = Keyword.objects.order_by("-pk").values_list("name", "pk")
        found |= _matched(missing, dict(everything))
        _create(name for name in missing if name not in found)
        found |= _matched(missing, _known(missing))
    for name in names - found.keys():  # the database equates it with another one
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
    """Match names to keys. known: in descending order of keys, so that the lowest wins."""
    by_key = {_key(name): key for name, key in known.items()}
    pairs = ((name, known.get(name) or by_key.get(_key(name))) for name in names)
    return {name: key for name, key in pairs if key}


def _create(names: Iterable[str]) -> None:
    first_of = {_key(name): name for name in sorted(names, reverse=True)}
    rows = [Keyword(name=name) for name in sorted(first_of.values())]
    Keyword.objects.bulk_create(rows, batch_size=_BATCH, ignore_conflicts=True)
