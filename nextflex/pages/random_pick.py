"""A good film by chance."""

from random import Random

from catalog.models import Movie
from catalog.selectors import MovieFilter, chart
from nextflex.errors import NotFound
from nextflex.pages.visitor import Visitor

POOL = 250  # so many of the best rated may come


def random_pick(who: Visitor, genre: str, dice: Random) -> Movie:
    """One of the best rated films that the visitor has not rated, of all where few are rated enough.

    Raises NotFound when they have rated every one that anybody has.
    """
    wanted = MovieFilter(genres=(genre,) if genre else ())
    for name in ("top-rated", "popular"):
        unrated = chart(name, wanted).exclude(pk__in=list(who.stars))[:POOL]
        if found := list(unrated):
            return dice.choice(found)
    raise NotFound(f"There is no {genre or 'rated'} film left that you have not rated.")
