"""Every test starts with empty counters and a hash that costs nothing."""

import pytest
from django.core.cache import cache
from pytest_django import Settings

from accounts.models import User
from accounts.tests.builders import make_user


@pytest.fixture(autouse=True)
def quick_and_uncounted(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def alice(db: None) -> User:
    return make_user("alice")


@pytest.fixture
def bob(db: None) -> User:
    return make_user("bob")
