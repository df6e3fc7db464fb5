"""A real server, a real browser, and a small world of two camps of films."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from conftest import require
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
def context(browser: Browser, site: LiveServer) -> Iterator[BrowserContext]:
    opened = browser.new_context(base_url=site.url, viewport={"width": 1400, "height": 1000})
    opened.set_default_timeout(15_000)
    yield opened
    opened.close()


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
