"""The watchlist and "not interested", by mouse, by keyboard and without scripts."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from nextflex.site.for_you.page import LENGTH
from tests.browser.test_journey import rate

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def titles(page: Page) -> list[str]:
    return page.locator("#picks .name").all_inner_texts()


def test_a_film_leaves_the_list_by_keyboard_and_comes_back(page: Page) -> None:
    rate(page, "Crime number 3", "5")
    page.goto("/for-you/")
    before = titles(page)
    page.get_by_role("button", name=f"Not interested in {before[1]}", exact=True).focus()
    page.keyboard.press("Enter")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    expect(page.locator("#picks .name")).to_have_count(LENGTH)
    assert titles(page)[:-1] == [before[0], *before[2:]]
    expect(page.locator("#picks li").nth(1)).to_contain_text(f"{before[1]} will no longer")
    page.keyboard.press("Enter")
    again = page.get_by_role("button", name=f"Not interested in {before[1]}", exact=True)
    expect(again).to_be_focused()
    assert titles(page) == before


def test_a_card_says_that_its_film_is_on_the_watchlist_until_it_is_rated(
    page: Page, ada: User
) -> None:
    rate(page, "Crime number 3", "5")
    page.goto("/for-you/")
    title = titles(page)[2]
    page.get_by_role("button", name=f"Watchlist: {title}", exact=True).click()
    expect(page.locator("#picks li").nth(2)).to_contain_text("on watchlist")
    expect(page.locator("#picks .listed")).to_have_count(1)
    page.get_by_label("Your account, Ada").click()
    page.locator(".me-menu").get_by_role("link", name="Watchlist").click()
    expect(page.locator(".rated .name")).to_have_text([title])
    page.locator(".rated").get_by_role("button", name="4 stars", exact=True).click()
    expect(page.locator("#notices")).to_contain_text("Removed from your watchlist")
    expect(page.locator("main .empty")).to_be_visible()


def test_a_films_buttons_stay_pressed_until_they_are_pressed_again(page: Page) -> None:
    page.goto("/browse/?q=crime number 3")
    page.locator("main .card").first.click()
    for name in ("atchlist", "Not interested"):
        button = page.locator("#voices").get_by_role("button", name=name)
        for pressed in ("true", "false"):
            button.click()
            expect(button).to_have_attribute("aria-pressed", pressed)
            expect(button).to_be_focused()


def test_a_film_is_marked_as_seen_with_a_day_and_undone(page: Page, ada: User) -> None:
    page.goto("/browse/?q=crime number 3")
    page.locator("main .card").first.click()
    voices = page.locator("#voices")
    seen = voices.get_by_role("button", name="Seen", exact=True)
    seen.click()
    expect(seen).to_have_attribute("aria-pressed", "true")
    expect(voices).to_contain_text("as seen")
    voices.get_by_label("Date watched").fill("2024-01-05")
    voices.get_by_role("button", name="Save date").click()
    expect(voices.locator(".days")).to_contain_text("Watched on 5 January 2024")
    seen.click()
    expect(voices.locator(".days")).to_have_count(0)
    voices.get_by_role("button", name="Undo").click()
    expect(page.locator("#notices")).to_contain_text("undone")
    expect(voices.locator(".days")).to_contain_text("Watched on 5 January 2024")
    page.get_by_label("Your account, Ada").click()
    page.locator(".me-menu").get_by_role("link", name="Seen").click()
    expect(page.locator(".rated .note")).to_contain_text("Watched on 5 January 2024")
    page.get_by_role("button", name="Remove from seen").click()
    expect(page.locator("main .empty")).to_be_visible()


def test_all_of_it_works_without_scripts(browser: Browser, site: LiveServer) -> None:
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    rate(page, "Crime number 3", "5")
    page.goto("/for-you/?model=als")
    before = titles(page)
    page.get_by_role("button", name=f"Not interested in {before[1]}", exact=True).click()
    expect(page).to_have_url("/for-you/?model=als")
    assert before[1] not in titles(page)
    notice = page.locator("#notices")
    expect(notice).to_contain_text(f"{before[1]} will no longer be recommended to you")
    notice.get_by_role("button", name="Undo").click()
    expect(page).to_have_url("/for-you/?model=als")
    assert titles(page) == before
    page.get_by_role("button", name=f"Watchlist: {before[0]}", exact=True).click()
    page.goto("/watchlist/")
    page.get_by_role("button", name=f"Remove from watchlist {before[0]}", exact=True).click()
    expect(page.locator("main .empty")).to_be_visible()
    context.close()
