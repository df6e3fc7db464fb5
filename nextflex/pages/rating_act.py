"""A rating given on a page, and what it does to the visitor's lists."""

from dataclasses import dataclass

from django.http import HttpRequest

from catalog.models import Movie
from nextflex.pages import visitor
from nextflex.pages.for_you_page import Changed, note_change, picked_ids


@dataclass(frozen=True, slots=True)
class Outcome:
    """changed: what it did to the list For you; None when that stayed as it was."""

    changed: Changed | None
    off_watchlist: bool
    title: str

    @property
    def sentence(self) -> str:
        """Empty when nothing happened but the rating."""
        said = [self.changed.sentence] if self.changed else []
        if self.off_watchlist:
            said.append(f"{self.title} is off your watchlist, as you have seen it.")
        return " ".join(said)


def rate(request: HttpRequest, movie: Movie, stars: float | None) -> Outcome:
    """Keep the stars, or take the rating back when there are none; the film's figures are read anew."""
    who = visitor.visitor_of(request)
    before = picked_ids(who)
    if stars is None:
        visitor.unrate(request, movie.pk)
    else:
        visitor.rate(request, movie.pk, stars)
    movie.stats.refresh_from_db()
    return Outcome(
        changed=note_change(request, movie, before, visitor.visitor_of(request)),
        off_watchlist=stars is not None and movie.pk in who.watchlist,
        title=movie.title,
    )
