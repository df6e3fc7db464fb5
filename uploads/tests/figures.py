"""What a film's figures must be, worked out from every single rating, independently of the code."""

import math

from catalog.models import Movie, MovieStats
from uploads.models import Rating

_HALF_LIFE_S = 30 * 86_400
_START_S = 946_684_800  # 2000-01-01


def assert_figures_agree(movie: Movie) -> MovieStats:
    stats = MovieStats.objects.get(movie=movie)
    given = list(Rating.objects.filter(movie=movie))
    halves = stats.dataset_half_stars + sum(one.half_stars for one in given)
    count = stats.dataset_count + len(given)
    assert stats.site_count == len(given)
    assert stats.rating_count == count
    assert stats.rating_mean == (halves / 2 / count if count else None)
    ages = [(one.rated_at.timestamp() - _START_S) / _HALF_LIFE_S for one in given]
    if stats.dataset_trend is not None:
        ages.append(stats.dataset_trend)
    if not ages:
        assert stats.trend is None
        return stats
    assert stats.trend is not None
    highest = max(ages)
    trend = highest + math.log2(math.fsum(2 ** (age - highest) for age in ages))
    assert math.isclose(stats.trend, trend, rel_tol=1e-9)
    return stats
