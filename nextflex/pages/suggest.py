"""What somebody may mean while they still type."""

from dataclasses import dataclass

from django.db.models import Count

from catalog.models import Movie, Person
from catalog.normal import normalised
from catalog.selectors import MovieFilter, matching, ordered

_PEOPLE = 4


@dataclass(frozen=True, slots=True)
class Suggestions:
    films: tuple[Movie, ...]
    people: tuple[Person, ...]


def suggestions(q: str, limit: int = 8) -> Suggestions:
    """The films and people that fit best, best first; nothing for a text without a word."""
    if not normalised(q):
        return Suggestions((), ())
    films = ordered(matching(MovieFilter(q=q)), ordering="relevance", q=q)
    return Suggestions(tuple(films.prefetch_related("credits__person")[:limit]), people(q))


def people(q: str, limit: int = _PEOPLE) -> tuple[Person, ...]:
    """Those whose name starts so, who made most films first."""
    name = " ".join(q.split())
    if not normalised(name):
        return ()
    found = Person.objects.filter(name__istartswith=name)
    return tuple(found.annotate(made=Count("credits")).order_by("-made", "name", "id")[:limit])
