"""Bringing ratings from another site, in a browser, with scripts and without."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from catalog.models import Movie
from tests.browser.conftest import sign_in
from tests.browser.looks import THEMES_AND_WIDTHS, check_looks
from tests.builders import make_rating, make_user
from uploads.models import ImportJob, Rating
from uploads.tests.exports import RATINGS, csv_of, film
from uploads.tests.imports import imported, worked

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FILE = csv_of(
    RATINGS,
    film("Crime number 3", "", rating="4.5"),
    film("Crime number 99 with a title as long as they come " * 4, 1994, rating="2"),
    film("Crime number 4", "", rating="9"),
)


def import_a_file(page: Page) -> None:
    """From the file to the ratings; the worker's part is done here."""
    page.goto("/ratings/")
    page.get_by_role("link", name="Import from another site").click()
    page.get_by_label("File", exact=True).set_input_files(
        {"name": "ratings.csv", "mimeType": "text/csv", "buffer": FILE}
    )
    page.get_by_role("button", name="Upload and preview").click()
    expect(page.locator("#progress")).to_contain_text("Waiting to start")
    worked(ImportJob.objects.get())
    expect(page.locator("main")).to_contain_text("3 rows. Nothing has been saved yet")
    page.get_by_role("link", name="Not found").click()
    field = page.get_by_role("searchbox", name="Search for a film to match Crime")
    field.fill("crime 5")
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator(".option").filter(has_text="Crime number 5").click()
    expect(page.locator("#notices")).to_contain_text("matched to Crime number 5")
    assert not Rating.objects.exists()
    page.get_by_role("button", name="Import 2 films").click()
    expect(page.locator("#progress")).to_contain_text("Saving your ratings")
    worked(ImportJob.objects.get())
    expect(page.locator("main")).to_contain_text("2 rated")
    assert sorted(Rating.objects.values_list("half_stars", flat=True)) == [4, 9]
    page.get_by_role("button", name="Undo this import").click()
    expect(page.locator("#progress")).to_contain_text("Undoing the import")
    worked(ImportJob.objects.get())
    expect(page.locator("main")).to_contain_text("Nothing has been saved yet")
    assert not Rating.objects.exists()
    page.get_by_role("button", name="Import 2 films").click()
    worked(ImportJob.objects.get())
    expect(page.locator("main")).to_contain_text("2 rated")


def test_a_file_becomes_ratings(page: Page, ada: User) -> None:
    import_a_file(page)


def test_a_file_becomes_ratings_without_scripts(browser: Browser, site: LiveServer) -> None:
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    context.set_default_timeout(15_000)
    sign_in(context, site, make_user(name="Ada"))
    import_a_file(context.new_page())
    context.close()


def test_a_change_is_undone_and_a_note_is_kept(page: Page, ada: User) -> None:
    page.goto(Movie.objects.get(title="Crime number 3").get_absolute_url())
    page.get_by_role("button", name="2 stars", exact=True).click()
    expect(page.locator("#voices")).to_contain_text("Remove")
    page.get_by_label("Your note").fill("Again, in winter.")
    page.get_by_role("button", name="Save note").click()
    expect(page.get_by_label("Your note")).to_have_value("Again, in winter.")
    page.goto("/ratings/")
    expect(page.locator(".own-note")).to_have_text("Again, in winter.")
    page.locator(".rated").get_by_role("button", name="Remove").click()
    page.locator("#notices").get_by_role("button", name="Undo").click()
    expect(page.locator(".rated .note")).to_contain_text("You rated it 2 on")
    page.get_by_role("link", name="History").click()
    page.get_by_role("button", name="Undo the last change").click()
    expect(page.locator("main")).to_contain_text("No changes yet")
    assert not Rating.objects.exists()


@pytest.mark.parametrize(("theme", "width"), THEMES_AND_WIDTHS)
def test_the_pages_fit_and_are_accessible(
    browser: Browser, site: LiveServer, theme: str, width: int
) -> None:
    context = browser.new_context(base_url=site.url, viewport={"width": width, "height": 900})
    context.add_cookies([{"name": "theme", "value": theme, "url": site.url}])
    page = context.new_page()
    user = make_user(name="Ada")
    sign_in(context, site, user)
    make_rating(user=user, movie=Movie.objects.get(title="Crime number 3"), stars=2)
    job = imported(user, FILE, name="a-name-without-a-space" * 4 + ".csv")
    report = f"/ratings/import/{job.pk}/"
    paths = ["/ratings/", "/ratings/history/", "/ratings/import/"]
    paths += [f"{report}?outcome={outcome}" for outcome in job.counts]
    for path in paths:
        page.goto(path)
        check_looks(page, path)
    context.close()
