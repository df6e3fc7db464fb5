"""Queries of films with their people, and of films per decade."""

from collections import Counter

from django.db.models import Count, Prefetch, QuerySet

from catalog.models import Credit, Movie, Person
from catalog.selectors import films

_DECADE = 10


def films_in_full(*, with_hidden: bool = False) -> QuerySet[Movie]:
    """Return films with everything that their own page shows: five queries for any number."""
    people = Credit.objects.select_related("person")
    return (
        films(with_hidden=with_hidden)
        .defer(None)
        .select_related("tmdb")
        .prefetch_related(Prefetch("credits", people), "keywords", "languages")
    )


def credits_of(person: Person) -> QuerySet[Credit]:
    """Return the person's credits, newest films first; two queries."""
    shown = person.credits.filter(movie__is_hidden=False)
    made = shown.select_related("movie__stats").prefetch_related("movie__genres")
    return made.order_by("-movie__year", "movie__sort_title", "id")


def films_by_decade(genre: str) -> list[tuple[int, int]]:
    """Return (1990, films of 1990 to 1999) from the first decade with films to the last, no gaps."""
    dated = Movie.objects.shown().filter(genres__name=genre, year__isnull=False)
    counts: Counter[int] = Counter()
    for year, number in dated.order_by().values_list("year").annotate(Count("pk")):
        counts[year // _DECADE * _DECADE] += number
    if not counts:
        return []
    return [(decade, counts[decade]) for decade in range(min(counts), max(counts) + 1, _DECADE)]
