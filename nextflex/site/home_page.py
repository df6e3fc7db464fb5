"""The context of the home page: films to rate for new visitors, films to watch for others."""

from collections.abc import Sequence

from django.urls import reverse

from catalog.models import Movie
from catalog.posters import palette_of
from catalog.selectors import EVERYTHING, in_order
from catalog.selectors import chart as chart_of
from nextflex.site.cards import Card, Shelf, cards_of, picks_of
from nextflex.site.find import charts
from nextflex.site.for_you.form import SITE_CONTROLS
from nextflex.site.visitor import Visitor
from recommender.selectors import RecommendedMovie, recommendations, similar

WANTED_RATINGS = 3
_ENOUGH_RATINGS = 5
_SHELF = 14
_TO_RATE = 6
_ALSO = 3
_LIKED_STARS = 4.0


def context(who: Visitor, name: str) -> dict[str, object]:
    picks = (
        recommendations(who.request(limit=1 + _ALSO + _SHELF, controls=SITE_CONTROLS)).results
        if who.history
        else ()
    )
    cards = picks_of(picks, who)
    newest_first = [*who.watchlist][: -_SHELF - 1 : -1]
    liked = [one for one in who.history if one.stars >= _LIKED_STARS][-1:] if cards else []
    rows = {one.pk: one for one in in_order([*newest_first, *(one.movie_id for one in liked)])}
    own = [_for_you(cards[1 + _ALSO :], who)] if cards else []
    own += [_because(rows[one.movie_id], one.stars, who) for one in liked if one.movie_id in rows]
    own.append(_watchlist([rows[one] for one in newest_first if one in rows], who))
    of_charts = [charts.shelf(name, who) for name in charts.TITLES]
    first = [*cards, *of_charts[0].cards][:1]  # a guest sees the first of the first chart
    return {
        "lead": cards[0] if cards else None,
        "palette": palette_of(first[0].subject) if first else "",
        "also": cards[1 : 1 + _ALSO],
        "shelves": [*(shelf for shelf in own if shelf.cards), *of_charts],
        "to_rate": _to_rate(who),
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


def _because(movie: Movie, stars: float, who: Visitor) -> Shelf:
    """Return films similar to one that they liked."""
    hidden = who.stars.keys() | who.not_recommended
    found = similar(movie, by="ratings", limit=_SHELF + len(hidden)).results
    unseen = [one for one in found if one.movie.pk not in hidden][:_SHELF]
    return Shelf(
        slug="because",
        title="Because you rated",
        film=movie.title,
        why=f"You rated it {stars:g}. Fans of this film also liked",
        cards=_plain(unseen),
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


def _plain(results: Sequence[RecommendedMovie]) -> tuple[Card, ...]:
    return cards_of([one.movie for one in results], {})


def _to_rate(who: Visitor) -> tuple[Card, ...]:
    """Return well-known films to rate, for visitors with few ratings."""
    if who.rating_count >= _ENOUGH_RATINGS:
        return ()
    known = chart_of("popular", EVERYTHING).exclude(pk__in=who.stars.keys() | who.not_recommended)
    return cards_of(known[:_TO_RATE], {})
