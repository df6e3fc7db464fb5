"""Look films up by title."""

from django.db.models import QuerySet

from catalog.models import Movie
from catalog.normalisation import normalised
from catalog.selectors import MovieFilter, matching, ordered
from nextflex.base.errors import NotFound

_SUGGESTIONS = 5


def films_titled(title: str, year: int | None = None) -> QuerySet[Movie]:
    """Return films with this title but for case, accents and punctuation; the most rated first."""
    found = matching(MovieFilter(q=title, year_min=year, year_max=year))
    words = normalised(title)
    whole = found.filter(search_text__contains=f"|{words}|") if words else found.none()
    return ordered(whole, ordering="popularity")


def film_by_title(title: str, year: int | None = None) -> Movie:
    """Return the most rated film with this title.

    Raises NotFound, with films with the same words in their titles, when there is none.
    """
    movie = films_titled(title, year).first()
    if movie is None:
        found = matching(MovieFilter(q=title, year_min=year, year_max=year))
        near = ordered(found, ordering="relevance")[:_SUGGESTIONS]
        hint = f" Did you mean {', '.join(map(str, near))}?" if near else ""
        raise NotFound(
            f"No film found with the title {title!r}{f' from {year}' if year else ''}.{hint}"
        )
    return movie
