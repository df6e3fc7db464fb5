"""Figures of responses: percentiles of their times, and counts of their statuses."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from recommender.benchmarks.load.client import NO_RESPONSE, Seen


def percentile(values: Sequence[float], percent: float) -> float:
    """Return a percentile, interpolated between the two nearest values; 0 without values."""
    return float(np.percentile(values, percent)) if len(values) else 0.0


def latency_cells(seen: Sequence[Seen]) -> dict[str, float]:
    """Return the median, 95th and 99th percentile of latency in ms, as cells of a table."""
    taken = [one.latency_ms for one in seen]
    names = {"median_ms": 50, "p95_ms": 95, "p99_ms": 99}
    return {name: round(percentile(taken, percent), 4) for name, percent in names.items()}


def statuses(seen: Iterable[Seen]) -> str:
    """Return how often each status occurred, ascending: "200: 97, 503: 3"."""
    counts = sorted(Counter(one.status for one in seen).items())
    return ", ".join(f"{status or 'none'}: {count:,}" for status, count in counts)


def server_errors(seen: Iterable[Seen]) -> int:
    """Return the number of responses with a status of 500 or more, and of missing responses."""
    return sum(one.status >= 500 or one.status == NO_RESPONSE for one in seen)
