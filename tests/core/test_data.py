import numpy as np
import pytest

from recommender.core.data.histories import Histories
from recommender.core.data.ids import IdMap
from recommender.core.data.interactions import Interactions
from recommender.core.data.splits import hold_out_latest
from recommender.core.errors import BadConfig, BadData
from tests.core.builders import make_history, make_interactions


def test_rows_follow_the_order_of_ids() -> None:
    ids = IdMap.of([30, 10, 20, 10])
    assert ids.ids.tolist() == [10, 20, 30]
    assert ids.rows_of([20, 30, 10]).tolist() == [1, 2, 0]


def test_an_unknown_id_has_row_minus_one() -> None:
    assert IdMap.of([10, 20]).rows_of([5, 15, 25]).tolist() == [-1, -1, -1]
    assert IdMap.of([]).rows_of([1]).tolist() == [-1]


def test_ids_of_leaves_missing_picks_out() -> None:
    assert IdMap.of([10, 20]).ids_of([1, -1, 0]) == [20, 10]


def test_interactions_are_ordered_by_user_then_time() -> None:
    table = make_interactions([(2, 1, 3), (1, 2, 4), (2, 3, 5), (1, 1, 1)], n_items=3)
    assert table.user_ids.ids[table.users].tolist() == [1, 1, 2, 2]
    assert table.items.tolist() == [1, 0, 0, 2]


def test_ties_of_time_keep_the_given_order() -> None:
    table = make_interactions([(1, 3, 3), (1, 1, 4), (1, 2, 5)], n_items=3, step_s=0)
    assert table.items.tolist() == [2, 0, 1]


@pytest.mark.parametrize("stars", [0, 5.5, float("nan"), float("inf"), -1])
def test_stars_out_of_range_are_refused(stars: float) -> None:
    with pytest.raises(BadData, match=r"rating .* is not between"):
        make_interactions([(1, 1, stars)], n_items=1)


def test_rows_out_of_range_are_refused() -> None:
    one, ids = np.zeros(1, dtype=np.int32), IdMap.of([1])
    with pytest.raises(BadData, match="item rows"):
        Interactions(one, one + 1, np.ones(1, np.float32), np.zeros(1, np.int64), ids, ids)


def test_nobody_can_write_to_interactions() -> None:
    table = make_interactions([(1, 1, 3)], n_items=1)
    with pytest.raises(ValueError, match="read-only"):
        table.ratings[0] = 5


def test_ratings_of_items_outside_the_catalogue_are_left_out() -> None:
    table = make_interactions([(1, 1, 3), (1, 99, 4)], n_items=2)
    assert len(table) == 1


def test_a_history_may_be_empty() -> None:
    table = make_interactions([(1, 1, 3), (2, 1, 3)], n_items=1)
    histories = table.where(table.users == 1).histories()
    assert histories.lengths().tolist() == [0, 1]


def test_seen_marks_what_is_in_a_history() -> None:
    seen = make_history((0, 3), (2, 4)).seen(4)
    assert seen.tolist() == [[True, False, True, False]]


def test_select_takes_histories_in_the_order_asked() -> None:
    table = make_interactions([(1, 1, 1), (2, 2, 2), (2, 3, 3), (3, 1, 4)], n_items=3)
    chosen = table.histories().select(np.array([2, 1]))
    assert [items.tolist() for items, _ in chosen] == [[0], [1, 2]]


def test_offsets_that_do_not_fit_are_refused() -> None:
    with pytest.raises(BadData):
        Histories(
            np.array([0, 2]), np.zeros(1, np.int32), np.ones(1, np.float32), np.zeros(1, np.int64)
        )


def test_the_latest_fifth_of_each_user_is_held_out() -> None:
    rows = [(1, item, 3.0) for item in range(1, 11)] + [(2, item, 3.0) for item in (5, 6)]
    split = hold_out_latest(make_interactions(rows, n_items=10), share=0.2)
    assert split.test.items.tolist() == [8, 9, 5]
    assert len(split.train) == 9


def test_a_single_rating_stays_in_training() -> None:
    split = hold_out_latest(make_interactions([(1, 1, 3)], n_items=1))
    assert (len(split.train), len(split.test)) == (1, 0)


def test_nothing_held_out_is_in_training() -> None:
    rows = [(user, item, 3.0) for user in range(1, 6) for item in range(1, 9)]
    split = hold_out_latest(make_interactions(rows, n_items=8))
    pairs = set(zip(split.train.users, split.train.items, strict=True))
    assert pairs.isdisjoint(zip(split.test.users, split.test.items, strict=True))
    assert len(split.train) + len(split.test) == len(rows)


@pytest.mark.parametrize("share", [0, 1, -0.5])
def test_a_share_out_of_range_is_refused(share: float) -> None:
    with pytest.raises(BadConfig):
        hold_out_latest(make_interactions([(1, 1, 3)], n_items=1), share=share)
