"""The mix of requests in an open loop: at a rate that the site must carry, and far beyond it."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence

from recommender.benchmarks.load.client import REFUSED, Client, Seen
from recommender.benchmarks.load.figures import (
    latency_cells,
    percentile,
    server_errors,
    statuses,
)
from recommender.benchmarks.load.open_loop import Arrived, Planned, offered
from recommender.benchmarks.report import OURS, Goal, Row, Table
from recommender.core.algorithms.base import Progress
from recommender.management.http_benchmark.server import Server

_P95_MS, _P99_MS = 150, 400
_LONGEST_MS = 3_000
_RECOVERY_S = 5
_TIMES_SLOWER = 2
Plan = Sequence[Planned]


async def mix_table(client: Client, plan: Plan, *, rate: float, progress: Progress) -> Table:
    """Measure the mix at a rate that the site must carry."""
    arrived = await offered(client, plan, step=f"mix, {rate:g}/s", progress=progress)
    seen = [one.seen for one in arrived]
    return Table(
        f"The mix at {rate:g} requests/s, open loop, {_duration_s(plan):.0f} s",
        tuple(_rows(arrived)),
        (_punctuality(arrived),),
        mix_goals(seen),
    )


def mix_goals(seen: Sequence[Seen]) -> tuple[Goal, ...]:
    """Return the goals of all requests of the mix together."""
    return (
        Goal("all: server errors", server_errors(seen), 0, "responses"),
        Goal("all: p95", round(_latency_ms(seen, 95), 1), _P95_MS, "ms"),
        Goal("all: p99", round(_latency_ms(seen, 99), 1), _P99_MS, "ms"),
    )


async def overload_table(
    client: Client,
    server: Server,
    calm: tuple[Plan, Plan],
    storm: Plan,
    *,
    rate: float,
    progress: Progress,
) -> Table:
    """Measure a rate beyond capacity, between two calm phases of the same rate."""
    workers = set(server.workers())
    before = await offered(client, calm[0], step="calm before the overload", progress=progress)
    arrived = await offered(client, storm, step=f"overload, {rate:g}/s", progress=progress)
    await asyncio.sleep(_RECOVERY_S)
    after = await offered(client, calm[1], step="calm after the overload", progress=progress)
    rows = (
        _row("before", "calm", [one.seen for one in before]),
        *(_row(*group) for group in _answered_and_refused(arrived)),
        _row(f"{_RECOVERY_S} s after", "calm", [one.seen for one in after]),
    )
    return Table(
        f"Overload: the mix at {rate:g} requests/s, open loop, {_duration_s(storm):.0f} s",
        rows,
        (_punctuality(arrived),),
        (
            *overload_goals([one.seen for one in arrived]),
            Goal("workers that died", len(workers - set(server.workers())), 0, "processes"),
            _recovery([one.seen for one in before], [one.seen for one in after]),
        ),
    )


def _answered_and_refused(arrived: Sequence[Arrived]) -> list[tuple[str, str, list[Seen]]]:
    seen = [one.seen for one in arrived]
    refused = [one for one in seen if one.status == REFUSED]
    answered = [one for one in seen if one.status != REFUSED]
    return [("overload", "answered", answered), ("overload", "refused", refused)]


def overload_goals(seen: Sequence[Seen]) -> list[Goal]:
    """Return the goals of requests beyond capacity: answered soon, or refused with Retry-After."""
    answered = [one for one in seen if one.status != REFUSED]
    without = [one for one in seen if one.status == REFUSED and not one.retry_after]
    slowest_ms = max((one.latency_ms for one in answered), default=0.0)
    return [
        Goal("slowest answered", round(slowest_ms, 1), _LONGEST_MS, "ms"),
        Goal("server errors other than 503", server_errors(answered), 0, "responses"),
        Goal("503 without Retry-After", len(without), 0, "responses"),
    ]


def _recovery(before: Sequence[Seen], after: Sequence[Seen]) -> Goal:
    ratio = _latency_ms(after, 50) / max(_latency_ms(before, 50), 1e-9)
    what = f"median {_RECOVERY_S} s after"
    return Goal(what, round(ratio, 2), _TIMES_SLOWER, "× the median before")


def _rows(arrived: Sequence[Arrived]) -> list[Row]:
    kinds: dict[str, list[Seen]] = defaultdict(list)
    for one in arrived:
        kinds[one.kind].append(one.seen)
    rows = [_row(kind, "requests of this kind", kinds[kind]) for kind in sorted(kinds)]
    return [*rows, _row("all", "all requests", [one.seen for one in arrived])]


def _row(task: str, what: str, seen: Sequence[Seen]) -> Row:
    return {
        "task": task,
        "by": OURS,
        "what": what,
        "requests": len(seen),
        **latency_cells(seen),
        "statuses": statuses(seen),
    }


def _latency_ms(seen: Sequence[Seen], percent: float) -> float:
    return percentile([one.latency_ms for one in seen], percent)


def _punctuality(arrived: Sequence[Arrived]) -> str:
    late_ms = percentile([one.late_ms for one in arrived], 99)
    return (
        "Latency counts from the scheduled arrival. 99 % of the requests were sent at most "
        f"{late_ms:.1f} ms late."
    )


def _duration_s(plan: Plan) -> float:
    return plan[-1].at_s if plan else 0.0
