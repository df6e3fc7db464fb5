"""People and films; hashes cost nothing; threads share a database file."""

from pathlib import Path

import pytest
from pytest_django import Settings

from accounts.models import User
from catalog.models import Movie
from tests.builders import make_movie, make_user
from tests.engine_fixture import camps, own_engine, published_models

__all__ = ["camps", "own_engine", "published_models"]


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings, own_engine: Path) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def alice(db: None) -> User:
    return make_user(email="alice@example.org")


@pytest.fixture
def bob(db: None) -> User:
    return make_user(email="bob@example.org")


@pytest.fixture
def heat(db: None) -> Movie:
    return make_movie(title="Heat", count=10, mean=4.0, trend=100.0)
