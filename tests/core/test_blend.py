"""Learning the blend's weights."""

import numpy as np
import pytest

from recommender.core.algorithms.base import Model, silent
from recommender.core.algorithms.for_you import ForYouConfig
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig, BadData
from recommender.core.pipeline.blend import _logit, learned_weights

pytestmark = pytest.mark.spark


def test_a_weight_is_learned_from_what_people_chose() -> None:
    """Choices that were drawn from known weights give them back; an expert of noise gets none."""
    dice = np.random.default_rng(0)
    experts = dice.normal(size=(2_000, 20, 3)).astype(np.float32)
    allowed = np.ones((2_000, 20), dtype=np.bool_)
    luck = dice.gumbel(size=(2_000, 20))
    chosen = (experts @ np.array([1.0, 2.0, 0.0]) + luck).argmax(axis=1)
    targets = np.eye(20, dtype=np.float32)[chosen]
    following, preference, idle = _logit(experts, allowed, targets)
    assert preference / following == pytest.approx(2.0, rel=0.1)
    assert idle < 0.1


def test_what_may_not_be_shown_teaches_nothing() -> None:
    dice = np.random.default_rng(0)
    experts = dice.normal(size=(500, 10, 3)).astype(np.float32)
    allowed = np.ones((500, 10), dtype=np.bool_)
    targets = np.eye(10, dtype=np.float32)[experts[:, :8, 0].argmax(axis=1)]
    allowed[:, 8:] = False
    before = _logit(experts, allowed, targets)
    experts[:, 8:] = 99
    np.testing.assert_allclose(_logit(experts, allowed, targets), before)


def test_the_blend_gets_a_weight_for_each_length(
    fitted: dict[str, Model], data: TrainingData
) -> None:
    found = learned_weights(fitted["for-you"], data.interactions, progress=silent)
    config = ForYouConfig(**found)
    assert list(config.lengths) == [1, 3, 5, 10, 15]  # nobody has rated more than 20
    assert min(*config.preference_weights, *config.content_weights, *config.crowd_weights) >= 0


def test_only_the_blend_has_weights_and_ten_people_are_needed(
    fitted: dict[str, Model], data: TrainingData
) -> None:
    with pytest.raises(BadConfig, match="only for the for-you blend"):
        learned_weights(fitted["popular"], data.interactions, progress=silent)
    few = data.interactions.where(data.interactions.users < 5)
    with pytest.raises(BadData, match="too few users"):
        learned_weights(fitted["for-you"], few, progress=silent)
