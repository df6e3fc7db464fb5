"""Tests of a site that names providers. Settings are read once for a process, so these run in one of
their own, which tests/security/test_social.py starts; elsewhere they are not collected."""

import os
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.conf import settings as project
from django.test import Client
from pytest_django import Settings

from accounts.tests.builders import make_user
from tests.social.provider import Provider
from tests.social.walk import Walk, of

collect_ignore_glob = [] if os.environ.get("SOCIAL_SIGN_IN") else ["test_*.py"]


@pytest.fixture(autouse=True)
def quick(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def running_provider() -> Iterator[Provider]:
    port = urlsplit(project.SOCIAL_PROVIDERS[0].issuer).port
    provider = Provider(port or 0)
    yield provider
    provider.stop()


@pytest.fixture
def provider(running_provider: Provider) -> Provider:
    running_provider.reset()
    return running_provider


@pytest.fixture
def walk(provider: Provider, db: None) -> Walk:
    """A guest's browser, and the way it goes."""
    return Walk(Client())


@pytest.fixture
def alice(provider: Provider, db: None) -> Walk:
    """Has a password, and is signed in."""
    return of(make_user("alice"))


@pytest.fixture
def carol(walk: Walk) -> Walk:
    """Has none: she signed up through a provider a moment ago."""
    walk.whole()
    return walk
