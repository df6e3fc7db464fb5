"""Every test has a store of models of its own, and hashes that cost nothing."""

import pytest
from pytest_django import Settings

from tests.engine_fixture import camps, own_engine, published_models

__all__ = ["camps", "own_engine", "published_models"]


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
