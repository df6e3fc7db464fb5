"""List cells of the Kaggle files: TMDB's objects, as Python literals or as JSON."""

import ast
import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from catalog import external_ids
from catalog.credits import CreditFact
from catalog.importers.rows import FilmDetails, FilmRow
from catalog.models import Credit
from catalog.titles import ParsedTitle

_LONGEST_LITERAL = 2_000_000
_CAST, _CREW = 20, 20
_MAX_TITLE, _MAX_GENRE, _MAX_KEYWORD = 300, 60, 100
_GENRES = {"Science Fiction": "Sci-Fi", "Family": "Children", "Music": "Musical"}  # as MovieLens
_JOBS = {
    "Director": Credit.Role.DIRECTOR,
    "Screenplay": Credit.Role.WRITER,
    "Writer": Credit.Role.WRITER,
    "Producer": Credit.Role.PRODUCER,
    "Original Music Composer": Credit.Role.COMPOSER,
    "Director of Photography": Credit.Role.CINEMATOGRAPHER,
    "Editor": Credit.Role.EDITOR,
}
_PATH = re.compile(r"/[A-Za-z0-9_-]{1,90}\.(?:jpg|png)")
_YEAR = re.compile(r"([0-9]{4})-[0-9]{2}-[0-9]{2}")
_LONGEST_FILM_MIN = 1000

Objects = list[dict[str, Any]]
Reader = Callable[[str], Objects]


class BadCell(Exception):
    """The cell is not a list of objects; the message has the reason."""


def from_literal(cell: str) -> Objects:
    """Parse a Python literal of a list of objects; an empty cell is an empty list."""
    if len(cell) > _LONGEST_LITERAL:
        raise BadCell("a cell is too long")
    try:
        return _objects(ast.literal_eval(cell) if cell.strip() else [])
    except (ValueError, SyntaxError, RecursionError, MemoryError) as error:
        raise BadCell("a cell is not a Python literal") from error


def from_json(cell: str) -> Objects:
    """Parse a JSON list of objects; an empty cell is an empty list."""
    try:
        return _objects(json.loads(cell) if cell.strip() else [])
    except (ValueError, RecursionError) as error:
        raise BadCell("a cell is not valid JSON") from error


def _objects(value: object) -> Objects:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise BadCell("a cell is not a list of objects")
    return value


def film_of(cell: Mapping[str, str], read: Reader) -> FilmRow:
    """Create a film from a row of metadata. Raises BadCell for an unusable row."""
    title = " ".join(cell["title"].split())[:_MAX_TITLE]
    if not title:
        raise BadCell("no title")
    year = _YEAR.fullmatch(cell["release_date"])
    return FilmRow(
        ref=None,
        titles=ParsedTitle(title, title, (), int(year.group(1)) if year else None),
        genres=tuple(
            sorted({_GENRES.get(name, name) for name in names(read(cell["genres"]), _MAX_GENRE)})
        ),
        imdb_id=external_ids.imdb_id(cell.get("imdb_id", "")),
        tmdb_id=tmdb_id_of(cell["id"]),
        details=_details(cell, read),
    )


def _details(cell: Mapping[str, str], read: Reader) -> FilmDetails:
    spoken = read(cell["spoken_languages"])
    return FilmDetails(
        original_title=" ".join(cell["original_title"].split())[:_MAX_TITLE],
        overview=cell["overview"].strip(),
        runtime_min=_runtime(cell["runtime"]),
        original_language=cell["original_language"][:12],
        languages=tuple(
            sorted(
                {
                    (str(one["iso_639_1"])[:12], _language(one))
                    for one in spoken
                    if one.get("iso_639_1")
                }
            )
        ),
        countries=tuple(names(read(cell["production_countries"]), _MAX_GENRE)),
        poster_path=_path(cell.get("poster_path", "")),
    )


def _language(spoken: Mapping[str, Any]) -> str:
    return str(spoken.get("name") or spoken["iso_639_1"])[:60]


def _runtime(cell: str) -> int | None:
    try:
        minutes = round(float(cell))
    except (ValueError, OverflowError):
        return None
    return minutes if 0 < minutes <= _LONGEST_FILM_MIN else None


def _path(cell: str) -> str:
    return cell if _PATH.fullmatch(cell) else ""


def tmdb_id_of(cell: str) -> int:
    """Parse a TMDB id. Raises BadCell for anything else, such as the dates in some rows."""
    found = external_ids.tmdb_id(cell)
    if found is None:
        raise BadCell("id is not a number")
    return found


def names(objects: Objects, longest: int) -> list[str]:
    """Return the objects' distinct names, in order."""
    found = (str(one.get("name") or "").strip()[:longest] for one in objects)
    return [name for name in dict.fromkeys(found) if name]


def keywords_of(objects: Objects) -> tuple[str, ...]:
    return tuple(name.lower() for name in names(objects, _MAX_KEYWORD))


def credits_of(cast: Objects, crew: Objects) -> tuple[CreditFact, ...]:
    """Return the first of the cast, and the crew in the roles that the site shows; each role once."""
    actors = [
        CreditFact(
            name=str(one["name"]),
            role=Credit.Role.ACTOR,
            order=place,
            character=str(one.get("character") or ""),
            tmdb_id=_person_id(one),
        )
        for place, one in enumerate(cast[:_CAST])
        if one.get("name")
    ]
    makers = [one for one in crew if one.get("job") in _JOBS and one.get("name")]
    others = [
        CreditFact(str(one["name"]), _JOBS[one["job"]], place, "", _person_id(one))
        for place, one in enumerate(makers[:_CREW])
    ]
    return tuple(_distinct([*actors, *others]))


def _person_id(one: Mapping[str, Any]) -> int | None:
    found = one.get("id")
    return found if isinstance(found, int) and 0 < found < 2**31 else None


def _distinct(facts: Iterable[CreditFact]) -> list[CreditFact]:
    return list(
        {(one.tmdb_id or one.name, one.role): one for one in reversed(list(facts))}.values()
    )[::-1]
