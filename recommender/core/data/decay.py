"""Exponentially decayed counts of ratings that are updated by addition alone.

Forward decay (Cormode, Shkapenyuk, Srivastava & Xu 2009, "Forward decay", def. 3) with an
exponential g: the weight 2^((t - landmark) / half-life) of a rating never changes, and the order of
items is the same as with decay from any "now". Departure: the base-2 logarithm of the sum is kept,
since the sum itself overflows a float.
"""

import math

import numpy as np

from recommender.core.data.arrays import Float64, Int32, Int64

DAY_S = 86_400
LANDMARK_S = 946_684_800  # 2000-01-01; any fixed time gives the same order
HALF_LIFE_DAYS = 30.0


def log_weight(time_s: float, *, half_life_days: float = HALF_LIFE_DAYS) -> float:
    """Return log2 of the weight of one rating at this Unix time."""
    return (time_s - LANDMARK_S) / (half_life_days * DAY_S)


def added(log_sum: float | None, weight: float) -> float:
    """Return log2 of a sum and one more weight, both given in log2; None is the empty sum."""
    if log_sum is None:
        return weight
    high, low = max(log_sum, weight), min(log_sum, weight)
    return high + math.log2(1 + 2.0 ** max(low - high, -1000))


def decayed_counts(
    items: Int32, times: Int64, *, n_items: int, half_life_days: float = HALF_LIFE_DAYS
) -> Float64:
    """Return (n_items,) log2 of the sum of the weights of each item's ratings, -inf without any."""
    exponents = (times - LANDMARK_S) / (half_life_days * DAY_S)
    log_sums = np.full(n_items, -np.inf)
    np.maximum.at(log_sums, items, exponents)
    sums = np.bincount(items, weights=np.exp2(exponents - log_sums[items]), minlength=n_items)
    rated = sums > 0
    log_sums[rated] += np.log2(sums[rated])
    return log_sums
