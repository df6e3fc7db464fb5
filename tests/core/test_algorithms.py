"""Known answers on matrices small enough to work by hand."""

from collections.abc import Callable
from types import ModuleType

import numpy as np
import pytest

from recommender.core.algorithms import (
    ease,
    for_you,
    item_similarity,
    latest,
    next_neighbours,
    next_ridge,
    popular,
    top_rated,
    trending,
)
from recommender.core.algorithms.als import AlsConfig, AlsModel, fit_biases
from recommender.core.algorithms.als_implicit import AlsImplicitConfig, AlsImplicitModel
from recommender.core.algorithms.base import Model, silent
from recommender.core.algorithms.content import ContentConfig
from recommender.core.algorithms.registry import ALGORITHMS, algorithm, with_parts
from recommender.core.data.decay import DAY_S, HALF_LIFE_DAYS, added, log_weight
from recommender.core.data.interactions import Interactions
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig, UnknownModel
from recommender.core.trainers import content_soup
from tests.core.builders import bayesian_model, make_history, make_interactions, make_items


def data_of(interactions: Interactions) -> TrainingData:
    return TrainingData.of(interactions, make_items(interactions.n_items))


def fitted(module: ModuleType, config: object, data: TrainingData) -> Model:
    model: Model = module.fit(data, config, rng=np.random.default_rng(0), progress=silent, parts={})
    return model


def fitted_next_ridge(data: TrainingData) -> Model:
    parts = {
        "ease": fitted(ease, ease.EaseConfig(least_ratings=1), data),
        "next-neighbours": fitted(next_neighbours, next_neighbours.NextNeighboursConfig(), data),
    }
    config = next_ridge.NextRidgeConfig()
    return next_ridge.fit(data, config, rng=np.random.default_rng(0), progress=silent, parts=parts)


def scores_of(module: ModuleType, config: object, data: TrainingData) -> list[float]:
    scores: list[float] = fitted(module, config, data).scores(make_history())[0].tolist()
    return scores


THREE = [(1, 1, 4.0), (1, 2, 3.0), (2, 1, 5.0), (3, 1, 3.0), (3, 3, 5.0)]


def test_popular_counts_ratings() -> None:
    data = data_of(make_interactions(THREE, n_items=4))
    assert scores_of(popular, popular.PopularConfig(), data) == [3, 1, 1, 0]


def test_latest_is_by_year_and_then_by_count() -> None:
    data = data_of(make_interactions(THREE, n_items=3))
    # years 1950, 1952, 1954 and counts 3, 1, 1 over highest + 1
    expected = [1950 + 3 / 4, 1952 + 1 / 4, 1954 + 1 / 4]
    assert scores_of(latest, latest.LatestConfig(), data) == pytest.approx(expected)


def test_weighted_rating_by_hand() -> None:
    # means 4, 3, 5 so C = 4; counts 3, 1, 1, so the 0.5 quantile m = 1
    data = data_of(make_interactions(THREE, n_items=4))
    scores = scores_of(top_rated, top_rated.TopRatedConfig(count_quantile=0.5), data)
    assert scores[:3] == pytest.approx([4.0, 0.5 * 3 + 0.5 * 4, 0.5 * 5 + 0.5 * 4])
    assert scores[3] == -np.inf


def test_a_film_below_the_least_count_is_not_in_the_chart() -> None:
    # counts 3, 1, 1: the 0.9 quantile interpolates to 1 + 0.8 * 2 = 2.6
    data = data_of(make_interactions(THREE, n_items=3))
    scores = scores_of(top_rated, top_rated.TopRatedConfig(), data)
    assert np.isneginf(scores).tolist() == [False, True, True]


def test_a_rating_counts_half_after_a_half_life() -> None:
    later = log_weight(2_000_000_000 + HALF_LIFE_DAYS * DAY_S)
    assert later - log_weight(2_000_000_000) == pytest.approx(1.0)


def test_two_equal_weights_are_twice_one() -> None:
    assert added(added(None, 7.0), 7.0) == pytest.approx(8.0)


def test_one_new_rating_outweighs_one_old_but_not_many() -> None:
    month = int(HALF_LIFE_DAYS * DAY_S)
    rows = [(user, 1, 3.0) for user in (1, 2, 3)] + [(4, 2, 3.0)]
    table = make_interactions(rows, n_items=2, step_s=0)
    aged = Interactions(
        table.users,
        table.items,
        table.ratings,
        table.times + np.where(table.items == 1, month, 0),
        table.user_ids,
        table.item_ids,
    )
    # three of weight 1/2 against one of weight 1
    scores = scores_of(trending, trending.TrendingConfig(), data_of(aged))
    assert scores[0] - scores[1] == pytest.approx(np.log2(1.5), abs=1e-5)


def test_biases_are_damped_means() -> None:
    table = make_interactions([(1, 1, 5.0), (2, 1, 4.0), (1, 2, 3.0)], n_items=3)
    biases = fit_biases(table, AlsConfig(item_damping=1, user_damping=1))
    # mu = 4; item 1: (1 + 0) / (2 + 1); item 2: -1 / (1 + 1); item 3: nothing
    assert biases.global_mean == pytest.approx(4.0)
    assert biases.item_offsets.tolist() == pytest.approx([1 / 3, -1 / 2, 0])
    # user 1: ((5 - 4 - 1/3) + (3 - 4 + 1/2)) / (2 + 1)
    offset = biases.user_offset(np.array([0, 1], np.int32), np.array([5, 3], np.float32))
    assert offset == pytest.approx((2 / 3 - 1 / 2) / 3)


def als_model(*, user_damping: float = 1e12) -> AlsModel:
    """Rank 1, no biases of items: item factors 1 and 2, reg 0.5; mean 3."""
    factors = np.array([[1.0], [2.0]], dtype=np.float32)
    return AlsModel(factors, np.zeros(2, np.float32), 3.0, user_damping, 0.5)


def test_the_explicit_fold_in_by_hand() -> None:
    # residuals 1 and 2: w = (1*1 + 2*2) / (1 + 4 + 0.5 * 2) = 5 / 6
    fold = als_model().fold_in(np.array([0, 1], np.int32), np.array([4, 5], np.float32))
    assert fold.user_factor.tolist() == pytest.approx([5 / 6, 0])


def test_a_persons_factor_and_offset_are_solved_together() -> None:
    # x = (1, 1) and (2, 1), residuals 1 and 2: [[5 + 1, 3], [3, 2 + 1]] (w, b) = (5, 3)
    model = als_model(user_damping=1)
    fold = model.fold_in(np.array([0, 1], np.int32), np.array([4, 5], np.float32))
    assert fold.user_factor.tolist() == pytest.approx([2 / 3, 1 / 3])
    assert model.scores(make_history((0, 4.0), (1, 5.0)))[0].tolist() == pytest.approx([4, 14 / 3])


def test_a_stranger_is_given_the_mean() -> None:
    assert als_model().scores(make_history())[0].tolist() == pytest.approx([3.0, 3.0])


def test_the_implicit_fold_in_by_hand() -> None:
    factors = np.array([[1.0], [2.0], [1.0]], dtype=np.float32)
    config = AlsImplicitConfig(rank=1, reg=0.5, alpha=2.0, neutral_stars=3.0)
    model = AlsImplicitModel.of(factors, config)
    # liked item 0 with x = 1, disliked item 1 with x = -2; Y'Y = 6
    # w = (1 + 2*1) * 1 / (6 + 2*1*1 + 2*2*4 + 0.5 * 1) = 3 / 24.5
    fold = model.fold_in(np.array([0, 1], np.int32), np.array([4, 1], np.float32))
    assert fold.user_factor.tolist() == pytest.approx([3 / 24.5])


def test_somebody_who_liked_nothing_is_offered_nothing_in_particular() -> None:
    model = AlsImplicitModel.of(np.ones((3, 2), np.float32), AlsImplicitConfig(rank=2))
    assert model.scores(make_history((0, 0.5), (1, 1.0)))[0].tolist() == [0, 0, 0]


def for_you_model(data: TrainingData, config: for_you.ForYouConfig) -> for_you.ForYouModel:
    factors = np.array([[1.0], [2.0]], dtype=np.float32)
    parts: dict[str, Model] = {
        "content": fitted(content_soup, ContentConfig(), data),
        "bayesian-mf": bayesian_model(),
        "als-implicit": AlsImplicitModel.of(factors, AlsImplicitConfig(rank=1)),
        "next-ridge": fitted_next_ridge(data),
    }
    return for_you.fit(data, config, rng=np.random.default_rng(0), progress=silent, parts=parts)


def test_a_film_that_few_rated_is_left_out() -> None:
    rows = [(1, 1, 4.0), (2, 1, 5.0), (1, 2, 3.0)]
    model = for_you_model(
        data_of(make_interactions(rows, n_items=2)), for_you.ForYouConfig(min_ratings=2)
    )
    assert np.isneginf(model.scores(make_history((0, 4.0)))[0]).tolist() == [False, True]


def test_films_of_one_kind_are_like_each_other() -> None:
    data = data_of(make_interactions(THREE, n_items=20))
    model = content_soup.fit(
        data, ContentConfig(), rng=np.random.default_rng(0), progress=silent, parts={}
    )
    likeness = model.similarities(0)
    # Rows 0 to 4 are of the fifties; even rows are musicals, odd ones Westerns.
    assert set(np.argsort(-likeness)[:2].tolist()) == {2, 4}
    mine, theirs = (np.array(rows, np.int32) for rows in ([0, 1], [2, 0]))
    shown = model.shared_traits(mine, theirs, limit=3)
    assert shown[0] == ("1950s", "Drama", "Musical")
    assert "Musical" not in shown[1]


def test_content_is_exact_for_every_k() -> None:
    data = data_of(make_interactions(THREE, n_items=20))
    model = content_soup.fit(
        data, ContentConfig(), rng=np.random.default_rng(0), progress=silent, parts={}
    )
    dense = model.soup.csr.toarray()
    expected = dense @ dense[3]
    found = model.similarities(3)
    np.testing.assert_allclose(np.delete(found, 3), np.delete(expected, 3), atol=1e-6)


def test_a_catalogue_without_words_has_no_likeness() -> None:
    data = data_of(make_interactions([(1, 1, 3.0)], n_items=1))
    bare = TrainingData.of(
        data.interactions, type(data.items)(data.items.ids, ("",), (None,), ((),))
    )
    model = content_soup.fit(
        bare, ContentConfig(), rng=np.random.default_rng(0), progress=silent, parts={}
    )
    assert model.scores(make_history((0, 5.0)))[0].tolist() == [0.0]


@pytest.mark.parametrize(
    "bad",
    [
        lambda: AlsConfig(rank=0),
        lambda: AlsConfig(reg=0),
        lambda: AlsImplicitConfig(alpha=0),
        lambda: for_you.ForYouConfig(min_ratings=-1),
        lambda: for_you.ForYouConfig(lengths=(1,)),
        lambda: for_you.ForYouConfig(lengths=(3, 1, 5, 10, 20, 100)),
        lambda: ease.EaseConfig(reg=0),
        lambda: item_similarity.ItemSimilarityConfig(kept=0),
        lambda: next_neighbours.NextNeighboursConfig(span=0),
        lambda: next_neighbours.NextNeighboursConfig(power=0),
        lambda: next_ridge.NextRidgeConfig(fadings=(1.0,)),
        lambda: next_ridge.NextRidgeConfig(reg=0),
        lambda: trending.TrendingConfig(half_life_days=0),
        lambda: top_rated.TopRatedConfig(count_quantile=1.5),
    ],
)
def test_a_hyper_parameter_out_of_range_is_refused(bad: Callable[[], object]) -> None:
    with pytest.raises(BadConfig):
        bad()


def test_an_unknown_name_is_told_the_known_ones() -> None:
    with pytest.raises(UnknownModel, match="for-you"):
        algorithm("nonsense")


def test_parts_come_before_what_is_built_of_them() -> None:
    names = [one.name for one in with_parts(("next-ridge",))]
    assert names == ["ease", "next-neighbours", "next-ridge"]
    assert {"bayesian-mf", *names} < {one.name for one in with_parts(("for-you",))}
    names = [one.name for one in ALGORITHMS]
    for one in ALGORITHMS:
        assert all(names.index(part) < names.index(one.name) for part in one.parts)
