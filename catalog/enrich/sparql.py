"""The SPARQL query about films, and its results as facts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from catalog.credits import CreditFact
from catalog.enrich.errors import ServiceFailed
from catalog.models import Credit

_IMDB_ID = re.compile(r"tt[0-9]{5,10}")
_ENTITY = re.compile(r"Q[1-9][0-9]{0,17}")
_LONGEST_MIN = 900  # longer durations are in seconds
_PEOPLE = {"P57": Credit.Role.DIRECTOR, "P161": Credit.Role.ACTOR}
# One row per fact: a join of the properties would return a film for each combination of their values.
_QUERY = """
SELECT ?film ?imdb ?property ?value ?valueLabel WHERE {{
  VALUES ?imdb {{ {ids} }}
  ?film wdt:P345 ?imdb .
  OPTIONAL {{
    {{ ?film wdt:P57 ?value . BIND("P57" AS ?property) }}
    UNION {{ ?film wdt:P161 ?value . BIND("P161" AS ?property) }}
    UNION {{ ?film wdt:P495 ?value . BIND("P495" AS ?property) }}
    UNION {{ ?film wdt:P2047 ?value . BIND("P2047" AS ?property) }}
  }}
  SERVICE wikibase:label {{ bd:serviceParam wikibase:language "en,mul" . }}
}}
"""


@dataclass(slots=True)
class FilmFacts:
    """Wikidata's facts about a film; people and countries in its order, by their English names."""

    entity: str
    credits: list[CreditFact] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    runtime_min: int | None = None


def query_for(imdb_ids: Iterable[str]) -> str:
    """Return the query. Strings that are not IMDb ids are left out: they could inject SPARQL."""
    asked = (f'"{one}"' for one in imdb_ids if _IMDB_ID.fullmatch(one))
    return _QUERY.format(ids=" ".join(asked))


def facts_in(answer: object) -> dict[str, FilmFacts]:
    """Return the facts by IMDb id, from a SPARQL JSON response.

    Raises ServiceFailed for anything else; incomplete rows are skipped.
    """
    found: dict[str, FilmFacts] = {}
    for row in _rows(answer):
        entity = row.get("film", "").rpartition("/")[2]
        imdb_id = row.get("imdb", "")
        if not _ENTITY.fullmatch(entity) or not _IMDB_ID.fullmatch(imdb_id):
            continue
        film = found.get(imdb_id)
        if film is None or int(entity[1:]) < int(film.entity[1:]):
            film = found[imdb_id] = FilmFacts(entity)
        if film.entity == entity:
            _add(film, row)
    return found


def _rows(answer: object) -> list[Mapping[str, str]]:
    try:
        bindings = answer["results"]["bindings"]  # type: ignore[index]  # checked by doing
        return [{name: str(cell["value"]) for name, cell in row.items()} for row in bindings]
    except (TypeError, KeyError, AttributeError):
        raise ServiceFailed(
            "Wikidata returned something other than a SPARQL result; check WIKIDATA_URL"
        ) from None


def _add(film: FilmFacts, row: Mapping[str, str]) -> None:
    kind, name = row.get("property", ""), row.get("valueLabel", "")
    if kind == "P2047":
        film.runtime_min = film.runtime_min or _minutes(row.get("value", ""))
    elif not name or _ENTITY.fullmatch(name):
        return  # without an English name
    elif kind == "P495" and name not in film.countries:
        film.countries.append(name)
    elif role := _PEOPLE.get(kind):
        order = sum(fact.role == role for fact in film.credits)
        film.credits.append(CreditFact(name, role, order))


def _minutes(text: str) -> int | None:
    try:
        minutes = round(float(text))
    except (ValueError, OverflowError):
        return None
    return minutes if 0 < minutes <= _LONGEST_MIN else None
