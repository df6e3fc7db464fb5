"""The main job as a person does it: sign up, rate three films, get a list that explains itself."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from catalog.models import Movie

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a-long-enough-one-77"


def sign_up(page: Page, *, email: str = "ada@example.org") -> None:
    page.goto("/sign-up/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Confirm password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign up").click()
    expect(page.get_by_label("Your account, Ada")).to_be_visible()


def find(page: Page, title: str) -> None:
    """Find a film by its title and open it."""
    page.locator("#find").fill(title)
    page.locator("#find").press("Enter")
    page.locator("main .card", has_text=title).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def rate(page: Page, title: str, stars: str) -> None:
    """Give a film stars with one click on its page."""
    if not page.url.endswith(address := Movie.objects.get(title=title).get_absolute_url()):
        page.goto(address)
    page.locator("#voices").get_by_role("button", name=f"{stars} stars", exact=True).click()
    expect(
        page.get_by_role("button", name=f"Remove your rating of {title}", exact=True)
    ).to_be_visible()


def picks(page: Page) -> list[str]:
    page.goto("/for-you/")
    return page.locator("main .grid .name").all_inner_texts()


def test_three_ratings_make_a_list_that_explains_itself(page: Page) -> None:
    sign_up(page)
    find(page, "Crime number 3")
    rate(page, "Crime number 3", "5")
    rate(page, "Crime number 5", "4.5")
    before = picks(page)
    rate(page, "Musical number 2", "5")
    after = picks(page)

    assert before
    assert after != before
    assert "Musical number 2" not in after
    reasons = page.locator("main .grid .why").all_inner_texts()
    assert len(reasons) == len(after)
    assert all("because you rated" in reason for reason in reasons)
    assert any("Musical number 2 5" in " ".join(reason.split()) for reason in reasons)


def test_a_rating_updates_the_films_page_without_leaving_it(page: Page, ada: User) -> None:
    rate(page, "Crime number 3", "5")
    rate(page, "Musical number 3", "5")
    expect(page.locator("#voices")).to_contain_text("Your list")
    page.get_by_role("link", name="View changes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("For you")


def test_what_a_guest_rates_comes_along_when_they_sign_up(page: Page) -> None:
    page.goto("/")
    page.locator("#rate").get_by_role("button", name="4.5 stars").first.click()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("Rate three films")
    sign_up(page)
    page.goto("/ratings/")
    expect(page.locator("main")).to_contain_text("1 film rated, 4.50 of 5 stars")


def test_all_of_it_works_without_javascript(browser: Browser, site: LiveServer) -> None:
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    sign_up(page, email="grace@example.org")
    find(page, "Crime number 3")
    rate(page, "Crime number 3", "5")
    assert "Crime number 3" not in picks(page)
    page.goto("/ratings/")
    page.get_by_role("button", name="Remove").first.click()
    expect(page.locator("main")).to_contain_text("No ratings yet")
    context.close()


def test_the_theme_is_remembered(page: Page) -> None:
    page.goto("/")
    page.locator("footer").get_by_role("button", name="Light").click()
    page.goto("/browse/")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")


def test_signing_out_ends_the_session(page: Page, ada: User) -> None:
    page.goto("/models/")
    page.get_by_label("Your account, Ada").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()
