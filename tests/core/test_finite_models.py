"""80: NaN and infinity end a training, wherever they come from."""

import numpy as np
import pytest

from recommender.core.algorithms import popular
from recommender.core.algorithms.als import AlsModel
from recommender.core.algorithms.chart import ChartModel
from recommender.core.algorithms.popular import PopularConfig
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.errors import BadData, TrainingError
from recommender.core.pipeline.train import TrainingPlan, refuse_non_finite, train
from tests.core.builders import loyal_camps, make_interactions

HOLES = [np.nan, np.inf]


@pytest.mark.parametrize("stars", [*HOLES, -np.inf, 0.0, 5.5])
def test_80_a_rating_that_is_no_rating_is_bad_data(stars: float) -> None:
    with pytest.raises(BadData, match="is not between"):
        make_interactions([(1, 1, 4.0), (1, 2, stars)], n_items=2)


@pytest.mark.parametrize("hole", [*HOLES, -np.inf])
def test_80_a_hole_in_the_factors_is_named(hole: float) -> None:
    factors = np.ones((3, 2), dtype=np.float32)
    factors[1, 1] = hole
    model = AlsModel(factors, np.zeros(3, dtype=np.float32), 3.5, 5.0, 0.1)
    with pytest.raises(TrainingError, match="item_factors of als contains NaN or infinity"):
        refuse_non_finite("als", model)


def test_80_a_number_that_is_none_is_named() -> None:
    model = AlsModel(
        np.ones((3, 2), dtype=np.float32), np.zeros(3, dtype=np.float32), np.nan, 5.0, 0.1
    )
    with pytest.raises(TrainingError, match="global_mean of als contains NaN"):
        refuse_non_finite("als", model)


def test_80_a_film_that_is_never_shown_is_no_hole() -> None:
    refuse_non_finite("latest", ChartModel(np.array([1, -np.inf], dtype=np.float32)))


def test_80_a_fit_that_ends_in_holes_stores_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = tmp_path_factory.mktemp("models")
    holes = ChartModel(np.full(40, np.nan, dtype=np.float32))

    def broken(*args: object, **kwargs: object) -> ChartModel:
        return holes

    monkeypatch.setattr(popular, "fit", broken)
    plan = TrainingPlan(store, "two camps", names=("popular",))
    assert plan.algorithms[0].config is PopularConfig
    with pytest.raises(TrainingError, match="item_scores of popular contains NaN"):
        train(loyal_camps(), plan, progress=lambda step, share: None)
    assert ArtifactStore(store).versions() == []
