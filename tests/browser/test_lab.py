"""Playing in the sequence lab: with a mouse, a keyboard and a finger's width."""

import pytest
from playwright.sync_api import Locator, Page, expect

from accounts.models import User
from tests.browser.test_journey import rate

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def steps(page: Page) -> Locator:
    return page.locator("[data-sequence] .name")


def results(page: Page) -> Locator:
    return page.locator("[data-results] .name")


def add(page: Page, title: str, button: str = "Add to sequence") -> None:
    page.get_by_role("searchbox", name="Search films to add").fill(title)
    row = page.locator("[data-hits] li").filter(has_text=title).first
    row.get_by_role("button", name=button).click()


def test_what_comes_next_follows_the_sequence(page: Page) -> None:
    page.goto("/lab/")
    expect(results(page)).to_have_count(10)
    add(page, "Crime number 0")
    add(page, "Crime number 1")
    expect(steps(page)).to_have_text(["Crime number 0", "Crime number 1"])
    expect(page.locator("[data-made-by]")).to_contain_text("sasrec v1")
    expect(results(page).first).to_have_text("Crime number 2")
    expect(page.locator("[data-results] .why").first).to_contain_text("after Crime number")
    expect(page.locator("[data-compared]")).to_contain_text("before you added Crime number 1")
    add(page, "Musical number 0")
    expect(page.locator("[data-results] .newb").first).to_have_text("new")


def test_the_address_shares_the_lab(page: Page) -> None:
    page.goto("/lab/")
    add(page, "Crime number 3")
    add(page, "Musical number 4", "Avoid")
    page.get_by_label("Number of results").select_option("5")
    page.get_by_label("Model, with its hit rate").select_option("bst")
    page.get_by_label("Gender").select_option("F")
    page.get_by_label("Also rank similar films lower").check()
    expect(results(page)).to_have_count(5)
    before = results(page).all_inner_texts()
    page.goto(page.url)
    expect(steps(page)).to_have_text(["Crime number 3"])
    expect(page.locator("[data-avoid] .name")).to_have_text(["Musical number 4"])
    expect(page.get_by_label("Gender")).to_have_value("F")
    expect(page.get_by_label("Also rank similar films lower")).to_be_checked()
    expect(results(page)).to_have_text(before)


def test_the_sequence_is_put_in_order_by_keyboard(page: Page) -> None:
    page.goto("/lab/")
    for number in (0, 1, 2):
        add(page, f"Crime number {number}")
    up = page.get_by_role("button", name="Move Crime number 2 up")
    up.focus()
    page.keyboard.press("Enter")
    expect(steps(page)).to_have_text(["Crime number 0", "Crime number 2", "Crime number 1"])
    expect(up).to_be_focused()
    expect(page.locator("[data-says]")).to_contain_text("Crime number 2 is now 2 of 3")
    page.get_by_role("button", name="Remove Crime number 0").click()
    expect(steps(page)).to_have_text(["Crime number 2", "Crime number 1"])
    page.get_by_role("button", name="Clear all").click()
    expect(steps(page)).to_have_count(0)
    expect(page.get_by_text("With an empty sequence")).to_be_visible()


def test_the_sequence_is_put_in_order_by_dragging(page: Page) -> None:
    page.goto("/lab/")
    for number in (0, 1, 2):
        add(page, f"Crime number {number}")
    grip = page.locator("[data-sequence] .grip").nth(2).bounding_box()
    top = page.locator("[data-sequence] li").nth(0).bounding_box()
    assert grip
    assert top
    page.mouse.move(grip["x"] + 5, grip["y"] + 10)
    page.mouse.down()
    for share in (0.6, 0.3, 0.0):
        page.mouse.move(
            grip["x"] + 5, top["y"] + top["height"] / 2 + share * (grip["y"] - top["y"]), steps=4
        )
    page.mouse.up()
    expect(steps(page)).to_have_text(["Crime number 2", "Crime number 0", "Crime number 1"])


def test_my_ratings_are_a_start(page: Page) -> None:
    rate(page, "Crime number 3", "5")
    page.goto("/lab/")
    page.get_by_role("button", name="Start from my ratings").click()
    expect(steps(page)).to_have_text(["Crime number 3"])
    expect(page.locator("[data-sequence] .you")).to_have_text("You 5")


def test_ratings_and_guesses_are_of_the_visitor_s_scale(page: Page, ada: User) -> None:
    rate(page, "Crime number 3", "4.5")
    User.objects.update(rating_scale=10)
    page.goto("/lab/")
    page.get_by_role("button", name="Start from my ratings").click()
    expect(page.locator("[data-sequence] .you")).to_have_text("You 9")
    page.get_by_label("Model, with its hit rate").select_option("bst")
    expect(page.locator("[data-made-by]")).to_contain_text("bst")
    guesses = page.locator("[data-results] .model").all_inner_texts()
    assert max(float(prediction.removeprefix("≈ ")) for prediction in guesses) > 5


def test_profile_and_least_stars_rest_where_a_model_makes_no_use_of_them(page: Page) -> None:
    page.goto("/lab/")
    for label in ("Age", "Gender", "Occupation", "Minimum predicted rating"):
        expect(page.get_by_label(label, exact=True)).to_be_disabled()
    page.get_by_label("Model, with its hit rate").select_option("bst")
    for label in ("Age", "Gender", "Occupation", "Minimum predicted rating"):
        expect(page.get_by_label(label, exact=True)).to_be_enabled()


def test_films_that_are_gone_from_an_address_are_told(page: Page) -> None:
    page.goto("/lab/?seq=999999998,999999999")
    expect(page.locator("#notices .error")).to_contain_text("2 of the films in this link")
    expect(results(page)).to_have_count(10)
