import numpy as np
import pytest

from catalog.weighted import Basis, basis_of, quantile


def test_a_weighted_rating_by_hand() -> None:
    # 30 / (30 + 10) * 4.5 + 10 / 40 * 3.5
    assert Basis(3.5, 10, 100).weighted_rating(30, 270) == pytest.approx(4.25)


def test_a_film_with_just_enough_ratings_is_in() -> None:
    assert Basis(3.0, 10, 100).weighted_rating(10, 100) == pytest.approx(4.0)


def test_a_film_with_one_rating_too_few_is_out() -> None:
    assert Basis(3.0, 10, 100).weighted_rating(9, 90) is None


def test_a_film_without_ratings_is_out_even_of_an_empty_site() -> None:
    assert basis_of([]).weighted_rating(0, 0) is None


def test_the_basis_by_hand() -> None:
    # means 5, 3, 1; counts 1, 2, 11: the 0.9 quantile is 2 + 0.8 * 9
    basis = basis_of([(1, 10), (2, 12), (11, 22)])
    assert basis.mean_rating == pytest.approx(3.0)
    assert basis.least_count == pytest.approx(9.2)
    assert basis.rated_films == 3


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("share", [0.0, 0.25, 0.9, 1.0])
def test_the_quantile_is_numpys(seed: int, share: float) -> None:
    dice = np.random.default_rng(seed)
    counts = sorted(dice.integers(1, 1000, size=int(dice.integers(1, 50))).tolist())
    assert quantile(counts, share) == pytest.approx(float(np.quantile(counts, share)))
