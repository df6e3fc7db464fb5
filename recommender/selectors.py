"""Request recommendations from the engine and add the catalogue's rows."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils import timezone

from catalog import selectors as catalog
from catalog.models import Movie
from catalog.selectors import EVERYTHING, MovieFilter
from nextflex.base.errors import NotFound
from recommender import runtime, untrained, varied
from recommender.core.algorithms.registry import ALGORITHMS
from recommender.core.data.interface import DEFAULT, Rated, Recommendation, RecommendationRequest
from recommender.core.errors import UnknownModel
from recommender.explained import (
    Ask,
    Recommendations,
    RecommendedMovie,
    filled,
    recommended,
    with_rows,
)

if TYPE_CHECKING:
    from recommender.core.serving.engine import Engine

_LIVE = "live"
_MOST_DAYS = 10_000_000
ONBOARDING = "onboarding"
MODEL_NAMES = tuple(one.name for one in ALGORITHMS)
PERSONAL_MODELS = tuple(one for one in ALGORITHMS if one.name not in catalog.CHARTS)


def seed_of_today(user_id: int) -> int:
    """Return today's seed of a user's fresh lists, by the site's date, as pages and the API need it."""
    today = timezone.localdate(timezone=timezone.get_default_timezone())
    return user_id * _MOST_DAYS + today.toordinal()


def recommendations(
    request: RecommendationRequest, wanted: MovieFilter = EVERYTHING
) -> Recommendations:
    """Return films that pass a filter, for a user; the popularity chart when no model can be served.

    Users without ratings get a diversified chart. Charts have no controls. Raises NotFound for a model
    that the live version lacks; if it lacks the default model, which the site uses, the stand-in of
    `untrained` answers, else the chart.
    """
    engine, request = _served(request)
    if request.model not in catalog.CHARTS and not request.history:
        found = varied.varied_popular(wanted, request.limit, without=request.without)
        return Recommendations("popular", _LIVE, _of_figures(found))
    if engine is None:
        name = request.model if request.model in catalog.CHARTS else "popular"
        hidden = {*request.without, *(one.movie_id for one in request.history)}
        return chart(name, limit=request.limit, wanted=wanted, without=hidden)
    try:
        results = filled(engine.recommend, _among(wanted, request))
    except UnknownModel as error:
        raise NotFound(str(error)) from error
    return Recommendations(request.model, engine.version, results)


def recommended_ids(request: RecommendationRequest) -> tuple[int, ...]:
    """Return the ids of a model's list, without a query: unexplained, and including deleted films.

    Empty without ratings, and while no model is served.
    """
    engine, request = _served(request)
    return tuple(engine.recommended_ids(request)) if engine and request.history else ()


def _served(request: RecommendationRequest) -> "tuple[Engine | None, RecommendationRequest]":
    """Return the engine and the request with the model that answers it; no engine for a chart.

    Charts also answer without a served version, and where nothing stands in for the default model.
    """
    engine = runtime.engine()
    if engine is None or request.model in catalog.CHARTS:
        return None, request
    if request.model != DEFAULT:
        return engine, request
    model = untrained.stand_in(engine, request)
    return (engine, replace(request, model=model)) if model else (None, request)


def by_interest(history: Sequence[Rated], movie_ids: list[int]) -> list[int]:
    """Return these films in the default model's order for a user; those that they rated come last.

    Films without a score follow in the given order, before the rated ones. Without ratings of the user,
    and while no model is served, all films keep the given order.
    """
    engine = runtime.engine()
    rated = {one.movie_id for one in history}
    new = [one for one in movie_ids if one not in rated]
    scored: list[int] = []
    if history and engine is not None and DEFAULT in engine.model_names:
        scored = engine.order(history, new, model=DEFAULT)
    first = set(scored)
    rest = [one for one in new if one not in first]
    return [*scored, *rest, *(one for one in movie_ids if one in rated)]


def films_to_ask(
    history: Sequence[Rated],
    *,
    limit: int,
    without: Collection[int] = (),
    asked: Collection[int] = (),
) -> Recommendations:
    """Return the films that a new user should rate, best first, except rated films and `without`.

    asked: the films that are offered already; neither they nor similar films are returned. The list
    depends only on the catalogue's figures, so no model is needed.
    """
    known = [*(one.movie_id for one in history), *asked]
    found = varied.films_to_ask(limit, without=[*known, *without], beside=known)
    return Recommendations(ONBOARDING, _LIVE, _of_figures(found))


def _of_figures(found: Iterable[tuple[Movie, Recommendation]]) -> tuple[RecommendedMovie, ...]:
    return tuple(RecommendedMovie(movie, pick.score, None, None) for movie, pick in found)


def similar(movie: Movie, *, by: str, limit: int) -> Recommendations:
    """Return similar films by "content" or "ratings"; none when no live model knows the film."""
    return similar_with_rows(movie.pk, by=by, request=RecommendationRequest(limit=limit))[0]


def similar_and_predicted(
    movie: Movie, history: Sequence[Rated], *, by: str, limit: int
) -> tuple[Recommendations, RecommendedMovie | None]:
    """Both `similar` and `predicted`, with one query for all their films."""
    pick = _prediction(history, movie.pk, DEFAULT)
    reasons = [one.movie_id for one in pick.because] if pick else []
    request = RecommendationRequest(limit=limit)
    found, rows = similar_with_rows(movie.pk, by=by, request=request, also=reasons)
    return found, recommended(pick, movie, rows) if pick else None


def similar_with_rows(
    movie_id: int, *, by: str, request: RecommendationRequest, also: Collection[int] = ()
) -> tuple[Recommendations, dict[int, Movie]]:
    """Return films as `similar` does, and the rows of these and of other films, in one query."""
    engine = runtime.engine()
    [results], rows = with_rows((_similar(engine, movie_id, by), request), also=also)
    return Recommendations(by, engine.version if engine else _LIVE, results), rows


def recommendations_and_similar(
    request: RecommendationRequest,
    movie_id: int,
    *,
    by: str,
    beside: RecommendationRequest,
    also: Collection[int] = (),
) -> tuple[Recommendations, Recommendations, dict[int, Movie]]:
    """Return `recommendations` for one request and `similar_with_rows` for another, in one query."""
    engine, request = _served(request)
    if engine is None or not request.history:
        return recommendations(request), *similar_with_rows(
            movie_id, by=by, request=beside, also=also
        )
    asks = (engine.recommend, request), (_similar(engine, movie_id, by), beside)
    [own, near], rows = with_rows(*asks, also=also)
    return (
        Recommendations(request.model, engine.version, own),
        Recommendations(by, engine.version, near),
        rows,
    )


def _similar(engine: "Engine | None", movie_id: int, by: str) -> Ask:
    def ask(request: RecommendationRequest) -> list[Recommendation]:
        if engine is None:
            return []
        try:
            return engine.similar(movie_id, by=by, request=request)
        except UnknownModel:
            return []

    return ask


def chart(
    name: str, *, limit: int, wanted: MovieFilter = EVERYTHING, without: Collection[int] = ()
) -> Recommendations:
    """Return a chart, live from the films' figures."""
    found = catalog.chart(name, wanted).exclude(pk__in=without)
    results = tuple(
        RecommendedMovie(movie, catalog.chart_score(name, movie), None, None)
        for movie in found[:limit]
    )
    return Recommendations(name, _LIVE, results)


def predicted(
    history: Sequence[Rated], movie: Movie, *, model: str = DEFAULT
) -> RecommendedMovie | None:
    """Return the predicted rating of a film, without the user's own rating of it."""
    pick = _prediction(history, movie.pk, model)
    if pick is None:
        return None
    rated = {one.pk: one for one in catalog.titles(one.movie_id for one in pick.because)}
    return recommended(pick, movie, rated)


def film_with_prediction(
    history: Sequence[Rated], movie_id: int
) -> tuple[Movie, RecommendedMovie | None]:
    """Return a film with the default model's `predicted`, loaded together with the explaining films.

    Raises NotFound for a hidden or unknown film.
    """
    pick = _prediction(history, movie_id, DEFAULT)
    reasons = [one.movie_id for one in pick.because] if pick else []
    rows = {one.pk: one for one in catalog.in_order({movie_id, *reasons})}
    if movie_id not in rows:
        raise NotFound(f"Unknown film {movie_id}.")
    movie = rows[movie_id]
    return movie, recommended(pick, movie, rows) if pick else None


def _prediction(history: Sequence[Rated], movie_id: int, model: str) -> Recommendation | None:
    engine = runtime.engine()
    if engine is None or model not in engine.model_names:
        return None
    return engine.predict(history, movie_id, model=model)


def _among(wanted: MovieFilter, request: RecommendationRequest) -> RecommendationRequest:
    if wanted.is_open:
        return request
    found = catalog.matching(wanted).order_by().values_list("pk", flat=True)
    return replace(request, only=set(found))
