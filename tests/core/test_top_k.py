import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.core.errors import BadConfig
from recommender.core.ranking.top_k import top_k


def scores_of(*values: float) -> np.ndarray:
    return np.array([values], dtype=np.float32)


def test_the_best_come_first() -> None:
    assert top_k(scores_of(0.1, 0.9, 0.5), 2).tolist() == [[1, 2]]


def test_ties_go_to_the_lower_row() -> None:
    assert top_k(scores_of(1, 2, 2, 2, 1), 3).tolist() == [[1, 2, 3]]


def test_a_tie_at_the_last_place_goes_to_the_lower_row() -> None:
    assert top_k(scores_of(5, 1, 1, 1, 1, 1), 2).tolist() == [[0, 1]]


def test_minus_infinity_is_never_picked() -> None:
    assert top_k(scores_of(-np.inf, 1, -np.inf), 3).tolist() == [[1, -1, -1]]


def test_not_a_number_is_never_picked() -> None:
    assert top_k(scores_of(np.nan, 1, 2), 3).tolist() == [[2, 1, -1]]


def test_negative_scores_are_scores() -> None:
    assert top_k(scores_of(-3, -1, -2), 2).tolist() == [[1, 2]]


def test_a_masked_item_makes_room_for_the_next() -> None:
    assert top_k(scores_of(3, 2, 1), 2, allowed=np.array([False, True, True])).tolist() == [[1, 2]]


def test_each_row_has_its_own_mask() -> None:
    scores = np.array([[3, 2, 1], [3, 2, 1]], dtype=np.float32)
    allowed = np.array([[False, True, True], [True, False, True]])
    assert top_k(scores, 1, allowed=allowed).tolist() == [[1], [0]]


def test_more_picks_than_items_are_missing() -> None:
    assert top_k(scores_of(1, 2), 4).tolist() == [[1, 0, -1, -1]]


@pytest.mark.parametrize("k", [0, -1])
def test_k_below_one_is_refused(k: int) -> None:
    with pytest.raises(BadConfig, match=str(k)):
        top_k(scores_of(1), k)


def test_the_scores_are_not_changed() -> None:
    scores = scores_of(1, np.nan, 2)
    scores.flags.writeable = False
    top_k(scores, 2, allowed=np.array([True, True, False]))


N_FILMS = 1_000  # as many as a real catalogue has, of which single rows are searched


def catalogue(shown: dict[int, float], *, rest: float = -np.inf) -> np.ndarray:
    scores = np.full((1, N_FILMS), rest, dtype=np.float32)
    scores[0, list(shown)] = list(shown.values())
    return scores


def test_in_a_large_catalogue_the_best_come_first() -> None:
    assert top_k(catalogue({7: 0.1, 500: 0.9, 999: 0.5}, rest=0), 3).tolist() == [[500, 999, 7]]


def test_in_a_large_catalogue_ties_go_to_the_lower_row() -> None:
    assert top_k(catalogue({}, rest=2), 4).tolist() == [[0, 1, 2, 3]]
    assert top_k(catalogue({900: 5, 40: 3, 30: 3, 800: 3}), 3).tolist() == [[900, 30, 40]]


def test_in_a_large_catalogue_many_ties_keep_their_order() -> None:
    alternating = np.tile(np.array([1, 2], dtype=np.float32), N_FILMS // 2)[None, :]
    assert top_k(alternating, 600).tolist() == [[*range(1, N_FILMS, 2), *range(0, 200, 2)]]


def test_in_a_large_catalogue_missing_picks_are_marked() -> None:
    assert top_k(catalogue({800: -3, 20: -2, 30: np.nan}), 4).tolist() == [[20, 800, -1, -1]]


def test_in_a_large_catalogue_a_masked_item_makes_room_for_the_next() -> None:
    allowed = np.ones(N_FILMS, dtype=np.bool_)
    allowed[500] = False
    assert top_k(catalogue({500: 9, 600: 8, 3: 7}), 2, allowed=allowed).tolist() == [[600, 3]]


def test_in_a_large_catalogue_each_user_has_a_list_of_their_own() -> None:
    scores = np.concatenate([catalogue({700: 1, 3: 2}), catalogue({5: 1}), catalogue({})])
    assert top_k(scores, 2).tolist() == [[3, 700], [5, -1], [-1, -1]]


@pytest.mark.parametrize("k", [N_FILMS - 1, N_FILMS, N_FILMS + 2])
def test_a_large_catalogue_can_be_listed_to_its_end(k: int) -> None:
    falling = np.arange(N_FILMS, 0, -1, dtype=np.float32)[None, :]
    assert top_k(falling, k).tolist() == [[*range(N_FILMS), -1, -1][:k]]


@pytest.mark.parametrize("n_films", [17, 300])
@given(st.integers(0, 2**32), st.integers(1, 20))
def test_it_is_a_stable_sort_of_the_whole_row(n_films: int, seed: int, k: int) -> None:
    levels = np.array([-np.inf, -1, 0, 1, 2], dtype=np.float32)
    scores = np.random.default_rng(seed).choice(levels, (3, n_films))
    for row, picks in zip(scores, top_k(scores, k).tolist(), strict=True):
        order = [item for item in np.argsort(-row, kind="stable") if row[item] > -np.inf][:k]
        assert picks == order + [-1] * (k - len(order))
