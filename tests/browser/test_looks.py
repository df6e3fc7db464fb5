"""Every page at a phone's and a desk's width, in both themes: nothing sticks out, all can read it."""

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from catalog.models import Movie
from tests.browser.looks import THEMES_AND_WIDTHS, check_looks
from tests.builders import make_credit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PATHS = [
    "/",
    "/browse/",
    "/browse/?q=zzz",
    "/charts/top-rated/",
    "/for-you/",
    "/ratings/",
    "/models/",
]
PATHS += ["/watchlist/", "/not-interested/", "/seen/"]
PATHS += ["/lab/", "/lab/?seq={film}&avoid=1"]
PATHS += ["/start/", "/for-you/?genre=Crime&diversity=0.5&year_min=1990&year_max=1980"]
PATHS += ["/sign-in/", "/sign-up/", "/films/{film}/", "/no-such-page/"]
PATHS += ["/gallery/", "/gallery/?film={film}"]
PATHS += ["/person/{person}/", "/genre/Crime/", "/similar/", "/similar/?film={film}"]
PATHS += ["/similar/?title=crime", "/browse/?genre=Crime&without=Musical&person={person}"]


@pytest.mark.parametrize(("theme", "width"), THEMES_AND_WIDTHS)
def test_a_page_fits_and_is_accessible(
    browser: Browser, site: LiveServer, theme: str, width: int
) -> None:
    context = browser.new_context(
        base_url=site.url, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    context.add_cookies([{"name": "theme", "value": theme, "url": site.url}])
    page = context.new_page()
    film = Movie.objects.get(title="Crime number 3")
    credit = make_credit(movie=film, name="Robert De Niro", role="actor", character="Neil " * 20)
    make_credit(movie=film, name="Somebody " * 20, role="director")
    page.goto(f"/films/{film.pk}/")
    for name in ("4.5 stars", "atchlist", "Not interested"):
        button = page.locator("#voices").get_by_role("button", name=name)
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
    for path in PATHS:
        page.goto(path.format(film=film.pk, person=credit.person_id))
        if path.startswith("/lab/"):  # its predictions come by a script
            page.wait_for_load_state("networkidle")
        check_looks(page, path)
    context.close()


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_open_list_under_the_search_field_fits_and_is_accessible(
    browser: Browser, site: LiveServer, theme: str
) -> None:
    context = browser.new_context(base_url=site.url, viewport={"width": 390, "height": 844})
    context.add_cookies([{"name": "theme", "value": theme, "url": site.url}])
    page = context.new_page()
    page.goto("/")
    page.get_by_role("combobox").press_sequentially("crime")
    page.get_by_role("option").last.wait_for()
    page.get_by_role("combobox").press("ArrowDown")
    check_looks(page, "the open list")
    context.close()
