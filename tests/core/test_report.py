"""Reports of evaluations: what is read back, what is refused, which model is the best."""

import json
from typing import Any

import pytest

from recommender.core.errors import BadData
from recommender.core.evaluation.protocols import PROTOCOLS, is_error
from recommender.core.evaluation.report import Report
from recommender.core.pipeline import evaluation
from tests.reports import make_report


def changed(**parts: Any) -> str:
    return json.dumps(make_report().as_dict() | parts)


def test_a_report_comes_back_as_it_was_written() -> None:
    report = make_report(configs={"ease": {"reg": 300.0, "lengths": [1, 2]}})
    assert Report.from_json(report.to_json()) == report


def test_every_protocol_that_can_be_run_is_described() -> None:
    assert set(PROTOCOLS) == set(evaluation.PROTOCOLS)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{", "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
        ("[]", "not a valid report"),
        ("{}", "not a valid report"),
        ('{"protocol": "leave-last-out", "seed": 0}', "not a valid report"),
        (changed(extra=1), "extra"),
        (changed(protocol="by-eye"), "unknown protocol 'by-eye'"),
        (changed(models={}), "no models"),
        (changed(models={"ease": {"ndcg@10": None}}), "ndcg@10 of ease is None"),
        (changed(models={"ease": {"ndcg@10": float("nan")}}), "ndcg@10 of ease is nan"),
        (changed(models={"ease": {"ndcg@10": True}}), "ndcg@10 of ease is True"),
        (changed(data={"path": "a.zip"}), "sha256"),
    ],
)
def test_what_is_no_report_is_refused_with_a_reason(text: str, shown: str) -> None:
    with pytest.raises(BadData, match=shown):
        Report.from_json(text)


def test_the_highest_ndcg_comes_first_and_what_lacks_it_last() -> None:
    models = {"popular": {"ndcg@10": 0.1}, "blank": {}, "ease": {"ndcg@10": 0.3}}
    assert make_report(models=models).ranked() == ["ease", "popular", "blank"]


def test_the_lowest_error_comes_first() -> None:
    models = {"als": {"rmse": 0.9}, "for-you": {"rmse": 0.85}}
    assert make_report(protocol="rating-kfold", models=models).ranked() == ["for-you", "als"]


@pytest.mark.parametrize(
    ("metric", "expected"), [("rmse", True), ("mae k=3", True), ("ndcg@10", False)]
)
def test_errors_are_better_when_they_are_small(metric: str, *, expected: bool) -> None:
    assert is_error(metric) is expected
