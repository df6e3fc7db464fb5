"""TMDB's response about a film, as checked facts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catalog.credits import CreditFact
from catalog.external_ids import imdb_id
from catalog.models import Credit

IMAGE_PATH = re.compile(r"/[A-Za-z0-9_-]{1,80}\.(jpg|png)")
_VIDEO_KEY = re.compile(r"[A-Za-z0-9_-]{6,20}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_MOST_ACTORS, _MOST_TRAILERS, _MOST_PROVIDERS = 40, 5, 20
_TRAILERS = ("Trailer", "Teaser")
_OFFERS = ("flatrate", "free", "ads", "rent", "buy")
_JOBS = {
    "Director": Credit.Role.DIRECTOR,
    "Screenplay": Credit.Role.WRITER,
    "Writer": Credit.Role.WRITER,
    "Story": Credit.Role.WRITER,
    "Novel": Credit.Role.WRITER,
    "Producer": Credit.Role.PRODUCER,
    "Original Music Composer": Credit.Role.COMPOSER,
    "Director of Photography": Credit.Role.CINEMATOGRAPHER,
    "Editor": Credit.Role.EDITOR,
}

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TmdbFilm:
    """A film's data from TMDB. imdb_id: "" where it has none; details: the fields of TmdbDetails."""

    tmdb_id: int
    imdb_id: str
    details: dict[str, object]
    credits: list[CreditFact]
    keywords: list[str]


def film_in(answer: object, *, tmdb_id: int) -> TmdbFilm | None:
    """Parse a film's response; None for any other response. Invalid parts are left out."""
    given = _mapping(answer)
    if given.get("id") != tmdb_id:
        return None
    details: dict[str, object] = {
        "overview": _text(given, "overview"),
        "tagline": _text(given, "tagline")[:300],
        "poster_path": _image_path(given, "poster_path"),
        "backdrop_path": _image_path(given, "backdrop_path"),
        "trailers": list(_trailers(given))[:_MOST_TRAILERS],
        "providers": _providers(_mapping(given.get("watch/providers"))),
    }
    keywords = _rows(_mapping(given.get("keywords")), "keywords")
    people = _mapping(given.get("credits"))
    return TmdbFilm(
        tmdb_id,
        imdb_id(_text(given, "imdb_id")) or "",
        details,
        [*_cast(people), *_crew(people)],
        [name for row in keywords if (name := _text(row, "name"))],
    )


def found_id(answer: object) -> int | None:
    """Return the first film's id in a response of /find."""
    rows = _rows(_mapping(answer), "movie_results")
    return next((key for row in rows if (key := _id(row))), None)


def _mapping(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _rows(given: Json, name: str) -> list[Json]:
    rows = given.get(name)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _text(given: Json, name: str) -> str:
    value = given.get(name)
    return value.replace("\x00", "").strip() if isinstance(value, str) else ""


def _id(given: Json) -> int | None:
    value = given.get("id")
    return value if type(value) is int and 0 < value < 2**31 else None


def _order(given: Json, default: int) -> int:
    value = given.get("order")
    return value if type(value) is int else default


def _image_path(given: Json, name: str) -> str:
    path = _text(given, name)
    return path if IMAGE_PATH.fullmatch(path) else ""


def _trailers(given: Json) -> Iterator[dict[str, str]]:
    for row in _rows(_mapping(given.get("videos")), "results"):
        key = _text(row, "key")
        is_trailer = row.get("site") == "YouTube" and row.get("type") in _TRAILERS
        if is_trailer and _VIDEO_KEY.fullmatch(key):
            yield {"site": "YouTube", "key": key, "name": _text(row, "name")[:200]}


def _providers(given: Json) -> dict[str, list[dict[str, str]]]:
    countries = _mapping(given.get("results"))
    found = {code: list(_offers(_mapping(offers))) for code, offers in countries.items()}
    return {
        code: offers[:_MOST_PROVIDERS]
        for code, offers in sorted(found.items())
        if offers and _COUNTRY.fullmatch(code)
    }


def _offers(offers: Json) -> Iterator[dict[str, str]]:
    for kind in _OFFERS:
        for row in _rows(offers, kind):
            if name := _text(row, "provider_name"):
                yield {"name": name[:100], "kind": kind}


def _cast(people: Json) -> Iterator[CreditFact]:
    for place, row in enumerate(_rows(people, "cast")[:_MOST_ACTORS]):
        order, character = _order(row, place), _text(row, "character")
        yield CreditFact(_text(row, "name"), Credit.Role.ACTOR, order, character, _id(row))


def _crew(people: Json) -> Iterator[CreditFact]:
    count = dict.fromkeys(_JOBS.values(), 0)
    for row in _rows(people, "crew"):
        if role := _JOBS.get(_text(row, "job")):
            yield CreditFact(_text(row, "name"), role, count[role], tmdb_id=_id(row))
            count[role] += 1
