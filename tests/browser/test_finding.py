"""Finding films: as one types, by filters, by scrolling."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from catalog.models import Movie
from nextflex.site.find.browse import PAGE_SIZE
from tests.builders import make_credit, make_movies

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def plain(browser: Browser, site: LiveServer) -> Iterator[Page]:
    """A tab without scripts."""
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_the_arrows_choose_and_enter_opens(page: Page) -> None:
    page.goto("/models/")
    field = page.get_by_role("combobox")
    field.press_sequentially("crime number 3")
    option = page.get_by_role("option", name="Crime number 3")
    expect(option).to_have_attribute("id", "find-list-0")  # the list for the whole text has come
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", "find-list-0")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Crime number 3")


def test_escape_closes_the_list_and_enter_then_searches(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox")
    field.press_sequentially("musical")
    expect(page.get_by_role("option")).to_have_count(8)
    field.press("ArrowDown")
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("musical")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Results for “musical”")


def test_beyond_the_ends_stands_the_field_itself(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox")
    field.press_sequentially("musical")
    expect(page.get_by_role("option")).to_have_count(8)
    field.press("ArrowUp")
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    field.press("ArrowDown")
    expect(page.locator("[aria-selected='true']")).to_have_count(0)


def test_a_person_is_found_by_a_click(page: Page) -> None:
    make_credit(movie=Movie.objects.get(title="Crime number 3"), name="Al Pacino", role="actor")
    page.goto("/")
    page.get_by_role("combobox").press_sequentially("al p")
    page.get_by_role("option", name="Al Pacino").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Al Pacino")
    expect(page.locator("main .card")).to_have_count(1)


def test_a_film_to_liken_is_found_as_one_types(page: Page) -> None:
    page.goto("/similar/")
    page.get_by_label("Film you like").press_sequentially("musical number 4")
    page.get_by_role("option", name="Musical number 4").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Similar to Musical number 4")


def test_scrolling_brings_the_next_page(page: Page) -> None:
    make_movies(PAGE_SIZE)
    page.goto("/browse/")
    expect(page.locator("#results .card")).to_have_count(PAGE_SIZE)
    page.locator("#more").scroll_into_view_if_needed()
    expect(page.locator("#results .card")).to_have_count(Movie.objects.count())
    expect(page.locator("#more")).to_have_count(0)


def test_a_filter_changes_the_list_and_the_address(page: Page) -> None:
    page.goto("/browse/")
    page.locator("#results .card").first.wait_for()
    page.get_by_role("group", name="Genres (match all)").get_by_text("Musical").click()
    expect(page.locator("#results [role=status]")).to_have_text("20 films match")
    expect(page).to_have_url("/browse/?genre=Musical")
    page.get_by_label("To year").fill("1985")
    page.get_by_label("To year").press("Tab")
    expect(page).to_have_url("/browse/?year_max=1985&genre=Musical")
    page.get_by_role("link", name="Remove Musical").click()
    expect(page).to_have_url("/browse/?year_max=1985")
    expect(page.get_by_label("To year")).to_have_value("1985")


def test_going_back_undoes_a_filter(page: Page) -> None:
    page.goto("/browse/")
    page.get_by_role("group", name="Genres (match all)").get_by_text("Crime").click()
    expect(page).to_have_url("/browse/?genre=Crime")
    page.go_back()
    expect(page).to_have_url("/browse/")
    expect(page.locator("#results [role=status]")).to_have_text("40 films")
    page.locator("#find").press_sequentially("crime number 3")
    expect(page.get_by_role("option", name="Crime number 3")).to_be_visible()


def test_all_of_it_works_without_scripts(plain: Page) -> None:
    make_movies(PAGE_SIZE)
    plain.goto("/browse/")
    plain.locator(".filters").get_by_text("Crime", exact=True).first.click()
    plain.get_by_role("button", name="Apply").click()
    expect(plain).to_have_url("/browse/?genre=Crime")
    plain.get_by_role("link", name="More films").click()
    expect(plain.locator("#results")).to_contain_text("Page 2 of 2")
    plain.goto("/similar/")
    plain.get_by_label("Film you like").fill("crime number 3")
    plain.get_by_role("button", name="Find").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Similar to Crime number 3")
