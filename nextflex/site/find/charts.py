"""The charts as shelves and as pages of their own."""

from urllib.parse import urlencode

from django.urls import reverse

from catalog.selectors import MovieFilter
from catalog.services import chart_basis
from catalog.weighted import COUNT_QUANTILE
from nextflex.site.cards import Card, Shelf, cards_of
from nextflex.site.visitor import Visitor
from recommender.core.data.decay import HALF_LIFE_DAYS
from recommender.selectors import chart as chart_of

SHELF_LENGTH = 14
PAGE_LENGTH = 100
TITLES = {
    "trending": "Trending",
    "popular": "Popular",
    "latest": "Latest",
    "top-rated": "Top rated",
}
WHY = {
    "trending": f"Most rated recently ({HALF_LIFE_DAYS:.0f}-day half-life)",
    "popular": "Most rated overall",
    "latest": "Newest releases, most rated first",
    "top-rated": "Weighted average: films with few ratings rank lower",
}
_RANKED = {"popular", "top-rated"}
_FORMULA = "score = v / (v + m) × R + m / (v + m) × C"


def cards(
    name: str, *, limit: int, genre: str = "", mine: dict[int, float] | None = None
) -> tuple[Card, ...]:
    wanted = MovieFilter(genres=(genre,) if genre else ())
    results = chart_of(name, limit=limit, wanted=wanted).results
    ranked_from = 1 if name in _RANKED else None
    return cards_of([one.movie for one in results], mine or {}, ranked_from=ranked_from)


def shelf(name: str, who: Visitor, *, genre: str = "") -> Shelf:
    return Shelf(
        slug=name,
        title=TITLES[name],
        why=WHY[name],
        cards=cards(name, limit=SHELF_LENGTH, genre=genre, mine=who.stars),
        url=address(name, genre),
        url_label="Full chart",
        ranked=name in _RANKED,
        empty="No films have been rated yet.",
    )


def address(name: str, genre: str) -> str:
    query = f"?{urlencode({'genre': genre})}" if genre else ""
    return reverse("pages:chart", args=[name]) + query


def context(name: str, genre: str, who: Visitor) -> dict[str, object]:
    links = [
        (title, reverse("pages:chart", args=[other]), other == name)
        for other, title in TITLES.items()
    ]
    return {
        "title": TITLES[name],
        "why": WHY[name],
        "formula": _FORMULA if name == "top-rated" else "",
        "variables": _variables() if name == "top-rated" else (),
        "cards": cards(name, limit=PAGE_LENGTH, genre=genre, mine=who.stars),
        "chart_links": links,
    }


def _variables() -> tuple[str, ...]:
    """The variables of the formula, each with its meaning."""
    basis = chart_basis()
    return (
        "v: number of ratings of the film",
        "R: its average rating",
        f"C: average rating of all {basis.rated_films:,} rated films ({basis.mean_rating:.2f})",
        f"m: number of ratings that {1 - COUNT_QUANTILE:.0%} of films reach ({basis.least_count:g})",
    )
