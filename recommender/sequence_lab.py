"""Recommendations after any sequence of films, for the sequence lab; no user is needed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from catalog.models import Movie
from nextflex.base.errors import DomainError, NotFound, Unavailable
from recommender import runtime, untrained
from recommender.core.data.interface import DEFAULT, Rated, Recommendation, RecommendationRequest
from recommender.core.errors import BadConfig, UnknownModel
from recommender.explained import Recommendations, filled, unscored

if TYPE_CHECKING:
    from recommender.core.serving.engine import Engine

LIKED = 4.0  # the stars of a film in a sequence without a rating
STAND_IN = "next-ridge"
_NAMED = 10


class UnknownMovies(DomainError):
    """Ids without a film in the catalogue."""

    code = "unknown_movies"


def history_from(sequence: Sequence[int], stars: Sequence[float] = ()) -> list[Rated]:
    """Return films, oldest first, as a history; each counts as `LIKED` where no stars are given."""
    pairs = zip(sequence, stars or (LIKED,) * len(sequence), strict=True)
    return [Rated(movie_id, given, at_s=place) for place, (movie_id, given) in enumerate(pairs)]


def recommend(request: RecommendationRequest) -> Recommendations:
    """Recommend films after the history; by `next-ridge` when the model knows none of its films.

    Raises UnknownMovies, NotFound for a model that is not served, Unavailable when no model is served,
    and DomainError for a `min_rating` where the model predicts no ratings.
    """
    _refuse_unknown([*_ids(request), *request.without])
    engine, request = _served(request)
    try:
        results = filled(engine.recommend, request)
    except BadConfig as error:
        raise DomainError(f"{error}.") from error
    return Recommendations(request.model, engine.version, results)


def scores(request: RecommendationRequest, candidates: tuple[int, ...]) -> Recommendations:
    """Rank the candidates by the model after the history, best first.

    Candidates without a score come last, in the given order. Raises as `recommend`.
    """
    _refuse_unknown([*_ids(request), *candidates])
    engine, request = _served(request)

    def score(request: RecommendationRequest) -> list[Recommendation]:
        return engine.score(request, [one for one in candidates if one not in request.without])

    found = filled(score, request)
    scored = {one.movie.pk for one in found}
    others = [one for one in dict.fromkeys(candidates) if one not in scored]
    return Recommendations(request.model, engine.version, (*found, *unscored(others)))


def _served(request: RecommendationRequest) -> "tuple[Engine, RecommendationRequest]":
    """Return the engine, and the request with the model that answers it."""
    engine = runtime.engine()
    if engine is None:
        raise Unavailable(f"No model is being served: {runtime.problem()}.")
    if request.model == DEFAULT:
        request = replace(request, model=untrained.stand_in(engine, request) or DEFAULT)
    try:
        knows = engine.knows_any(_ids(request), model=request.model)
    except UnknownModel as error:
        raise NotFound(f"{error}.") from error
    if request.history and not knows and STAND_IN in engine.model_names:
        return engine, replace(request, model=STAND_IN)
    return engine, request


def _ids(request: RecommendationRequest) -> list[int]:
    return [one.movie_id for one in request.history]


def _refuse_unknown(movie_ids: Iterable[int]) -> None:
    wanted = set(movie_ids)
    known = Movie.objects.shown().filter(pk__in=wanted).values_list("pk", flat=True)
    unknown = sorted(wanted - set(known))
    if unknown:
        named = ", ".join(map(str, unknown[:_NAMED]))
        more = f" and {len(unknown) - _NAMED} more" if len(unknown) > _NAMED else ""
        raise UnknownMovies(
            f"No film with id {named}{more}; search for films at /api/v1/movies/?q=."
        )
