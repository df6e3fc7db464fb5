"""Suggestions while typing."""

from dataclasses import dataclass

from catalog.models import Movie, Person
from catalog.normalisation import normalised
from catalog.search.people import people_named
from catalog.selectors import MovieFilter, matching, ordered

_PEOPLE = 4


@dataclass(frozen=True, slots=True)
class Suggestions:
    films: tuple[Movie, ...]
    people: tuple[Person, ...]


def suggestions(q: str, limit: int = 8) -> Suggestions:
    """Return the best matching films and people, best first; none for a text without a word."""
    if not normalised(q):
        return Suggestions((), ())
    films = ordered(matching(MovieFilter(q=q)), ordering="relevance")
    found = films.prefetch_related("credits__person")[:limit]
    return Suggestions(tuple(found), tuple(people_named(q, limit=_PEOPLE)))
