"""Reports of evaluations for tests."""

from typing import Any

from recommender.core.evaluation.report import MeasuredData, Report

FIGURES = {
    "popular": {"ndcg@10": 0.1, "ndcg@10:se": 0.01, "hr@10": 0.2, "coverage@10": 0.05},
    "ease": {"ndcg@10": 0.3, "ndcg@10:se": 0.02, "hr@10": 0.4, "coverage@10": 0.5},
}


def make_report(**parts: Any) -> Report:
    """popular and ease by leave-last-out, but for the given parts."""
    whole: dict[str, Any] = {
        "protocol": "leave-last-out",
        "seed": 0,
        "data": MeasuredData("tiny.zip", "ab" * 32, 40, 12, 240),
        "models": FIGURES,
        "configs": {"popular": {}, "ease": {"reg": 300.0}},
        "command": "manage.py evaluate --protocol leave-last-out --data tiny.zip --models ease",
        "version": "0.1.0",
        "started_at": "2026-03-01T10:00:00+00:00",
        "finished_at": "2026-03-01T10:06:00+00:00",
        "machine": {"cpus": 2},
    }
    return Report(**(whole | parts))


def cold_models() -> dict[str, dict[str, float]]:
    """ease learns with every film; popular stays where it is; item-mean is the yardstick."""
    ease: dict[str, float] = {}
    popular: dict[str, float] = {}
    for k in (0, 5, 15):
        ease |= {f"rmse k={k}": 1.0 - 0.01 * k, f"rmse k={k}:se": 0.02}
        ease |= {f"ndcg@10 k={k}": 0.1 + 0.01 * k, f"coverage@10 k={k}": 0.02 * k}
        popular |= {f"ndcg@10 k={k}": 0.1, f"coverage@10 k={k}": 0.01}
    return {"popular": popular, "ease": ease, "item-mean": {"rmse k=0": 0.95}}
