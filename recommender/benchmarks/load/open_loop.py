"""An open loop: requests are sent when they are due, whether or not earlier ones were answered.

Latency counts from the moment when a request was due. A slow server therefore cannot slow down the
requests that measure it ("coordinated omission").
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass

from recommender.benchmarks.load.client import Call, Client, Seen
from recommender.core.algorithms.base import Progress


@dataclass(frozen=True, slots=True)
class Planned:
    """A request of the plan. at_s: when it is due, in seconds from the start."""

    at_s: float
    kind: str
    call: Call


@dataclass(frozen=True, slots=True)
class Arrived:
    """A planned request and its response. late_ms: how long after it was due it was sent."""

    kind: str
    late_ms: float
    seen: Seen


async def offered(
    client: Client, plan: Sequence[Planned], *, step: str, progress: Progress
) -> list[Arrived]:
    """Send the requests of a plan, which is ordered by time; return them when all have ended."""
    started_s = time.perf_counter()
    sent: list[asyncio.Task[Arrived]] = []
    for one in plan:
        await asyncio.sleep(max(0.0, started_s + one.at_s - time.perf_counter()))
        sent.append(asyncio.create_task(_sent(client, one, started_s + one.at_s)))
        progress(step, one.at_s / plan[-1].at_s)
    return list(await asyncio.gather(*sent))


async def _sent(client: Client, planned: Planned, due_s: float) -> Arrived:
    late_ms = (time.perf_counter() - due_s) * 1000
    return Arrived(planned.kind, late_ms, await client.send(planned.call, since_s=due_s))
