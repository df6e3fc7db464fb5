"""Back and Forward: the form, the list, the place and the light are those of the address."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from catalog.models import Movie
from catalog.poster_urls import subject_of
from catalog.posters import palette_of
from nextflex.site.find.browse import PAGE_SIZE
from tests.browser.test_journey import rate
from tests.builders import make_movies

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def genre(page: Page, name: str) -> None:
    page.locator(f'main form input[name="genre"][value="{name}"]').set_checked(True, force=True)


def expect_state(page: Page, address: str, genres: list[str]) -> None:
    """The address, and a form that says the same."""
    expect(page).to_have_url(address)
    boxes = page.locator('main form input[name="genre"]')
    for at in range(boxes.count()):
        box = boxes.nth(at)
        expect(box).to_be_checked(checked=box.get_attribute("value") in genres)


def test_the_filter_follows_back_and_forward_twice(page: Page) -> None:
    page.goto("/browse/")
    genre(page, "Crime")
    expect(page).to_have_url("/browse/?genre=Crime")
    page.get_by_label("To year").fill("2000")
    page.get_by_label("To year").press("Tab")
    expect(page).to_have_url("/browse/?year_max=2000&genre=Crime")
    page.locator("#results .card").first.click()
    expect(page.locator("#voices")).to_be_visible()
    for _ in range(2):
        page.go_back()
        expect_state(page, "/browse/?year_max=2000&genre=Crime", ["Crime"])
        expect(page.get_by_label("To year")).to_have_value("2000")
        page.go_back()
        expect_state(page, "/browse/?genre=Crime", ["Crime"])
        expect(page.get_by_label("To year")).to_have_value("")
        page.go_back()
        expect_state(page, "/browse/", [])
        expect(page.locator("#results [role=status]")).to_have_text("40 films")
        for _ in range(3):
            page.go_forward()
        expect(page.locator("#voices")).to_be_visible()


def test_fast_steps_back_show_the_last_address(page: Page) -> None:
    page.goto("/browse/")
    genre(page, "Crime")
    expect(page).to_have_url("/browse/?genre=Crime")
    page.get_by_label("To year").fill("1985")
    page.get_by_label("To year").press("Tab")
    expect(page).to_have_url("/browse/?year_max=1985&genre=Crime")
    page.evaluate("history.back(); history.back()")
    expect_state(page, "/browse/", [])
    page.evaluate("history.forward(); history.forward(); history.back()")
    expect_state(page, "/browse/?genre=Crime", ["Crime"])
    expect(page.locator("#results [role=status]")).to_have_text("20 films match")


def test_the_list_for_you_follows_too(page: Page) -> None:
    rate(page, "Crime number 3", "5")
    page.goto("/for-you/")
    page.get_by_text("Adjust this list").click()
    page.get_by_role("slider", name="Popularity").press("Home")
    expect(page).to_have_url("/for-you/?popularity=0")
    genre(page, "Musical")
    expect(page).to_have_url("/for-you/?popularity=0&genre=Musical")
    page.locator("#picks .card").first.click()
    expect(page.locator("#voices")).to_be_visible()
    page.go_back()
    expect_state(page, "/for-you/?popularity=0&genre=Musical", ["Musical"])
    page.go_back()
    expect_state(page, "/for-you/?popularity=0", [])
    expect(page.get_by_role("slider", name="Popularity")).to_have_value("0")
    page.go_back()
    expect_state(page, "/for-you/", [])
    expect(page.get_by_role("slider", name="Popularity")).not_to_have_value("0")
    expect(page.locator("#turned")).to_have_text("")


def test_a_film_that_one_does_not_want_stays_away_after_back(page: Page) -> None:
    rate(page, "Crime number 3", "5")
    page.goto("/for-you/")
    page.get_by_text("Adjust this list").click()
    genre(page, "Crime")
    expect(page).to_have_url("/for-you/?genre=Crime")
    name = page.locator("#picks .name").first.inner_text()
    page.get_by_role("button", name=f"Not interested in {name}", exact=True).click()
    expect(page.locator("#picks .gone")).to_contain_text(name)
    page.go_back()
    expect(page).to_have_url("/for-you/")
    expect(page.locator("#picks .pick-of").first).to_be_visible()
    assert name not in page.locator("#picks .name").all_inner_texts()


def test_what_was_done_on_a_page_is_there_after_leaving_it_and_going_back(page: Page) -> None:
    rate(page, "Crime number 3", "5")
    page.goto("/for-you/")
    name = page.locator("#picks .name").first.inner_text()
    page.get_by_role("button", name=f"Not interested in {name}", exact=True).click()
    expect(page.locator("#picks .gone")).to_contain_text(name)
    page.locator("#picks .card").first.click()
    expect(page.locator("#voices")).to_be_visible()
    page.go_back()
    expect(page).to_have_url("/for-you/")
    assert page.locator("#picks .name").count() > 1
    assert name not in page.locator("#picks .name").all_inner_texts()


def test_a_film_rated_on_home_is_not_asked_about_after_leaving_the_page_and_going_back(
    page: Page,
) -> None:
    page.goto("/")
    titles = page.locator("#rate .rate-row .name")
    name = titles.first.inner_text()
    page.locator("#rate").get_by_role("button", name="4 stars", exact=True).first.click()
    expect(titles.first).not_to_have_text(name)
    page.goto("/models/")
    page.go_back()
    expect(titles.first).to_be_visible()
    assert name not in titles.all_inner_texts()


@pytest.mark.parametrize(
    ("path", "field"),
    [("/charts/popular/", "genre"), ("/similar/?title=Crime+number+3", "by"), ("/lab/", "model")],
)
def test_a_choice_that_was_not_sent_is_not_restored(page: Page, path: str, field: str) -> None:
    """Browsers fill forms again after Back; these belong to their address."""
    page.goto(path)
    choice = page.locator(f'main select[name="{field}"], main select[data-option="{field}"]')
    before = choice.input_value()
    choice.evaluate("field => { field.selectedIndex = field.options.length - 1 }")
    page.goto("/models/")
    page.go_back()
    expect(choice).to_have_value(before)


KEPT = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"


def test_a_page_that_the_browser_kept_alive_follows_too(page: Page) -> None:
    """Chromium keeps no page that may not be stored; other browsers do, and send this event."""
    page.goto("/browse/?genre=Crime")
    page.locator('main [name="genre"][value="Musical"]').evaluate("box => { box.checked = true }")
    page.evaluate(KEPT)
    expect_state(page, "/browse/?genre=Crime", ["Crime"])


def test_text_on_a_page_that_the_browser_kept_alive_stays(page: Page, ada: User) -> None:
    rate(page, "Crime number 3", "5")
    note = page.locator("#note-text")
    note.evaluate("field => { field.value = 'See the heist again' }")
    page.evaluate(KEPT)
    page.wait_for_load_state("networkidle")
    expect(note).to_have_value("See the heist again")


def scrolled_to(page: Page) -> tuple[float, str]:
    """How far, and the film that stands in the middle of the window."""
    page.wait_for_timeout(300)
    place, name = page.evaluate(
        """() => [scrollY, document.elementFromPoint(innerWidth / 3, innerHeight / 2)
             ?.closest(".card")?.querySelector(".name").textContent]"""
    )
    return place, name


@pytest.mark.parametrize("query", ["", "?genre=Crime&ordering=title"])
def test_back_and_forward_lead_to_the_same_films_and_place(page: Page, query: str) -> None:
    make_movies(4 * PAGE_SIZE)
    page.goto(f"/browse/{query}")
    for pages in (2, 3):
        page.locator("#more").scroll_into_view_if_needed()
        expect(page.locator("#results .card")).to_have_count(pages * PAGE_SIZE)
    card = page.locator("#results .card").nth(2 * PAGE_SIZE + 9)
    card.evaluate("card => card.scrollIntoView({ block: 'center' })")
    before, names = scrolled_to(page), page.locator("#results .name").all_inner_texts()
    for _ in range(2):
        card.click()
        expect(page.locator("#voices")).to_be_visible()
        page.go_back()
        expect(page.locator("#results .card").last).to_be_attached()
        assert scrolled_to(page) == before
        assert page.locator("#results .name").all_inner_texts()[: len(names)] == names
        page.go_forward()
        expect(page.locator("#voices")).to_be_visible()
        page.go_back()
        assert scrolled_to(page) == before


def test_the_place_is_kept_across_filters(page: Page) -> None:
    make_movies(2 * PAGE_SIZE)
    page.goto("/browse/")
    page.locator("#more").scroll_into_view_if_needed()
    expect(page.locator("#results .card")).to_have_count(2 * PAGE_SIZE)
    page.evaluate("scrollTo(0, 900)")
    before = scrolled_to(page)
    page.locator('main [name="genre"][value="Musical"]').evaluate("box => box.click()")
    expect(page.locator("#results [role=status]")).to_have_text("20 films match")
    page.go_back()
    expect(page.locator("#results .card")).to_have_count(2 * PAGE_SIZE)
    assert scrolled_to(page) == before


def test_more_films_without_scripts(browser: Browser, site: LiveServer) -> None:
    make_movies(2 * PAGE_SIZE)
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/browse/?genre=Crime")
    page.get_by_role("link", name="More films").click()
    expect(page).to_have_url("/browse/?genre=Crime&page=2")
    names = page.locator("#results .name").all_inner_texts()
    page.locator("#results .card").first.click()
    page.go_back()
    assert page.locator("#results .name").all_inner_texts() == names
    context.close()


def test_a_form_leads_back_to_the_address_that_is_shown(page: Page) -> None:
    page.goto("/browse/")
    genre(page, "Crime")
    expect(page).to_have_url("/browse/?genre=Crime")
    page.locator("footer").get_by_role("button", name="Light").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    expect_state(page, "/browse/?genre=Crime", ["Crime"])


def test_the_house_light_follows_the_film_that_stands_first(page: Page) -> None:
    for title in ("Crime number 3", "Crime number 5"):
        rate(page, title, "5")
    page.goto("/")
    for _ in range(2):
        lead = page.locator("#lead").evaluate("title => title.lastChild.textContent")
        expected = palette_of(subject_of(Movie.objects.get(title=lead)))
        expect(page.locator("main")).to_have_attribute("data-pal", expected)
        light = page.evaluate(
            "getComputedStyle(document.documentElement).getPropertyValue('--film-deep')"
        )
        rule = page.evaluate(
            """name => {
                 const within = (rule) => [...(rule.styleSheet ?? rule).cssRules ?? []].flatMap(
                   (inner) => [inner, ...within(inner)]);
                 return [...document.styleSheets].flatMap(within)
                   .find((rule) => rule.selectorText?.includes(`"${name}"`)).style
                   .getPropertyValue("--film-deep");
               }""",
            expected,
        )
        assert light == rule
        page.locator("#rate").get_by_role("button", name="1 star", exact=True).first.click()
        expect(page.locator("main")).to_have_count(1)
        page.wait_for_load_state("networkidle")
