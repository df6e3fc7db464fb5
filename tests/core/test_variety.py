"""Films that many know and what to ask a new user, worked by hand."""

from collections.abc import Sequence

import numpy as np
import pytest

from recommender.core.data.arrays import Float32
from recommender.core.data.interface import Candidate
from recommender.core.ranking.variety import alike_by_traits, films_to_ask, varied_popular

AGREED = (0, 0, 0, 0, 0, 0, 0, 8, 0, 0)
HALVED = (4, 0, 0, 0, 0, 0, 0, 0, 0, 4)
IN_FOUR = (2, 0, 2, 0, 0, 0, 0, 2, 0, 2)


def film(movie_id: int, count: int, histogram: Sequence[int] = (), *traits: str) -> Candidate:
    return Candidate(movie_id, count, tuple(histogram), traits)


def none_alike(films: Sequence[Candidate]) -> Float32:
    return np.eye(len(films), dtype=np.float32)


def asked(*films: Candidate, k: int = 9) -> list[tuple[int, float]]:
    return [(one.movie_id, one.score) for one in films_to_ask(films, k, compare=none_alike)]


def test_likeness_is_what_is_shared_of_all_traits() -> None:
    films = [film(1, 1, (), "Crime", "Drama"), film(2, 1, (), "Crime"), film(3, 1)]
    assert alike_by_traits(films).tolist() == [[1, 0.5, 0], [0.5, 1, 0], [0, 0, 0]]


def test_no_films_have_no_likeness() -> None:
    assert alike_by_traits([]).shape == (0, 0)


def test_of_films_that_as_many_rated_the_one_that_they_disagree_on_is_asked_first() -> None:
    # One answer: 0 bits; two of a half: 1 bit; four of a quarter: 2 bits.
    found = asked(film(1, 8, AGREED), film(2, 8, HALVED), film(3, 8, IN_FOUR))
    assert [movie_id for movie_id, _ in found] == [3, 2, 1]
    log9 = np.log(9)
    assert [score for _, score in found] == pytest.approx([2 * log9, log9, 0])


def test_a_film_that_few_know_is_worth_little_however_they_disagree() -> None:
    found = asked(film(1, 2, (1, 0, 0, 0, 0, 0, 0, 0, 0, 1)), film(2, 300, HALVED))
    assert [movie_id for movie_id, _ in found] == [2, 1]
    assert [score for _, score in found] == pytest.approx([np.log(301), np.log(3)])


def test_a_film_whose_stars_are_not_known_counts_as_a_usual_one() -> None:
    found = dict(asked(film(1, 8), film(2, 8, AGREED), film(3, 8, IN_FOUR)))
    assert found[1] == pytest.approx((found[2] + found[3]) / 2)


def test_an_unknown_histogram_counts_as_the_mean_of_the_known_ones() -> None:
    # The two known histograms have 1 and 2 bits, the unknown one therefore 1.5.
    found = dict(asked(film(1, 8), film(2, 8, HALVED), film(3, 8, IN_FOUR)))
    assert found[1] == pytest.approx(1.5 * np.log(9))


def test_where_no_stars_are_known_the_best_known_are_asked() -> None:
    assert [movie_id for movie_id, _ in asked(film(1, 5), film(2, 9), film(3, 7))] == [2, 3, 1]


def test_where_no_stars_are_known_every_film_counts_as_one_bit() -> None:
    assert dict(asked(film(1, 5), film(2, 9))) == pytest.approx({1: np.log(6), 2: np.log(10)})


def test_a_histogram_of_noughts_is_as_good_as_none() -> None:
    assert dict(asked(film(1, 5, (0,) * 10))) == pytest.approx({1: np.log(6)})


def test_ties_go_to_the_earlier_film() -> None:
    assert [movie_id for movie_id, _ in asked(film(7, 5), film(3, 5), k=1)] == [7]


FILMS = [
    film(1, 100, HALVED, "Crime"),
    film(2, 90, HALVED, "Crime"),
    film(3, 60, HALVED, "Musical"),
    film(4, 10, HALVED, "Western"),
]


def test_a_film_of_the_same_kind_waits() -> None:
    # Worth, scaled: 1, .953, .773, 0. After film 1, film 2 has .3 * .953 - .7 and film 3 .3 * .773.
    found = films_to_ask(FILMS, 3, compare=alike_by_traits)
    assert [one.movie_id for one in found] == [1, 3, 4]


def test_a_film_of_a_kind_that_the_person_rated_waits() -> None:
    rated = [film(9, 5, (), "Crime")]
    found = films_to_ask(FILMS, 4, compare=alike_by_traits, beside=rated)
    assert [one.movie_id for one in found] == [3, 4, 1, 2]


def test_the_popular_list_starts_with_the_best_known_and_mixes_kinds() -> None:
    # After film 1, film 2 has .5 * .953 - .5, film 3 .5 * .773 and film 4 nothing at all.
    found = varied_popular(FILMS, 4, compare=alike_by_traits)
    assert [one.movie_id for one in found] == [1, 3, 4, 2]
    assert found[0].score == pytest.approx(np.log(101))


def test_of_no_films_none_are_picked() -> None:
    assert films_to_ask([], 3, compare=alike_by_traits) == []
    assert varied_popular([], 3, compare=none_alike) == []
