"""The protocols of evaluation: what is held back, and that nothing of it leaks."""

from pathlib import Path

import numpy as np
import pytest

from recommender.core.algorithms.base import silent
from recommender.core.data.interactions import Interactions
from recommender.core.data.sequence_files import read_held_out, read_sequences
from recommender.core.data.splits import (
    Split,
    folds,
    hold_out_users,
    leave_last_out,
    split_at_time,
)
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig, BadData
from recommender.core.pipeline import evaluation
from recommender.core.pipeline.evaluation import EvaluationPlan, evaluate_algorithms
from recommender.core.pipeline.tuned_configs import Settings
from tests.core.builders import checkerboard, make_interactions, make_items


def triples(table: Interactions) -> set[tuple[int, int, int]]:
    columns = (table.users, table.items, table.times)
    return set(zip(*(column.tolist() for column in columns), strict=True))


def all_splits(table: Interactions) -> list[Split]:
    rng = np.random.default_rng(0)
    return [
        leave_last_out(table),
        split_at_time(table),
        *folds(table, count=5, rng=rng),
        hold_out_users(table, share=0.2, least=5, rng=rng),
    ]


def test_no_rating_is_on_both_sides_and_none_is_lost() -> None:
    table = checkerboard()
    for split in all_splits(table):
        train, test = triples(split.train), triples(split.test)
        assert test
        assert not train & test
        assert train | test == triples(table)


def test_the_last_of_each_user_is_held_back() -> None:
    table = make_interactions([(1, 1, 4), (1, 2, 4), (2, 3, 4), (3, 1, 4), (3, 3, 4)], n_items=3)
    split = leave_last_out(table)
    assert split.test.items.tolist() == [1, 2]
    assert split.test.users.tolist() == [0, 2]  # a single one is not taken away


def test_nothing_of_training_is_later_than_the_cut() -> None:
    split = split_at_time(checkerboard())
    assert split.train.times.max() < split.test.times.min()
    assert len(split.test) == pytest.approx(0.2 * len(checkerboard()), abs=1)


def test_each_rating_is_held_back_in_one_fold() -> None:
    table = checkerboard()
    held = [triples(split.test) for split in folds(table, count=5, rng=np.random.default_rng(1))]
    assert sum(map(len, held)) == len(table)
    assert set.union(*held) == triples(table)
    assert max(map(len, held)) - min(map(len, held)) <= 1


def test_held_out_users_leave_nothing_behind() -> None:
    split = hold_out_users(checkerboard(), share=0.25, least=5, rng=np.random.default_rng(0))
    assert not set(split.train.users.tolist()) & set(split.test.users.tolist())
    assert len(set(split.test.users.tolist())) == 10


@pytest.mark.parametrize(
    "bad",
    [
        lambda: split_at_time(checkerboard(), share=1.0),
        lambda: list(folds(checkerboard(), count=1, rng=np.random.default_rng(0))),
        lambda: EvaluationPlan("by-eye", ("popular",)),
        lambda: EvaluationPlan("time-split", ("popular",), test=checkerboard()),
        lambda: EvaluationPlan("rating-given", ("als",)).given(),
    ],
)
def test_a_split_that_makes_no_sense_is_refused(bad: object) -> None:
    assert callable(bad)
    with pytest.raises(BadConfig):
        bad()


def measured(
    protocol: str,
    *names: str,
    test: Interactions | None = None,
    settings: Settings | None = None,
) -> dict[str, dict[str, float]]:
    data = TrainingData.of(checkerboard(users=60, items=40), make_items(40))
    plan = EvaluationPlan(protocol, names, test=test, settings=settings or {})
    return evaluate_algorithms(data, plan, progress=silent)


def test_the_baseline_stands_beside_what_was_asked_for() -> None:
    found = measured("leave-last-out", "ease")
    assert list(found) == ["popular", "ease"]
    assert {"hr@10", "ndcg@10", "coverage@10", "gini@10", "fit_seconds"} <= found["ease"].keys()
    assert found["ease"]["hr@10:se"] > 0


def test_a_separate_test_file_is_what_is_measured_on() -> None:
    table = checkerboard(users=60, items=40)
    easy = make_interactions([(1, 1, 4.0)], n_items=40)
    test = Interactions(
        easy.users, easy.items, easy.ratings, easy.times, table.user_ids, table.item_ids
    )
    # Film 1 is user 1's, and what they rated in training is never picked.
    found = measured("leave-last-out", "popular", test=test)
    assert found["popular"]["hr@10"] == float(
        0 not in table.histories().select(np.array([0])).items
    )


def test_the_figures_of_new_users_stand_apart() -> None:
    # The checkerboard's users come one after the other, so the late ones are new.
    found = measured("time-split", "popular")
    assert found["popular"]["new-users:hr@10"] > 0
    assert found["popular"]["hr@10"] >= 0


def test_what_a_cold_start_tells_is_drawn_by_lot_and_grows() -> None:
    table = checkerboard(users=30, items=40)
    places = evaluation._lots(table, np.random.default_rng(0))
    for user, count in enumerate(table.histories().lengths()):
        assert sorted(places[table.users == user].tolist()) == list(range(count))
    assert np.corrcoef(places, table.times)[0, 1] < 0.5


def test_cold_start_is_measured_on_the_same_ratings_for_every_k() -> None:
    found = measured("cold-start", "popular", "item-similarity")
    for k in evaluation.COLD_LENGTHS:
        assert f"ndcg@10 k={k}" in found["item-similarity"]
        assert f"ndcg@10 k={k}:se" in found["item-similarity"]
    assert found["item-mean"]["rmse k=0"] > 0


def test_an_algorithm_without_stars_has_no_errors_to_measure() -> None:
    with pytest.raises(BadConfig, match="none of ease predicts ratings"):
        measured("rating-kfold", "ease")


def test_errors_of_stars_are_over_all_folds() -> None:
    few = {"rank": 4, "features": 4, "sweeps": 8, "warm_up": 4, "samples": 2}
    found = measured("rating-kfold", "bayesian-mf", settings={"bayesian-mf": few})
    assert found["bayesian-mf"]["warm_share"] == 1
    assert found["bayesian-mf"]["rmse"] == found["bayesian-mf"]["warm:rmse"]
    assert 0 < found["bayesian-mf"]["rmse"] < 1.6  # the two camps are 3 stars apart


def test_a_file_of_sequences_keeps_the_order_of_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "s.txt"
    path.write_text("7 30\n7 10\n9 30\n7 20\n")
    table = read_sequences(path)
    (first, _), (second, _) = table.histories()
    assert table.item_ids.ids_of(first) == [30, 10, 20]
    assert table.item_ids.ids_of(second) == [30]


def test_a_file_of_ratings_keeps_its_stars(tmp_path: Path) -> None:
    (tmp_path / "u1.base").write_text("1\t5\t3\t88\n1\t6\t4.5\t89\n")
    assert read_sequences(tmp_path / "u1.base").ratings.tolist() == [3.0, 4.5]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1 2\nhello\n", "line 2: expected `user item`"),
        ("1 2\n1 x\n", "line 2: .*found '1 x'"),
        ("", "is empty"),
        ("1 2 9\n", "rating 9.0 is not between"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, text: str, shown: str) -> None:
    path = tmp_path / "s.txt"
    path.write_text(text)
    with pytest.raises(BadData, match=shown):
        read_sequences(path)


def test_a_held_out_item_that_the_data_lacks_is_named(tmp_path: Path) -> None:
    known, held = tmp_path / "a.txt", tmp_path / "b.txt"
    known.write_text("1 2\n1 3\n")
    held.write_text("1 3\n1 4\n")
    with pytest.raises(BadData, match="line 2: user 1 or item 4 is not in the data"):
        read_held_out(held, read_sequences(known))
