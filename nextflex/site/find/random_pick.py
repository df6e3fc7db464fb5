"""A good film by chance."""

from random import Random

from catalog.models import Movie
from catalog.selectors import MovieFilter, chart
from nextflex.base.errors import NotFound
from nextflex.site.visitor import Visitor

POOL = 250  # so many of the best rated may come


def random_pick(who: Visitor, genre: str, dice: Random) -> Movie:
    """One of the best rated films that the visitor has not rated, of all where few are rated enough.

    None that they have seen or are not interested in. Raises NotFound when none is left.
    """
    hidden = who.stars.keys() | who.not_recommended
    wanted = MovieFilter(genres=(genre,) if genre else ())
    for name in ("top-rated", "popular"):
        left = chart(name, wanted).exclude(pk__in=hidden)[:POOL]
        if found := list(left):
            return dice.choice(found)
    raise NotFound(f"You have rated every available {genre or 'rated'} film.")
