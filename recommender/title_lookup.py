"""Which film a title means."""

from catalog.models import Movie
from catalog.normal import normalised
from catalog.selectors import MovieFilter, matching, ordered
from nextflex.errors import NotFound

_SUGGESTIONS = 5


def film_by_title(title: str, year: int | None = None) -> Movie:
    """The film with this title, case, accents and punctuation aside; of several, the most rated.

    Raises NotFound, with films whose titles hold the same words, when there is none.
    """
    words = normalised(title)
    found = matching(MovieFilter(q=title, year_min=year, year_max=year))
    whole = found.filter(search_text__contains=f"|{words}|")
    movie = ordered(whole, ordering="popularity").first() if words else None
    if movie is None:
        near = ordered(found, ordering="relevance")[:_SUGGESTIONS]
        hint = f" Did you mean {', '.join(map(str, near))}?" if near else ""
        raise NotFound(f"There is no film {title!r}{f' of {year}' if year else ''}.{hint}")
    return movie
