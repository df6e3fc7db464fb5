"""`manage.py benchmark_memory`: a server of its own, and requests of every kind."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from pytest_django import Settings

from accounts.models import User
from recommender.management.http_benchmark.server import web_process
from tests.engine_fixture import Camps
from tests.own_thread import in_own_thread
from uploads.models import Rating

_KINDS = 14
_PROCESSES = ("server", "worker 1", "worker 2")


@pytest.mark.django_db(transaction=True)
def test_every_kind_of_request_succeeds_and_the_user_is_deleted(
    published_models: Camps, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PASSWORD_HASHERS = ["accounts.hashers.Argon2idHasher"]  # the server accepts no other
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{connection.settings_dict['NAME']}")
    monkeypatch.setenv("DEBUG", "true")  # static files need not be collected
    shown = StringIO()
    options = {"requests": _KINDS, "ratings": 3, "stdout": shown}
    in_own_thread(lambda: call_command("benchmark_memory", **options))
    lines = shown.getvalue().splitlines()
    assert re.fullmatch(r"ready after \d+\.\d s", lines[0])
    assert [line.partition(":")[0] for line in lines[1:]] == [
        *(f"before, {process}" for process in _PROCESSES),
        *(f"after 14 requests in {_seconds(lines)} s, {process}" for process in _PROCESSES),
    ]
    assert not User.objects.exists()
    assert not Rating.objects.filter(user__isnull=False).exists()


def _seconds(lines: list[str]) -> str:
    found = re.search(r"in (\d+) s", lines[-1])
    assert found
    return found[1]


def test_the_command_and_the_environment_are_those_of_supervisor() -> None:
    command, environment = web_process(8123)
    assert command[1:5] == ["-m", "nextflex.web_server", "--interface", "wsgi"]
    assert command[command.index("--port") + 1] == "8123"
    assert not any("%(" in word for word in command)
    assert environment["PORT"] == "8123"
    assert environment["MALLOC_ARENA_MAX"] == "1"
