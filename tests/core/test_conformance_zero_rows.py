"""The conformance suite's zero rows: no histories, no items, or no film of the catalogue known."""

import numpy as np
import pytest

from recommender.core.algorithms.base import (
    ComparesItems,
    Explains,
    Model,
    NamesTraits,
    Portable,
    PredictsEach,
    PredictsStars,
    PredictsUncertainty,
)
from recommender.core.algorithms.registry import ALGORITHMS
from recommender.core.data.interface import Controls
from recommender.core.data.training import TrainingData
from recommender.core.ranking.controls import mixed, pushed_away, spread_out, turned_to_popularity
from recommender.core.ranking.top_k import top_k
from tests.core.builders import make_history

NAMES = [one.name for one in ALGORITHMS]
TRAINED_BY_TORCH = [one.name for one in ALGORITHMS if one.framework]
NO_ITEMS = np.empty(0, dtype=np.int32)
SOME_ITEMS = np.array([3, 0, 11], dtype=np.int32)
NO_HISTORIES = make_history((3, 5.0)).select(np.empty(0, dtype=np.int64))
RATED = [(), ((3, 5.0),), tuple((row, 4.0) for row in range(14))]

pytestmark = pytest.mark.spark


@pytest.mark.parametrize("name", NAMES)
def test_no_histories_have_no_scores(name: str, fitted: dict[str, Model]) -> None:
    scores = fitted[name].scores(NO_HISTORIES)
    assert scores.shape == (0, 20)
    assert scores.dtype == np.float32


@pytest.mark.parametrize("name", NAMES)
def test_no_ratings_are_predicted_for_no_items_or_nobody(
    name: str, fitted: dict[str, Model], data: TrainingData
) -> None:
    model: object = fitted[name]
    if not isinstance(model, PredictsStars):
        return
    for histories in (data.interactions.histories(), make_history(), NO_HISTORIES):
        for items in (NO_ITEMS, SOME_ITEMS):
            stars = model.predict(histories, items)
            assert stars.shape == (len(histories), len(items))
            assert stars.dtype == np.float32
            if isinstance(model, PredictsEach):
                each = np.tile(items, (len(histories), 1))
                np.testing.assert_array_equal(model.predict_each(histories, each), stars)


@pytest.mark.parametrize("rated", RATED)
@pytest.mark.parametrize("name", NAMES)
def test_no_items_have_no_standard_deviations(
    name: str, rated: tuple[tuple[int, float], ...], fitted: dict[str, Model]
) -> None:
    model = fitted[name]
    if isinstance(model, PredictsUncertainty):
        found = model.predict_uncertain(make_history(*rated), NO_ITEMS)
        assert found.stars.shape == found.deviations.shape == (0,)


@pytest.mark.parametrize("rated", RATED)
@pytest.mark.parametrize("name", NAMES)
def test_contributions_have_a_row_an_item_and_a_column_a_rating(
    name: str, rated: tuple[tuple[int, float], ...], fitted: dict[str, Model]
) -> None:
    model = fitted[name]
    if not isinstance(model, Explains):
        return
    explained = model.explain(make_history(*rated))
    assert explained.scores.shape == (20,)
    for items in (NO_ITEMS, SOME_ITEMS):
        added = explained.contributions(items)
        assert added.shape == (len(items), len(rated))
        assert added.dtype == np.float32


@pytest.mark.parametrize("name", NAMES)
def test_no_items_are_compared(name: str, fitted: dict[str, Model]) -> None:
    model: object = fitted[name]
    if isinstance(model, ComparesItems):
        assert model.likeness(NO_ITEMS).shape == (0, 0)
    if isinstance(model, NamesTraits):
        assert model.shared_traits(NO_ITEMS, NO_ITEMS, limit=3) == []


@pytest.mark.parametrize("name", TRAINED_BY_TORCH)
def test_a_model_that_knows_no_film_of_a_catalogue_recommends_none(
    name: str, fitted: dict[str, Model]
) -> None:
    known = fitted[name]
    assert isinstance(known, Portable)
    assert not known.knows(NO_ITEMS)
    model, everything = (
        known.moved(np.full(20, -1, dtype=np.int32), 5),
        np.arange(5, dtype=np.int32),
    )
    assert isinstance(model, Portable)
    assert isinstance(model, Explains)
    assert not model.knows(everything)
    for histories in (NO_HISTORIES, make_history(), make_history((3, 5.0), (4, 1.0))):
        scores = model.scores(histories)
        assert scores.shape == (len(histories), 5)
        assert np.isneginf(scores).all()
    assert model.explain(make_history((3, 5.0))).contributions(everything).tolist() == [[0.0]] * 5


def test_every_method_is_tested_with_some_model(fitted: dict[str, Model]) -> None:
    """The tests above pass for a model that lacks the method."""
    kinds = (PredictsStars, PredictsEach, PredictsUncertainty, Explains, ComparesItems, NamesTraits)
    for kind in kinds:
        assert any(isinstance(fitted[name], kind) for name in NAMES), kind


# --- ranking ------------------------------------------------------------------------------------------
@pytest.mark.parametrize("shape", [(0, 5), (2, 0), (0, 0)])
def test_nothing_to_choose_from_fills_no_list(shape: tuple[int, int]) -> None:
    assert (top_k(np.zeros(shape, dtype=np.float32), 3) == np.full((shape[0], 3), -1)).all()


@pytest.mark.parametrize("n", [0, 4])
def test_the_dials_turn_nothing_where_no_film_is_allowed(n: int) -> None:
    scores, counts = np.arange(n, dtype=np.float32), np.ones(n, dtype=np.float32)
    allowed, turned = np.zeros(n, dtype=np.bool_), Controls(1.0, 0.0, 0.0)
    assert (turned_to_popularity(scores, counts, turned, allowed=allowed) == scores).all()
    assert (pushed_away(scores, scores, allowed=allowed) == scores).all()
    never = np.full(n, -np.inf, dtype=np.float32)
    assert (mixed(never, Controls(0.0, 0.5, 1.0), 1) == never).all()


def test_no_candidates_are_spread_out_to_none() -> None:
    nothing = np.empty(0, dtype=np.float32)
    places = spread_out(nothing, np.empty((0, 0), dtype=np.float32), 5, diversity=0.5)
    assert places.tolist() == []
