"""What `me/recommendations` asks of the engine, with all that a person can turn."""

from collections import Counter

import numpy as np

from recommender.benchmarks.made_up import made_up_data, made_up_items, made_up_version
from recommender.benchmarks.material import Material, people_of, rated_of
from recommender.benchmarks.recommendation_lists import Key
from recommender.benchmarks.report import OURS, Table, timed_rows
from recommender.benchmarks.timing import Work, timed
from recommender.core.algorithms.base import Progress
from recommender.core.algorithms.registry import DEFAULT
from recommender.core.artifacts.versions import Version
from recommender.core.data.picks import Dials, Rated, Wish
from recommender.core.data.training import TrainingData
from recommender.core.serving.engine import Engine

_LIMIT = 20  # the site's own
_FEW_FILMS, _GOAL_FEW_MS, _GOAL_MANY_MS = 5_000, 3.0, 15.0
_WITHOUT = 100
_RATINGS_A_FILM, _FILMS_A_USER = 50, 2


def measure(material: Material, progress: Progress) -> list[Table]:
    """At the size of the data, and of a large catalogue that is made up."""
    progress("answers with all dials set", 0.1)
    small = _table(material.version, material.data, material, "fitted models")
    progress("making up a large catalogue", 0.3)
    films, rng = material.sizes.many_films, np.random.default_rng(0)
    items = made_up_items(films, rng)
    ratings, users = films * _RATINGS_A_FILM, max(films // _FILMS_A_USER, 1)
    data = made_up_data(items, users=users, ratings=ratings, seed=7)
    version = made_up_version(data, rng)
    progress("answers with all dials set", 0.8)
    return [small, _table(version, data, material, "made up, as large as fitted ones would be")]


def _table(version: Version, data: TrainingData, material: Material, kind: str) -> Table:
    history, engine = material.sizes.history, Engine(version)
    people = people_of(data.interactions, length=history, most=material.sizes.batch)
    asked = rated_of(people, version.item_ids.ids.tolist())
    works: dict[Key, Work] = {
        (name, OURS, _told(wish)): _work(engine, asked, wish)
        for name, wish in _wishes(data).items()
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


def _work(engine: Engine, asked: list[list[Rated]], wish: Wish) -> Work:
    return lambda turn: engine.recommend(asked[turn % len(asked)], model=DEFAULT, wish=wish)


def _wishes(data: TrainingData) -> dict[str, Wish]:
    genres = data.items.genres
    counts = Counter(genre for each in genres for genre in each)
    ids = data.items.ids.ids.tolist()
    genre = counts.most_common(1)[0][0] if counts else ""
    only = {movie for movie, each in zip(ids, genres, strict=True) if genre in each} or set(ids)
    without = ids[:: max(len(ids) // _WITHOUT, 1)]
    varied, gems = Dials(diversity=0.5), Dials(popularity=0.2)
    return {
        "at rest": Wish(_LIMIT),
        "diversity": Wish(_LIMIT, dials=varied),
        "popularity": Wish(_LIMIT, dials=gems),
        "genre filter": Wish(_LIMIT, only),
        "not interested": Wish(_LIMIT, without=without),
        "all together": Wish(_LIMIT, only, without, Dials(0.5, 0.2)),
    }


def _told(wish: Wish) -> str:
    only = "all films" if wish.only is None else f"{len(wish.only):,} films"
    return (
        f"{only}, {len(wish.without)} unwanted, diversity {wish.dials.diversity}, "
        f"popularity {wish.dials.popularity}"
    )
