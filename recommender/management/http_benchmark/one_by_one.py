"""Each page and endpoint alone: its time beside an endpoint that does nothing, and its capacity."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recommender.benchmarks.load.client import Client, Seen
from recommender.benchmarks.load.closed_loop import Saturated, in_turns, saturated
from recommender.benchmarks.load.figures import latency_cells
from recommender.benchmarks.report import OURS, Goal, Row, Table
from recommender.benchmarks.timing import Taken, Timing, Work
from recommender.core.algorithms.base import Progress
from recommender.management.http_benchmark.pages import NO_OP, RECOMMENDATIONS, Page
from recommender.management.http_benchmark.server import Server

CONNECTIONS = 16  # two for each request that two workers run at once
ENGINE = "the engine alone, for-you k=20"
_BEYOND_ENGINE_MS = 12


async def in_turns_table(
    client: Client,
    pages: Mapping[str, Page],
    engine: Work | None,
    *,
    turns: int,
    progress: Progress,
) -> Table:
    """Measure one request at a time.

    engine: makes the list of RECOMMENDATIONS; None without models.
    """
    calls = {name: page.call for name, page in pages.items()}
    works = {ENGINE: engine} if engine else {}
    seen, taken = await in_turns(client, calls, works, turns=turns, progress=progress)
    rows = [_row(name, every, seen[NO_OP]) for name, every in seen.items()]
    goals = [
        _goal(name, page.most, row)
        for (name, page), row in zip(pages.items(), rows, strict=True)
        if page.most
    ]
    for name, every in taken.items():
        rows.append(_engine_row(name, every))
        goals.append(_beyond_engine(seen[RECOMMENDATIONS], every))
    return Table(
        f"{turns} requests each, taking turns, one at a time",
        tuple(rows),
        (
            "Server times are of the middleware and the view, from a header that only the "
            "benchmark's server sends; latency also includes granian, the network and the client. "
            "Goals apply to CPU time, since other programs lengthen the latency of long requests "
            "more than that of short ones.",
        ),
        tuple(goals),
    )


def _row(name: str, seen: Sequence[Seen], no_op: Sequence[Seen]) -> Row:
    return {
        "task": name,
        "by": OURS,
        "what": "request and response",
        **latency_cells(seen),
        "x no-op": round(_ratio("latency_ms", seen, no_op), 1),
        "server_ms": round(_median("server_ms", seen), 4),
        "server_cpu_ms": round(_median("cpu_ms", seen), 4),
        "CPU x no-op": round(_ratio("cpu_ms", seen, no_op), 1),
    }


def _goal(name: str, most: float, row: Row) -> Goal:
    note = f"latency: {row['x no-op']} ×"
    return Goal(name, float(row["CPU x no-op"]), most, "× the no-op's CPU time", note)


def _engine_row(name: str, taken: Sequence[Taken]) -> Row:
    timing = Timing.of(taken)
    return {
        "task": name,
        "by": OURS,
        "what": "Engine.recommend, in the benchmark's process",
        "median_ms": timing.median_ms,
        "p95_ms": timing.p95_ms,
        "server_cpu_ms": timing.cpu_ms,
    }


def _beyond_engine(seen: Sequence[Seen], engine: Sequence[Taken]) -> Goal:
    timing = Timing.of(engine)
    beyond_ms = _median("cpu_ms", seen) - timing.cpu_ms
    note = f"latency: {_median('latency_ms', seen) - timing.median_ms:.1f} ms"
    what = f"{RECOMMENDATIONS}: more than the engine"
    return Goal(what, round(beyond_ms, 1), _BEYOND_ENGINE_MS, "ms of CPU time", note)


def _ratio(time: str, seen: Sequence[Seen], no_op: Sequence[Seen]) -> float:
    return _median(time, seen) / _median(time, no_op)


def _median(time: str, seen: Sequence[Seen]) -> float:
    return float(statistics.median(getattr(one, time) for one in seen))


@dataclass(frozen=True, slots=True)
class _Busy:
    """A saturated server, and the processor time of its workers meanwhile."""

    load: Saturated
    cpu_s: float

    def row(self, name: str, no_op: "_Busy") -> Row:
        return {
            "task": name,
            "by": OURS,
            "what": f"{len(self.load.answered):,} responses, {self.load.refused:,} refused",
            "requests/s": round(self.load.per_second, 1),
            **latency_cells(self.load.answered),
            "worker_cpu_ms": round(self.cpu_ms, 4),
            "CPU x no-op": round(self.cpu_ms / no_op.cpu_ms, 1),
        }

    @property
    def cpu_ms(self) -> float:
        """Processor time of an answered request."""
        return 1000 * self.cpu_s / max(len(self.load.answered), 1)


async def saturation_table(
    client: Client,
    server: Server,
    pages: Mapping[str, Page],
    *,
    seconds: float,
    progress: Progress,
) -> Table:
    """Measure requests per second with as many connections as keep the server busy."""
    found: dict[str, _Busy] = {}
    for place, (name, page) in enumerate(pages.items()):
        progress(f"saturation: {name}", place / len(pages))
        before_s = sum(server.workers().values())
        load = await saturated(client, page.call, connections=CONNECTIONS, seconds=seconds)
        found[name] = _Busy(load, sum(server.workers().values()) - before_s)
    return Table(
        f"Saturation: {CONNECTIONS} connections, {seconds:g} s each",
        tuple(busy.row(name, found[NO_OP]) for name, busy in found.items()),
        ("Worker CPU time includes granian's. The load generator runs on the same machine.",),
    )
