"""A rating given on a page, and what it does to the visitor's lists."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from accounts.models import User
from accounts.rating_scale import rated
from catalog.models import Movie
from nextflex.site import visitor
from nextflex.site.for_you.page import Changed, note_change, picked_ids
from nextflex.site.jinja import component
from nextflex.site.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Outcome:
    """visitor: as they are now; changed: what it did to the list For you, None for nothing.

    replaced: the film had been rated, otherwise or as it is now no more.
    """

    visitor: Visitor
    changed: Changed | None
    off_watchlist: bool
    off_unwanted: bool
    movie: Movie
    stars: float | None
    replaced: bool

    @property
    def title(self) -> str:
        return self.movie.title

    @property
    def sentence(self) -> str:
        """What to announce; empty when nothing but the rating changed."""
        if self.changed:
            return " ".join([self.changed.sentence, *self._removals()])
        return " ".join(f"{self.title}: {said}" for said in self._removals())

    @property
    def effects(self) -> str:
        """The same, for a place that has named the film and its rating already."""
        said = [f"Your list: {self.changed.text}."] if self.changed else []
        return " ".join([*said, *self._removals()])

    def _removals(self) -> list[str]:
        lists = []
        if self.off_watchlist:
            lists.append("your watchlist")
        if self.off_unwanted:
            lists.append("“Not interested”")
        return [f"Removed from {' and '.join(lists)}."] if lists else []


def rate(request: HttpRequest, movie: Movie, stars: float | None) -> Outcome:
    """Keep the stars, or take the rating back when there are none; the film's figures are read anew."""
    who = visitor.visitor_of(request)
    before = picked_ids(who)
    if stars is None:
        visitor.unrate(request, movie.pk)
    else:
        visitor.rate(request, movie.pk, stars)
    movie.stats.refresh_from_db()
    after = who.after_rating(movie.pk, stars)
    return Outcome(
        visitor=after,
        changed=note_change(request, movie, before, after),
        off_watchlist=stars is not None and movie.pk in who.watchlist,
        off_unwanted=stars is not None and movie.pk in who.not_interested,
        movie=movie,
        stars=stars,
        replaced=who.stars.get(movie.pk) not in (None, stars),
    )


def notice(request: HttpRequest, outcome: Outcome) -> str:
    """What to say of it elsewhere than beside the film, with a way to undo what it replaced."""
    has_lost = outcome.replaced or outcome.off_watchlist or outcome.off_unwanted
    if not (has_lost and request.user.is_authenticated):
        return outcome.sentence
    return undo_notice(request.user, outcome.movie, outcome.stars, after=outcome.effects)


def undo_notice(user: User, movie: Movie, stars: float | None, *, after: str) -> str:
    """The film's new rating, a button that undoes it, and one more sentence."""
    said = format_html("Removed your rating of <i>{}</i>", movie.title)
    if stars is not None:
        said = format_html("Rated <i>{}</i> {} ★", movie.title, rated(stars, user.rating_scale))
    words = {"said": said, "undo_url": reverse("pages:undo_rating"), "after": after}
    return component("feedback", "undo", **words)
