"""Rating a film on a page, and the effect on the visitor's lists."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from accounts.models import User
from accounts.rating_scale import rated
from catalog.models import Movie
from catalog.selectors import require_shown
from nextflex.site import visitor
from nextflex.site.for_you.page import Changed, change_by
from nextflex.site.jinja import component
from nextflex.site.visitor import Visitor
from recommender.explained import RecommendedMovie
from recommender.selectors import film_with_prediction


@dataclass(frozen=True, slots=True)
class Outcome:
    """visitor and movie: as they are now; changed: the effect on the list For you, None for none.

    replaced: the film had another rating before, or has none any more.
    """

    visitor: Visitor
    changed: Changed | None
    off_watchlist: bool
    off_unwanted: bool
    movie: Movie
    prediction: RecommendedMovie | None
    stars: float | None
    replaced: bool

    @property
    def title(self) -> str:
        return self.movie.title

    @property
    def sentence(self) -> str:
        """The message; empty when nothing but the rating changed."""
        if self.changed:
            return " ".join([self.changed.sentence, *self._removals()])
        return " ".join(f"{self.title}: {said}" for said in self._removals())

    @property
    def effects(self) -> str:
        """The same, without the film and its rating."""
        said = [f"Your list: {self.changed.text}."] if self.changed else []
        return " ".join([*said, *self._removals()])

    def _removals(self) -> list[str]:
        lists = []
        if self.off_watchlist:
            lists.append("your watchlist")
        if self.off_unwanted:
            lists.append("“Not interested”")
        return [f"Removed from {' and '.join(lists)}."] if lists else []


def rate(request: HttpRequest, movie_id: int, stars: float | None) -> Outcome:
    """Store the rating, or remove it when `stars` is None. Raises NotFound for an unknown film.

    The film is read once, after the rating has changed its figures.
    """
    who = visitor.visitor_of(request)
    if stars is None:
        require_shown(movie_id)
        visitor.unrate(request, movie_id)
    else:
        visitor.rate(request, movie_id, stars)
    after = who.after_rating(movie_id, stars)
    movie, prediction = film_with_prediction(after.history, movie_id)
    return Outcome(
        visitor=after,
        changed=change_by(movie, before=who, after=after),
        off_watchlist=stars is not None and movie_id in who.watchlist,
        off_unwanted=stars is not None and movie_id in who.not_interested,
        movie=movie,
        prediction=prediction,
        stars=stars,
        replaced=who.stars.get(movie_id) not in (None, stars),
    )


def notice(request: HttpRequest, outcome: Outcome) -> str:
    """Return the message for another page, with an undo button if something was replaced."""
    has_lost = outcome.replaced or outcome.off_watchlist or outcome.off_unwanted
    if not (has_lost and request.user.is_authenticated):
        return outcome.sentence
    return undo_notice(request.user, outcome.movie, outcome.stars, after=outcome.effects)


def undo_notice(user: User, movie: Movie, stars: float | None, *, after: str) -> str:
    """Return a message with the new rating, an undo button, and one more sentence."""
    said = format_html("Removed your rating of <i>{}</i>", movie.title)
    if stars is not None:
        said = format_html("Rated <i>{}</i> {} ★", movie.title, rated(stars, user.rating_scale))
    words = {"said": said, "undo_url": reverse("pages:undo_rating"), "after": after}
    return component("feedback", "undo", **words)
