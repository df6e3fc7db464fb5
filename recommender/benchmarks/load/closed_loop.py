"""Closed loops: each connection sends its next request when the response to the last has arrived."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from recommender.benchmarks.load.arrivals import Dice
from recommender.benchmarks.load.client import Call, Client, Seen
from recommender.benchmarks.timing import Taken, Work
from recommender.core.algorithms.base import Progress

CallOfTurn = Callable[[int], Call]
"""Returns the request of a turn, by the turn's number, so that URLs and bodies can vary."""

_WARM_UP = 3
_CONNECTIONS = 8  # enough to reach every worker
_SEED = 1


async def in_turns(
    client: Client,
    calls: Mapping[str, CallOfTurn],
    works: Mapping[str, Work],
    *,
    turns: int,
    progress: Progress,
) -> tuple[dict[str, list[Seen]], dict[str, list[Taken]]]:
    """Send one request at a time; all kinds take turns, so that noise affects them equally.

    works: functions that are timed in this process, in the same turns. The order within a turn is
    random, since each kind slows down the next one: it empties caches and uses up time slices.
    Requests before the first turn warm up the workers. Raises LoadFailed.
    """
    for call in calls.values():
        await _warm_up(client, call)
    seen: dict[str, list[Seen]] = {name: [] for name in calls}
    taken: dict[str, list[Taken]] = {name: [] for name in works}
    dice = Dice(_SEED)
    for turn in range(turns):
        for name in dice.shuffled([*calls, *works]):
            if name in calls:
                seen[name].append(await client.succeed(calls[name](turn)))
            else:
                taken[name].append(Taken.by(partial(works[name], turn)))
        progress("requests in turns", turn / turns)
    return seen, taken


async def _warm_up(client: Client, call: CallOfTurn) -> None:
    for _ in range(_WARM_UP):
        sent = (client.succeed(call(-1 - turn), or_be_refused=True) for turn in range(_CONNECTIONS))
        await asyncio.gather(*sent)


@dataclass(frozen=True, slots=True)
class Saturated:
    """The responses that all connections together received within these seconds."""

    answered: tuple[Seen, ...]
    refused: int
    seconds: float

    @property
    def per_second(self) -> float:
        return len(self.answered) / self.seconds


async def saturated(
    client: Client, call: CallOfTurn, *, connections: int, seconds: float
) -> Saturated:
    """Keep this many requests in progress. Raises LoadFailed, but not for refusals."""
    seen: list[Seen] = []
    started = time.perf_counter()
    turn = iter(range(10**9))

    async def keep_sending() -> None:
        while time.perf_counter() - started < seconds:
            seen.append(await client.succeed(call(next(turn)), or_be_refused=True))

    await asyncio.gather(*(keep_sending() for _ in range(connections)))
    answered = tuple(one for one in seen if one.is_success)
    return Saturated(answered, len(seen) - len(answered), time.perf_counter() - started)
