"""Queries of films with their people, and of films per decade."""

from collections import Counter

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from catalog.models import Credit, Movie, MovieStats, Person
from catalog.name_lists import with_word_lists
from catalog.selectors import films
from nextflex.base.errors import NotFound

_DECADE = 10


def films_in_full(*, with_hidden: bool = False) -> QuerySet[Movie]:
    """Return films with long texts, TMDB's details and credits: two queries for any number."""
    people = Credit.objects.select_related("person")
    found = films(with_hidden=with_hidden).defer(None).select_related("tmdb")
    return found.prefetch_related(Prefetch("credits", people))


def film_for_page(pk: int, *, with_hidden: bool = False) -> tuple[Movie, int]:
    """Return a film of `films_in_full` with names of keywords and languages, and its place.

    place: 1 for the film with the most ratings. Two queries. Raises NotFound.
    """
    more_rated = MovieStats.objects.filter(rating_count__gt=OuterRef("stats__rating_count"))
    counted = more_rated.order_by().annotate(all=Value(1)).values("all").annotate(n=Count("pk"))
    found = with_word_lists(films_in_full(with_hidden=with_hidden))
    place = 1 + Coalesce(Subquery(counted.values("n")), 0)
    movie = found.annotate(place=place).filter(pk=pk).first()
    if movie is None:
        raise NotFound(f"Unknown film {pk}.")
    return movie, movie.place


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
