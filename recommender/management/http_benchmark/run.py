"""Run the benchmark over HTTP, from the start of its server to the tables."""

import asyncio
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.db import connection

from recommender import runtime
from recommender.benchmarks.load.client import client_of
from recommender.benchmarks.report import Row, Table
from recommender.benchmarks.rivals import one_thread
from recommender.benchmarks.timing import Work
from recommender.core.algorithms.base import Progress
from recommender.core.data.interface import DEFAULT, RecommendationRequest
from recommender.management.http_benchmark.mix import Mix
from recommender.management.http_benchmark.one_by_one import in_turns_table, saturation_table
from recommender.management.http_benchmark.pages import pages_of
from recommender.management.http_benchmark.plan import HttpPlan
from recommender.management.http_benchmark.server import Server, running_server
from recommender.management.http_benchmark.traffic import Plan, mix_table, overload_table
from recommender.management.http_benchmark.visitors import Visitors, synthetic_visitors
from recommender.selectors import seed_of_today
from uploads.activity import activity_of

_MEMBERS, _GUESTS = 20, 50
_CALM_RATE, _CALM_S = 10, 5
_SEED = 1


@dataclass(frozen=True, slots=True)
class _Plans:
    """The requests of the open loops, chosen beforehand."""

    mix: Plan
    calm: tuple[Plan, Plan]
    storm: Plan


def over_http(plan: HttpPlan, progress: Progress) -> list[Table]:
    """Measure the site. Raises CommandError and LoadFailed."""
    progress("creating users", 0.0)
    with synthetic_visitors(members=_MEMBERS, guests=_GUESTS, ratings=plan.ratings) as visitors:
        plans = _plans(visitors, plan)
        engine = _engine_alone(visitors)
        progress("starting the server", 0.02)
        with running_server(plan.port) as server, one_thread(), _no_garbage_collection():
            tables = asyncio.run(_measured(plan, plans, visitors, engine, server, progress))
        progress("deleting the users", 0.98)
    return tables


async def _measured(
    plan: HttpPlan,
    plans: _Plans,
    visitors: Visitors,
    engine: Work | None,
    server: Server,
    progress: Progress,
) -> list[Table]:
    pages = pages_of(visitors)
    async with client_of(server.url) as client:
        alone = await in_turns_table(client, pages, engine, turns=plan.requests, progress=progress)
        busy = await saturation_table(
            client, server, pages, seconds=plan.saturation, progress=progress
        )
        mixed = await mix_table(client, plans.mix, rate=plan.rate, progress=progress)
        storm = await overload_table(
            client, server, plans.calm, plans.storm, rate=plan.overload, progress=progress
        )
    facts = Table("The server", (_server_row(server),))
    return [facts, alone, busy, mixed, storm]


def _server_row(server: Server) -> Row:
    return {
        "task": "web",
        "by": "granian",
        "what": "as in supervisord.conf, without the background worker",
        "workers": len(server.workers()),
        "threads": settings.WEB_THREADS,
        "requests at once": settings.REQUESTS_AT_ONCE,
        "database": connection.vendor,
    }


def _plans(visitors: Visitors, plan: HttpPlan) -> _Plans:
    mix = Mix(visitors, seed=_SEED)
    return _Plans(
        mix.plan(rate=plan.rate, seconds=plan.duration),
        (
            mix.plan(rate=_CALM_RATE, seconds=_CALM_S),
            mix.plan(rate=_CALM_RATE, seconds=_CALM_S),
        ),
        mix.plan(rate=plan.overload, seconds=plan.overload_duration),
    )


def _engine_alone(visitors: Visitors) -> Work | None:
    """Return what makes the list of the first user in this process; None without the model."""
    engine, user = runtime.engine(), visitors.members[0].user
    if engine is None or DEFAULT not in engine.model_names:
        return None
    activity = activity_of(user)
    request = RecommendationRequest(
        limit=20,
        history=activity.history,
        without=activity.not_recommended,
        seed=seed_of_today(user.pk),
    )
    return lambda turn: engine.recommend(request)


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Keep collections of all that Django loaded from delaying requests."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
