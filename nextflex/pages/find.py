"""The list that opens under a search field."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from catalog.models import Credit, Movie, Person
from catalog.posters_of import poster_url
from nextflex.pages.suggest import suggestions


@dataclass(frozen=True, slots=True)
class Option:
    """poster: empty for a person."""

    label: str
    note: str
    url: str
    poster: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    label: str
    options: tuple[Option, ...]


def options(q: str, *, to_similar: bool) -> list[Group]:
    """Films and people; films alone, which lead to what is like them, with to_similar."""
    found = suggestions(q)
    films = Group("Films", tuple(_film(one, to_similar=to_similar) for one in found.films))
    people = Group("People", () if to_similar else tuple(map(_person, found.people)))
    return [group for group in (films, people) if group.options]


def _film(movie: Movie, *, to_similar: bool) -> Option:
    similar = f"{reverse('pages:similar')}?{urlencode({'film': movie.pk})}"
    url = similar if to_similar else movie.get_absolute_url()
    made_by = ", ".join(_directors(movie.credits.all()))
    note = " · ".join(filter(None, [str(movie.year or ""), made_by]))
    return Option(movie.title, note, url, poster_url(movie))


def _directors(people: Iterable[Credit]) -> list[str]:
    return [one.person.name for one in people if one.role == Credit.Role.DIRECTOR]


def _person(person: Person) -> Option:
    return Option(person.name, "", person.get_absolute_url())
