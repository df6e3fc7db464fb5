"""Add single films, proposed by users rather than imported from data sets."""

from django.db import transaction

from catalog.models import Movie, MovieStats
from catalog.normalisation import normalised
from catalog.search.index import index_films

_ARTICLES = ("the", "a", "an")


def films_of_name(title: str, year: int | None) -> list[Movie]:
    """Return films with this title but for case, accents and punctuation; of any year without one."""
    words = normalised(title)
    if not words:
        return []
    found = Movie.objects.filter(search_text__contains=f"|{words}|")
    return list(found.filter(year=year) if year else found)


@transaction.atomic
def add_film(title: str, year: int | None) -> Movie:
    """Create a film with its figures and index it. The caller has checked that it does not exist yet."""
    movie = Movie(title=title, sort_title=sort_title_of(title), year=year)
    movie.set_search_text()
    movie.save()
    MovieStats.objects.create(movie=movie)
    index_films([movie.pk])
    return movie


def sort_title_of(title: str) -> str:
    """Move an English article to the end; other languages' articles are not recognised reliably."""
    article, _, rest = title.partition(" ")
    return f"{rest}, {article}" if rest and article.lower() in _ARTICLES else title
