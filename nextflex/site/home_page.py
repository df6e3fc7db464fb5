"""What the home page shows: to a stranger what to rate, to a known visitor what to watch."""

from collections.abc import Sequence

from django.urls import reverse

from catalog.models import Movie
from catalog.poster_urls import subject_of
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
    own = [_for_you(cards[1 + _ALSO :], who), *_because(who)] if cards else []
    own.append(_watchlist(who))
    return {
        "lead": cards[0] if cards else None,
        "palette": _palette([one.movie for one in picks]),
        "also": cards[1 : 1 + _ALSO],
        "shelves": [shelf for shelf in own if shelf.cards]
        + [charts.shelf(name, who) for name in charts.TITLES],
        "to_rate": _to_rate(who),
        "greeting_name": name,
        "visitor": who,
        "wanted": max(WANTED_RATINGS - who.rating_count, 0),
    }


def _palette(picked: list[Movie]) -> str:
    """The light of the film that stands first; a guest sees the first of the first chart."""
    first = picked[:1] or list(chart_of("trending", EVERYTHING)[:1])
    return palette_of(subject_of(first[0])) if first else ""


def _for_you(cards: tuple[Card, ...], who: Visitor) -> Shelf:
    films = "your rating" if who.rating_count == 1 else f"your {who.rating_count} ratings"
    return Shelf(
        slug="for-you",
        title="For you",
        why=f"Based on {films}",
        cards=cards,
        url=reverse("pages:for_you"),
    )


def _because(who: Visitor) -> list[Shelf]:
    """Films like the one that they liked last."""
    liked = [one for one in who.history if one.stars >= _LIKED_STARS]
    movies = in_order([liked[-1].movie_id]) if liked else []
    if not movies:
        return []
    hidden = who.stars.keys() | who.not_recommended
    found = similar(movies[0], by="ratings", limit=_SHELF + len(hidden)).results
    unseen = [one for one in found if one.movie.pk not in hidden][:_SHELF]
    return [
        Shelf(
            slug="because",
            title="Because you rated",
            film=movies[0].title,
            why=f"You rated it {liked[-1].stars:g}. Fans of this film also liked",
            cards=_plain(unseen),
            url=movies[0].get_absolute_url() + "?similar=ratings#similar",
        )
    ]


def _watchlist(who: Visitor) -> Shelf:
    newest_first = [*who.watchlist][: -_SHELF - 1 : -1]
    return Shelf(
        slug="watchlist",
        title="Watchlist",
        why="Recently added first",
        cards=cards_of(in_order(newest_first), who.stars),
        url=reverse("pages:watchlist"),
    )


def _plain(results: Sequence[RecommendedMovie]) -> tuple[Card, ...]:
    return cards_of([one.movie for one in results], {})


def _to_rate(who: Visitor) -> tuple[Card, ...]:
    """Well-known films that they may have seen, while there are few ratings to go by."""
    if who.rating_count >= _ENOUGH_RATINGS:
        return ()
    known = chart_of("popular", EVERYTHING).exclude(pk__in=who.stars.keys() | who.not_recommended)
    return cards_of(known[:_TO_RATE], {})
