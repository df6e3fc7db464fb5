"""The films of the start page; each keeps its place until the visitor says "not seen"."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from django.http import HttpRequest

from catalog.models import Movie
from catalog.selectors import in_order
from nextflex.site import visitor
from nextflex.site.cards import cards_of
from nextflex.site.home_page import WANTED_RATINGS
from nextflex.site.visitor import Visitor
from recommender.selectors import films_to_ask
from uploads import onboarding
from uploads.onboarding import Places

LENGTH = 10


@dataclass(frozen=True, slots=True)
class Round:
    """films: those on the page; kept and places: their ids by place, as stored and as shown."""

    films: tuple[Movie, ...]
    kept: Places
    places: Places


def round_of(request: HttpRequest, who: Visitor) -> Round:
    """Return the visitor's current round.

    Listed films, and films rated before the round began, are replaced by others.
    """
    row = visitor.onboarding_round(request)
    if row is None:
        return _filled((), hidden=who.not_recommended | who.watchlist.keys(), who=who)
    begun_s = int(row.begun_at.timestamp())
    rated_before = {one.movie_id for one in who.history if one.at_s < begun_s}
    hidden = {*row.unseen, *who.watchlist, *who.not_recommended, *rated_before}
    return _filled(tuple(row.films), hidden=hidden, who=who)


def keep(request: HttpRequest, asked: Round) -> None:
    """Store the places, so that rated films keep theirs on the next page."""
    if asked.places != asked.kept:
        with visitor.giver_of(request) as giver:
            onboarding.place_films(giver, before=asked.kept, after=asked.places)


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


def _filled(kept: Places, *, hidden: AbstractSet[int], who: Visitor) -> Round:
    kept = (*kept, *[None] * (LENGTH - len(kept)))
    wanted = [movie_id for movie_id in kept if movie_id is not None and movie_id not in hidden]
    there = {movie.pk: movie for movie in in_order(wanted)}
    free = sum(movie_id not in there for movie_id in kept)
    fresh = iter(_next_best(free, hidden, who, asked=[*there]))
    films = [there.get(movie_id or 0) or next(fresh, None) for movie_id in kept]
    places = tuple(movie.pk if movie else None for movie in films)
    return Round(tuple(movie for movie in films if movie), kept, places)


def _next_best(n: int, hidden: AbstractSet[int], who: Visitor, *, asked: list[int]) -> list[Movie]:
    if not n:
        return []
    found = films_to_ask(who.history, limit=n, without=hidden, asked=asked)
    return [one.movie for one in found.results]
