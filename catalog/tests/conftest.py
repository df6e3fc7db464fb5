"""Every test has an engine's door of its own, with nothing behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from catalog.enrich.rate import Courtesy
from catalog.tests.service_server import ServiceServer, service_server
from tests.engine_fixture import own_engine

__all__ = ["own_engine"]


@pytest.fixture(autouse=True)
def no_models(own_engine: Path) -> None:
    """No test of the catalogue sees the models of a site that runs out of this folder."""


@pytest.fixture
def service(settings: Settings) -> Iterator[ServiceServer]:
    """A server that stands for Wikidata, TMDB and its images, as the settings then name it."""
    with service_server() as running:
        settings.WIKIDATA_URL = f"{running.address}/sparql"
        settings.TMDB_URL = f"{running.address}/3"
        settings.TMDB_IMAGE_URL = f"{running.address}/t/p/"
        settings.TMDB_API_KEY = "0123456789abcdef0123456789abcdef"
        yield running


@pytest.fixture
def pauses() -> list[float]:
    """The pauses that `courtesy` would have made."""
    return []


@pytest.fixture
def courtesy(pauses: list[float]) -> Courtesy:
    return Courtesy(per_second=1_000, attempts=3, clock=lambda: 0.0, sleep=pauses.append)
