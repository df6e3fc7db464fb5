"""The unit of rating times, which files do not name, and times that cannot be."""

import numpy as np

from recommender.core.data.arrays import Bool, Int64

_UNITS = (1, 1_000, 1_000_000, 1_000_000_000)  # parts of a second
_TOLERANCE_S = 86_400  # text without a zone may be of one that is ahead of ours
_LAST_S = 253_402_300_799  # the end of the year 9999, the last that a date can be in


def unit_of(times: Int64, *, now_s: int) -> int:
    """How many parts of a second the times count: 1, or a thousand, a million, a billion.

    The coarsest unit in which their median does not lie in the future. All films were rated between 1990
    and now, which are a factor of three apart, so that no two units can both be meant.
    """
    median = float(np.median(times)) if len(times) else 0.0
    fitting = (unit for unit in _UNITS if median / unit <= now_s + _TOLERANCE_S)
    return next(fitting, _UNITS[-1])


def in_seconds(times: Int64, *, unit: int, now_s: int) -> tuple[Int64, Bool]:
    """Unix seconds, and of which rows they can be: from 1970 until now."""
    seconds = times // unit
    return seconds, (seconds >= 0) & (seconds <= now_s + _TOLERANCE_S)


def possible_s(time: int) -> int:
    """The time of a data set that was imported when its unit was not looked at, in seconds.

    A time from 1970 to 9999 stays as it is.
    """
    while time > _LAST_S:
        time //= _UNITS[1]
    return max(time, 0)
