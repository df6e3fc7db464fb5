"""What lists are like, worked by hand."""

import math

import numpy as np
import pytest

from recommender.core.errors import BadData
from recommender.core.metrics.beyond_accuracy import (
    genre_shares,
    gini,
    intra_list_diversity,
    mean_popularity_rank,
    miscalibration,
    popularity_ranks,
)


def test_equal_shares_have_a_gini_of_zero() -> None:
    assert gini([[0, 1], [2, 3]], n_items=4) == 0


def test_everything_on_one_of_four_items() -> None:
    # counts 0 0 0 2: sum of (2 i - n - 1) x_i = 3 * 2, over n * 2
    assert gini([[1], [1, -1]], n_items=4) == pytest.approx(3 / 4)


def test_no_pick_at_all_is_refused() -> None:
    with pytest.raises(BadData):
        gini([[-1]], n_items=4)
    with pytest.raises(BadData):
        mean_popularity_rank([-1], np.array([1]))


def test_ranks_begin_with_the_most_rated_and_ties_go_to_the_lower_row() -> None:
    ranks = popularity_ranks(np.array([3, 9, 3, 0]))
    assert ranks.tolist() == [2, 1, 3, 4]
    assert mean_popularity_rank([1, 3, -1], ranks) == 2.5


def test_the_distance_of_genres() -> None:
    genres = [frozenset({"Crime", "Drama"}), frozenset({"Drama"}), frozenset[str]()]
    assert intra_list_diversity([0, 1], genres) == 0.5
    # 0-1: 1/2; 0-2 and 1-2: 1
    assert intra_list_diversity([0, 1, 2], genres) == pytest.approx(2.5 / 3)
    assert intra_list_diversity([2, 2], genres) == 0
    assert intra_list_diversity([0], genres) == 0


def test_the_same_mix_is_calibrated_and_another_is_not() -> None:
    shares = genre_shares([("Crime", "Drama"), ("Crime",), ("Drama",), ()])
    assert shares.tolist() == [[0.5, 0.5], [1, 0], [0, 1], [0, 0]]
    assert miscalibration([1, 2], [0], shares) == pytest.approx(0)
    # All Crime where half was Drama: 1/2 log(.5 / .995) + 1/2 log(.5 / .005)
    expected = 0.5 * math.log(0.5 / 0.995) + 0.5 * math.log(0.5 / 0.005)
    assert miscalibration([1], [0], shares) == pytest.approx(expected)


def test_a_catalogue_of_one_film_is_shared_equally() -> None:
    assert gini([[0], [0]], n_items=1) == 0


@pytest.mark.parametrize(("lists", "n_items"), [([[-1], []], 4), ([[0]], 0)])
def test_a_refused_gini_says_why(lists: list[list[int]], n_items: int) -> None:
    with pytest.raises(BadData, match=r"^no item was recommended$"):
        gini(lists, n_items=n_items)


def test_the_mean_rank_counts_the_first_item_and_leaves_out_missing_ones() -> None:
    ranks = np.array([5, 1, 3])
    assert mean_popularity_rank([0, -1, 1], ranks) == 3


def test_a_list_without_films_has_no_mean_rank() -> None:
    with pytest.raises(BadData, match=r"^an empty list has no rank$"):
        mean_popularity_rank([-1], np.array([1]))


def test_ties_go_to_the_lower_row_in_a_large_catalogue_too() -> None:
    counts = np.tile(np.array([3, 7], dtype=np.int64), 100)
    ranks = popularity_ranks(counts)
    assert ranks[1::2].tolist() == list(range(1, 101))
    assert ranks[::2].tolist() == list(range(101, 201))


def test_calibration_counts_the_first_item_and_leaves_out_missing_ones() -> None:
    shares = genre_shares([["Crime"], ["Musical"], ["Western"]])
    assert miscalibration([0, -1], [0], shares) == pytest.approx(0)
    # KL of (.5, .5) and the smoothed (.995, .005)
    far = 0.5 * math.log(0.5 / 0.995) + 0.5 * math.log(0.5 / 0.005)
    assert miscalibration([0], [0, 1], shares) == pytest.approx(far)


def test_films_without_genres_have_no_mix_to_miss() -> None:
    shares = genre_shares([["Crime"], []])
    assert miscalibration([0], [1], shares) == 0
