"""Complete recommendations of the engine for `me/recommendations`, with all controls in use."""

from collections import Counter
from dataclasses import replace

import numpy as np

from recommender.benchmarks.made_up import made_up_data, made_up_items, made_up_version
from recommender.benchmarks.material import Material, people_of, rated_of
from recommender.benchmarks.recommendation_lists import Key
from recommender.benchmarks.report import OURS, Table, timed_rows
from recommender.benchmarks.timing import Work, timed
from recommender.core.algorithms.base import Progress
from recommender.core.artifacts.versions import Version
from recommender.core.data.interface import DEFAULT, Controls, Rated, RecommendationRequest
from recommender.core.data.training import TrainingData
from recommender.core.serving.engine import Engine

_LIMIT = 20  # the site's own
_FEW_FILMS, _GOAL_FEW_MS, _GOAL_MANY_MS = 5_000, 3.0, 15.0
_WITHOUT = 100
_RATINGS_A_FILM, _FILMS_A_USER = 50, 2


def measure(material: Material, progress: Progress) -> list[Table]:
    """Time recommendations at the size of the data, and of a large synthetic catalogue."""
    progress("recommendations with all controls set", 0.1)
    small = _table(material.version, material.data, material, "fitted models")
    progress("generating a large synthetic catalogue", 0.3)
    films, rng = material.sizes.many_films, np.random.default_rng(0)
    items = made_up_items(films, rng)
    ratings, users = films * _RATINGS_A_FILM, max(films // _FILMS_A_USER, 1)
    data = made_up_data(items, users=users, ratings=ratings, seed=7)
    version = made_up_version(data, rng)
    progress("recommendations with all controls set", 0.8)
    return [small, _table(version, data, material, "synthetic, as large as fitted models")]


def _table(version: Version, data: TrainingData, material: Material, kind: str) -> Table:
    history, engine = material.sizes.history, Engine(version)
    people = people_of(data.interactions, length=history, most=material.sizes.batch)
    asked = rated_of(people, version.item_ids.ids.tolist())
    works: dict[Key, Work] = {
        (name, OURS, _shown(request)): _work(engine, asked, request)
        for name, request in _requests(data).items()
    }
    found = timed(works, turns=material.sizes.turns)
    films = len(version.item_ids)
    goal = _GOAL_FEW_MS if films <= _FEW_FILMS else _GOAL_MANY_MS
    return Table(
        f"{DEFAULT} through Engine.recommend, {films:,} films ({kind}), history of {history}",
        tuple(row | {"goal_ms": goal} for row in timed_rows(found)),
        (
            f"A list of {_LIMIT} with reasons and stars. The closed forms cover the most rated films.",
        ),
    )


def _work(engine: Engine, asked: list[list[Rated]], request: RecommendationRequest) -> Work:
    return lambda turn: engine.recommend(replace(request, history=asked[turn % len(asked)]))


def _requests(data: TrainingData) -> dict[str, RecommendationRequest]:
    genres = data.items.genres
    counts = Counter(genre for each in genres for genre in each)
    ids = data.items.ids.ids.tolist()
    genre = counts.most_common(1)[0][0] if counts else ""
    only = {movie for movie, each in zip(ids, genres, strict=True) if genre in each} or set(ids)
    without = ids[:: max(len(ids) // _WITHOUT, 1)]
    plain = RecommendationRequest(limit=_LIMIT)
    varied, gems = Controls(diversity=0.5), Controls(popularity=0.2)
    return {
        "at rest": plain,
        "diversity": replace(plain, controls=varied),
        "popularity": replace(plain, controls=gems),
        "genre filter": replace(plain, only=only),
        "not interested": replace(plain, without=without),
        "all together": replace(plain, only=only, without=without, controls=Controls(0.5, 0.2)),
    }


def _shown(request: RecommendationRequest) -> str:
    only = "all films" if request.only is None else f"{len(request.only):,} films"
    controls = request.controls
    return (
        f"{only}, {len(request.without)} unwanted, diversity {controls.diversity}, "
        f"popularity {controls.popularity}"
    )
