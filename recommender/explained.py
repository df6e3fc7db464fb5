"""Recommended films with their explanations and the catalogue's rows."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from accounts.models.user import RatingScale
from accounts.rating_scale import predicted_stars
from catalog import selectors as catalog
from catalog.models import Movie, MovieStats
from recommender.core.data.interface import Recommendation, RecommendationRequest

Ask = Callable[[RecommendationRequest], list[Recommendation]]


@dataclass(frozen=True, slots=True)
class MovieExplanation:
    """A rated film that explains a recommendation."""

    movie: Movie
    stars: float
    share: float


@dataclass(frozen=True, slots=True)
class RecommendedMovie:
    """One film of a list, with its explanation: rated films or traits.

    Where neither is known, its mean rating by all users explains it. score: None where the model does
    not score the film.
    """

    movie: Movie
    score: float | None
    predicted_rating: float | None
    predicted_spread: float | None
    because: tuple[MovieExplanation, ...] = ()
    traits: tuple[str, ...] = ()

    def in_words(self, scale: int = RatingScale.FIVE) -> tuple[str, ...]:
        """Return its traits, or its mean rating by all users on this scale."""
        if self.because or self.traits:
            return self.traits
        return (_rating_summary(self.movie.stats, scale),)


@dataclass(frozen=True, slots=True)
class Recommendations:
    """A list, best first, with its model and version; "live" for a chart."""

    model: str
    version: str
    results: tuple[RecommendedMovie, ...]


def filled(ask: Ask, request: RecommendationRequest) -> tuple[RecommendedMovie, ...]:
    """Return the list with catalogue rows; the next best films replace films deleted since training."""
    [results], _ = with_rows((ask, request))
    return results


def with_rows(
    *asks: tuple[Ask, RecommendationRequest], also: Collection[int] = ()
) -> tuple[list[tuple[RecommendedMovie, ...]], dict[int, Movie]]:
    """As `filled` for several lists, and the rows that were read by id; also: more films to read."""
    gone: set[int] = set()
    while True:
        lists = [ask(replace(one, without={*one.without, *gone})) for ask, one in asks]
        picks = [pick for found in lists for pick in found]
        wanted = {pick.movie_id for pick in picks}
        reasons = {one.movie_id for pick in picks for one in pick.because}
        rows = {movie.pk: movie for movie in catalog.in_order({*wanted, *reasons, *also})}
        if wanted <= rows.keys():
            return [
                tuple(recommended(p, rows[p.movie_id], rows) for p in one) for one in lists
            ], rows
        gone |= wanted - rows.keys()


def unscored(movie_ids: Iterable[int]) -> tuple[RecommendedMovie, ...]:
    """Return films without scores, in this order."""
    found = catalog.in_order(movie_ids)
    return tuple(RecommendedMovie(movie, None, None, None) for movie in found)


def recommended(pick: Recommendation, movie: Movie, rows: dict[int, Movie]) -> RecommendedMovie:
    because = tuple(
        MovieExplanation(rows[one.movie_id], one.stars, one.share)
        for one in pick.because
        if one.movie_id in rows
    )
    return RecommendedMovie(
        movie, pick.score, pick.predicted_rating, pick.predicted_spread, because, pick.traits
    )


def _rating_summary(stats: MovieStats, scale: int) -> str:
    if stats.rating_mean is None:
        return "not rated yet"
    people = "person" if stats.rating_count == 1 else "people"
    return f"rated {predicted_stars(stats.rating_mean, scale)} by {stats.rating_count:,} {people}"
