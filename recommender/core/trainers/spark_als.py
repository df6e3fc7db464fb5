"""The two ALS fits that Spark runs; see the models for the equations."""

import numpy as np

from recommender.core.algorithms.als import AlsConfig, AlsModel, Biases, fit_biases
from recommender.core.algorithms.als_implicit import AlsImplicitConfig, AlsImplicitModel
from recommender.core.algorithms.base import Parts, Progress
from recommender.core.data.arrays import Float32
from recommender.core.data.interactions import Interactions
from recommender.core.data.training import TrainingData
from recommender.core.errors import TrainingError
from recommender.core.trainers.joint_als import refined
from recommender.core.trainers.spark_process import FactorConfig, Factors, spark

_OF_SPARK = 0.8  # of the time of an explicit fit, about


def fit_explicit(
    data: TrainingData,
    config: AlsConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> AlsModel:
    """Factorise the residuals of the biases, then refine both. Raises TrainingError when Spark
    fails.
    """
    biases = fit_biases(data.interactions, config)
    factors = _factorise(
        data.interactions,
        residuals_of(data.interactions, biases),
        FactorConfig(config.rank, config.iterations, config.reg),
        rng,
        lambda step, share: progress(step, _OF_SPARK * share),
    )
    item_factors, offsets = refined(
        data.interactions,
        factors.dense_items(len(data.items)),
        biases,
        config,
        lambda step, share: progress(step, _OF_SPARK + (1 - _OF_SPARK) * share),
    )
    return AlsModel(item_factors, offsets, biases.global_mean, config.user_damping, config.reg)


def residuals_of(interactions: Interactions, biases: Biases) -> Float32:
    """Return the residuals of all ratings after the biases, in the order of the interactions."""
    parts = [biases.residuals(items, ratings) for items, ratings in interactions.histories()]
    return np.concatenate(parts or [np.empty(0)]).astype(np.float32)


def fit_implicit(
    data: TrainingData,
    config: AlsImplicitConfig,
    *,
    rng: np.random.Generator,
    progress: Progress,
    parts: Parts,
) -> AlsImplicitModel:
    """Factorise preferences. Raises TrainingError when Spark fails."""
    feeling = (data.interactions.ratings - np.float32(config.neutral_stars)).astype(np.float32)
    spark_config = FactorConfig(config.rank, config.iterations, config.reg, config.alpha)
    factors = _factorise(data.interactions, feeling, spark_config, rng, progress)
    return AlsImplicitModel.of(factors.dense_items(len(data.items)), config)


def _factorise(
    interactions: Interactions,
    values: Float32,
    config: FactorConfig,
    rng: np.random.Generator,
    progress: Progress,
) -> Factors:
    factors = spark().factorise(
        interactions.users,
        interactions.items,
        values,
        config=config,
        seed=int(rng.integers(2**31)),
        progress=progress,
    )
    if not np.isfinite(factors.item_factors).all():
        raise TrainingError("Spark's factors contain NaN or infinity; raise reg or lower the rank")
    return factors
