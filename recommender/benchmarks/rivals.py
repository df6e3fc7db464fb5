"""The libraries for comparison, loaded on demand, with our own parameters."""

from contextlib import AbstractContextManager
from importlib import import_module
from typing import Any

import numpy as np
from scipy import sparse

from recommender.core.algorithms.als_implicit import AlsImplicitConfig, AlsImplicitModel
from recommender.core.data.arrays import Float32, Int64
from recommender.core.data.histories import Histories
from recommender.core.errors import CoreError


class MissingLibrary(CoreError, ImportError):
    """A library that only the benchmark uses is not installed."""


def library(name: str) -> Any:
    """Import a library. Raises MissingLibrary, with the command that installs it."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        package = name.partition(".")[0]
        if error.name is None or error.name.partition(".")[0] != package:
            raise  # it is installed, but one of its own imports is missing
        group = package if package == "torch" else "benchmark"
        raise MissingLibrary(
            f"the benchmark needs {package}, which is not installed; run script/setup {group}"
        ) from error


def one_thread() -> AbstractContextManager[object]:
    """Limit BLAS to one thread inside the context."""
    limit: AbstractContextManager[object] = library("threadpoolctl").threadpool_limits(1)
    return limit


def confidences(histories: Histories, n_items: int, config: AlsImplicitConfig) -> sparse.csr_matrix:
    """Return (n, n_items) for `implicit`: 1 + alpha * |x| of liked films, and its negative for
    others.
    """
    feeling = histories.ratings - np.float32(config.neutral_stars)
    values = np.where(feeling > 0, 1, -1) * (1 + config.alpha * np.abs(feeling))
    return sparse.csr_matrix(
        (values.astype(np.float32), histories.items, histories.offsets),
        shape=(len(histories), n_items),
        copy=True,  # implicit requires writable arrays
    )


def implicit_model(config: AlsImplicitConfig, *, threads: int, seed: int = 0) -> Any:
    """Return their ALS with our rank, iterations and lambda, which they do not scale by counts."""
    return library("implicit.cpu.als").AlternatingLeastSquares(
        factors=config.rank,
        regularization=config.reg,
        iterations=config.iterations,
        num_threads=threads,
        random_state=seed,
    )


def implicit_with(model: AlsImplicitModel, users: Float32) -> Any:
    """Return their model with our item factors and these user factors, on one thread."""
    config = AlsImplicitConfig(rank=model.item_factors.shape[1], reg=model.reg, alpha=model.alpha)
    theirs = implicit_model(config, threads=1)
    theirs.item_factors = np.array(model.item_factors)
    theirs.user_factors = users
    return theirs


def bare_top(scores: Float32, k: int) -> Int64:
    """Return (n, k), a minimal numpy top-k: nothing is masked, ties are in any order."""
    best = np.argpartition(-scores, k, axis=1)[:, :k]
    order = np.argsort(-np.take_along_axis(scores, best, axis=1), axis=1)
    return np.take_along_axis(best, order, axis=1)
