"""Bayesian matrix factorisation: by hand, on a world that is known, and on real ratings."""

from dataclasses import replace

import numpy as np
import pytest

from recommender.core.algorithms.base import UncertainPredictions, silent
from recommender.core.algorithms.bayesian_mf import BayesianMfConfig, BayesianMfModel
from recommender.core.data.arrays import Float32, Float64, Int32
from recommender.core.data.histories import Histories
from recommender.core.data.ids import IdMap
from recommender.core.data.interactions import Interactions
from recommender.core.data.splits import folds
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig
from recommender.core.evaluation.held_out import errors_of, predict_held_out
from recommender.core.trainers import gibbs
from tests.core.builders import START_S, bayesian_model, make_history, make_interactions, make_items

ITEMS = np.array([0, 1], dtype=np.int32)


def test_a_person_is_solved_by_hand() -> None:
    # One rating of item 0: x = (1, 1), t = 4.5 - 3 - 0.5 = 1, alpha = 4.
    # P = I + 4 [[1, 1], [1, 1]], whose inverse is [[5, -4], [-4, 5]] / 9: w = P^-1 (4, 4) = (4, 4) / 9.
    model, history = bayesian_model(), make_history((0, 4.5))
    expected = [3 + 0.5 + 8 / 9, 3 + 2 * 4 / 9 + 4 / 9]
    assert model.predict(history, ITEMS)[0].tolist() == pytest.approx(expected)
    assert model.scores(history)[0].tolist() == pytest.approx(expected)
    # Variance: 1/4 + x P^-1 x with x = (1, 1): 2/9, and x = (2, 1): (20 - 16 + 5) / 9 = 1.
    found = model.predict_uncertain(history, ITEMS)
    assert found.stars.tolist() == pytest.approx(expected)
    assert (found.deviations**2).tolist() == pytest.approx([1 / 4 + 2 / 9, 1 / 4 + 1])


def test_having_rated_moves_the_prior() -> None:
    model = bayesian_model()
    moved = replace(
        model,
        implied=np.array([[[1.0, 0.0]], [[0.0, 0.0]]], dtype=np.float32),
        noise=np.array([1e-9]),  # so noisy that the stars themselves say nothing
    )
    assert moved.scores(make_history((0, 1.0)))[0].tolist() == pytest.approx([3 + 0.5 + 1, 3 + 2])
    # Two rated items, one of which says something, which the root of two divides.
    both = moved.scores(make_history((0, 1.0), (1, 1.0)))[0]
    assert both.tolist() == pytest.approx([3.5 + 2**-0.5, 3 + 2 * 2**-0.5])


def test_samples_that_disagree_are_less_sure() -> None:
    one = bayesian_model()

    def doubled(shift: float) -> UncertainPredictions:
        vectors = np.repeat(one.item_vectors, 2, axis=1)
        vectors[:, 1, 1] += shift
        model = replace(
            one,
            item_vectors=vectors,
            implied=np.repeat(one.implied, 2, axis=1),
            means=np.repeat(one.means, 2, axis=0),
            precisions=np.repeat(one.precisions, 2, axis=0),
            noise=np.repeat(one.noise, 2),
        )
        return model.predict_uncertain(make_history(), ITEMS)

    # Means 1 apart have a variance of 1/4.
    assert doubled(1.0).deviations ** 2 == pytest.approx(doubled(0.0).deviations ** 2 + 0.25)
    assert doubled(1.0).stars == pytest.approx(doubled(0.0).stars + 0.5)


NOISE = 0.5


@pytest.fixture(scope="module")
def world() -> TrainingData:
    """300 people and 120 films of two hidden traits, a third rated, with a noise of half a star."""
    dice = np.random.default_rng(3)
    users, items = dice.normal(size=(300, 2)), dice.normal(size=(120, 2)) * 0.5
    stars = 3 + dice.normal(size=120) * 0.3 + dice.normal(size=(300, 1)) * 0.3 + users @ items.T
    rated = dice.random(stars.shape) < 0.33
    rows, columns = np.nonzero(rated)
    given = (stars[rated] + NOISE * dice.normal(size=len(rows))).clip(0.5, 5).astype(np.float32)
    times = START_S + np.arange(len(rows))
    ids = IdMap.of(range(1, 121))
    table = Interactions.from_ids(rows + 1, columns + 1, given, times, item_ids=ids)
    return TrainingData.of(table, make_items(120))


SMALL = BayesianMfConfig(rank=4, features=10, sweeps=40, warm_up=20, samples=8)


def test_a_known_world_is_recovered_and_its_noise_told(world: TrainingData) -> None:
    split = next(iter(folds(world.interactions, count=5, rng=np.random.default_rng(0))))
    model = fit(TrainingData.of(split.train, world.items), SMALL)
    found = errors_of(predict_held_out(model, split), split.test.ratings)
    assert NOISE * 0.9 < found["rmse"] < NOISE * 1.2  # the noise itself cannot be predicted
    assert 0.62 < found["within_spread"] < 0.74  # .68 when the deviations are true
    assert np.sqrt(1 / model.noise).mean() == pytest.approx(NOISE, rel=0.1)


def fit(data: TrainingData, config: BayesianMfConfig) -> BayesianMfModel:
    return gibbs.fit(data, config, rng=np.random.default_rng(0), progress=silent, parts={})


def test_the_same_seed_draws_the_same_chain(world: TrainingData) -> None:
    short = BayesianMfConfig(rank=2, features=3, sweeps=3, warm_up=0, samples=2)
    one, two = fit(world, short), fit(world, short)
    assert np.array_equal(one.item_vectors, two.item_vectors)
    assert np.array_equal(one.implied, two.implied)


def test_nobody_and_nothing_in_common_are_fitted_too() -> None:
    """More features are wanted than there are people; a film that nobody rated."""
    given = Interactions.from_ids(
        np.array([1]),
        np.array([1]),
        np.array([4.0], dtype=np.float32),
        np.array([START_S]),
        item_ids=IdMap.of(range(1, 3)),
    )
    model = fit(
        TrainingData.of(given, make_items(2)), BayesianMfConfig(sweeps=4, warm_up=1, samples=2)
    )
    stars = model.predict(make_history((0, 4.0)), ITEMS)[0]
    assert np.isfinite(stars).all()


def test_a_persons_rating_draws_the_guess_towards_it(world: TrainingData) -> None:
    model = fit(world, SMALL)
    low, high = (model.predict(make_history((0, stars)), ITEMS)[0][0] for stars in (0.5, 5.0))
    assert low < high


@pytest.mark.parametrize(
    "bad",
    [
        lambda: BayesianMfConfig(rank=0),
        lambda: BayesianMfConfig(features=-1),
        lambda: BayesianMfConfig(samples=0),
        lambda: BayesianMfConfig(sweeps=10, warm_up=8, samples=3),
    ],
)
def test_settings_that_cannot_work_are_refused(bad: type[BayesianMfConfig]) -> None:
    with pytest.raises(BadConfig):
        bad()


def explicit(model: BayesianMfModel, items: Int32, ratings: Float32) -> Float64:
    """The posterior mean of one sample, by the ridge regression that it is."""
    x = model.item_vectors[items, 0].astype(np.float64)
    left = ratings - model.global_mean - x[:, -1]
    x[:, -1] = 1.0
    prior = model.means[0] + model.implied[items, 0].sum(axis=0) / len(items) ** 0.5
    matrix = model.precisions[0] + model.noise[0] * x.T @ x
    solved: Float64 = np.linalg.solve(
        matrix, model.precisions[0] @ prior + model.noise[0] * x.T @ left
    )
    return solved


def test_the_fold_in_is_the_posterior_of_the_paper(world: TrainingData) -> None:
    model = fit(world, BayesianMfConfig(rank=3, features=5, sweeps=3, warm_up=1, samples=1))
    items, ratings = next(iter(world.interactions.histories()))
    found = model.posterior(items, ratings).means()[0]
    np.testing.assert_allclose(found, explicit(model, items, ratings), rtol=1e-6)
    history = Histories.single(items, ratings, np.arange(len(items), dtype=np.int64))
    added = model.explain(history).contributions(ITEMS).sum(axis=1)
    personal = replace(model, chosen=np.zeros_like(model.chosen))
    stranger = personal.scores(make_history())[0][ITEMS]
    np.testing.assert_allclose(added, personal.scores(history)[0][ITEMS] - stranger, atol=1e-4)


def test_a_stranger_is_taken_for_one_who_chose_the_film() -> None:
    model = replace(bayesian_model(), chosen=np.array([1.0, -0.5], dtype=np.float32), choice=1.0)
    plain = bayesian_model()
    for history, share in ((make_history(), 1.0), (make_history((0, 4.5)), 0.5)):
        above = model.predict(history, ITEMS) - plain.predict(history, ITEMS)
        assert above[0].tolist() == pytest.approx([share, -0.5 * share])
        predictions, usual = (
            model.predict_uncertain(history, ITEMS),
            plain.predict_uncertain(history, ITEMS),
        )
        assert (predictions.stars - usual.stars).tolist() == pytest.approx([share, -0.5 * share])
        assert predictions.deviations.tolist() == usual.deviations.tolist()


def test_a_film_that_only_fans_rate_is_guessed_high_for_a_stranger() -> None:
    """Half of the people like the one kind and rate little else; the mean of its raters is high."""
    dice = np.random.default_rng(0)
    rows = [
        (user, int(item) + 1, 4.5 if item % 2 == user % 2 else 1.5)
        for user in range(1, 201)
        for item in dice.permutation(np.arange(60))[:20]
        if item % 2 == user % 2 or dice.random() < 0.1
    ]
    data = TrainingData.of(make_interactions(rows, n_items=60), make_items(60))
    model = fit(data, SMALL)
    means = data.interactions.item_sums() / np.maximum(data.interactions.item_counts(), 1)
    guessed = model.scores(make_history())[0]
    without = replace(model, chosen=np.zeros_like(model.chosen)).scores(make_history())[0]
    assert np.abs(guessed - means).mean() < 0.1
    assert without.mean() < guessed.mean()
