"""In Chromium: the way over another site's address, and how the pages look."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from tests.browser.conftest import (
    browser,
    camps,
    context,
    own_engine,
    page,
    plain_posters,
    published_models,
    site,
)
from tests.social.provider import Provider

__all__ = [
    "browser",
    "camps",
    "context",
    "own_engine",
    "page",
    "plain_posters",
    "published_models",
    "site",
]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def own_address(settings: Settings, live_server: LiveServer) -> None:
    """Where people are sent back to."""
    settings.SITE_URL = urlsplit(live_server.url)


@pytest.mark.parametrize("name", ["Example ID", "GitHub"])
def test_34_the_policy_lets_people_leave_by_the_button(
    page: Page, provider: Provider, name: str
) -> None:
    """Chromium holds a form's redirects to form-action, which names this site alone."""
    page.goto("/sign-in/?next=/models/")
    page.get_by_role("button", name=f"Continue with {name}").click()
    page.wait_for_url("**/models/")
    expect(page.get_by_role("link", name="Sign in")).to_have_count(0)
    assert User.objects.get().email == "alice@example.org"


def test_going_back_does_not_go_forth_again(page: Page, provider: Provider) -> None:
    page.goto("/sign-in/?next=/models/")
    page.get_by_role("button", name="Continue with Example ID").click()
    page.wait_for_url("**/models/")
    page.go_back()
    page.wait_for_load_state("networkidle")
    assert len([path for path, _ in provider.asked if path == "/authorize"]) == 1


def test_it_works_without_javascript(
    browser: Browser, site: LiveServer, provider: Provider
) -> None:
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/sign-in/")
    page.get_by_role("button", name="Continue with GitHub").click()
    page.wait_for_url(f"{site.url}/")
    page.goto("/account/")
    expect(page.locator("#ways")).to_contain_text("octo")
    context.close()


@pytest.mark.parametrize(("width", "theme"), [(390, "dark"), (1400, "light")])
def test_the_pages_fit_and_are_accessible(
    browser: Browser, site: LiveServer, provider: Provider, width: int, theme: str
) -> None:
    context = browser.new_context(base_url=site.url, viewport={"width": width, "height": 900})
    context.add_cookies([{"name": "theme", "value": theme, "url": site.url}])
    page = context.new_page()
    for path in ("/sign-in/", "/sign-up/"):
        page.goto(path)
        assert_fits(page, width)
    provider.answers["/authorize"] = (
        204,
        "",
    )  # it never goes on, so that one sees the page between
    page.goto("/sign-in/")
    page.get_by_role("button", name="Continue with Example ID").click()
    assert_fits(page, width)
    provider.reset()
    page.get_by_role("link", name="follow this link").click()
    page.wait_for_url(f"{site.url}/")
    page.goto("/account/")
    expect(page.locator("#ways")).to_contain_text("connected")
    assert_fits(page, width)
    context.close()


def assert_fits(page: Page, width: int) -> None:
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
    found = Axe().run(page, options={"preload": False})
    assert found.violations_count == 0, (page.url, found.generate_report())
