"""The closed forms and the sequences below them, by hand and against a plain way to say the same."""

from itertools import pairwise

import numpy as np
import pytest

from recommender.core.algorithms import ease, item_similarity, next_neighbours, next_ridge
from recommender.core.algorithms.base import Model, silent
from recommender.core.algorithms.item_weights import co_counts, largest_weights, most_rated
from recommender.core.data.arrays import Float32
from recommender.core.data.sequences import Sequences, decay
from recommender.core.data.training import TrainingData
from recommender.core.ranking.top_k import top_k
from tests.core.builders import make_history, make_interactions, make_items

ROWS = [(1, 1, 4.0), (1, 2, 3.0), (1, 3, 5.0), (2, 2, 2.0), (2, 3, 4.0), (3, 1, 3.0), (3, 3, 5.0)]


def data_of(rows: list[tuple[int, int, float]], n_items: int) -> TrainingData:
    return TrainingData.of(make_interactions(rows, n_items=n_items), make_items(n_items))


def random_data(*, users: int = 12, items: int = 6, seed: int = 3) -> TrainingData:
    dice = np.random.default_rng(seed)
    rows = [
        (user + 1, int(item) + 1, 4.0)
        for user in range(users)
        for item in dice.permutation(items)[: dice.integers(2, items)]
    ]
    return data_of(rows, items)


def test_pairs_stay_within_a_sequence() -> None:
    sequences = Sequences.of(make_interactions(ROWS, n_items=3))
    pairs = sequences.pairs(1)
    assert list(zip(pairs.earlier.tolist(), pairs.later.tolist(), strict=True)) == [
        (0, 1),
        (1, 2),
        (1, 2),
        (0, 2),
    ]
    assert pairs.after.tolist() == [1, 0, 0, 0]
    assert sequences.longest() == 3


def test_ease_solves_its_constrained_least_squares() -> None:
    # Steck's B is the best of all with an empty diagonal: no small step within that is better.
    counts = co_counts(make_interactions(ROWS, n_items=3), np.arange(3, dtype=np.int32))
    weights = ease.closed_form(counts, reg=2.0).astype(np.float64)

    def loss(candidate: np.ndarray) -> float:
        rest = np.eye(3) - candidate
        return float(np.trace(rest.T @ counts @ rest) + 2.0 * np.square(candidate).sum())

    assert weights.diagonal().tolist() == [0, 0, 0]
    for row, column in [(0, 1), (1, 0), (0, 2), (2, 1)]:
        for step in (-0.01, 0.01):
            other = weights.copy()
            other[row, column] += step
            assert loss(other) > loss(weights)


def test_the_cosine_is_shrunk_where_few_rated_both() -> None:
    counts = co_counts(make_interactions(ROWS, n_items=3), np.arange(3, dtype=np.int32))
    likeness = item_similarity.shrunk_cosine(counts, 2.0)
    # Films 1 and 3 of 2 and 3 ratings share two people: 2 / sqrt(6) * 2 / (2 + 2).
    assert likeness[0, 2] == pytest.approx(2 / np.sqrt(6) / 2)
    assert likeness[1, 1] == 0


def test_a_disliked_film_sinks_what_is_like_it() -> None:
    data = data_of(ROWS, 3)
    model = item_similarity.fit(
        data,
        item_similarity.ItemSimilarityConfig(least_ratings=1),
        rng=np.random.default_rng(0),
        progress=silent,
        parts={},
    )
    assert model.scores(make_history((0, 5.0)))[0, 2] > 0
    assert model.scores(make_history((0, 0.5)))[0, 2] < 0


def test_of_a_row_the_largest_entries_are_kept() -> None:
    dense = np.array([[0, 3, -4, 1], [1, 2, 3, 4]], dtype=np.float32)
    covered = np.array([0, 2, 3, 5], dtype=np.int32)
    kept = largest_weights(np.vstack([dense, dense]), covered, 6, kept=2)
    first, second = (kept.chosen(np.array([row], np.int32)) for row in (0, 2))
    once = np.ones(1, dtype=np.float32)
    assert first.added(once).tolist() == [0, 0, 3, -4, 0, 0]
    assert second.added(2 * once).tolist() == [0, 0, 0, 6, 0, 8]
    assert first.between(np.array([3, 5], np.int32)).tolist() == [[-4, 0]]
    both = kept.chosen(np.array([0, 2], np.int32))
    assert both.between(np.array([3, 5], np.int32)).tolist() == [[-4, 0], [3, 4]]
    assert both.products(first).tolist() == [[25], [-12]]


def test_ties_of_the_most_rated_go_to_the_lower_row() -> None:
    table = make_interactions(ROWS, n_items=4)
    assert most_rated(table, most=2, least_ratings=1).tolist() == [0, 2]
    assert most_rated(table, most=9, least_ratings=1).tolist() == [0, 1, 2]


def test_the_sums_over_pairs_are_those_of_the_examples_written_out() -> None:
    data = random_data()
    profiles = (decay(2, time_constant=1.0), decay(4, time_constant=3.0))
    targets = (1.0, 0.5)
    gram, cross = next_ridge.pair_sums(Sequences.of(data.interactions), 6, profiles, targets)
    features, wanted = written_out(data, profiles, targets)
    np.testing.assert_allclose(gram, features.T @ features, atol=1e-5)
    np.testing.assert_allclose(cross, features.T @ wanted, atol=1e-5)


def written_out(
    data: TrainingData, profiles: tuple[Float32, ...], targets: tuple[float, ...]
) -> tuple[np.ndarray, np.ndarray]:
    """Each place of each sequence as a row of features and one of targets."""
    histories, n = data.interactions.histories(), len(data.items)
    features, wanted = [], []
    for start, end in pairwise(histories.offsets.tolist()):
        items = histories.items[start:end]
        for place in range(1, len(items)):
            row = np.zeros(n * len(profiles))
            for block, profile in enumerate(profiles):
                for age, item in enumerate(items[:place][::-1][: len(profile)]):
                    row[block * n + item] += profile[age]
            target = np.zeros(n)
            for weight, item in zip(targets, items[place:], strict=False):
                target[item] += weight
            features.append(row)
            wanted.append(target)
    return np.array(features), np.array(wanted)


def test_what_always_comes_next_comes_first() -> None:
    # Film u is always followed by film u + 1 (mod 8), wherever a person begins.
    rows = [(user + 1, (user + step) % 8 + 1, 4.0) for user in range(40) for step in range(5)]
    model = next_ridge_of(data_of(rows, 8))
    for last in range(8):
        history = make_history(((last - 1) % 8, 4.0), (last, 4.0))
        unseen = ~history.seen(8)
        assert top_k(model.scores(history), 1, allowed=unseen).tolist() == [[(last + 1) % 8]]
        near = model.neighbours.scores(history)
        assert top_k(near, 1, allowed=unseen).tolist() == [[(last + 1) % 8]]


def next_ridge_of(data: TrainingData) -> next_ridge.NextRidgeModel:
    rng = np.random.default_rng(0)
    parts: dict[str, Model] = {
        "ease": ease.fit(data, ease.EaseConfig(), rng=rng, progress=silent, parts={}),
        "next-neighbours": next_neighbours.fit(
            data, next_neighbours.NextNeighboursConfig(), rng=rng, progress=silent, parts={}
        ),
    }
    config = next_ridge.NextRidgeConfig(reg=1.0)
    return next_ridge.fit(data, config, rng=rng, progress=silent, parts=parts)


def test_a_passage_that_shares_two_films_outweighs_two_that_share_one() -> None:
    # After films 1 and 2 came 3, once; after 2 alone came 4, twice. Films 7 and 8 are others'.
    rows = [(1, 1), (1, 2), (1, 3), (2, 5), (2, 2), (2, 4), (3, 6), (3, 2), (3, 4), (4, 7), (5, 8)]
    data = data_of([(user, item, 4.0) for user, item in rows], 8)

    def shares(power: float) -> tuple[float, float]:
        config = next_neighbours.NextNeighboursConfig(power=power, span=2, fading=1000)
        model = next_neighbours.fit(
            data, config, rng=np.random.default_rng(0), progress=silent, parts={}
        )
        scores = model.scores(make_history((0, 4.0), (1, 4.0)))[0]
        return float(scores[2]), float(scores[3])

    alone, together = np.log(5 / 3), np.log(5) + np.log(5 / 3)
    film_3, film_4 = shares(1.0)
    assert film_3 / film_4 == pytest.approx(together / (2 * alone), rel=0.01)
    film_3, film_4 = shares(3.0)
    assert film_3 / film_4 == pytest.approx(together**3 / (2 * alone**3), rel=0.01)
