"""Models of two camps, and hashes that cost nothing."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.builders import browser_of, make_user
from tests.engine_fixture import camps, own_engine, published_models

__all__ = ["camps", "own_engine", "published_models"]


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings, own_engine: Path) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def alice(db: None) -> User:
    return make_user(email="alice@example.org", name="Alice")


@pytest.fixture
def bob(db: None) -> User:
    return make_user(email="bob@example.org", name="Bob")


@pytest.fixture
def browser(alice: User) -> Client:
    """alice's."""
    return browser_of(alice)
