"""Lists of the best k: our models beside a bare matrix product and beside `implicit`."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import numpy as np

from recommender.benchmarks.material import Material, one_by_one, rated_of
from recommender.benchmarks.report import OURS, Table, timed_rows
from recommender.benchmarks.rivals import bare_top, confidences, implicit_with
from recommender.benchmarks.timing import Work, timed
from recommender.core.algorithms.als_implicit import AlsImplicitConfig, AlsImplicitModel
from recommender.core.algorithms.base import Model, Progress
from recommender.core.algorithms.ease import EaseModel
from recommender.core.data.arrays import Float32, Int32
from recommender.core.data.histories import Histories
from recommender.core.data.interface import Rated, Recommendation, RecommendationRequest
from recommender.core.ranking.top_k import top_k
from recommender.core.serving.engine import Engine

_MODELS = ("als-implicit", "ease", "next-ridge", "for-you")
_LEAST_BATCHES, _TURNS_A_BATCH = 5, 20
_OWN = "scores and top_k, from the history"
Key = tuple[str, str, str]
_Asked = TypeVar("_Asked")


def measure(material: Material, progress: Progress) -> list[Table]:
    """Time lists. Raises MissingLibrary without `implicit`, BadData without long enough histories."""
    people = material.people(length=material.sizes.history)
    return [
        _one(material, people, progress),
        _batch(material, people, progress),
        _engine(material, people, progress),
    ]


def _one(material: Material, people: Histories, progress: Progress) -> Table:
    progress("lists for one user", 0.1)
    k, singles = material.sizes.k, one_by_one(people)
    works: dict[Key, Work] = {
        (name, OURS, _OWN): _turning(singles, _ours(material.version.models[name], k))
        for name in _MODELS
    }
    works |= _rivals_of_taste(material, people) | _dense_ease(material, people)
    return Table(
        f"One list of {k}, history of {material.sizes.history}, {_films(material)}",
        timed_rows(timed(works, turns=material.sizes.turns)),
        (
            "Ours masks rated films and breaks ties; the plain product does neither. Given "
            "factors were computed before timing started.",
            "implicit's sparse user row and our history are both built before timing starts.",
        ),
    )


def _rivals_of_taste(material: Material, people: Histories) -> dict[Key, Work]:
    model, k = material.taste(), material.sizes.k
    users = _factors(model, people)
    theirs = implicit_with(model, users)
    table = confidences(people, len(model.item_factors), AlsImplicitConfig(alpha=model.alpha))
    rows = [table[[row]] for row in range(len(people))]
    n, task = len(people), "als-implicit"
    return {
        (task, "numpy", "product and argpartition, factor given"): lambda turn: bare_top(
            users[[turn % n]] @ model.item_factors.T, k
        ),
        (task, "implicit", "recommend, factor given"): lambda turn: theirs.recommend(
            turn % n, rows[turn % n], N=k
        ),
        (task, "implicit", "recommend, recalculate_user=True"): lambda turn: theirs.recommend(
            turn % n, rows[turn % n], N=k, recalculate_user=True
        ),
    }


def _dense_ease(material: Material, people: Histories) -> dict[Key, Work]:
    model, k = material.version.models["ease"], material.sizes.k
    if not isinstance(model, EaseModel):
        return {}
    n_items, n = len(model.prior), len(people)
    every = np.arange(n_items, dtype=np.int32)
    dense = np.ascontiguousarray(model.weights.chosen(every).between(every))
    films = [items for items, _ in people]
    return {
        ("ease", "numpy", "rows of a dense matrix and argpartition"): lambda turn: bare_top(
            dense[films[turn % n]].sum(axis=0, keepdims=True), k
        )
    }


def _batch(material: Material, people: Histories, progress: Progress) -> Table:
    progress("lists for a batch of users", 0.5)
    k, model = material.sizes.k, material.taste()
    works: dict[Key, Work] = {
        (name, OURS, _OWN): _turning([people], _ours(material.version.models[name], k))
        for name in _MODELS
    }
    users = _factors(model, people)
    theirs, everybody = implicit_with(model, users), np.arange(len(people))
    table = confidences(people, len(model.item_factors), AlsImplicitConfig(alpha=model.alpha))
    works[("als-implicit", "numpy", "product and argpartition, factors given")] = lambda turn: (
        bare_top(users @ model.item_factors.T, k)
    )
    works[("als-implicit", "implicit", "recommend, factors given")] = lambda turn: theirs.recommend(
        everybody, table, N=k
    )
    works[("als-implicit", "implicit", "recommend, recalculate_user=True")] = lambda turn: (
        theirs.recommend(everybody, table, N=k, recalculate_user=True)
    )
    turns = max(_LEAST_BATCHES, material.sizes.turns // _TURNS_A_BATCH)
    return Table(
        f"Lists of {k} for a batch of {len(people)} users, {_films(material)}",
        timed_rows(timed(works, turns=turns)),
        ("Times are per batch.",),
    )


def _engine(material: Material, people: Histories, progress: Progress) -> Table:
    progress("complete engine responses", 0.8)
    engine, k = Engine(material.version), material.sizes.k
    asked = rated_of(people, material.version.item_ids.ids.tolist())
    works: dict[Key, Work] = {
        (name, OURS, "Engine.recommend"): _turning(asked, partial(_answer, engine, name, k))
        for name in _MODELS
    }
    return Table(
        f"One complete engine response: a list of {material.sizes.k} with explanations and "
        f"predicted ratings, {_films(material)}",
        timed_rows(timed(works, turns=material.sizes.turns)),
        ("No other library gives explanations, so there is no comparison.",),
    )


def _answer(engine: Engine, name: str, k: int, rated: list[Rated]) -> list[Recommendation]:
    return engine.recommend(RecommendationRequest(limit=k, model=name, history=rated))


def _turning(asked: list[_Asked], ask: Callable[[_Asked], object]) -> Work:
    return lambda turn: ask(asked[turn % len(asked)])


def _ours(model: Model, k: int) -> Callable[[Histories], Int32]:
    def rank(histories: Histories) -> Int32:
        scores = model.scores(histories)
        return top_k(scores, k, allowed=~histories.seen(scores.shape[1]))

    return rank


def _factors(model: AlsImplicitModel, people: Histories) -> Float32:
    solved = [model.fold_in(items, ratings).user_factor for items, ratings in people]
    return np.array(solved, dtype=np.float32)


def _films(material: Material) -> str:
    return f"{len(material.version.item_ids):,} films"
