"""No model with a hole in it leaves a training."""

from dataclasses import fields
from typing import Any, cast

import numpy as np

from recommender.core.algorithms.base import Model
from recommender.core.algorithms.chart import ChartModel
from recommender.core.errors import TrainingError


def refuse_unsound(name: str, model: Model) -> None:
    """Raises TrainingError when an array or a number holds NaN or infinity.

    -infinity in a chart means "never shown", and stays.
    """
    for each in fields(cast("Any", model)):
        value = getattr(model, each.name)
        if not isinstance(value, (np.ndarray, float)):
            continue
        if isinstance(model, ChartModel):
            value = np.where(np.isneginf(value), 0, value)
        if not np.isfinite(value).all():
            raise TrainingError(
                f"{each.name} of {name} contains NaN or infinity; check the data or raise the "
                "regularisation"
            )
