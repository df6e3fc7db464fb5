"""People and films; hashes cost nothing; threads share a database file."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
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


@pytest.fixture
def shared_database(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """A database that threads can share; SQLite's in memory is one connection for all of them."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    in_memory, name = connection.connection, connection.settings_dict["NAME"]
    with sqlite3.connect(tmp_path / "shared.sqlite3") as copy:
        in_memory.backup(copy)
    copy.close()
    connection.connection, connection.settings_dict["NAME"] = None, tmp_path / "shared.sqlite3"
    yield
    connection.close()
    connection.connection, connection.settings_dict["NAME"] = in_memory, name
