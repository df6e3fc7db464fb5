"""The benchmark of a running server, beside an endpoint that does nothing."""

import pytest
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from recommender.management.http_benchmark import PATHS, HttpPlan, over_http
from tests.engine_fixture import Camps, camps, own_engine, published_models
from uploads.models import Rating

__all__ = ["camps", "own_engine", "published_models"]
pytestmark = pytest.mark.django_db(transaction=True)


def test_it_is_let_in_everywhere_and_leaves_nothing_behind(
    published_models: Camps, live_server: LiveServer
) -> None:
    table = over_http(HttpPlan(live_server.url, requests=3, ratings=5))
    assert [row["task"] for row in table.rows] == list(PATHS)
    assert all(row["turns"] == 3 for row in table.rows)
    assert not User.objects.exists()
    assert not Rating.objects.exists()
