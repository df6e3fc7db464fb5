"""Search people by name, with the same tolerance as films."""

from collections.abc import Sequence

from django.db.models import Count, QuerySet

from catalog.models import Movie, Person, SearchUse
from catalog.search.query import Search, search_for
from catalog.search.tokens import word_key, words_of

_CANDIDATES = 300


def people_named(q: str, *, limit: int) -> Sequence[Person]:
    """Return people with all the words, or similar ones, in their name; most credits first, then name.

    The search covers the people of the films that the words lead to. It takes three queries at most for
    any text, and returns nothing for a text without words.
    """
    search = search_for(q, place=SearchUse.Place.PERSON)
    films = search.found(Movie.objects.shown().order_by(), place=SearchUse.Place.PERSON)
    known: QuerySet[Person] = Person.objects.filter(credits__movie__in=films.values("pk"))
    ranked = known.annotate(made=Count("credits")).order_by("-made", "name", "pk")
    return [one for one in ranked[:_CANDIDATES] if _is_meant(one, search)][:limit]


def _is_meant(person: Person, search: Search) -> bool:
    keys = set(map(word_key, words_of([person.name])))
    return all(keys & group for group in search.groups)
