"""Find or create people by name and TMDB id."""

from collections.abc import Iterable

from catalog.models import Person
from nextflex.base.chunks import batches

NAME_LENGTH = 200
_BATCH = 500
_IN_ONE_QUERY = 5_000  # SQLite may allow no more than 32,766
_LAST_ID = 2**31 - 1

Told = tuple[str, int | None]


def person_ids(given: Iterable[Told]) -> dict[Told, int]:
    """Return the primary keys of people by (name, TMDB id); missing people are created.

    With a TMDB id: the person with this id; else the first person with exactly this name and no id, who
    gets it; else a new person. Without: the person of that name with the lowest key, else a new one.
    Names are compared exactly, on every database. An empty name has no entry.
    """
    cleaned = {one: (_name(one[0]), _tmdb_id(one[1])) for one in given}
    known = {who for who in cleaned.values() if who[0]}
    name_of = {tmdb_id: name for name, tmdb_id in sorted(known, key=str) if tmdb_id is not None}
    by_tmdb_id = _people_with_ids(name_of)
    by_name = _people_of_names({name for name, tmdb_id in known if tmdb_id is None})
    return {
        one: by_name[name] if tmdb_id is None else by_tmdb_id[tmdb_id]
        for one, (name, tmdb_id) in cleaned.items()
        if name
    }


def _name(text: str) -> str:
    return " ".join(text.split())[:NAME_LENGTH].strip()


def _tmdb_id(value: int | None) -> int | None:
    return value if value is not None and 0 < value <= _LAST_ID else None


def _people_with_ids(name_of: dict[int, str]) -> dict[int, int]:
    found = _by_tmdb_id(name_of)
    missing = [tmdb_id for tmdb_id in name_of if tmdb_id not in found]
    if not missing:
        return found
    nameless = _first_of_names({name_of[tmdb_id] for tmdb_id in missing}, without_id=True)
    adopted, new = [], []
    for tmdb_id in sorted(missing):
        if key := nameless.pop(name_of[tmdb_id], None):
            adopted.append(Person(pk=key, tmdb_id=tmdb_id))
        else:
            new.append(Person(name=name_of[tmdb_id], tmdb_id=tmdb_id))
    Person.objects.bulk_update(adopted, ["tmdb_id"], batch_size=_BATCH)
    Person.objects.bulk_create(new, batch_size=_BATCH, ignore_conflicts=True)
    return _by_tmdb_id(name_of)


def _by_tmdb_id(wanted: Iterable[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for some in batches(wanted, size=_IN_ONE_QUERY):
        rows = Person.objects.filter(tmdb_id__in=some).values_list("tmdb_id", "pk")
        found |= {tmdb_id: key for tmdb_id, key in rows if tmdb_id}
    return found


def _people_of_names(names: set[str]) -> dict[str, int]:
    found = _first_of_names(names)
    missing = sorted(names - found.keys())
    if not missing:
        return found
    Person.objects.bulk_create([Person(name=name) for name in missing], batch_size=_BATCH)
    return _first_of_names(names)


def _first_of_names(names: Iterable[str], *, without_id: bool = False) -> dict[str, int]:
    people = Person.objects.filter(tmdb_id=None) if without_id else Person.objects.all()
    found: dict[str, int] = {}
    for some in batches(names, size=_IN_ONE_QUERY):
        # MariaDB also returns names that differ in case and accents; here they are other people.
        found |= dict(people.filter(name__in=some).order_by("-pk").values_list("name", "pk"))
    return found
