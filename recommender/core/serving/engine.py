"""The engine that answers requests: one loaded version, from histories to explained
recommendations.
"""

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from recommender.core.algorithms.base import (
    ComparesItems,
    FindsSimilar,
    Model,
    NamesTraits,
    Portable,
    PredictsStars,
    ScoredExplanation,
    UsesDemographics,
)
from recommender.core.algorithms.chart import ChartModel
from recommender.core.algorithms.registry import BASELINE
from recommender.core.artifacts.manifest import Manifest
from recommender.core.artifacts.versions import Version
from recommender.core.data.arrays import Bool, Float32, Int32
from recommender.core.data.histories import Histories
from recommender.core.data.ids import UNKNOWN
from recommender.core.data.interface import (
    NO_DEMOGRAPHICS,
    Candidate,
    Demographics,
    Explanation,
    Rated,
    Recommendation,
    RecommendationRequest,
)
from recommender.core.data.profiles import coded
from recommender.core.errors import BadConfig, UnknownModel
from recommender.core.ranking.controls import mixed, pushed_away, spread_out, turned_to_popularity
from recommender.core.ranking.top_k import NEVER, top_k
from recommender.core.ranking.variety import alike_by_traits
from recommender.core.serving.explanations import explanations, predicted_stars, scored_explanation

_TRAITS = 3
# The rating that an avoided film counts as, to find films similar to it.
PUSHING_STARS = 5.0
# A varied list is picked from this many times its length, at most so many.
_CANDIDATES, _MOST_CANDIDATES = 5, 300
SIMILAR_BY = {"content": "content", "ratings": "als-implicit"}


class Engine:
    """The models of one version: read-only, so any number of threads may use them at once."""

    def __init__(self, version: Version) -> None:
        self._ids = version.item_ids
        self._models = version.models
        self.manifest: Manifest = version.manifest

    @property
    def version(self) -> str:
        """The name of the version."""
        return self.manifest.version

    @property
    def model_names(self) -> tuple[str, ...]:
        """The names of its models, in training order."""
        return tuple(self._models)

    def recommend(self, request: RecommendationRequest) -> list[Recommendation]:
        """Return the best films that the user has not rated, best first; ties go to the lower id.

        Films that this version does not know are ignored in the history. With a diversity control the
        order is that of greedy selection, not of the scores. Raises UnknownModel, and BadConfig for a
        `min_rating` where the model predicts no ratings.
        """
        chosen, history = self._model(request.model), self._history_of(request)
        explained = scored_explanation(chosen, history)
        rows = self._best(request, history, explained.scores)
        return self._picks(chosen, history, rows, explained)

    def recommended_ids(self, request: RecommendationRequest) -> list[int]:
        """Return the ids of `recommend`, in its order, without the work of explaining them."""
        history = self._history_of(request)
        scores = self._model(request.model).scores(history)[0]
        return self._ids.ids_of(self._best(request, history, scores))

    def score(
        self, request: RecommendationRequest, movie_ids: Sequence[int]
    ) -> list[Recommendation]:
        """Rank these films, best first; without those that it does not score.

        Of the request, its model, history and demographics count.
        """
        chosen, history = self._model(request.model), self._history_of(request)
        explained = scored_explanation(chosen, history)
        return self._picks(chosen, history, self._ranked(movie_ids, explained.scores), explained)

    def order(self, rated: Sequence[Rated], movie_ids: Sequence[int], *, model: str) -> list[int]:
        """These films' ids as the model ranks them, best first; without those that it does not score."""
        scores = self._model(model).scores(self._history(rated))[0]
        return self._ids.ids_of(self._ranked(movie_ids, scores))

    def _best(self, request: RecommendationRequest, history: Histories, scores: Float32) -> Int32:
        """The rows of the list."""
        allowed = self._allowed(request)
        allowed[history.items] = False
        if request.min_rating is not None:
            allowed &= self._predicted_at_least(request.min_rating, request.model, history)
        if request.pushed_from and self.knows_any(request.pushed_from, model=request.model):
            avoided = self._history(Rated(one, PUSHING_STARS, 0) for one in request.pushed_from)
            pushing = self._model(request.model).scores(avoided)[0]
            scores = pushed_away(scores, pushing, allowed=allowed)
        return self._turned(scores, request, allowed)

    def _ranked(self, movie_ids: Collection[int], scores: Float32) -> Int32:
        """The rows of these films that have a score, best first; ties go to the lower id."""
        rows = _found(self._ids.rows_of(sorted(set(movie_ids))))
        rows = rows[scores[rows] != NEVER]
        ranked: Int32 = rows[np.argsort(-scores[rows], kind="stable")]
        return ranked

    def knows_any(self, movie_ids: Collection[int], *, model: str) -> bool:
        """Return whether the model covers any of these films."""
        rows = _found(self._ids.rows_of(list(movie_ids)))
        chosen: object = self._model(model)
        return chosen.knows(rows) if isinstance(chosen, Portable) else bool(len(rows))

    def predicts_stars(self, model: str) -> bool:
        """Return whether the model predicts ratings."""
        return isinstance(self._model(model), PredictsStars)

    def knows_profiles(self, model: str) -> bool:
        """Return whether demographics make a difference to the model."""
        chosen: object = self._model(model)
        return isinstance(chosen, UsesDemographics) and chosen.knows_profiles

    def predict(
        self, rated: Sequence[Rated], movie_id: int, *, model: str
    ) -> Recommendation | None:
        """Predict a user's rating of a film, without their own rating of it.

        None when the model predicts no ratings, its version does not know the film, or the user
        rated nothing else.
        """
        chosen = self._model(model)
        history = self._history(one for one in rated if one.movie_id != movie_id)
        rows = self._ids.rows_of([movie_id])
        if rows[0] == UNKNOWN or not len(history.items) or not isinstance(chosen, PredictsStars):
            return None
        return self._picks(chosen, history, rows, scored_explanation(chosen, history))[0]

    def similar(
        self, movie_id: int, *, by: str, request: RecommendationRequest
    ) -> list[Recommendation]:
        """Return similar films, by "content" or "ratings"; none when the version does not know it.

        Of the request, its limit and its candidates count.
        """
        name = SIMILAR_BY[by]
        model = self._model(name)
        if not isinstance(model, FindsSimilar):
            raise UnknownModel(f"{name} does not compute film similarity")
        (row,) = self._ids.rows_of([movie_id]).tolist()
        if row == UNKNOWN:
            return []
        likeness = model.similarities(row)
        rows = _found(top_k(likeness[None, :], request.limit, allowed=self._allowed(request))[0])
        traits: list[tuple[str, ...]] = [()] * len(rows)
        if isinstance(model, NamesTraits):
            traits = model.shared_traits(np.full_like(rows, row), rows, limit=_TRAITS)
        ids = self._ids.ids_of(rows)
        return [
            Recommendation(movie, float(score), traits=shared)
            for movie, score, shared in zip(ids, likeness[rows], traits, strict=True)
        ]

    def likeness(self, films: Sequence[Candidate]) -> Float32:
        """Return (n, n) similarities, 0 to 1: by traits, or by content where that is known and
        higher.

        Popular films share few words: sequels do, and genres distinguish the others.
        """
        likeness = alike_by_traits(films)
        content: object = self._models.get(SIMILAR_BY["content"])
        if isinstance(content, ComparesItems):
            rows = self._ids.rows_of([one.movie_id for one in films])
            known = np.flatnonzero(rows != UNKNOWN)
            both = np.ix_(known, known)
            likeness[both] = np.maximum(likeness[both], content.likeness(rows[known]))
        return likeness

    def _turned(self, scores: Float32, request: RecommendationRequest, allowed: Bool) -> Int32:
        """The rows as the controls re-rank them; one without the model that it needs has no effect."""
        controls, limit = request.controls, request.limit
        popular = self._models.get(BASELINE)
        if isinstance(popular, ChartModel):
            counts = popular.item_scores
            scores = turned_to_popularity(scores, counts, controls, allowed=allowed)
        scores = mixed(scores, controls, request.seed)
        content: object = self._models.get(SIMILAR_BY["content"])
        if not isinstance(content, ComparesItems) or not controls.diversity:
            return _found(top_k(scores[None, :], limit, allowed=allowed)[0])
        wider = min(_CANDIDATES * limit, _MOST_CANDIDATES)
        rows = _found(top_k(scores[None, :], wider, allowed=allowed)[0])
        places = spread_out(
            scores[rows], content.likeness(rows), limit, diversity=controls.diversity
        )
        chosen: Int32 = rows[places]
        return chosen

    def _model(self, name: str) -> Model:
        if name not in self._models:
            known = ", ".join(self._models)
            raise UnknownModel(f"version {self.version} has no model {name!r}; choose from {known}")
        return self._models[name]

    def _predicted_at_least(self, stars: float, model: str, history: Histories) -> Bool:
        chosen = self._model(model)
        if not isinstance(chosen, PredictsStars):
            raise BadConfig(f"{model} does not predict ratings; omit min_rating")
        everything = np.arange(len(self._ids), dtype=np.int32)
        enough: Bool = chosen.predict(history, everything)[0] >= stars
        return enough

    def _history_of(self, request: RecommendationRequest) -> Histories:
        return self._history(request.history, request.demographics)

    def _history(self, rated: Iterable[Rated], who: Demographics = NO_DEMOGRAPHICS) -> Histories:
        entries = sorted(rated, key=lambda one: one.at_s)
        rows = self._ids.rows_of([one.movie_id for one in entries])
        known = rows != UNKNOWN
        stars = np.array([one.stars for one in entries], dtype=np.float32)
        times = np.array([one.at_s for one in entries], dtype=np.int64)
        profile = coded(who.age, who.gender, who.occupation)
        return Histories.single(rows[known], stars[known], times[known], profile)

    def _allowed(self, request: RecommendationRequest) -> Bool:
        everything = np.full(len(self._ids), True)
        allowed = everything if request.only is None else self._among(request.only)
        if request.without:
            allowed &= ~self._among(request.without)
        return allowed

    def _among(self, movie_ids: Collection[int]) -> Bool:
        chosen = np.fromiter(movie_ids, dtype=np.int64, count=len(movie_ids))
        return np.isin(self._ids.ids, chosen)

    def _picks(
        self, model: Model, history: Histories, rows: Int32, explained: ScoredExplanation
    ) -> list[Recommendation]:
        reasons = explanations(explained, self._ids, history, rows)
        columns = (
            self._ids.ids_of(rows),
            explained.scores[rows].tolist(),
            predicted_stars(model, history, rows),
            reasons,
            self._traits(rows, reasons),
        )
        return [
            Recommendation(movie_id, score, *prediction, because, traits)
            for movie_id, score, prediction, because, traits in zip(*columns, strict=True)
        ]

    def _traits(self, rows: Int32, reasons: list[tuple[Explanation, ...]]) -> list[tuple[str, ...]]:
        """The traits each recommendation shares with the film that contributed most to it."""
        content: object = self._models.get(SIMILAR_BY["content"])
        traits: list[tuple[str, ...]] = [()] * len(rows)
        explained = [place for place, because in enumerate(reasons) if because]
        if isinstance(content, NamesTraits) and explained:
            most = self._ids.rows_of([reasons[place][0].movie_id for place in explained])
            shared = content.shared_traits(rows[explained], most, limit=_TRAITS)
            for place, found in zip(explained, shared, strict=True):
                traits[place] = found
        return traits


def _found(rows: Int32) -> Int32:
    """The rows without missing recommendations."""
    found: Int32 = rows[rows != UNKNOWN]
    return found
