"""What opens over a page closes by Escape and by a click beside it, and gives the focus back."""

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from tests.browser.test_journey import rate

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def menu(page: Page, ada: User) -> Page:
    """The account's menu, opened by keyboard."""
    page.goto("/models/")
    page.get_by_label("Your account, Ada").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    return page


@pytest.mark.parametrize("steps", [0, 2])
def test_escape_closes_the_account_menu(menu: Page, steps: int) -> None:
    for _ in range(steps):
        menu.keyboard.press("Tab")
    menu.keyboard.press("Escape")
    expect(menu.get_by_role("button", name="Sign out")).to_be_hidden()
    expect(menu.get_by_label("Your account, Ada")).to_be_focused()


@pytest.mark.parametrize("place", [(20, 500), (700, 30)])
def test_a_click_beside_it_closes_the_account_menu(menu: Page, place: tuple[int, int]) -> None:
    menu.mouse.click(*place)
    expect(menu.get_by_role("button", name="Sign out")).to_be_hidden()
    expect(menu).to_have_url("/models/")


def test_the_menu_closes_when_the_focus_leaves_it(menu: Page) -> None:
    for _ in range(12):
        menu.keyboard.press("Tab")
    expect(menu.get_by_role("button", name="Sign out")).to_be_hidden()


def test_a_click_inside_leaves_the_menu_open(menu: Page) -> None:
    menu.get_by_text("Signed in as").click()
    expect(menu.get_by_role("button", name="Sign out")).to_be_visible()


def test_escape_closes_the_suggestions_and_keeps_the_focus(page: Page) -> None:
    page.goto("/similar/")
    field = page.get_by_label("Film you like")
    field.press_sequentially("musical")
    expect(page.locator("#like-list")).to_be_visible()
    field.press("Escape")
    expect(page.locator("#like-list")).to_be_hidden()
    expect(field).to_be_focused()


def test_a_button_that_goes_away_leaves_the_focus_in_the_list(page: Page) -> None:
    for title in ("Crime number 3", "Crime number 5"):
        rate(page, title, "5")
    page.goto("/ratings/")
    page.get_by_role("button", name="Remove your rating of Crime number 5").press("Enter")
    expect(page.locator("main")).not_to_contain_text("Crime number 5")
    expect(page.locator("main")).to_be_focused()
