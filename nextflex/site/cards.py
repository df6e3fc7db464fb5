"""Films as the templates show them: one kind of card for all lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from catalog.models import Movie
from catalog.poster_urls import poster_url
from catalog.posters import PosterSubject
from nextflex.site.visitor import Visitor
from recommender.explained import MovieExplanation, RecommendedMovie


@dataclass(frozen=True, slots=True)
class Because:
    """A rated film that explains a recommendation."""

    title: str
    url: str
    stars: float


@dataclass(frozen=True, slots=True)
class Card:
    """mine: the visitor's stars; prediction: the model's; move: "", "new", "up", "down" or "same".

    days: on which the visitor watched it, latest first; gone: a film that was taken out of the list a
    moment ago; its place offers to undo that.
    """

    id: int
    title: str
    year: int | None
    url: str
    poster: str
    genres: tuple[str, ...]
    mean: float | None
    count: int
    mine: float | None = None
    prediction: float | None = None
    because: tuple[Because, ...] = ()
    traits: tuple[str, ...] = ()
    rank: int | None = None
    move: str = ""
    places: int = 0
    rated_at: object = None
    added_at: object = None
    days: tuple[date, ...] = ()
    on_watchlist: bool = False
    gone: bool = False
    note: str = ""

    @property
    def subject(self) -> PosterSubject:
        """The data of a drawn poster, which decides a page's colours, too."""
        return PosterSubject(self.id, self.title, self.year, self.genres)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A row of films with its title and reason. film: the title in "Because you rated …"."""

    slug: str
    title: str
    why: str
    cards: tuple[Card, ...]
    url: str = ""
    url_label: str = "See all"
    film: str = ""
    ranked: bool = False
    empty: str = ""


def card_of(movie: Movie, *, mine: float | None = None, rank: int | None = None) -> Card:
    return Card(
        id=movie.pk,
        title=movie.title,
        year=movie.year,
        url=movie.get_absolute_url(),
        poster=poster_url(movie),
        genres=movie.genre_names,
        mean=movie.stats.rating_mean,
        count=movie.stats.rating_count,
        mine=mine,
        rank=rank,
    )


def cards_of(
    movies: Iterable[Movie], mine: Mapping[int, float], *, ranked_from: int | None = None
) -> tuple[Card, ...]:
    """Return one card per film; ranked_from: the first card's number in a chart."""
    return tuple(
        card_of(
            movie,
            mine=mine.get(movie.pk),
            rank=None if ranked_from is None else ranked_from + place,
        )
        for place, movie in enumerate(movies)
    )


def picks_of(results: Iterable[RecommendedMovie], who: Visitor) -> tuple[Card, ...]:
    """Return cards with explanations, and with the predicted rating where the model makes one."""
    mine = who.stars
    return tuple(
        replace(
            card_of(one.movie, mine=mine.get(one.movie.pk)),
            prediction=one.predicted_rating,
            because=because_of(one.because),
            traits=one.in_words(who.rating_scale),
            on_watchlist=one.movie.pk in who.watchlist,
        )
        for one in results
    )


def because_of(reasons: Iterable[MovieExplanation]) -> tuple[Because, ...]:
    return tuple(
        Because(one.movie.title, one.movie.get_absolute_url(), one.stars) for one in reasons
    )


def with_moves(cards: tuple[Card, ...], before: tuple[int, ...]) -> tuple[Card, ...]:
    """Mark how each film moved since the list whose ids `before` holds, best first."""
    places = {movie_id: place for place, movie_id in enumerate(before)}
    moved = []
    for place, card in enumerate(cards):
        if card.id not in places:
            moved.append(replace(card, move="new"))
            continue
        by = places[card.id] - place
        move = "up" if by > 0 else "down" if by < 0 else "same"
        moved.append(replace(card, move=move, places=abs(by)))
    return tuple(moved)


def change_in_words(before: tuple[int, ...], after: tuple[int, ...]) -> str:
    """Describe how a list changed, such as "2 new films, 3 moved up"; empty when it did not."""
    places = {movie_id: place for place, movie_id in enumerate(before)}
    new = sum(movie_id not in places for movie_id in after)
    up = sum(places.get(movie_id, -1) > place for place, movie_id in enumerate(after))
    parts = []
    if new:
        parts.append(f"{new} new film{'s' if new > 1 else ''}")
    if up:
        parts.append(f"{up} moved up")
    return ", ".join(parts)
