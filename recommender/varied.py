"""Diversified lists for users with few or no ratings, from the films' live figures."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from catalog import selectors as catalog
from catalog.models import Movie
from catalog.selectors import EVERYTHING, MovieFilter
from recommender import runtime
from recommender.core.data.interface import Candidate, Recommendation
from recommender.core.ranking import variety

POOL = 200  # the number of most rated films that may appear
_BESIDE = 100  # the number of the user's known films for comparison


def varied_popular(
    wanted: MovieFilter, limit: int, *, without: Iterable[int]
) -> list[tuple[Movie, Recommendation]]:
    """Return popular films of different kinds; the same for all users until the figures change."""
    pool = _most_rated(wanted, max(POOL, limit), without)
    picks = variety.varied_popular(_candidates(pool), limit, compare=_compare())
    return _with_films(picks, pool)


def films_to_ask(
    limit: int, *, without: Iterable[int], beside: Sequence[int]
) -> list[tuple[Movie, Recommendation]]:
    """Return well-known films with varied ratings, unlike each other and the newest of `beside`."""
    pool = _most_rated(EVERYTHING, max(POOL, limit), without)
    others = _candidates(catalog.in_order(beside[-_BESIDE:]))
    picks = variety.films_to_ask(_candidates(pool), limit, compare=_compare(), beside=others)
    return _with_films(picks, pool)


def _most_rated(wanted: MovieFilter, most: int, without: Iterable[int]) -> list[Movie]:
    return list(catalog.chart("popular", wanted).exclude(pk__in={*without})[:most])


def _compare() -> variety.Compare:
    """Return a comparison by the live version, or by genres without one."""
    engine = runtime.engine()
    return engine.likeness if engine else variety.alike_by_traits


def _candidates(films: Iterable[Movie]) -> list[Candidate]:
    return [
        Candidate(
            movie.pk,
            movie.stats.rating_count,
            _histogram(movie),
            movie.genre_names,
        )
        for movie in films
    ]


def _histogram(movie: Movie) -> tuple[int, ...]:
    """Return the sum of the data set's and the site's histograms; either may be empty."""
    both = (movie.stats.dataset_histogram, movie.stats.site_histogram)
    return tuple(map(sum, zip_longest(*both, fillvalue=0)))


def _with_films(
    picks: Iterable[Recommendation], pool: Iterable[Movie]
) -> list[tuple[Movie, Recommendation]]:
    films = {movie.pk: movie for movie in pool}
    return [(films[pick.movie_id], pick) for pick in picks]
