"""Every test has an engine's door of its own, with nothing behind it."""

from pathlib import Path

import pytest

from tests.engine_fixture import own_engine

__all__ = ["own_engine"]


@pytest.fixture(autouse=True)
def no_models(own_engine: Path) -> None:
    """No test of the catalogue sees the models of a site that runs out of this folder."""
