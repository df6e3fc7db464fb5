"""The engine that answers requests: one loaded version, from histories to picks with reasons."""

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from recommender.core.algorithms.base import (
    ComparesItems,
    Explains,
    FindsSimilar,
    KnowsSpread,
    Model,
    NamesTraits,
    Opinion,
    Portable,
    PredictsStars,
    TellsProfiles,
)
from recommender.core.algorithms.chart import ChartModel
from recommender.core.algorithms.registry import BASELINE
from recommender.core.artifacts.manifest import Manifest
from recommender.core.artifacts.versions import Version
from recommender.core.data.arrays import Bool, Float32, Int32
from recommender.core.data.histories import Histories
from recommender.core.data.ids import UNKNOWN
from recommender.core.data.picks import NOBODY, Because, Candidate, Person, Pick, Rated, Wish
from recommender.core.data.profiles import coded
from recommender.core.errors import BadConfig, UnknownModel
from recommender.core.ranking.dials import mixed, pushed_away, spread_out, turned_to_popularity
from recommender.core.ranking.top_k import NEVER, top_k
from recommender.core.ranking.variety import alike_by_traits

_REASONS = 2
_TRAITS = 3
# What a film that is avoided counts as, to tell what is like it.
PUSHING_STARS = 5.0
# A varied list is picked from this many times its length, at most so many.
_CANDIDATES, _MOST_CANDIDATES = 5, 300
SIMILAR_BY = {"content": "content", "ratings": "als-implicit"}


class Engine:
    """Read-only after construction, so any number of threads may ask at once."""

    def __init__(self, version: Version) -> None:
        self._ids = version.item_ids
        self._models = version.models
        self.manifest: Manifest = version.manifest

    @property
    def version(self) -> str:
        return self.manifest.version

    @property
    def model_names(self) -> tuple[str, ...]:
        return tuple(self._models)

    def recommend(
        self, rated: Sequence[Rated], *, model: str, wish: Wish, person: Person = NOBODY
    ) -> list[Pick]:
        """The best films that the person has not rated, best first; ties go to the lower id.

        Films that this version does not know are ignored in the history. With a diversity dial the order
        is that of picking one after the other, not of the scores. Raises UnknownModel, and BadConfig for
        a least rating where the model predicts none.
        """
        chosen = self._model(model)
        history = self._history(rated, person)
        allowed = self._allowed(wish)
        allowed[history.items] = False
        if wish.min_rating is not None:
            allowed &= self._rated_at_least(wish.min_rating, model, history)
        opinion = _opinion(chosen, history)
        scores = opinion.scores
        if wish.pushed_from and self.knows_any(wish.pushed_from, model=model):
            avoided = self._history(Rated(one, PUSHING_STARS, 0) for one in wish.pushed_from)
            scores = pushed_away(scores, chosen.scores(avoided)[0], allowed=allowed)
        rows = self._turned(scores, wish, allowed)
        return self._picks(chosen, history, rows, opinion)

    def score(
        self,
        rated: Sequence[Rated],
        movie_ids: Sequence[int],
        *,
        model: str,
        person: Person = NOBODY,
    ) -> list[Pick]:
        """These films as the model orders them, best first; without those that it does not score."""
        chosen = self._model(model)
        history = self._history(rated, person)
        opinion = _opinion(chosen, history)
        return self._picks(chosen, history, self._ranked(movie_ids, opinion.scores), opinion)

    def order(self, rated: Sequence[Rated], movie_ids: Sequence[int], *, model: str) -> list[int]:
        """The ids of `score`, in its order."""
        scores = self._model(model).scores(self._history(rated))[0]
        return self._ids.ids_of(self._ranked(movie_ids, scores))

    def _ranked(self, movie_ids: Collection[int], scores: Float32) -> Int32:
        """The rows of these films that have a score, best first; ties go to the lower id."""
        rows = _found(self._ids.rows_of(sorted(set(movie_ids))))
        rows = rows[scores[rows] != NEVER]
        ranked: Int32 = rows[np.argsort(-scores[rows], kind="stable")]
        return ranked

    def knows_any(self, movie_ids: Collection[int], *, model: str) -> bool:
        """Whether the model has learned of any of these films."""
        rows = _found(self._ids.rows_of(list(movie_ids)))
        chosen: object = self._model(model)
        return chosen.knows(rows) if isinstance(chosen, Portable) else bool(len(rows))

    def predicts_stars(self, model: str) -> bool:
        return isinstance(self._model(model), PredictsStars)

    def knows_profiles(self, model: str) -> bool:
        """Whether age, gender and occupation make a difference to the model."""
        chosen: object = self._model(model)
        return isinstance(chosen, TellsProfiles) and chosen.knows_profiles

    def predict(self, rated: Sequence[Rated], movie_id: int, *, model: str) -> Pick | None:
        """The stars that the person would give to a film, made without their own rating of it.

        None when the model or its version does not know the film, or the person rated nothing else.
        """
        chosen = self._model(model)
        history = self._history(one for one in rated if one.movie_id != movie_id)
        rows = self._ids.rows_of([movie_id])
        if rows[0] == UNKNOWN or not len(history.items) or not isinstance(chosen, PredictsStars):
            return None
        return self._picks(chosen, history, rows, _opinion(chosen, history))[0]

    def similar(self, movie_id: int, *, by: str, wish: Wish) -> list[Pick]:
        """Films like this one, by "content" or by "ratings"; none when the version does not know it."""
        name = SIMILAR_BY[by]
        model = self._model(name)
        if not isinstance(model, FindsSimilar):
            raise UnknownModel(f"{name} does not compute film similarity")
        (row,) = self._ids.rows_of([movie_id]).tolist()
        if row == UNKNOWN:
            return []
        likeness = model.similarities(row)
        rows = _found(top_k(likeness[None, :], wish.limit, allowed=self._allowed(wish))[0])
        traits: list[tuple[str, ...]] = [()] * len(rows)
        if isinstance(model, NamesTraits):
            traits = model.shared_traits(np.full_like(rows, row), rows, limit=_TRAITS)
        ids = self._ids.ids_of(rows)
        return [
            Pick(movie, float(score), traits=shared)
            for movie, score, shared in zip(ids, likeness[rows], traits, strict=True)
        ]

    def likeness(self, films: Sequence[Candidate]) -> Float32:
        """(n, n), 0 to 1: by traits, or by content where this version knows both and has it higher.

        Few films that many know share many words: sequels do, and genres tell the others apart.
        """
        likeness = alike_by_traits(films)
        content: object = self._models.get(SIMILAR_BY["content"])
        if isinstance(content, ComparesItems):
            rows = self._ids.rows_of([one.movie_id for one in films])
            known = np.flatnonzero(rows != UNKNOWN)
            both = np.ix_(known, known)
            likeness[both] = np.maximum(likeness[both], content.likeness(rows[known]))
        return likeness

    def _turned(self, scores: Float32, wish: Wish, allowed: Bool) -> Int32:
        """The rows that the dials ask for; a dial rests where the version lacks what it needs."""
        popular = self._models.get(BASELINE)
        if isinstance(popular, ChartModel):
            counts = popular.item_scores
            scores = turned_to_popularity(scores, counts, wish.dials, allowed=allowed)
        scores = mixed(scores, wish.dials, wish.seed)
        content: object = self._models.get(SIMILAR_BY["content"])
        if not isinstance(content, ComparesItems) or not wish.dials.diversity:
            return _found(top_k(scores[None, :], wish.limit, allowed=allowed)[0])
        wider = min(_CANDIDATES * wish.limit, _MOST_CANDIDATES)
        rows = _found(top_k(scores[None, :], wider, allowed=allowed)[0])
        places = spread_out(
            scores[rows], content.likeness(rows), wish.limit, diversity=wish.dials.diversity
        )
        chosen: Int32 = rows[places]
        return chosen

    def _model(self, name: str) -> Model:
        if name not in self._models:
            known = ", ".join(self._models)
            raise UnknownModel(f"version {self.version} has no model {name!r}; choose from {known}")
        return self._models[name]

    def _rated_at_least(self, stars: float, model: str, history: Histories) -> Bool:
        chosen = self._model(model)
        if not isinstance(chosen, PredictsStars):
            raise BadConfig(f"{model} does not predict ratings; omit min_rating")
        everything = np.arange(len(self._ids), dtype=np.int32)
        enough: Bool = chosen.predict(history, everything)[0] >= stars
        return enough

    def _history(self, rated: Iterable[Rated], person: Person = NOBODY) -> Histories:
        entries = sorted(rated, key=lambda one: one.at_s)
        rows = self._ids.rows_of([one.movie_id for one in entries])
        known = rows != UNKNOWN
        stars = np.array([one.stars for one in entries], dtype=np.float32)
        times = np.array([one.at_s for one in entries], dtype=np.int64)
        profile = coded(person.age, person.gender, person.occupation)
        return Histories.single(rows[known], stars[known], times[known], profile)

    def _allowed(self, wish: Wish) -> Bool:
        allowed = np.full(len(self._ids), True) if wish.only is None else self._among(wish.only)
        if wish.without:
            allowed &= ~self._among(wish.without)
        return allowed

    def _among(self, movie_ids: Collection[int]) -> Bool:
        chosen = np.fromiter(movie_ids, dtype=np.int64, count=len(movie_ids))
        return np.isin(self._ids.ids, chosen)

    def _picks(self, model: Model, history: Histories, rows: Int32, opinion: Opinion) -> list[Pick]:
        reasons = self._reasons(opinion, history, rows)
        columns = (
            self._ids.ids_of(rows),
            opinion.scores[rows].tolist(),
            _guesses(model, history, rows),
            reasons,
            self._traits(rows, reasons),
        )
        return [
            Pick(movie_id, score, *guess, because, traits)
            for movie_id, score, guess, because, traits in zip(*columns, strict=True)
        ]

    def _traits(self, rows: Int32, reasons: list[tuple[Because, ...]]) -> list[tuple[str, ...]]:
        """What each pick shares with the film that speaks for it most."""
        content: object = self._models.get(SIMILAR_BY["content"])
        traits: list[tuple[str, ...]] = [()] * len(rows)
        explained = [place for place, because in enumerate(reasons) if because]
        if isinstance(content, NamesTraits) and explained:
            most = self._ids.rows_of([reasons[place][0].movie_id for place in explained])
            shared = content.shared_traits(rows[explained], most, limit=_TRAITS)
            for place, found in zip(explained, shared, strict=True):
                traits[place] = found
        return traits

    def _reasons(
        self, opinion: Opinion, history: Histories, rows: Int32
    ) -> list[tuple[Because, ...]]:
        if not len(history.items):
            return [()] * len(rows)
        ids = self._ids.ids_of(history.items)
        stars = history.ratings.tolist()
        for_it = np.maximum(opinion.contributions(rows), 0.0)
        best = top_k(np.where(for_it > 0, for_it, NEVER), _REASONS)
        wholes = np.maximum(for_it.sum(axis=1, keepdims=True), np.float32(1e-12))
        shares = (np.take_along_axis(for_it, best, axis=1) / wholes).tolist()
        return [
            tuple(
                Because(ids[place], stars[place], share)
                for place, share in zip(places, parts, strict=True)
                if place != UNKNOWN
            )
            for places, parts in zip(best.tolist(), shares, strict=True)
        ]


def _opinion(model: Model, history: Histories) -> Opinion:
    """Of a model that does not explain itself, no film of the history adds anything."""
    if isinstance(model, Explains):
        return model.opinion(history)
    nothing = np.zeros(len(history.items), dtype=np.float32)
    return Opinion(model.scores(history)[0], lambda items: np.tile(nothing, (len(items), 1)))


def _guesses(
    model: Model, history: Histories, rows: Int32
) -> list[tuple[float | None, float | None]]:
    """For each row the stars and their spread, as far as the model tells them."""
    if isinstance(model, KnowsSpread):
        guesses = model.guesses(history, rows)
        return list(zip(guesses.stars.tolist(), guesses.spreads.tolist(), strict=True))
    if isinstance(model, PredictsStars):
        return [(stars, None) for stars in model.predict(history, rows)[0].tolist()]
    return [(None, None)] * len(rows)


def _found(rows: Int32) -> Int32:
    """Without the missing picks."""
    found: Int32 = rows[rows != UNKNOWN]
    return found
