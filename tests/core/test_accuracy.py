"""Every expected value is worked by hand."""

from collections.abc import Callable

import pytest

from recommender.core.errors import BadConfig, BadData
from recommender.core.metrics.accuracy import (
    coverage_at_k,
    hit_rate_at_k,
    mae,
    ndcg_at_k,
    precision_at_k,
    recall_at_k,
    reciprocal_rank_at_k,
    rmse,
)

Measure = Callable[..., float]
_OF_LISTS = (hit_rate_at_k, ndcg_at_k, precision_at_k, recall_at_k, reciprocal_rank_at_k)


def test_rmse_squares_before_the_mean() -> None:
    assert rmse([3, 4, 5], [4, 4, 3]) == pytest.approx((5 / 3) ** 0.5)


def test_mae_takes_the_mean_of_distances() -> None:
    assert mae([3, 4, 5], [4, 4, 3]) == pytest.approx(1.0)


def test_a_perfect_guess_has_no_error() -> None:
    assert rmse([2.5], [2.5]) == mae([2.5], [2.5]) == 0


@pytest.mark.parametrize(("predicted", "actual"), [([], []), ([1, 2], [1])])
def test_nothing_to_compare_is_refused(predicted: list[float], actual: list[float]) -> None:
    with pytest.raises(BadData, match=r"^cannot compare \(\d,\) predictions with \(\d,\) ratings$"):
        rmse(predicted, actual)


def test_ndcg_discounts_the_third_rank() -> None:
    # hits at ranks 1 and 3 of 2 relevant: (1 + 1/2) / (1 + 1/log2(3)) = 1.5 / 1.63093
    assert ndcg_at_k([7, 8, 9], {7, 9}, k=3) == pytest.approx(0.91972, abs=1e-5)


def test_ndcg_is_one_when_all_hits_come_first() -> None:
    assert ndcg_at_k([7, 9, 8], {7, 9}, k=3) == pytest.approx(1.0)


def test_ndcg_of_a_hit_at_rank_two() -> None:
    assert ndcg_at_k([1, 2], {2}, k=2) == pytest.approx(0.63093, abs=1e-5)  # 1 / log2(3)


def test_the_ideal_list_of_ndcg_holds_at_most_k_hits() -> None:
    # 3 relevant but k = 2: the ideal is 1 + 1/log2(3), and both picks hit
    assert ndcg_at_k([1, 2], {1, 2, 3}, k=2) == pytest.approx(1.0)


def test_ranks_after_k_do_not_count() -> None:
    assert ndcg_at_k([1, 2, 3], {3}, k=2) == 0
    assert hit_rate_at_k([1, 2, 3], {3}, k=2) == 0
    assert recall_at_k([1, 2, 3], {3}, k=2) == 0


def test_hit_rate_counts_a_list_once() -> None:
    assert hit_rate_at_k([1, 2, 3], {1, 2, 3}, k=3) == 1


def test_recall_is_over_all_relevant_items() -> None:
    assert recall_at_k([1, 2, 3], {1, 3, 5, 6}, k=3) == pytest.approx(0.5)


def test_precision_is_over_k_however_short_the_list() -> None:
    assert precision_at_k([1, 2, 3, 4], {2, 4, 9}, k=4) == pytest.approx(0.5)
    assert precision_at_k([2], {2}, k=4) == pytest.approx(0.25)


def test_the_first_relevant_pick_gives_the_reciprocal_rank() -> None:
    assert reciprocal_rank_at_k([7, 8, 9, 5], {9, 5}, k=4) == pytest.approx(1 / 3)
    assert reciprocal_rank_at_k([7, 8, 9], {9}, k=2) == 0


def test_a_missing_pick_keeps_its_rank() -> None:
    assert ndcg_at_k([-1, 2], {2}, k=2) == pytest.approx(0.63093, abs=1e-5)


def test_coverage_counts_distinct_items_in_the_first_k() -> None:
    lists = [[0, 1, 5], [1, 2, 6], [-1, -1, -1]]
    assert coverage_at_k(lists, n_items=10, k=2) == pytest.approx(0.3)


@pytest.mark.parametrize("measure", _OF_LISTS)
def test_a_user_without_relevant_items_is_refused(measure: Measure) -> None:
    with pytest.raises(BadData):
        measure([1], set(), k=1)


@pytest.mark.parametrize("measure", _OF_LISTS)
def test_k_of_zero_is_refused(measure: Measure) -> None:
    with pytest.raises(BadConfig):
        measure([1], {1}, k=0)


def test_one_hit_among_the_picks_is_a_hit() -> None:
    assert hit_rate_at_k([7, 8, 9], {8, 5}, k=3) == 1
    assert hit_rate_at_k([7, 8, 9], {5}, k=3) == 0


def test_a_catalogue_of_one_film_can_be_covered() -> None:
    assert coverage_at_k([[0]], n_items=1, k=1) == 1


def test_a_catalogue_without_films_is_refused() -> None:
    with pytest.raises(BadConfig, match=r"^n_items=0 must be at least 1$"):
        coverage_at_k([[0]], n_items=0, k=1)


@pytest.mark.parametrize("measure", _OF_LISTS)
def test_a_refusal_names_the_value_and_the_remedy(measure: Measure) -> None:
    with pytest.raises(BadConfig, match=r"^k=0 must be at least 1$"):
        measure([1], {1}, k=0)
    with pytest.raises(BadData, match=r"^there are no relevant items; exclude this user"):
        measure([1], set(), k=1)
