"""Turning the list For you and starting to rate, with scripts and without."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_journey import rate

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def names(page: Page) -> list[str]:
    return page.locator("#picks .name").all_inner_texts()


def test_a_turn_of_the_form_refills_the_list_and_its_address(page: Page) -> None:
    rate(page, "Crime number 3", "5")
    page.goto("/for-you/")
    page.get_by_text("Adjust this list").click()
    page.get_by_role("slider", name="Popularity").press("Home")
    expect(page).to_have_url("/for-you/?popularity=0")
    expect(page.locator("#turned")).to_have_text("hidden gems")
    page.locator(".toggles").first.get_by_label("Musical").check()
    expect(page).to_have_url("/for-you/?popularity=0&genre=Musical")
    expect(page.locator("#picks .name").first).to_contain_text("Musical")
    first = names(page)[0]
    page.get_by_role("button", name=f"Not interested in {first}", exact=True).click()
    expect(page.locator("#picks .gone")).to_contain_text(first)
    assert all(name.startswith("Musical") for name in names(page))
    page.get_by_label("From year").fill("1990")
    page.get_by_label("From year").press("Tab")
    expect(page.locator("#turned")).to_contain_text("from 1990")
    page.get_by_label("To year").fill("1980")
    page.get_by_label("To year").press("Tab")
    expect(page.locator("#picks")).to_contain_text("The end year is before the start year.")
    page.locator("#picks").get_by_role("link", name="Reset").click()
    expect(page).to_have_url("/for-you/")


def test_the_form_works_without_scripts(browser: Browser, site: LiveServer) -> None:
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/start/")
    skipped = page.locator(".ask .name").nth(1).inner_text()
    page.get_by_role("button", name=f"Haven’t seen it: {skipped}", exact=True).click()
    assert skipped not in page.locator(".ask .name").all_inner_texts()
    for place in range(3):
        stars = page.locator(".ask").nth(place)
        stars.get_by_role("button", name="4 stars", exact=True).click()
        expect(page.locator("#so-far")).to_have_text(f"{place + 1} of 10 rated")
    page.locator(".so-far").get_by_role("link", name="For you").click()
    page.get_by_text("Adjust this list").click()
    page.locator(".toggles").first.get_by_label("Crime").check()
    page.get_by_role("button", name="Apply").click()
    expect(page).to_have_url("/for-you/?genre=Crime")
    assert names(page)
    assert all(name.startswith("Crime") for name in names(page))
    context.close()


def test_a_newcomer_is_led_to_their_list_by_keyboard(page: Page) -> None:
    page.goto("/start/")
    before = page.locator(".ask .name").all_inner_texts()
    page.locator("#unseen-2").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ask .name").nth(2)).not_to_have_text(before[2])
    expect(page.locator("#unseen-2")).to_be_focused()
    for place in (0, 1, 2):
        button = page.locator(".ask").nth(place).get_by_role("button", name="5 stars", exact=True)
        button.press("Enter")
        expect(page.locator("#so-far")).to_have_text(f"{place + 1} of 10 rated")
        expect(button).to_be_focused()
    expect(page.locator(".so-far").get_by_role("link", name="For you")).to_have_class("btn main")
