"""Diversified lists without a user's scores: popular films, and films to ask a new user about.

Both are selected by maximal marginal relevance (see `controls.spread_out`) from the films' own figures,
so they need no model; a model, where there is one, improves the similarities.
"""

from collections.abc import Callable, Sequence

import numpy as np

from recommender.core.data.arrays import Float32
from recommender.core.data.interface import Candidate, Recommendation
from recommender.core.ranking.controls import spread_out

Compare = Callable[[Sequence[Candidate]], Float32]
"""(n, n): likeness of each of these films to each other, 0 to 1."""

_POPULAR_DIVERSITY = 0.5
_ASKED_DIVERSITY = 0.7


def alike_by_traits(films: Sequence[Candidate]) -> Float32:
    """Return (n, n) Jaccard similarities of the films' traits; 0 where both have none."""
    names = sorted({name for film in films for name in film.traits})
    column = {name: place for place, name in enumerate(names)}
    has = np.zeros((len(films), len(names)), dtype=np.float32)
    for row, film in enumerate(films):
        has[row, [column[name] for name in film.traits]] = 1
    shared = has @ has.T
    sizes = has.sum(axis=1)
    either = sizes[:, None] + sizes[None, :] - shared
    likeness: Float32 = shared / np.maximum(either, 1)
    return likeness


def varied_popular(films: Sequence[Candidate], k: int, *, compare: Compare) -> list[Recommendation]:
    """Return k popular films that differ from each other, in the order of selection.

    Scored by log(1 + ratings). Ties go to the earlier film.
    """
    return _picked(films, _known(films), k, _POPULAR_DIVERSITY, compare)


def films_to_ask(
    films: Sequence[Candidate], k: int, *, compare: Compare, beside: Sequence[Candidate] = ()
) -> list[Recommendation]:
    """Return the k films whose ratings are most informative about a new user, in the order of
    selection.

    Rashid et al. 2002, "Getting to know you", the strategy log popularity * entropy: users know the
    film and disagree about it. Departures: log(1 + ratings); entropy over ten half stars, not five;
    and films are selected unlike each other and unlike those in `beside`, such as what the user has
    rated. Ties go to the earlier film.
    """
    return _picked(films, _known(films) * _entropies(films), k, _ASKED_DIVERSITY, compare, beside)


def _picked(
    films: Sequence[Candidate],
    worth: Float32,
    k: int,
    diversity: float,
    compare: Compare,
    beside: Sequence[Candidate] = (),
) -> list[Recommendation]:
    likeness = compare([*films, *beside])
    among, to_others = likeness[: len(films), : len(films)], likeness[: len(films), len(films) :]
    nearest = to_others.max(axis=1, initial=0)
    places = spread_out(worth, among, k, diversity=diversity, nearest=nearest).tolist()
    return [Recommendation(films[place].movie_id, float(worth[place])) for place in places]


def _known(films: Sequence[Candidate]) -> Float32:
    return np.log1p(np.array([film.count for film in films], dtype=np.float32))


def _entropies(films: Sequence[Candidate]) -> Float32:
    """In bits; where a film's histogram is not known, the mean of those that are, or 1."""
    found = [_entropy(film.histogram) if any(film.histogram) else None for film in films]
    given = [entropy for entropy in found if entropy is not None]
    usual = sum(given) / len(given) if given else 1.0
    filled = [usual if entropy is None else entropy for entropy in found]
    return np.array(filled, dtype=np.float32)


def _entropy(histogram: Sequence[int]) -> float:
    people = np.array([count for count in histogram if count], dtype=np.float64)
    shares = people / people.sum()
    return float(-(shares * np.log2(shares)).sum())
