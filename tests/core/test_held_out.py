"""An evaluation worked by hand."""

import numpy as np
import pytest

from recommender.core.algorithms.base import silent
from recommender.core.algorithms.chart import ChartModel
from recommender.core.data.arrays import Float32, Int32
from recommender.core.data.histories import Histories
from recommender.core.data.splits import Split, hold_out_latest
from recommender.core.errors import BadData
from recommender.core.evaluation.held_out import evaluate
from tests.core.builders import make_interactions


class AlwaysThree(ChartModel):
    """A chart that predicts three stars for everything."""

    __slots__ = ()

    def predict(self, histories: Histories, items: Int32) -> Float32:
        return np.full((len(histories), len(items)), 3.0, dtype=np.float32)


def make_split() -> Split:
    """Two users of four films; each one's last film is held out: row 2 with 5 stars, row 3 with 2."""
    rows = [(1, 1, 3.0), (1, 2, 3.0), (1, 3, 5.0), (2, 1, 3.0), (2, 4, 2.0)]
    return hold_out_latest(make_interactions(rows, n_items=4), share=0.2)


def test_figures_by_hand() -> None:
    # Scores 4, 3, 2, 1. User 1 saw rows 0 and 1: picks 2, 3 hit at rank 1.
    # User 2 saw row 0: picks 1, 2, 3 hit at rank 3, NDCG 1 / log2(4).
    model = AlwaysThree(np.array([4, 3, 2, 1], dtype=np.float32))
    figures = evaluate({"m": model}, make_split(), k=3, progress=silent)["m"]
    assert figures["hr@3"] == 1.0
    assert figures["ndcg@3"] == pytest.approx((1 + 0.5) / 2)
    assert figures["recall@3"] == 1.0
    assert figures["precision@3"] == pytest.approx(1 / 3)
    assert figures["mrr@3"] == pytest.approx((1 + 1 / 3) / 2)
    assert figures["coverage@3"] == pytest.approx(3 / 4)
    assert figures["rmse"] == pytest.approx(((4 + 1) / 2) ** 0.5)
    assert figures["mae"] == pytest.approx(1.5)


def test_standard_errors_by_hand() -> None:
    # NDCG 1 and 0.5: standard deviation sqrt(0.125), over sqrt(2)
    model = AlwaysThree(np.array([4, 3, 2, 1], dtype=np.float32))
    figures = evaluate({"m": model}, make_split(), k=3, progress=silent)["m"]
    assert figures["ndcg@3:se"] == pytest.approx(0.25)
    # squared errors 4 and 1: their standard error 1.5, over twice the root of 2.5
    assert figures["rmse:se"] == pytest.approx(1.5 / (2 * 2.5**0.5))


def test_what_was_rated_in_training_is_never_picked() -> None:
    favourite = ChartModel(np.array([9, 0, 0, 0], dtype=np.float32))
    figures = evaluate({"m": favourite}, make_split(), k=1, progress=silent)["m"]
    # With row 0 seen by both, ties go to the lower row: 2 for user 1, 1 for user 2.
    assert figures["hr@1"] == pytest.approx(0.5)


def test_a_chart_has_no_figures_of_stars() -> None:
    chart = ChartModel(np.zeros(4, dtype=np.float32))
    assert "rmse" not in evaluate({"m": chart}, make_split(), progress=silent)["m"]


def test_nothing_held_out_is_refused() -> None:
    table = make_interactions([(1, 1, 3.0)], n_items=1)
    with pytest.raises(BadData):
        evaluate({}, Split(table, table.where(table.users < 0)), progress=silent)
