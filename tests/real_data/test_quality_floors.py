"""What each model is worth on real ratings, at least: a change that costs accuracy is seen here."""

from pathlib import Path

import pytest

from recommender.core.algorithms.base import silent
from recommender.core.algorithms.registry import BASELINE
from recommender.core.artifacts.manifest import Figures
from recommender.core.pipeline.evaluation import EvaluationPlan, evaluate_algorithms
from recommender.management.evaluation_data import measured_on

pytestmark = [pytest.mark.realdata, pytest.mark.spark, pytest.mark.slow]

Found = dict[str, Figures]
_FLOORS = [
    ("next-ridge", "hr@10", 0.318),
    ("next-ridge", "ndcg@10", 0.186),
    ("ease", "hr@10", 0.10),
    ("als-implicit", "hr@10", 0.08),
    ("item-similarity", "hr@10", 0.055),
]
_MODELS = tuple(dict.fromkeys(name for name, _, _ in _FLOORS))


def found_on(path: Path, *names: str) -> Found:
    measured = measured_on(str(path), progress=silent)
    return evaluate_algorithms(
        measured.data, EvaluationPlan("leave-last-out", names), progress=silent
    )


@pytest.fixture(scope="module")
def one_million(real_data: Path) -> Found:
    return found_on(real_data / "ml-1m-sequences.zip", *_MODELS)


@pytest.fixture(scope="module")
def latest_small(real_data: Path) -> Found:
    return found_on(real_data / "ml-latest-small.zip", "for-you")


@pytest.mark.parametrize(("name", "metric", "floor"), _FLOORS)
def test_a_model_stays_above_its_floor(
    one_million: Found, name: str, metric: str, floor: float
) -> None:
    assert one_million[name][metric] >= floor


@pytest.mark.parametrize("name", _MODELS)
def test_a_model_beats_popularity(one_million: Found, name: str) -> None:
    ours, base = one_million[name], one_million[BASELINE]
    assert ours["hr@10"] > base["hr@10"] + 2 * base["hr@10:se"]
    assert ours["ndcg@10"] > base["ndcg@10"] + 2 * base["ndcg@10:se"]


def test_popularity_is_what_the_others_are_measured_against(one_million: Found) -> None:
    assert one_million[BASELINE]["hr@10"] == pytest.approx(0.0429, abs=5e-5)


def test_for_you_beats_popularity_on_a_small_site(latest_small: Found) -> None:
    ours, base = latest_small["for-you"], latest_small[BASELINE]
    assert ours["hr@10"] > base["hr@10"] + 2 * base["hr@10:se"]
    assert ours["ndcg@10"] > base["ndcg@10"] + 2 * base["ndcg@10:se"]
