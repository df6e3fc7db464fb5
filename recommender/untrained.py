"""A site before its first training: which model stands in for the default one."""

from typing import TYPE_CHECKING

from recommender.core.data.interface import DEFAULT, RecommendationRequest

if TYPE_CHECKING:
    from recommender.core.serving.engine import Engine

STAND_IN = "sasrec"  # the most accurate of the pretrained models


def stand_in(engine: "Engine", request: RecommendationRequest) -> str | None:
    """Return the model that answers in place of the default one; None where only charts can.

    The stand-in must know a film of the history, and predicts no ratings to filter by.
    """
    if DEFAULT in engine.model_names:
        return DEFAULT
    if STAND_IN not in engine.model_names or request.min_rating is not None:
        return None
    rated = [one.movie_id for one in request.history]
    return STAND_IN if engine.knows_any(rated, model=STAND_IN) else None
