"""Turning a list, worked by hand."""

import numpy as np
import pytest

from recommender.core.data.arrays import Float32
from recommender.core.data.interface import Controls
from recommender.core.errors import BadConfig
from recommender.core.ranking.controls import mixed, pushed_away, spread_out, turned_to_popularity

SCORES = np.array([3.0, 2.0, 1.0, -np.inf], dtype=np.float32)
COUNTS = np.array([1.0, 10.0, 100.0, 1000.0], dtype=np.float32)
ALLOWED = np.ones(4, dtype=np.bool_)


def test_a_dial_at_rest_changes_nothing() -> None:
    turned = turned_to_popularity(SCORES, COUNTS, Controls(), allowed=ALLOWED)
    assert turned.tolist() == SCORES.tolist()


def test_hidden_gems_rise_at_one_end_and_known_films_at_the_other() -> None:
    gems = turned_to_popularity(SCORES, COUNTS, Controls(popularity=0), allowed=ALLOWED)
    known = turned_to_popularity(SCORES, COUNTS, Controls(popularity=1), allowed=ALLOWED)
    assert gems[:3].argmax() == 0
    assert known[:3].argmax() == 2
    # Twice the spread of the scores for each deviation of the log counts, up or down.
    z = np.log1p(COUNTS[:3]) - np.log1p(COUNTS[:3]).mean()
    lift = 2 * SCORES[:3].std() * z / z.std()
    np.testing.assert_allclose(known[:3], SCORES[:3] + lift, rtol=1e-5)
    np.testing.assert_allclose(gems[:3], SCORES[:3] - lift, rtol=1e-5)


MANY = np.arange(1_000, dtype=np.float32)[::-1].copy()


def best(scores: Float32, k: int = 10) -> list[int]:
    rows: list[int] = np.argsort(-scores, kind="stable")[:k].tolist()
    return rows


def test_a_fresh_list_is_another_for_another_seed_alone() -> None:
    today, again, tomorrow = (
        best(mixed(MANY, Controls(freshness=0.5), seed)) for seed in (1, 1, 2)
    )
    assert today == again != tomorrow
    assert best(mixed(MANY, Controls(), 1)) == best(MANY)


def test_a_fresh_list_is_drawn_from_the_best() -> None:
    drawn = [best(mixed(MANY, Controls(freshness=1), seed), 50) for seed in range(20)]
    assert max(row for rows in drawn for row in rows) < 200
    places = np.bincount([row for rows in drawn for row in rows], minlength=200)
    assert places[:20].sum() > places[100:120].sum()  # the better, the more often


def test_luck_is_the_films_own() -> None:
    """What another film scores does not change who is lucky."""
    other = MANY.copy()
    other[0] = -np.inf
    before, after = (mixed(scores, Controls(freshness=0.5), 1) for scores in (MANY, other))
    luck, same = before[1:200] - MANY[1:200], after[1:200] - other[1:200]
    np.testing.assert_allclose(luck / same, np.full(199, (luck / same)[0]), rtol=1e-3)


def test_luck_is_drawn_from_a_normal_distribution_without_its_tails() -> None:
    """Of a hundred thousand films, some are luckier than 2.5 standard deviations: they count as 2.5."""
    scores = np.zeros(100_000, dtype=np.float32)
    scores[:200] = np.arange(200)  # only the best 200 set the scale
    luck = (mixed(scores, Controls(freshness=0.5), 3) - scores) / (0.5 * 0.5 * np.arange(200).std())
    assert luck.max() == pytest.approx(2.5, abs=1e-4)
    assert luck.min() == pytest.approx(-2.5, abs=1e-4)
    assert luck.mean() == pytest.approx(0, abs=0.02)
    assert (np.abs(luck) < 1).mean() == pytest.approx(0.683, abs=0.01)
    assert np.isin(np.abs(luck).round(4), 2.5).mean() == pytest.approx(0.0124, abs=0.002)


@pytest.mark.parametrize("scores", [[], [2.0], [2.0, -np.inf]])
def test_a_list_of_one_film_has_no_luck(scores: list[float]) -> None:
    given = np.array(scores, dtype=np.float32)
    assert mixed(given, Controls(freshness=1), 1).tolist() == scores


def test_two_films_have_luck() -> None:
    pair = np.array([2.0, 1.0], dtype=np.float32)
    luck = (mixed(pair, Controls(freshness=1), 1) - pair) / (0.5 * 0.5)
    assert luck.tolist() == pytest.approx(
        np.random.default_rng(1).standard_normal(2, dtype=np.float32).tolist(), rel=1e-5
    )


def test_two_films_are_enough_to_turn_to_the_known_one() -> None:
    pair, counts = np.array([2.0, 1.0], dtype=np.float32), np.array([0, 9], dtype=np.float32)
    turned = turned_to_popularity(
        pair, counts, Controls(popularity=1), allowed=np.ones(2, np.bool_)
    )
    assert turned.tolist() == [1, 2]  # 2 * 0.5 down and up


def test_films_as_well_known_as_each_other_stay_in_order() -> None:
    equal = np.full(4, 7.0, dtype=np.float32)
    turned = turned_to_popularity(SCORES, equal, Controls(popularity=1), allowed=ALLOWED)
    assert turned.tolist() == SCORES.tolist()


def test_what_must_not_be_shown_stays_so() -> None:
    turned = turned_to_popularity(SCORES, COUNTS, Controls(popularity=1), allowed=ALLOWED)
    assert np.isneginf(turned[3])


@pytest.mark.parametrize("counts", [COUNTS, np.full(4, 7.0, dtype=np.float32)])
@pytest.mark.parametrize("allowed", [[True, False, False, False], [False] * 4])
def test_a_list_too_short_to_turn_stays_as_it_is(counts: np.ndarray, allowed: list[bool]) -> None:
    mask = np.array(allowed)
    turned = turned_to_popularity(SCORES, counts, Controls(popularity=1), allowed=mask)
    assert turned.tolist() == SCORES.tolist()


def test_a_film_like_those_to_avoid_sinks_and_no_other_moves() -> None:
    # z of 2, 0 and 1 is 1.2247, -1.2247 and 0; 2 * the deviation of 4, 3 and 2 is 1.633.
    scores = np.array([4, 3, 2], dtype=np.float32)
    avoided = np.array([2, 0, 1], dtype=np.float32)
    pushed = pushed_away(scores, avoided, allowed=np.ones(3, dtype=np.bool_))
    assert pushed.tolist() == pytest.approx([2, 3, 2])


def test_a_film_that_is_not_allowed_or_not_scored_counts_for_nothing_when_others_sink() -> None:
    scores = np.array([4, 3, 2, 9, -np.inf, 3], dtype=np.float32)
    avoided = np.array([2, 0, 1, 50, 50, -np.inf], dtype=np.float32)
    allowed = np.array([True, True, True, False, True, False])
    pushed = pushed_away(scores, avoided, allowed=allowed)
    assert pushed.tolist() == pytest.approx([2, 3, 2, 9, -np.inf, 3])


@pytest.mark.parametrize("avoided", [[1, 1, 1], [-np.inf, -np.inf, -np.inf]])
def test_where_no_film_is_more_like_those_to_avoid_none_sinks(avoided: list[float]) -> None:
    scores = np.array([4, 3, 2], dtype=np.float32)
    given = np.array(avoided, dtype=np.float32)
    assert pushed_away(scores, given, allowed=np.ones(3, dtype=np.bool_)).tolist() == [4, 3, 2]


@pytest.mark.parametrize("allowed", [[True, False, False], [False] * 3])
def test_a_list_too_short_to_sink_in_stays_as_it_is(allowed: list[bool]) -> None:
    scores = np.array([4, 3, 2], dtype=np.float32)
    avoided = np.array([2, 0, 1], dtype=np.float32)
    assert pushed_away(scores, avoided, allowed=np.array(allowed)).tolist() == [4, 3, 2]


def test_in_a_list_of_two_the_one_like_those_to_avoid_sinks() -> None:
    pair, avoided = np.array([2, 1], dtype=np.float32), np.array([1, 0], dtype=np.float32)
    assert pushed_away(pair, avoided, allowed=np.ones(2, np.bool_)).tolist() == [1, 1]


LIKENESS = np.array([[1, 0.9, 0], [0.9, 1, 0], [0, 0, 1]], dtype=np.float32)


def test_without_diversity_the_order_is_that_of_the_scores() -> None:
    relevance = np.array([3, 2, 1], dtype=np.float32)
    assert spread_out(relevance, LIKENESS, 3, diversity=0).tolist() == [0, 1, 2]


def test_what_is_like_the_first_pick_comes_last() -> None:
    # After film 0: film 1 has .5 * .5 - .5 * .9, film 2 has .5 * 0 - 0.
    relevance = np.array([3, 2, 1], dtype=np.float32)
    assert spread_out(relevance, LIKENESS, 3, diversity=0.5).tolist() == [0, 2, 1]


def test_what_is_like_something_there_already_comes_last() -> None:
    # Of equal worth; film 0 is half like what was there, film 1 wholly, film 2 not at all.
    equal, there = np.ones(3, dtype=np.float32), np.array([0.5, 1, 0], dtype=np.float32)
    apart = np.eye(3, dtype=np.float32)
    assert spread_out(equal, apart, 3, diversity=0.5, nearest=there).tolist() == [2, 0, 1]
    assert there.tolist() == [0.5, 1, 0]


def test_fewer_candidates_than_asked_for_all_come() -> None:
    equal = np.array([1, 1, 1], dtype=np.float32)
    assert spread_out(equal, LIKENESS, 9, diversity=0).tolist() == [0, 1, 2]
    nothing = np.empty(0, dtype=np.float32)
    assert spread_out(nothing, np.empty((0, 0), dtype=np.float32), 3, diversity=1).tolist() == []


@pytest.mark.parametrize("bad", [{"diversity": -0.1}, {"freshness": 2.0}, {"popularity": 1.5}])
def test_a_dial_beyond_its_ends_is_refused(bad: dict[str, float]) -> None:
    with pytest.raises(BadConfig):
        Controls(**bad)
