"""Labels and formats of metrics."""

import re
from collections.abc import Iterable

from recommender.core.artifacts.manifest import Figures

_LABELS = {
    "ndcg": "NDCG",
    "hr": "HR",
    "mrr": "MRR",
    "rmse": "RMSE",
    "mae": "MAE",
    "popularity_rank": "popularity rank",
    "warm_share": "warm share",
    "within_spread": "within one standard deviation",
    "fit_seconds": "training time, s",
}


def label_of(metric: str) -> str:
    """Return a metric's label with its k: "ndcg@10" as NDCG@10; the part before a colon stays."""
    group, _, name = metric.rpartition(":")
    word = re.split("[@ ]", name, maxsplit=1)[0]
    label = _LABELS.get(word, word) + name.removeprefix(word)
    return f"{group.replace('-', ' ')}: {label}" if group else label


def cell_of(figures: Figures, metric: str) -> str:
    """Return the figure and its standard error; an en dash if it was not measured."""
    if metric not in figures:
        return "–"
    error = figures.get(f"{metric}:se")
    digits = digits_of(figures[metric])
    number = f"{figures[metric]:,.{digits}f}"
    return number + (f" ± {error:,.{digits}f}" if error is not None else "")


def digits_of(value: float) -> int:
    """Return the number of decimals for a number of this size."""
    return 4 if abs(value) < 10 else 1


def metrics_of(models: Iterable[Figures]) -> list[str]:
    """Return all metrics, except standard errors, in the order of first occurrence."""
    names = dict.fromkeys(name for figures in models for name in figures)
    return [name for name in names if not name.endswith(":se")]
