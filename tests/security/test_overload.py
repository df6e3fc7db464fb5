"""More requests than two workers can carry: some are answered soon, the others are refused at once."""

import asyncio
import statistics
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import psutil
import pytest

from tests.security.sites import make_site

_PAGE, _LIVE, _READY = (
    "/api/v1/movies/?page_size=100",
    "/api/v1/health/live/",
    "/api/v1/health/ready/",
)
_STORM_S, _TIMES = 10, 10
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Seen:
    """status: 0 without an answer."""

    status: int
    seconds: float
    head: str = ""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    site = make_site(tmp_path_factory.mktemp("site") / "served")
    with site.served(workers=2) as port:
        yield port


async def ask(port: int, path: str) -> Seen:
    """One request over a connection of its own."""
    started = time.perf_counter()
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()
        )
        raw = await reader.read()
        writer.close()
    except OSError:
        raw = b""
    taken = time.perf_counter() - started
    head = raw.partition(b"\r\n\r\n")[0].decode("latin-1")
    return Seen(int(head.split()[1]) if head else 0, taken, head.lower())


async def capacity(port: int, seconds: float) -> float:
    """Answers per second to eight clients that ask again as soon as they are answered."""
    ends, answers = time.perf_counter() + seconds, 0

    async def visit() -> None:
        nonlocal answers
        while time.perf_counter() < ends:
            seen = await ask(port, _PAGE)
            answers += seen.status == 200

    await asyncio.gather(*(visit() for _ in range(8)))
    return answers / seconds


async def offered(port: int, path: str, *, rate: float, seconds: float) -> list[Seen]:
    """Requests at a steady rate, whether or not the ones before are answered."""
    started, asked = time.perf_counter(), []
    for place in range(round(rate * seconds)):
        await asyncio.sleep(max(0, started + place / rate - time.perf_counter()))
        asked.append(asyncio.create_task(ask(port, path)))
    return list(await asyncio.gather(*asked))


def in_a_loop(asked: Coroutine[Any, Any, Answer]) -> Answer:
    """In a thread of its own: a browser of another test may keep a loop in this one."""
    with ThreadPoolExecutor(1) as loops:
        return loops.submit(asyncio.run, asked).result()


def run(port: int, path: str, rate: float, seconds: float) -> list[Seen]:
    return in_a_loop(offered(port, path, rate=rate, seconds=seconds))


def median_s(seen: list[Seen]) -> float:
    assert {one.status for one in seen} == {200}
    return statistics.median(one.seconds for one in seen)


def processes(port: int) -> set[int]:
    """The server's, workers included."""
    ours = psutil.Process().children(recursive=True)
    return {each.pid for each in ours if str(port) in each.cmdline()}


@pytest.mark.slow  # its latencies are those of a machine with nothing else to do
def test_ten_times_what_two_workers_can_carry(port: int) -> None:
    in_a_loop(capacity(port, 3))  # the first answers of a worker take longer
    alone, alive = median_s(run(port, _PAGE, 4, 2)), processes(port)
    most = in_a_loop(capacity(port, 2))
    with ThreadPoolExecutor(3) as clients:
        storm = clients.submit(run, port, _PAGE, _TIMES * most, _STORM_S)
        live = clients.submit(run, port, _LIVE, 4, _STORM_S)
        ready = clients.submit(run, port, _READY, 2, _STORM_S)
    answered = [one for one in storm.result() if one.status == 200]
    refused = [one for one in storm.result() if one.status == 503]
    assert len(answered) + len(refused) == len(storm.result())
    assert len(answered) > most * _STORM_S / 3  # refusing leaves time to answer
    # A machine that is busy with other work is slow alone as well.
    assert max(one.seconds for one in answered + refused) < max(3, 50 * alone)
    assert all("\r\nretry-after: " in one.head for one in refused)
    for health in (live.result(), ready.result()):
        assert {one.status for one in health} == {200}
        assert max(one.seconds for one in health) < max(1, 20 * alone)
    time.sleep(5)
    assert processes(port) == alive
    assert median_s(run(port, _PAGE, 4, 2)) < 2 * alone + 0.05
