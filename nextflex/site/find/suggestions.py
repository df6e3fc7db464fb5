"""The list that opens under a search field."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from catalog.models import Credit, Movie, Person
from catalog.poster_urls import poster_url
from nextflex.site.find.film_search import suggestions


@dataclass(frozen=True, slots=True)
class Option:
    """One suggestion. poster: empty for a person."""

    label: str
    note: str
    url: str
    poster: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    label: str
    options: tuple[Option, ...]


_LEADS_TO = {"similar": "pages:similar", "post": "pages:new_post"}


def options(q: str, *, to: str = "") -> list[Group]:
    """Return films and people; with `to`, films only, with links to similar films or to a post."""
    found = suggestions(q)
    films = Group("Films", tuple(_film(one, to=to) for one in found.films))
    people = Group("People", () if to in _LEADS_TO else tuple(map(_person, found.people)))
    return [group for group in (films, people) if group.options]


def _film(movie: Movie, *, to: str) -> Option:
    url = movie.get_absolute_url()
    if to in _LEADS_TO:
        url = f"{reverse(_LEADS_TO[to])}?{urlencode({'film': movie.pk})}"
    made_by = ", ".join(_directors(movie.credits.all()))
    note = " · ".join(filter(None, [str(movie.year or ""), made_by]))
    return Option(movie.title, note, url, poster_url(movie))


def _directors(people: Iterable[Credit]) -> list[str]:
    return [one.person.name for one in people if one.role == Credit.Role.DIRECTOR]


def _person(person: Person) -> Option:
    return Option(person.name, "", person.get_absolute_url())
