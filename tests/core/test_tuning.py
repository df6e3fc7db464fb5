"""Searching settings: on validation alone, never worse than the defaults, and resumable."""

import json
from pathlib import Path

import numpy as np
import pytest

from recommender.core.algorithms.base import Progress, silent
from recommender.core.algorithms.registry import algorithm
from recommender.core.data.interactions import Interactions
from recommender.core.data.splits import hold_out_latest
from recommender.core.data.training import TrainingData
from recommender.core.errors import BadConfig
from recommender.core.pipeline.train import HELD_OUT_SHARE
from recommender.core.pipeline.tuned_configs import config_of, keep_settings, read_settings
from recommender.core.pipeline.tuning import SPACES, Search, Tuned, tune
from tests.core.builders import checkerboard, checkerboard_data, make_items

pytest.importorskip("optuna")


def search(folder: Path, *, trials: int = 3, name: str = "item-similarity") -> Search:
    return Search(name, trials, folder / "trials.journal")


def tuned(
    folder: Path, *, trials: int = 3, data: TrainingData | None = None, progress: Progress = silent
) -> Tuned:
    return tune(data or checkerboard_data(), search(folder, trials=trials), {}, progress=progress)


def test_the_best_is_never_worse_than_the_defaults(tmp_path: Path) -> None:
    found = tuned(tmp_path, trials=5)
    assert found.metric == "ndcg@10"
    assert found.best >= found.default > 0
    assert found.trials == 5
    assert set(found.settings) in (set(), set(SPACES["item-similarity"]))


def test_a_search_that_was_stopped_goes_on(tmp_path: Path) -> None:
    shown: list[str] = []

    def note(step: str, share: float) -> None:
        shown.append(step)

    first = tuned(tmp_path, trials=2, progress=note)
    assert shown == ["trial 1 of 2", "trial 2 of 2"]
    shown.clear()
    both = tuned(tmp_path, trials=4, progress=note)
    assert shown == ["trial 3 of 4", "trial 4 of 4"]
    assert both.trials == 4
    assert both.best >= first.best
    assert both.default == first.default


def test_other_data_start_a_search_of_their_own(tmp_path: Path) -> None:
    tuned(tmp_path, trials=2)
    other = tuned(tmp_path, trials=1, data=checkerboard_data(users=30))
    assert other.trials == 1


def test_what_training_holds_back_is_never_seen(tmp_path: Path) -> None:
    """Whatever the held-out stars are, the search sees the same world."""
    table = checkerboard()
    held = hold_out_latest(table, share=HELD_OUT_SHARE).test
    is_held = np.isin(table.users * 1_000 + table.items, held.users * 1_000 + held.items)
    stars = np.where(is_held, np.float32(0.5), table.ratings).astype(np.float32)
    other = Interactions(
        table.users, table.items, stars, table.times, table.user_ids, table.item_ids
    )
    before = tuned(tmp_path / "before", data=TrainingData.of(table, make_items(20)))
    after = tuned(tmp_path / "after", data=TrainingData.of(other, make_items(20)))
    assert (before.default, before.best, before.settings) == (
        after.default,
        after.best,
        after.settings,
    )


def test_every_range_holds_the_default() -> None:
    for name, space in SPACES.items():
        config = algorithm(name).config()
        for setting, each in space.items():
            assert each.low <= getattr(config, setting) <= each.high, (name, setting)


def test_what_has_nothing_to_tune_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match="popular has no settings to tune"):
        search(tmp_path, name="popular")
    with pytest.raises(BadConfig, match="trials=0"):
        search(tmp_path, trials=0)


def test_settings_are_kept_for_each_algorithm_and_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "tuned.json"
    keep_settings(path, "ease", {"reg": 120.0})
    keep_settings(path, "for-you", {"content_weights": (1.0, 2.0)})
    assert read_settings(path)["for-you"] == {"content_weights": [1.0, 2.0]}
    keep_settings(path, "for-you", {})
    assert json.loads(path.read_text()) == {"ease": {"reg": 120.0}}
    assert config_of(algorithm("ease"), read_settings(path)).reg == 120
    assert config_of(algorithm("ease"), {}) == algorithm("ease").config()


@pytest.mark.parametrize("text", ["{", "[]", '{"ease": 3}'])
def test_a_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tuned.json"
    path.write_text(text)
    with pytest.raises(BadConfig, match=r"tuned\.json"):
        read_settings(path)


def test_a_setting_that_is_none_is_named() -> None:
    with pytest.raises(BadConfig, match=r"settings of ease.*nonsense"):
        config_of(algorithm("ease"), {"ease": {"nonsense": 1}})
