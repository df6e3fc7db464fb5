"""Small data for the core's tests."""

from collections.abc import Sequence

import numpy as np

from recommender.core.algorithms.bayesian_mf import BayesianMfModel
from recommender.core.data.histories import Histories
from recommender.core.data.ids import IdMap
from recommender.core.data.interactions import Interactions
from recommender.core.data.items import Items
from recommender.core.data.training import TrainingData

DAY_S = 86_400
START_S = 1_000_000_000


def make_items(n: int) -> Items:
    """Films 1 to n; even ones are Western, odd ones Musical, five to a decade."""
    return Items(
        IdMap.of(range(1, n + 1)),
        tuple(f"Film number {row}" for row in range(n)),
        tuple(1950 + 2 * row for row in range(n)),
        tuple(("Musical", "Drama") if row % 2 == 0 else ("Western",) for row in range(n)),
    )


def make_interactions(
    rows: Sequence[tuple[int, int, float]], *, n_items: int, step_s: int = DAY_S
) -> Interactions:
    """(user id, item id, stars) triples, each `step_s` after the one before."""
    users, items, stars = (np.array(column) for column in zip(*rows, strict=True))
    times = START_S + step_s * np.arange(len(rows))
    return Interactions.from_ids(
        users.astype(np.int64),
        items.astype(np.int64),
        stars.astype(np.float32),
        times.astype(np.int64),
        item_ids=IdMap.of(range(1, n_items + 1)),
    )


def make_history(*rated: tuple[int, float]) -> Histories:
    """One history of (item row, stars), a day apart."""
    items = np.array([row for row, _ in rated], dtype=np.int32)
    stars = np.array([given for _, given in rated], dtype=np.float32)
    return Histories.single(items, stars, START_S + DAY_S * np.arange(len(rated), dtype=np.int64))


def checkerboard(*, users: int = 40, items: int = 20, seed: int = 7) -> Interactions:
    """Two camps: even users love even rows and hate odd ones; odd users the other way round.

    Each user leaves out a quarter of the films, so that there is something to recommend.
    """
    dice = np.random.default_rng(seed)
    rows = [
        (user + 1, item + 1, 4.5 if (user + item) % 2 == 0 else 1.5)
        for user in range(users)
        for item in range(items)
        if dice.random() < 0.75
    ]
    return make_interactions(rows, n_items=items, step_s=600)


def checkerboard_data(*, users: int = 40, items: int = 20) -> TrainingData:
    return TrainingData.of(checkerboard(users=users, items=items), make_items(items))


def loyal_camps(*, users: int = 60, items: int = 40, seed: int = 7) -> TrainingData:
    """Each user rates two thirds of their own camp's films, in any order, and none of the other's."""
    dice = np.random.default_rng(seed)
    rows = [
        (user + 1, int(item) + 1, 4.5)
        for user in range(users)
        for item in dice.permutation(np.arange(user % 2, items, 2))[: items // 3]
    ]
    return TrainingData.of(make_interactions(rows, n_items=items, step_s=600), make_items(items))


def bayesian_model() -> BayesianMfModel:
    """One sample of two items of rank 1: v = 1 and 2, b = 0.5 and 0; the prior of a person: N(0, I)."""
    return BayesianMfModel(
        np.array([[[1.0, 0.5]], [[2.0, 0.0]]], dtype=np.float32),
        np.zeros((2, 1, 2), dtype=np.float32),
        np.zeros((1, 2)),
        np.eye(2)[None],
        np.array([4.0]),
        np.zeros(2, dtype=np.float32),
        5.0,
        3.0,
    )
