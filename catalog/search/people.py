"""People by name, as forgiving as the search for films."""

from collections.abc import Sequence

from django.db.models import Count, QuerySet

from catalog.models import Movie, Person, SearchUse
from catalog.search.query import Search, search_for
from catalog.search.tokens import word_key, words_of

_CANDIDATES = 300


def people_named(q: str, *, limit: int) -> Sequence[Person]:
    """Those whose name has all the words, or words near them; who has most credits first, then by name.

    They are looked for among the people of the films that the words lead to. Three queries at most for
    any text; nothing for one without a word.
    """
    search = search_for(q, place=SearchUse.Place.PERSON)
    films = search.found(Movie.objects.shown().order_by(), place=SearchUse.Place.PERSON)
    known: QuerySet[Person] = Person.objects.filter(credits__movie__in=films.values("pk"))
    ranked = known.annotate(made=Count("credits")).order_by("-made", "name", "pk")
    return [one for one in ranked[:_CANDIDATES] if _is_meant(one, search)][:limit]


def _is_meant(person: Person, search: Search) -> bool:
    keys = set(map(word_key, words_of([person.name])))
    return all(keys & group for group in search.groups)
