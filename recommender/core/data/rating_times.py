"""Detects the unit of rating times, which files do not name, and refuses impossible times."""

import numpy as np

from recommender.core.data.arrays import Bool, Int64

_UNITS = (1, 1_000, 1_000_000, 1_000_000_000)  # parts of a second
_TOLERANCE_S = 86_400  # text without a zone may be of one that is ahead of ours
_LAST_S = 253_402_300_799  # the end of the year 9999, the last that a date can be in


def unit_of(times: Int64, *, now_s: int) -> int:
    """Return how many units a second has: 1, a thousand, a million or a billion.

    Chooses the coarsest unit in which the median is not in the future. All ratings were given
    between 1990 and now, which differ by a factor of three, so two units can never both fit.
    """
    median = float(np.median(times)) if len(times) else 0.0
    fitting = (unit for unit in _UNITS if median / unit <= now_s + _TOLERANCE_S)
    return next(fitting, _UNITS[-1])


def in_seconds(times: Int64, *, unit: int, now_s: int) -> tuple[Int64, Bool]:
    """Return times in Unix seconds, and which of them are possible: from 1970 until a day from now."""
    seconds = times // unit
    return seconds, (seconds >= 0) & (seconds <= now_s + _TOLERANCE_S)


def possible_s(time: int) -> int:
    """Return a time in seconds, for data sets imported before units were detected.

    A time up to the year 9999 is returned as it is; a negative one becomes 0.
    """
    while time > _LAST_S:
        time //= _UNITS[1]
    return max(time, 0)
