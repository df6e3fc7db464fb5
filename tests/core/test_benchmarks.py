"""The benchmark measures what it says it measures: like with like, on data of a few films."""

import sys
import time
from pathlib import Path

import numpy as np
import pytest

from conftest import require
from recommender.benchmarks import als_training, answers, similar_items, store_loading
from recommender.benchmarks.made_up import made_up_data, made_up_items, made_up_version
from recommender.benchmarks.material import Material, Sizes, people_of, stored
from recommender.benchmarks.parts import PARTS, measured, tables_of
from recommender.benchmarks.report import OURS, Row, Table, slower_than_others
from recommender.benchmarks.rivals import (
    MissingLibrary,
    bare_top,
    confidences,
    implicit_with,
    library,
    one_thread,
)
from recommender.benchmarks.timing import Taken, Timing, timed
from recommender.core.algorithms.als_implicit import AlsImplicitConfig, AlsImplicitModel
from recommender.core.algorithms.base import silent
from recommender.core.algorithms.ease import EaseConfig
from recommender.core.algorithms.registry import with_parts
from recommender.core.data.sparse_rows import SparseRows
from recommender.core.errors import BadConfig, BadData
from recommender.core.ranking.top_k import top_k
from tests.core.builders import checkerboard_data, make_history, make_interactions

SIZES = Sizes(
    turns=2,
    batch=6,
    k=5,
    history=10,
    lengths=(2, 10),
    similar_films=120,
    dense_rows=40,
    many_films=150,
)


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """A stored version of 200 films that was never fitted."""
    rng = np.random.default_rng(0)
    data = made_up_data(made_up_items(200, rng), users=60, ratings=3_000, seed=1)
    models = dict(made_up_version(data, rng).models)
    return stored(data, models, tmp_path_factory.mktemp("store"), SIZES)


def check_figures(tables: list[Table]) -> None:
    assert tables
    for table in tables:
        assert table.rows, table.title
        for row in table.rows:
            numbers = [value for value in row.values() if not isinstance(value, str)]
            assert np.isfinite(numbers).all(), row
            assert min(numbers) >= 0, row
            if "median_ms" in row:
                assert 0 < float(row["median_ms"]) <= float(row["p95_ms"]), row


def by_task(table: Table) -> dict[str, set[str]]:
    """Who does what."""
    found: dict[str, set[str]] = {}
    for row in table.rows:
        found.setdefault(str(row["task"]), set()).add(str(row["by"]))
    return found


def test_works_take_turns_and_the_first_turns_do_not_count() -> None:
    asked: list[tuple[str, int]] = []
    works = {name: lambda turn, name=name: asked.append((name, turn)) for name in ("a", "b")}
    found = timed(works, turns=3)
    assert asked[:4] == [("a", 1), ("b", 1), ("a", 2), ("b", 2)]  # before the clock
    assert asked[4:] == [("a", 0), ("b", 0), ("a", 1), ("b", 1), ("a", 2), ("b", 2)]
    assert found["a"].turns == 3


def test_waiting_takes_time_but_no_processor() -> None:
    taken = Taken.by(lambda: time.sleep(0.05))
    assert taken.wall_s >= 0.05
    assert taken.cpu_s < 0.04


def test_median_and_p95_are_milliseconds() -> None:
    timing = Timing.of([Taken(seconds / 1000, 0.002) for seconds in range(1, 102)])
    assert (timing.median_ms, timing.p95_ms, timing.cpu_ms) == (51.0, 96.0, 2.0)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"turns": 1}, "turns must be at least 2"),
        ({"batch": 0}, "at least 1"),
        ({"many_films": 9}, "k=10"),
    ],
)
def test_sizes_that_measure_nothing_are_refused(given: dict[str, int], shown: str) -> None:
    with pytest.raises(BadConfig, match=shown):
        Sizes(**given)  # type: ignore[arg-type]  # lengths, the one tuple, is not among them


def test_who_is_asked_for_has_the_last_ratings_of_those_with_enough() -> None:
    rows = [(1, 1, 4.0), (2, 3, 3.0), (2, 2, 5.0), (2, 1, 2.0)]
    found = people_of(make_interactions(rows, n_items=3), length=2, most=9)
    assert [items.tolist() for items, _ in found] == [[1, 0]]


def test_nobody_with_enough_ratings_is_told_the_remedy(material: Material) -> None:
    with pytest.raises(BadData, match="no user has rated 900 films; name a larger data set"):
        material.people(length=900)


def test_a_made_up_version_is_as_large_as_a_fitted_one(material: Material) -> None:
    models = material.version.models
    assert set(models) == {one.name for one in with_parts(("popular", "for-you"))}
    ease = models["ease"]
    weights = ease.weights  # type: ignore[attr-defined]
    assert isinstance(weights, SparseRows)
    counts = material.data.interactions.item_counts()
    covered = int((counts >= EaseConfig().least_ratings).sum())
    assert len(weights.values) == covered * min(EaseConfig().kept, covered)
    first = weights.columns[: weights.row_starts[1]]
    assert len(set(first.tolist())) == len(first)


def test_the_bare_product_picks_what_top_k_picks() -> None:
    scores = np.random.default_rng(0).permuted(np.arange(200, dtype=np.float32)).reshape(2, 100)
    assert bare_top(scores, 7).tolist() == top_k(scores, 7).tolist()


def test_implicit_is_given_our_numbers() -> None:
    """With lambda scaled by hand, as ours is by the three liked films, both solve the same system."""
    require("implicit")
    factors = np.random.default_rng(0).normal(size=(40, 8)).astype(np.float32)
    config = AlsImplicitConfig(rank=8)
    ours = AlsImplicitModel.of(factors, config)
    history = make_history((3, 5.0), (7, 4.0), (11, 1.0), (20, 3.5))
    with one_thread():
        theirs = implicit_with(ours, factors[:1].copy())
    theirs.regularization = 3 * config.reg
    solved = theirs.recalculate_user(0, confidences(history, 40, config))
    ((items, ratings),) = history
    assert solved == pytest.approx(ours.fold_in(items, ratings).user_factor, abs=1e-4)


def test_lists_stand_beside_numpy_and_implicit(material: Material) -> None:
    require("implicit")
    tables = tables_of(PARTS["lists"], material, silent)
    check_figures(tables)
    one, batch, _ = tables
    assert by_task(one)["als-implicit"] == {OURS, "numpy", "implicit"}
    assert by_task(batch)["als-implicit"] == {OURS, "numpy", "implicit"}
    assert by_task(one)["ease"] == {OURS, "numpy"}


def test_fold_in_is_measured_at_each_length(material: Material) -> None:
    require("implicit")
    tables = tables_of(PARTS["fold-in"], material, silent)
    check_figures(tables)
    assert by_task(tables[0]) == {
        "taste, 2 ratings": {OURS, "implicit"},
        "stars, 2 ratings": {OURS},
        "taste, 10 ratings": {OURS, "implicit"},
        "stars, 10 ratings": {OURS},
    }


def test_similar_films_tell_what_is_arithmetic() -> None:
    tables = similar_items.measure(SIZES, silent)
    check_figures(tables)
    times, memory = tables
    assert by_task(times) == {"similar films": {OURS, "scikit-learn"}}
    (whole,) = (row for row in memory.rows if str(row["how"]).startswith("calculated"))
    assert whole["MiB"] == round(120 * 120 * 4 / 2**20, 2)


def test_loading_measures_swaps_and_two_workers(material: Material) -> None:
    tables = store_loading.measure(material, silent)
    check_figures(tables)
    workers = [row for row in tables[2].rows if row["what"] == "both have the version loaded"]
    assert len(workers) == 2
    for row in workers:
        assert float(row["USS MiB"]) <= float(row["PSS MiB"]) <= float(row["RSS MiB"])


def test_answers_are_measured_with_each_dial_and_all(material: Material) -> None:
    tables = answers.measure(material, silent)
    check_figures(tables)
    assert ["200 films" in tables[0].title, "150 films" in tables[1].title] == [True, True]
    for table in tables:
        assert set(by_task(table)) == {
            "at rest",
            "diversity",
            "popularity",
            "genre filter",
            "not interested",
            "all together",
        }


@pytest.mark.spark
def test_training_tells_time_and_worth_of_both() -> None:
    require("implicit")
    with one_thread():
        tables = als_training.measure(checkerboard_data(), silent)
    check_figures(tables)
    rows = [row for row in tables[0].rows if row["task"] == "training"]
    assert {row["by"] for row in rows} == {OURS, "implicit"}
    assert all(0 < float(row["hr@10"]) <= 1 for row in rows)  # 10 of the few films left


def test_only_what_is_faster_for_the_same_task_counts_as_faster() -> None:
    rows: tuple[Row, ...] = (
        {"task": "a", "by": OURS, "what": "ours", "median_ms": 6.0},
        {"task": "a", "by": "numpy", "what": "fast", "median_ms": 2.0},
        {"task": "a", "by": "numpy", "what": "slow", "median_ms": 7.0},
        {"task": "b", "by": "numpy", "what": "other", "median_ms": 1.0},
    )
    found = [(other["what"], times) for _, other, times in slower_than_others(Table("t", rows))]
    assert found == [("fast", 3.0)]


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("implicit", "implicit.cpu", "implicit.cpu.als", "psutil"):
        monkeypatch.setitem(sys.modules, name, None)


@pytest.mark.usefixtures("nothing_installed")
@pytest.mark.parametrize(("part", "package"), [("lists", "implicit"), ("loading", "psutil")])
def test_a_missing_library_is_told_with_the_remedy_before_anything_is_fitted(
    part: str, package: str, material: Material, tmp_path: Path
) -> None:
    with pytest.raises(MissingLibrary, match=f"{package}, which is not .*script/setup benchmark"):
        measured([part], material.data, SIZES, tmp_path / "store", silent)
    assert not (tmp_path / "store").exists()


def test_a_fault_inside_a_library_is_not_called_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken_library.py").write_text("import no_such_thing_at_all\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="no_such_thing_at_all") as caught:
        library("broken_library")
    assert not isinstance(caught.value, MissingLibrary)


def test_sequences_are_timed_beside_torch(material: Material) -> None:
    require("torch")
    tables = tables_of(PARTS["sequences"], material, silent)
    check_figures(tables)
    assert by_task(tables[0]) == {
        f"{name}, {length} films": {OURS, "torch"}
        for name in ("sasrec", "bert4rec", "bst")
        for length in material.sizes.lengths
    }
    assert all(("goal_ms" in row) == (row["by"] == OURS) for row in tables[0].rows)
