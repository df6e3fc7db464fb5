"""The benchmark over HTTP: one short run with a real server, and what it must not leave behind."""

from collections.abc import Iterator
from http import HTTPStatus

import psutil
import pytest
from django.apps import apps
from django.core.management.base import CommandError
from django.db import connection
from django.test import Client
from pytest_django import Settings

from recommender.benchmarks.load import closed_loop
from recommender.benchmarks.report import Table
from recommender.core.algorithms.base import silent
from recommender.management.http_benchmark import one_by_one, run, traffic
from recommender.management.http_benchmark.control import CONTROL_PATH
from recommender.management.http_benchmark.mix import SHARES
from recommender.management.http_benchmark.one_by_one import ENGINE
from recommender.management.http_benchmark.pages import NO_OP
from recommender.management.http_benchmark.plan import HttpPlan
from tests.engine_fixture import Camps, camps, own_engine, published_models
from tests.own_thread import in_own_thread

__all__ = ["camps", "own_engine", "published_models"]
_SHORT = HttpPlan(
    requests=2,
    ratings=3,
    saturation=0.1,
    rate=30,
    duration=1.5,
    overload=60,
    overload_duration=1,
)
_SHORTER = (
    (run, "_MEMBERS", 3),
    (run, "_CALM_S", 0.5),
    (traffic, "_RECOVERY_S", 0.1),
    (closed_loop, "_WARM_UP", 1),
    (closed_loop, "_CONNECTIONS", 2),
    (one_by_one, "CONNECTIONS", 2),
)


def everything_stored() -> dict[str, list[dict[str, object]]]:
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for model in apps.get_models()
    }


@pytest.fixture
def own_server(
    transactional_db: None, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Let the benchmark's server use the test's database, and templates without collected files."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{connection.settings_dict['NAME']}")
    monkeypatch.setenv("NEXTFLEX_MODEL_STORE", str(settings.MODEL_STORE))
    monkeypatch.setenv("DEBUG", "true")
    for module, name, short in _SHORTER:
        monkeypatch.setattr(module, name, short)
    settings.PASSWORD_HASHERS = ["accounts.hashers.Argon2idHasher"]  # the server's
    yield
    assert not [one for one in psutil.Process().children() if "--blocking-threads" in one.cmdline()]


def measured(plan: HttpPlan) -> list[Table]:
    return in_own_thread(lambda: run.over_http(plan, silent))


def test_a_short_run_is_let_in_everywhere_and_leaves_nothing_behind(
    own_server: None, published_models: Camps
) -> None:
    before = everything_stored()
    server, alone, busy, mix, overload = measured(_SHORT)
    assert everything_stored() == before

    assert server.rows[0]["workers"] == 2
    pages = [row["task"] for row in busy.rows]
    assert [row["task"] for row in alone.rows] == [*pages, ENGINE]
    assert pages[0] == NO_OP
    assert alone.rows[0]["x no-op"] == 1
    assert all(float(row["requests/s"]) > 0 for row in busy.rows)
    assert all(0 < float(row["server_ms"]) < float(row["median_ms"]) for row in alone.rows[:-1])

    assert {row["task"] for row in mix.rows} <= {*SHARES, "all"}
    codes = {code.partition(":")[0] for code in str(mix.rows[-1]["statuses"]).split(", ")}
    assert "200" in codes
    assert codes <= {"200", "201", "302"}
    assert {goal.what: goal.figure for goal in overload.goals}["workers that died"] == 0
    assert {goal.what for goal in alone.goals} >= {"home page", "browse", "film page"}


@pytest.mark.django_db
def test_no_other_server_has_the_control(client: Client) -> None:
    assert client.get(CONTROL_PATH).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.django_db
def test_a_site_without_rated_films_is_refused() -> None:
    with pytest.raises(CommandError, match="--ratings 3: only 0 films have ratings; run load_demo"):
        run.over_http(_SHORT, silent)


@pytest.mark.parametrize(
    ("option", "shown"),
    [
        ({"requests": 1}, "--requests 1 must be at least 2"),
        ({"ratings": 0}, "--ratings 0 at least 1"),
        ({"rate": 0.0}, "--rate 0 must be more than 0"),
        ({"overload_duration": -1.0}, "--overload-duration -1 must be more than 0"),
    ],
)
def test_options_out_of_range_are_refused(option: dict[str, float], shown: str) -> None:
    with pytest.raises(CommandError, match=shown):
        HttpPlan(**option)  # type: ignore[arg-type]
