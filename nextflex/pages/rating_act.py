"""A rating given on a page, and what it does to the visitor's list."""

from django.http import HttpRequest

from catalog.models import Movie
from nextflex.pages import visitor
from nextflex.pages.for_you_page import Changed, note_change, picked_ids


def rate(request: HttpRequest, movie: Movie, stars: float | None) -> Changed | None:
    """Keep the stars, or take the rating back when there are none; the film's figures are read anew.

    None when the list stays as it was.
    """
    before = picked_ids(visitor.visitor_of(request))
    if stars is None:
        visitor.unrate(request, movie.pk)
    else:
        visitor.rate(request, movie.pk, stars)
    movie.stats.refresh_from_db()
    return note_change(request, movie, before, visitor.visitor_of(request))
