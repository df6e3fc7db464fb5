"""The load generator: when requests are sent, and the figures of their responses."""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import pairwise
from statistics import fmean, pstdev
from typing import Any, TypeVar

import pytest

from recommender.benchmarks.load.arrivals import Dice
from recommender.benchmarks.load.client import Call, Client, LoadFailed, Seen, client_of
from recommender.benchmarks.load.closed_loop import in_turns, saturated
from recommender.benchmarks.load.figures import (
    latency_cells,
    percentile,
    server_errors,
    statuses,
)
from recommender.benchmarks.load.open_loop import Planned, offered
from recommender.core.algorithms.base import silent
from recommender.core.errors import BadConfig
from recommender.management.http_benchmark.traffic import mix_goals, overload_goals

_TAKES_S = 0.03
_Result = TypeVar("_Result")


def of(*latencies_ms: float, status: int = 200) -> list[Seen]:
    return [Seen(status, latency_ms) for latency_ms in latencies_ms]


# --- the schedule ------------------------------------------------------------------------------
def test_arrivals_are_a_poisson_process_of_the_given_rate() -> None:
    times = Dice(1).arrivals(rate=50, seconds=100)
    assert times == sorted(times)
    assert times[0] >= 0
    assert times[-1] < 100
    assert len(times) == pytest.approx(5_000, abs=4 * 5_000**0.5)  # 4 standard deviations
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert pstdev(gaps) == pytest.approx(fmean(gaps), rel=0.1)  # as of an exponential distribution


def test_equal_seeds_give_equal_arrivals() -> None:
    assert Dice(3).arrivals(rate=9, seconds=9) == Dice(3).arrivals(rate=9, seconds=9)
    assert Dice(3).arrivals(rate=9, seconds=9) != Dice(4).arrivals(rate=9, seconds=9)


@pytest.mark.parametrize(("rate", "seconds"), [(0, 1), (1, 0), (-1, 1)])
def test_a_rate_or_duration_of_zero_is_refused(rate: float, seconds: float) -> None:
    with pytest.raises(BadConfig, match="must be more than 0"):
        Dice(1).arrivals(rate=rate, seconds=seconds)


def test_kinds_come_in_their_shares() -> None:
    dice = Dice(1)
    drawn = Counter(dice.weighted({"browse": 40, "rate": 6}) for _ in range(4_600))
    assert drawn["rate"] == pytest.approx(600, abs=100)
    assert drawn.total() == drawn["browse"] + drawn["rate"]


def test_popularity_follows_zipfs_law() -> None:
    dice = Dice(1)
    drawn = Counter(dice.popular("abcd") for _ in range(5_000))
    assert drawn["a"] / drawn["b"] == pytest.approx(2, rel=0.15)
    assert drawn["a"] / drawn["d"] == pytest.approx(4, rel=0.2)


# --- figures -----------------------------------------------------------------------------------
def test_percentiles_are_interpolated() -> None:
    assert percentile([1.0, 2.0, 3.0, 4.0, 5.0], 50) == 3
    assert percentile([1.0, 2.0, 3.0, 4.0, 5.0], 95) == pytest.approx(4.8)
    assert percentile([], 50) == 0
    assert latency_cells(of(10, 20, 30)) == {"median_ms": 20, "p95_ms": 29, "p99_ms": 29.8}


def test_statuses_are_counted_with_missing_responses() -> None:
    seen = [*of(1, 1), *of(1, status=503), *of(1, status=0), *of(1, status=404)]
    assert statuses(seen) == "none: 1, 200: 2, 404: 1, 503: 1"
    assert server_errors(seen) == 2


def test_the_goals_of_the_mix_are_its_percentiles_and_errors() -> None:
    errors, p95, p99 = mix_goals([*of(*[100.0] * 99), *of(500, status=500)])
    assert (errors.figure, errors.is_met) == (1, False)
    assert (p95.figure, p95.is_met) == (100, True)
    assert p99.figure == 104  # 99 % of the way to the 100th of 100 values, plus 1 % of 400
    assert p99.is_met


def test_an_overload_may_refuse_but_not_without_retry_after() -> None:
    refused = [Seen(503, 1, retry_after=True), Seen(503, 9_000)]
    slowest, errors, without = overload_goals([*of(10, 2_999), *refused])
    assert (slowest.figure, slowest.is_met) == (2_999, True)  # refusals are not answers
    assert errors.is_met
    assert (without.figure, without.is_met) == (1, False)
    slowest, errors, _ = overload_goals([*of(3_001), *of(1, status=0)])
    assert not slowest.is_met
    assert errors.figure == 1


# --- the loops, against a server that answers one request at a time ------------------------------
Session = Callable[[Client], Coroutine[Any, Any, _Result]]


def with_server(session: Session[_Result], *, status: str = "200 OK") -> _Result:
    """Run a client's session. In a thread: a browser of another test may keep a loop in this one."""

    async def run() -> _Result:
        one_at_a_time = asyncio.Lock()

        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            while await reader.readline():
                await reader.readuntil(b"\r\n\r\n")
                async with one_at_a_time:
                    await asyncio.sleep(_TAKES_S)
                timing = "Server-Timing: wall;dur=7.5, cpu;dur=2.5"
                writer.write(f"HTTP/1.1 {status}\r\n{timing}\r\nContent-Length: 0\r\n\r\n".encode())
            writer.close()

        async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            async with client_of(f"http://127.0.0.1:{port}") as client:
                return await session(client)

    with ThreadPoolExecutor(1) as loops:
        return loops.submit(asyncio.run, run()).result()


def test_latency_counts_from_the_scheduled_arrival() -> None:
    """A closed loop would measure `_TAKES_S` for each: the coordinated omission."""
    plan = [Planned(place * 0.001, "any", Call("/")) for place in range(10)]

    async def session(client: Client) -> list[float]:
        arrived = await offered(client, plan, step="", progress=silent)
        return [one.seen.latency_ms for one in arrived]

    latencies = sorted(with_server(session))
    assert latencies[0] >= 1000 * _TAKES_S
    assert latencies[-1] >= 1000 * (10 * _TAKES_S - 0.010)  # it waits for the nine others


def test_an_open_loop_sends_on_time_while_earlier_requests_wait() -> None:
    plan = [Planned(place * 0.01, "any", Call("/")) for place in range(10)]
    arrived = with_server(lambda client: offered(client, plan, step="", progress=silent))
    waits = sum(one.seen.latency_ms for one in arrived)
    assert sum(one.late_ms for one in arrived) < waits / 4


def test_requests_take_turns_and_report_the_servers_times() -> None:
    asked: list[str] = []

    def call(name: str, turn: int) -> Call:
        asked.append(f"{name}{turn}")
        return Call("/")

    async def session(client: Client) -> dict[str, list[Seen]]:
        calls = {"a": partial(call, "a"), "b": partial(call, "b")}
        return (await in_turns(client, calls, {}, turns=2, progress=silent))[0]

    seen = with_server(session)
    first, second = asked[-4:-2], asked[-2:]
    assert (sorted(first), sorted(second)) == (["a0", "b0"], ["a1", "b1"])
    assert {name: len(every) for name, every in seen.items()} == {"a": 2, "b": 2}
    assert {(one.server_ms, one.cpu_ms) for one in seen["a"]} == {(7.5, 2.5)}


def test_saturation_counts_responses_per_second() -> None:
    async def session(client: Client) -> float:
        load = await saturated(client, lambda turn: Call("/"), connections=4, seconds=0.3)
        return load.per_second

    assert 0 < with_server(session) <= 1 / _TAKES_S


def test_a_saturated_server_may_refuse() -> None:
    async def session(client: Client) -> tuple[int, bool]:
        load = await saturated(client, lambda turn: Call("/"), connections=2, seconds=0.1)
        return len(load.answered), load.refused > 0

    assert with_server(session, status="503 Busy") == (0, True)


def test_a_closed_loop_stops_at_a_failed_request() -> None:
    with pytest.raises(LoadFailed, match="GET /broken: status 500"):
        with_server(lambda client: client.succeed(Call("/broken")), status="500 Oh")


def test_a_missing_server_is_no_response() -> None:
    async def session() -> Seen:
        async with client_of("http://127.0.0.1:9") as client:
            return await client.send(Call("/"))

    with ThreadPoolExecutor(1) as loops:
        assert loops.submit(asyncio.run, session()).result().status == 0
