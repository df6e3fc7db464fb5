"""Time several functions in turn, so that noise affects all of them equally."""

import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import TypeVar

import numpy as np

from recommender.core.errors import BadConfig

Work = Callable[[int], object]
"""A function to time; its argument is the turn's number, to use another user each time."""

_WARM_UP = 2
_Name = TypeVar("_Name", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Taken:
    """One turn: wall time, and processor time of the calling thread."""

    wall_s: float
    cpu_s: float

    @classmethod
    def by(cls, work: Callable[[], object]) -> "Taken":
        """Run the work once and measure it."""
        wall, cpu = time.perf_counter(), time.thread_time()
        work()
        return cls(time.perf_counter() - wall, time.thread_time() - cpu)


@dataclass(frozen=True, slots=True)
class Timing:
    """Summary of these turns, in milliseconds.

    cpu_ms: the median that is least affected by other programs.
    """

    median_ms: float
    p95_ms: float
    cpu_ms: float
    turns: int

    @classmethod
    def of(cls, turns: Sequence[Taken]) -> "Timing":
        """Summarise turns: medians, and the 95th percentile of wall time."""
        median, p95 = np.percentile([one.wall_s for one in turns], (50, 95)).tolist()
        cpu = float(np.median([one.cpu_s for one in turns]))
        return cls(_ms(median), _ms(p95), _ms(cpu), len(turns))

    def cells(self) -> dict[str, float | int]:
        """Return the fields by name."""
        return asdict(self)


def timed(works: Mapping[_Name, Work], *, turns: int) -> dict[_Name, Timing]:
    """Run each work `turns` times, after two turns that do not count. Raises BadConfig below 2
    turns.
    """
    if turns < 2:
        raise BadConfig(f"turns={turns} must be at least 2, to compute a p95")
    taken: dict[_Name, list[Taken]] = {name: [] for name in works}
    for turn in range(-_WARM_UP, turns):
        for name, work in works.items():
            one = Taken.by(partial(work, turn % turns))
            if turn >= 0:
                taken[name].append(one)
    return {name: Timing.of(every) for name, every in taken.items()}


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 4)
