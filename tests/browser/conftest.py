"""A real server, a real browser, and a small world of two camps of films."""

import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from conftest import require
from tests.builders import browser_of, make_user
from tests.engine_fixture import Camps, camps, own_engine, published_models

__all__ = ["camps", "own_engine", "published_models"]

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    require("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        # Playwright's synchronous interface runs a loop, for which Django refuses its database.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
        yield chromium
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
        chromium.close()


@pytest.fixture
def site(browser: Browser, live_server: LiveServer, published_models: Camps) -> LiveServer:
    """The site with films and published models."""
    return live_server


@pytest.fixture
def plain_posters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Posters of one colour: drawing the real ones takes the browser most of its time."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 3"/>'
    monkeypatch.setattr("catalog.views.draw_poster", lambda subject: svg)


@pytest.fixture
def context(browser: Browser, site: LiveServer, plain_posters: None) -> Iterator[BrowserContext]:
    opened = browser.new_context(base_url=site.url, viewport={"width": 1400, "height": 1000})
    opened.set_default_timeout(15_000)
    yield opened
    opened.close()


@pytest.fixture
def ada(context: BrowserContext, site: LiveServer) -> User:
    """A user, signed in in this context."""
    user = make_user(email="ada@example.org", name="Ada")
    sign_in(context, site, user)
    return user


def sign_in(context: BrowserContext, site: LiveServer, user: User) -> None:
    """Give a context the session of a user, as the form does in `test_journey`."""
    cookie = browser_of(user).cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site.url}])


# What htmx logs of a search that the next letter replaced, as happens on a slow machine.
_REPLACED = ("htmx:sendAbort", "htmx:afterRequest")


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A tab; the test fails when a script of the page does."""
    opened, errors = context.new_page(), []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    yield opened
    assert [error for error in errors if not error.startswith(_REPLACED)] == []
