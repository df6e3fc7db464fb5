"""Measure the memory of web workers before and after mixed requests. Linux only."""

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nextflex.base.progress import Progress
from recommender import runtime
from recommender.benchmarks.load.arrivals import Dice
from recommender.benchmarks.load.client import Call, client_of
from recommender.management.http_benchmark import calls
from recommender.management.http_benchmark.server import Server, running_server
from recommender.management.http_benchmark.visitors import STARS, Visitors, synthetic_visitors

_CONNECTIONS = 8  # enough to reach every worker
_SEED = 7
_SETTLES_S = 1
_CHARTS = ("popular", "trending", "top-rated")
_GRAPHQL = "{chart(name: POPULAR, k: 10){results{movie{title genres{name} ratingCount}}}}"
_SHOWN = {
    "Rss": "RSS",
    "Pss": "PSS",
    "Private_Dirty": "private dirty",
    "Private_Clean": "private clean",
}
Memory = dict[str, float]


@dataclass(frozen=True, slots=True)
class Measured:
    """The result.

    ready_s: from the start to the first response; before, after: MB of the server, then of each
    worker; seconds: of all requests.
    """

    ready_s: float
    before: list[Memory]
    after: list[Memory]
    seconds: float


def measure(*, requests: int, ratings: int, progress: Progress) -> Measured:
    """Measure a server of this site's data before and after requests of all kinds in turn.

    ratings: of the synthetic user. Raises CommandError and LoadFailed.
    """
    with synthetic_visitors(members=1, guests=1, ratings=ratings) as visitors:
        started = time.perf_counter()
        with running_server(0) as server:
            ready_s = time.perf_counter() - started
            before = _settled(server)
            started = time.perf_counter()
            asyncio.run(_send(server.url, visitors, requests, progress))
            return Measured(ready_s, before, _memory_of(server), time.perf_counter() - started)


async def _send(url: str, visitors: Visitors, requests: int, progress: Progress) -> None:
    async with client_of(url) as client:
        for film in visitors.films[:3]:
            await client.succeed(calls.rating_form(film.id, STARS[0], visitors.guests[0]))
        left = enumerate(_requests(visitors, requests), start=1)

        async def keep_sending() -> None:
            for count, call in left:
                await client.succeed(call)
                progress("sending requests", count / requests)

        await asyncio.gather(*(keep_sending() for _ in range(_CONNECTIONS)))


def _requests(visitors: Visitors, number: int) -> Iterable[Call]:
    """Yield requests of each kind in turn: pages, API, every model, GraphQL, sign-in and ratings."""
    dice = Dice(_SEED)
    (member,), (guest,) = visitors.members, visitors.guests
    engine = runtime.engine()
    models = engine.model_names if engine else ("popular",)
    credentials = {"email": member.user.email, "password": visitors.password}
    kinds = (
        lambda film: calls.page("/", guest),
        lambda film: calls.page("/browse/", guest, page=str(dice.one_of(range(1, 10)))),
        lambda film: calls.page(f"/films/{film.id}/", guest),
        lambda film: calls.page("/find/", guest, q=film.title[:5]),
        lambda film: calls.page(f"/charts/{dice.one_of(_CHARTS)}/", guest),
        lambda film: calls.page("/for-you/", guest),
        lambda film: calls.page("/similar/", guest, film=str(film.id)),
        lambda film: calls.page(f"/poster/{film.id}.svg", guest),
        lambda film: calls.api("movies/", q=film.title),
        lambda film: calls.api("charts/popular/", k="50"),
        lambda film: calls.api("me/recommendations/", member, k="20", model=dice.one_of(models)),
        lambda film: calls.graphql(_GRAPHQL, member),
        lambda film: calls.api_write("POST", "auth/jwt/create/", credentials),
        lambda film: calls.api_write(
            "PUT", f"me/ratings/{film.id}/", {"rating": dice.one_of(STARS)}, member
        ),
    )
    for turn in range(number):
        yield kinds[turn % len(kinds)](dice.one_of(visitors.films))


def _settled(server: Server) -> list[Memory]:
    """Wait until no process grows: the first response may come while another one still starts."""
    last: list[Memory] = []
    while (found := _memory_of(server)) != last:
        last = found
        time.sleep(_SETTLES_S)
    return last


def _memory_of(server: Server) -> list[Memory]:
    """Return MB of the server and of each worker, from the kernel's sums over their mappings."""
    return [_memory(process) for process in (server.process.pid, *server.workers())]


def _memory(pid: int) -> Memory:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    given = {name: int(rest.split()[0]) for name, _, rest in (one.partition(":") for one in lines)}
    return {shown: given[name] * 1024 / 1e6 for name, shown in _SHOWN.items()}
