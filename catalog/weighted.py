"""The weighted rating of the top-rated chart; the engine has the same formula as a baseline.

WR = v / (v + m) * R + m / (v + m) * C: v and R are a film's count and mean, C the mean of all rated
films' means, m the 0.90 quantile of their counts.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

COUNT_QUANTILE = 0.90


@dataclass(frozen=True, slots=True)
class Basis:
    """The constants. mean_rating: C, in stars; least_count: m, in ratings; rated_films: their number."""

    mean_rating: float
    least_count: float
    rated_films: int

    def weighted_rating(self, count: int, half_stars: int) -> float | None:
        """Return WR in stars; None for a film with fewer than m ratings, which is not in the chart."""
        if not count or count < self.least_count:
            return None
        weight = count / (count + self.least_count)
        return weight * half_stars / 2 / count + (1 - weight) * self.mean_rating


def basis_of(films: Sequence[tuple[int, int]]) -> Basis:
    """Compute C and m from the (count, sum of half stars) of every rated film."""
    if not films:
        return Basis(0.0, 0.0, 0)
    means = [half_stars / 2 / count for count, half_stars in films]
    counts = sorted(count for count, _ in films)
    return Basis(math.fsum(means) / len(means), quantile(counts, COUNT_QUANTILE), len(films))


def quantile(ascending: Sequence[int], share: float) -> float:
    """Return a quantile with linear interpolation between the two nearest values."""
    place = share * (len(ascending) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ascending) - 1)
    return ascending[low] + (ascending[high] - ascending[low]) * (place - low)
