"""The films that a newcomer is asked about, each in its place until they have not seen it."""

from dataclasses import dataclass, replace

from django.http import HttpRequest

from catalog.models import Movie
from catalog.selectors import in_order
from nextflex.pages.cards import cards_of
from nextflex.pages.home_page import WANTED_RATINGS
from nextflex.pages.visitor import Visitor
from recommender.selectors import films_to_ask

LENGTH = 10
_MOST_UNSEEN = 200  # the newest are kept; a session is read at every request
_SESSION_KEY = "start"


@dataclass(frozen=True, slots=True)
class Round:
    """films: those on the page, in their places; unseen: those that made room for others."""

    films: tuple[Movie, ...] = ()
    unseen: tuple[int, ...] = ()


def round_of(request: HttpRequest, who: Visitor) -> Round:
    """Where the visitor stands. What they listed elsewhere meanwhile made room for other films."""
    kept = request.session.get(_SESSION_KEY, {})
    return _filled(tuple(kept.get("films", ())), tuple(kept.get("unseen", ())), who)


def keep(request: HttpRequest, asked: Round) -> None:
    """For the next page, so that the films that are rated stay in their places."""
    request.session[_SESSION_KEY] = {
        "films": [movie.pk for movie in asked.films],
        "unseen": asked.unseen[-_MOST_UNSEEN:],
    }


def without(asked: Round, movie_id: int, who: Visitor) -> Round:
    """With the next best film in the place of one that they have not seen."""
    films = tuple(movie.pk for movie in asked.films)
    return _filled(films, (*asked.unseen, movie_id), who)


def next_round(asked: Round) -> Round:
    """With other films; what was not seen does not come again."""
    return replace(asked, films=())


def context(asked: Round, who: Visitor) -> dict[str, object]:
    cards = cards_of(asked.films, who.stars)
    answered = sum(card.mine is not None for card in cards)
    return {
        "cards": cards,
        "answered": answered,
        "is_done": answered == len(cards),
        "visitor": who,
        "wanted": max(WANTED_RATINGS - who.rating_count, 0),
    }


def _filled(films: tuple[int, ...], unseen: tuple[int, ...], who: Visitor) -> Round:
    hidden = {*unseen, *who.watchlist, *who.not_recommended}
    there = {movie.pk: movie for movie in in_order(pk for pk in films if pk not in hidden)}
    places: list[Movie | None] = [there.get(movie_id) for movie_id in films]
    places += [None] * (LENGTH - len(places))
    fresh = iter(_next_best(places.count(None), hidden, who, asked=[*there]))
    filled = (movie or next(fresh, None) for movie in places)
    return Round(tuple(movie for movie in filled if movie), unseen)


def _next_best(n: int, hidden: set[int], who: Visitor, *, asked: list[int]) -> list[Movie]:
    if not n:
        return []
    found = films_to_ask(who.history, limit=n, without=hidden, asked=asked)
    return [one.movie for one in found.results]
