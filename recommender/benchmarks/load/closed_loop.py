"""Closed loops: each connection sends its next request when the response to the last has arrived."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from recommender.benchmarks.load.client import Call, Client, Seen
from recommender.benchmarks.timing import Taken, Work
from recommender.core.algorithms.base import Progress

CallOfTurn = Callable[[int], Call]
"""Returns the request of a turn, by the turn's number, so that URLs and bodies can vary."""

_WARM_UP = 5
_WARM_UP_CONNECTIONS = 8  # enough to reach every worker


async def in_turns(
    client: Client,
    calls: Mapping[str, CallOfTurn],
    works: Mapping[str, Work],
    *,
    turns: int,
    progress: Progress,
) -> tuple[dict[str, list[Seen]], dict[str, list[Taken]]]:
    """Send one request at a time; all kinds take turns, so that noise affects them equally.

    works: functions that are timed in this process, in the same turns. Turns before the first one warm
    up both. Raises LoadFailed.
    """
    for call in calls.values():
        await asyncio.gather(*(client.succeed(call(turn)) for turn in range(_WARM_UP_CONNECTIONS)))
    seen: dict[str, list[Seen]] = {name: [] for name in calls}
    taken: dict[str, list[Taken]] = {name: [] for name in works}
    for turn in range(-_WARM_UP, turns):
        for name, call in calls.items():
            one = await client.succeed(call(turn % turns))
            if turn >= 0:
                seen[name].append(one)
        for name, work in works.items():
            took = Taken.by(lambda work=work, turn=turn: work(turn % turns))  # type: ignore[misc]
            if turn >= 0:
                taken[name].append(took)
        progress("requests in turns", max(turn, 0) / turns)
    return seen, taken


@dataclass(frozen=True, slots=True)
class Saturated:
    """The responses that all connections together received within these seconds."""

    seen: tuple[Seen, ...]
    seconds: float

    @property
    def per_second(self) -> float:
        return len(self.seen) / self.seconds


async def saturated(
    client: Client, call: CallOfTurn, *, connections: int, seconds: float
) -> Saturated:
    """Keep this many requests in progress. Raises LoadFailed."""
    seen: list[Seen] = []
    started = time.perf_counter()
    turn = iter(range(10**9))

    async def keep_sending() -> None:
        while time.perf_counter() - started < seconds:
            seen.append(await client.succeed(call(next(turn))))

    await asyncio.gather(*(keep_sending() for _ in range(connections)))
    return Saturated(tuple(seen), time.perf_counter() - started)
