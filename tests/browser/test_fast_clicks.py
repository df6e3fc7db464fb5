"""Clicks that come faster than answers: all of them count, the last one wins, and nothing goes wrong."""

import threading
import time
from collections.abc import Callable
from pkgutil import resolve_name
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from tests.browser.test_journey import PASSWORD
from tests.engine_fixture import Camps
from uploads.models import GuestFilm, NotInterested, Rating, WatchlistEntry

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
at_a_pace = pytest.mark.parametrize("pause_s", [0.1, 0.7])
Given = dict[str, int | None]


def stars_of(page: Page, title: str, stars: str) -> None:
    row = page.locator("li.rate-row", has=page.get_by_role("link", name=title, exact=True))
    row.get_by_role("button", name=f"{stars} stars", exact=True).click()


def given() -> Given:
    return dict(GuestFilm.objects.values_list("movie__title", "half_stars"))


def settled(read: Callable[[], object], wanted: object) -> None:
    """Wait for what requests on their way will write."""
    deadline = time.monotonic() + 15
    while read() != wanted and time.monotonic() < deadline:
        time.sleep(0.05)
    assert read() == wanted


Hold = Callable[[str], Callable[[], None]]


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Hold:
    """Makes what the server does by a function of nextflex.site wait for what is returned."""

    def hold(name: str) -> Callable[[], None]:
        gate, act = threading.Event(), resolve_name(f"nextflex.site.{name}")

        def late(*given: Any, **named: Any) -> Any:
            assert gate.wait(timeout=30)
            return act(*given, **named)

        monkeypatch.setattr(f"nextflex.site.{name}", late)
        return gate.set

    return hold


@at_a_pace
def test_five_clicks_on_the_start_page_rate_five_films(page: Page, pause_s: float) -> None:
    page.goto("/start/")
    titles = page.locator("li.ask .name").all_inner_texts()
    for at, title in enumerate(titles[:5]):
        stars_of(page, title, "4.5" if at % 2 else "2")
        page.wait_for_timeout(1000 * pause_s)
    expect(page.locator("#so-far")).to_have_text("5 of 10 rated")
    expect(page.locator("li.ask .name")).to_have_text(titles)
    wanted = {title: 9 if at % 2 else 4 for at, title in enumerate(titles[:5])}
    settled(given, wanted)
    page.reload()
    expect(page.locator("#so-far")).to_have_text("5 of 10 rated")


@at_a_pace
def test_clicks_on_stars_and_not_seen_on_the_start_page_all_count(
    page: Page, pause_s: float
) -> None:
    page.goto("/start/")
    titles = page.locator("li.ask .name").all_inner_texts()
    for at, title in enumerate(titles[:6]):
        if at % 2:
            page.get_by_role("button", name=f"Haven’t seen it: {title}", exact=True).click()
        else:
            stars_of(page, title, "4")
        page.wait_for_timeout(1000 * pause_s)
    expect(page.locator("#so-far")).to_have_text("3 of 10 rated")
    after = page.locator("li.ask .name").all_inner_texts()
    assert [one in after for one in titles] == [True, False, True, False, True, False, *[True] * 4]
    assert len(set(after)) == 10


@at_a_pace
def test_clicks_on_the_home_page_rate_every_film_that_was_clicked(
    page: Page, pause_s: float
) -> None:
    page.goto("/")
    wanted: Given = {}
    for _ in range(5):
        row = page.locator("#rate li.rate-row:not(:has([aria-pressed=true]))").first
        title = row.locator(".name").inner_text()
        stars_of(page, title, "4.5")
        wanted[title] = 9
        page.wait_for_timeout(1000 * pause_s)
    settled(given, wanted)
    page.goto("/ratings/")
    expect(page.locator("main")).to_contain_text("5 films")


def test_the_last_of_two_quick_clicks_on_a_film_counts(
    page: Page, site_film: str, held: Hold
) -> None:
    page.goto(site_film)
    release = held("film.rating.rate")
    for stars in ("2", "4.5"):
        page.locator("#voices").get_by_role("button", name=f"{stars} stars", exact=True).click()
    release()
    expect(page.locator("#voices .rate .note")).to_contain_text("4.5")
    pressed = page.locator("#voices .stars [aria-pressed=true]")
    expect(pressed).to_have_attribute("value", "4.5")
    assert [*given().values()] == [9]


def test_the_focus_stays_in_the_part_whose_button_went(page: Page, site_film: str) -> None:
    page.goto(site_film)
    page.locator("#voices").get_by_role("button", name="4 stars", exact=True).click()
    remove = page.locator("#voices").get_by_role("button", name="Remove")
    remove.focus()
    page.keyboard.press("Enter")
    expect(remove).to_have_count(0)
    expect(page.locator("#voices")).to_be_focused()


def test_an_answer_to_an_older_click_never_replaces_a_newer_state(
    page: Page, site_film: str, held: Hold
) -> None:
    page.goto(site_film)
    release = held("visitor.giver_of")
    watch = page.locator("#voices").get_by_role("button", name="atchlist")
    unwanted = page.locator("#voices").get_by_role("button", name="Not interested")
    for button in (watch, unwanted, watch, watch):  # on, on, off, on
        button.click()
    release()
    expect(watch).to_have_text("On watchlist")
    page.wait_for_load_state("networkidle")
    for button in (watch, unwanted):
        expect(button).to_have_attribute("aria-pressed", "true")
    row = GuestFilm.objects.get()
    assert row.watchlisted_at
    assert row.not_interested_at


def test_marks_on_the_list_for_you_all_count(page: Page, ada: User, site_film: str) -> None:
    page.goto(site_film)
    page.locator("#voices").get_by_role("button", name="5 stars", exact=True).click()
    expect(page.locator("#voices .rate .note")).to_contain_text("5")
    page.goto("/for-you/")
    titles = page.locator("#picks .name").all_inner_texts()
    for title in titles[:3]:
        page.get_by_role("button", name=f"Not interested in {title}", exact=True).click()
    page.get_by_role("button", name=f"Watchlist: {titles[5]}", exact=True).click()
    expect(page.locator("#picks .listed")).to_have_count(1)
    assert not set(titles[:3]) & set(page.locator("#picks .card .name").all_inner_texts())
    assert NotInterested.objects.count() == 3
    assert WatchlistEntry.objects.get().movie.title == titles[5]


def test_a_filter_that_is_under_way_keeps_its_answer(
    page: Page, site_film: str, held: Hold
) -> None:
    page.goto(site_film)
    page.locator("#voices").get_by_role("button", name="5 stars", exact=True).click()
    expect(page.locator("#voices .rate .note")).to_contain_text("5")
    page.goto("/for-you/")
    titles = page.locator("#picks .name").all_inner_texts()
    release = held("visitor.giver_of")
    page.get_by_role("button", name=f"Not interested in {titles[0]}", exact=True).click()
    page.locator("details.filters summary").first.click()
    page.get_by_label("Musical").first.check()
    release()
    crime = page.locator("#picks .name", has_text="Crime")
    expect(crime).to_have_count(0)
    page.wait_for_load_state("networkidle")
    expect(crime).to_have_count(0)
    assert GuestFilm.objects.filter(not_interested_at__isnull=False).get().movie.title == titles[0]


def test_clicks_count_when_the_page_is_left_at_once(page: Page, held: Hold) -> None:
    page.goto("/start/")
    titles = page.locator("li.ask .name").all_inner_texts()
    release = held("film.rating.rate")
    for title in titles[:5]:
        stars_of(page, title, "4.5")
    page.get_by_role("link", name="Browse", exact=True).first.click()
    expect(page).to_have_url("/browse/")
    release()
    settled(given, dict.fromkeys(titles[:5], 9))


def test_a_rating_on_its_way_when_signing_in_becomes_the_accounts(page: Page, held: Hold) -> None:
    User.objects.create_user("ada@example.org", PASSWORD, name="Ada")
    page.goto("/sign-in/")
    page.goto("/start/")
    titles = page.locator("li.ask .name").all_inner_texts()
    release = held("film.rating.rate")
    for title in titles[:2]:
        stars_of(page, title, "4.5")
    page.get_by_role("link", name="Sign in").first.click()
    page.get_by_label("E-mail").fill("ada@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_label("Your account, Ada")).to_be_visible()
    assert not Rating.objects.exists()
    release()
    settled(lambda: set(Rating.objects.values_list("movie__title", flat=True)), set(titles[:2]))
    page.goto("/ratings/")
    expect(page.get_by_label("Your account, Ada")).to_be_visible()
    expect(page.locator("main")).to_contain_text("2 films")


def test_a_click_that_could_not_be_sent_is_told_and_not_shown_as_rated(
    context: BrowserContext, site_film: str
) -> None:
    page = context.new_page()  # the browser itself logs the failure
    page.goto(site_film)
    page.route("**/rating/", lambda route: route.abort())
    page.locator("#voices").get_by_role("button", name="4 stars", exact=True).click()
    expect(page.locator("#notices")).to_contain_text("Could not save")
    expect(page.locator("#voices .stars [aria-pressed=true]")).to_have_count(0)


@pytest.fixture
def site_film(published_models: Camps) -> str:
    """The address of a film."""
    address: str = published_models.crime[3].get_absolute_url()
    return address
