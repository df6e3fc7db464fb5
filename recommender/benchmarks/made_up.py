"""Synthetic films, ratings and models of any size, for measuring time and memory only."""

import numpy as np
import pyarrow as pa

from recommender.core.algorithms.als_implicit import AlsImplicitConfig, AlsImplicitModel
from recommender.core.algorithms.base import Model, Parts, silent
from recommender.core.algorithms.bayesian_mf import BayesianMfConfig, BayesianMfModel
from recommender.core.algorithms.ease import EaseConfig, EaseModel, popularity_prior
from recommender.core.algorithms.item_weights import most_rated
from recommender.core.algorithms.next_neighbours import NextNeighboursModel
from recommender.core.algorithms.next_ridge import NextRidgeConfig, NextRidgeModel
from recommender.core.algorithms.registry import algorithm
from recommender.core.artifacts.manifest import DataFacts, Manifest
from recommender.core.artifacts.versions import Version
from recommender.core.data import synthetic
from recommender.core.data.arrays import Float32, Int32
from recommender.core.data.ids import IdMap
from recommender.core.data.interactions import Interactions
from recommender.core.data.items import Items
from recommender.core.data.sparse_rows import SparseRows
from recommender.core.data.training import TrainingData

_GENRES, _GENRES_A_FILM = 20, 3
_TRAITS_A_FILM = 12
_KNOWN_TRAITS_A_FILM = 1.5


def made_up_items(n: int, rng: np.random.Generator) -> Items:
    """Return films 1 to n with up to 3 genres, a year, and up to 12 of 1.5 n traits, by a power
    law.
    """
    genres = _drawn("genre", _GENRES, (n, _GENRES_A_FILM), rng)
    traits = _drawn("trait", int(_KNOWN_TRAITS_A_FILM * n), (n, _TRAITS_A_FILM), rng)
    years = 2024 - rng.geometric(0.05, n).clip(max=100)
    return Items(IdMap.of(range(1, n + 1)), ("",) * n, tuple(years.tolist()), genres, traits)


def _drawn(
    kind: str, known: int, shape: tuple[int, int], rng: np.random.Generator
) -> tuple[tuple[str, ...], ...]:
    numbers = (known * rng.random(shape) ** 2).astype(np.int64)
    return tuple(tuple({f"{kind} {number}": None for number in row}) for row in numbers.tolist())


def made_up_data(items: Items, *, users: int, ratings: int, seed: int) -> TrainingData:
    """Return about so many ratings, drawn as in `recommender.core.data.synthetic`."""
    blocks = synthetic.drawn_ratings(ratings=ratings, users=users, items=len(items), seed=seed)
    table = pa.concat_tables(blocks)
    owners, films, stars, times = (column.to_numpy() for column in table.columns)
    rated = Interactions.from_ids(
        owners, films, stars.astype(np.float32), times, item_ids=items.ids
    )
    return TrainingData.of(rated, items)


def made_up_version(data: TrainingData, rng: np.random.Generator) -> Version:
    """Return `for-you` and its parts, of the size that their fits would have, with random numbers.

    The closed forms cover as many films, and keep as many weights for each, as their default
    settings specify; fits that take only seconds (`popular`, `content`, `next-neighbours`,
    `for-you`) are real.
    """
    models: dict[str, Model] = {
        "ease": _ease(data, rng),
        "bayesian-mf": _stars(len(data.items), rng),
        "als-implicit": _taste(len(data.items), rng),
    }
    for name in ("popular", "content", "next-neighbours"):
        models[name] = _fitted(name, data, models, rng)
    models["next-ridge"] = _next_ridge(data, models, rng)
    models["for-you"] = _fitted("for-you", data, models, rng)
    facts = DataFacts("synthetic", "", data.interactions.n_users, len(data.items), 0, data.now_s)
    return Version(Manifest("v0", "", "", facts, {}), data.items.ids, models)


def _fitted(name: str, data: TrainingData, parts: Parts, rng: np.random.Generator) -> Model:
    one = algorithm(name)
    return one.fit(data, one.config(), rng=rng, progress=silent, parts=parts)


def _ease(data: TrainingData, rng: np.random.Generator) -> EaseModel:
    config = EaseConfig()
    covered = most_rated(
        data.interactions, most=config.max_items, least_ratings=config.least_ratings
    )
    weights = _weights(covered, len(data.items), rng, kept=config.kept)
    return EaseModel(weights.values, weights.columns, weights.row_starts, popularity_prior(data))


def _next_ridge(data: TrainingData, parts: Parts, rng: np.random.Generator) -> NextRidgeModel:
    config, ease, neighbours = NextRidgeConfig(), parts["ease"], parts["next-neighbours"]
    assert isinstance(ease, EaseModel)
    assert isinstance(neighbours, NextNeighboursModel)
    covered = most_rated(
        data.interactions, most=config.max_items, least_ratings=config.least_ratings
    )
    blocks = len(config.fadings)
    weights = _weights(covered, len(data.items), rng, kept=config.kept, blocks=blocks)
    return NextRidgeModel(
        weights.values,
        weights.columns,
        weights.row_starts,
        popularity_prior(data),
        ease,
        neighbours,
        config.fadings,
        config.reaches,
        config.ease_weight,
        config.neighbours_weight,
    )


def _stars(n_items: int, rng: np.random.Generator) -> BayesianMfModel:
    config = BayesianMfConfig()
    samples, d = config.samples, config.rank + 1
    vectors, implied = (
        _factors(n_items * samples, d, rng).reshape(n_items, samples, d) for _ in range(2)
    )
    precisions = np.tile(np.eye(d), (samples, 1, 1))
    nothing, noise = np.zeros((samples, d)), np.full(samples, 1.5)
    chosen = np.zeros(n_items, dtype=np.float32)
    return BayesianMfModel(vectors, implied, nothing, precisions, noise, chosen, config.choice, 3.5)


def _taste(n_items: int, rng: np.random.Generator) -> AlsImplicitModel:
    config = AlsImplicitConfig()
    return AlsImplicitModel.of(_factors(n_items, config.rank, rng), config)


def _factors(n: int, rank: int, rng: np.random.Generator) -> Float32:
    return rng.normal(scale=rank**-0.5, size=(n, rank)).astype(np.float32)


def _weights(
    covered: Int32, n_items: int, rng: np.random.Generator, *, kept: int, blocks: int = 1
) -> SparseRows:
    """Return weights in the form of largest_weights, without the dense matrix."""
    kept = min(kept, len(covered))
    lengths = np.zeros((blocks, n_items), dtype=np.int64)
    lengths[:, covered] = kept
    rows = blocks * len(covered)
    columns = np.sort(covered[_distinct(rows, kept, len(covered), rng)], axis=1)
    values = rng.normal(scale=0.01, size=rows * kept).astype(np.float32)
    starts = np.concatenate(([0], np.cumsum(lengths.ravel())))
    return SparseRows(values, columns.ravel(), starts.astype(np.int32), n_items)


def _distinct(rows: int, kept: int, known: int, rng: np.random.Generator) -> Int32:
    """Return (rows, kept): distinct positions below `known`, evenly spaced from a random start."""
    steps = (np.arange(kept) * known) // kept
    return ((rng.integers(known, size=(rows, 1)) + steps) % known).astype(np.int32)
