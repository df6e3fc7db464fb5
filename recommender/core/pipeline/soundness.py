"""The finite-parameter check: no model with NaN or infinity leaves a training."""

from dataclasses import fields
from typing import Any, cast

import numpy as np

from recommender.core.algorithms.base import Model
from recommender.core.algorithms.chart import ChartModel
from recommender.core.errors import TrainingError


def refuse_unsound(name: str, model: Model) -> None:
    """Raise TrainingError when an array or a number of a model is NaN or infinite.

    -infinity in a chart means "never shown", and is allowed.
    """
    for each in fields(cast("Any", model)):
        value = getattr(model, each.name)
        if not isinstance(value, (np.ndarray, float)):
            continue
        if isinstance(model, ChartModel):
            value = np.where(np.isneginf(value), 0, value)
        if not np.isfinite(value).all():
            raise TrainingError(
                f"{each.name} of {name} holds NaN or infinity; look for it in the data, "
                "or raise the regularisation"
            )
