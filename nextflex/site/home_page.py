"""The context of the home page: films to rate for new visitors, films to watch for others."""

from collections.abc import Sequence
from dataclasses import replace

from django.urls import reverse

from catalog.models import Movie
from catalog.posters import palette_of
from catalog.selectors import EVERYTHING, in_order
from catalog.selectors import chart as chart_of
from nextflex.site.cards import Card, Shelf, cards_of, picks_of
from nextflex.site.find import charts
from nextflex.site.for_you.form import SITE_CONTROLS
from nextflex.site.visitor import Visitor
from recommender.core.data.interface import RecommendationRequest
from recommender.explained import RecommendedMovie
from recommender.selectors import recommendations, recommendations_and_similar

WANTED_RATINGS = 3
_ENOUGH_RATINGS = 5
_SHELF = 14
_TO_RATE = 6
_ALSO = 3
_LIKED_STARS = 4.0


def context(who: Visitor, name: str) -> dict[str, object]:
    picks, others = _own_lists(who)
    cards = picks_of(picks, who)
    own = [_for_you(cards[1 + _ALSO :], who), *others] if cards else others
    of_charts = {name: charts.shelf(name, who) for name in charts.TITLES}
    first = [*cards, *of_charts["trending"].cards][:1]  # guests have no cards of their own
    return {
        "lead": cards[0] if cards else None,
        "palette": palette_of(first[0].subject) if first else "",
        "also": cards[1 : 1 + _ALSO],
        "shelves": [*(shelf for shelf in own if shelf.cards), *of_charts.values()],
        "to_rate": _to_rate(of_charts["popular"].cards, who),
        "greeting_name": name,
        "visitor": who,
        "wanted": max(WANTED_RATINGS - who.rating_count, 0),
    }


def _for_you(cards: tuple[Card, ...], who: Visitor) -> Shelf:
    films = "your rating" if who.rating_count == 1 else f"your {who.rating_count} ratings"
    return Shelf(
        slug="for-you",
        title="For you",
        why=f"Based on {films}",
        cards=cards,
        url=reverse("pages:for_you"),
    )


def _own_lists(who: Visitor) -> tuple[Sequence[RecommendedMovie], list[Shelf]]:
    """Return recommendations; and films similar to the last liked one, and the watchlist. One query."""
    newest_first = [*who.watchlist][: -_SHELF - 1 : -1]
    wanted = who.request(limit=1 + _ALSO + _SHELF, controls=SITE_CONTROLS)
    liked = next((one for one in reversed(who.history) if one.stars >= _LIKED_STARS), None)
    if liked is None:
        picks = recommendations(wanted).results if who.history else ()
        return picks, [_watchlist(in_order(newest_first), who)]
    hidden = who.stars.keys() | who.not_recommended
    own, near, rows = recommendations_and_similar(
        wanted,
        liked.movie_id,
        by="ratings",
        beside=RecommendationRequest(limit=_SHELF, without=hidden),
        also=[liked.movie_id, *newest_first],
    )
    watchlist = _watchlist([rows[one] for one in newest_first if one in rows], who)
    if liked.movie_id not in rows:
        return own.results, [watchlist]
    return own.results, [_because(rows[liked.movie_id], liked.stars, near.results), watchlist]


def _because(movie: Movie, stars: float, found: Sequence[RecommendedMovie]) -> Shelf:
    return Shelf(
        slug="because",
        title="Because you rated",
        film=movie.title,
        why=f"You rated it {stars:g}. Fans of this film also liked",
        cards=cards_of([one.movie for one in found], {}),
        url=movie.get_absolute_url() + "?similar=ratings#similar",
    )


def _watchlist(movies: list[Movie], who: Visitor) -> Shelf:
    return Shelf(
        slug="watchlist",
        title="Watchlist",
        why="Recently added first",
        cards=cards_of(movies, who.stars),
        url=reverse("pages:watchlist"),
    )


def _to_rate(known: tuple[Card, ...], who: Visitor) -> tuple[Card, ...]:
    """Return well-known films to rate, for visitors with few ratings."""
    if who.rating_count >= _ENOUGH_RATINGS:
        return ()
    hidden = who.stars.keys() | who.not_recommended
    new = tuple(replace(one, rank=None) for one in known if one.id not in hidden)[:_TO_RATE]
    if len(new) < min(_TO_RATE, len(known)):
        more = chart_of("popular", EVERYTHING).exclude(pk__in=hidden)
        new = cards_of(more[:_TO_RATE], {})
    return new
