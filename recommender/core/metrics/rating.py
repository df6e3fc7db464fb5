"""Errors of predicted ratings."""

import numpy as np
from numpy.typing import ArrayLike

from recommender.core.data.arrays import Float64
from recommender.core.errors import BadData


def squared_errors(predicted: ArrayLike, actual: ArrayLike) -> Float64:
    """Return squared errors, of the inputs' shape. Raises BadData as `absolute_errors`."""
    return np.square(absolute_errors(predicted, actual))


def absolute_errors(predicted: ArrayLike, actual: ArrayLike) -> Float64:
    """Return absolute errors, of the inputs' shape.

    Raises BadData for empty inputs or different shapes.
    """
    guess, truth = np.asarray(predicted, dtype=np.float64), np.asarray(actual, dtype=np.float64)
    if guess.shape != truth.shape or not guess.size:
        raise BadData(f"cannot compare {guess.shape} predictions with {truth.shape} ratings")
    return np.abs(guess - truth)


def rmse(predicted: ArrayLike, actual: ArrayLike) -> float:
    """Root mean squared error, in stars."""
    return float(np.sqrt(squared_errors(predicted, actual).mean()))


def mae(predicted: ArrayLike, actual: ArrayLike) -> float:
    """Mean absolute error, in stars."""
    return float(absolute_errors(predicted, actual).mean())
