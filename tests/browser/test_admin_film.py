"""A film's form in the admin, in a browser."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from catalog.models import Genre, Keyword, Language, Movie, MovieKeyword
from tests.browser.conftest import sign_in
from tests.builders import make_credit, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def form(page: Page, site: LiveServer) -> Page:
    """The form of a film with long names in every list."""
    sign_in(page.context, site, make_user(is_staff=True, is_superuser=True))
    film = Movie.objects.get(title="Crime number 3")
    film.alternative_titles, film.countries = ["A very long title " * 12, "Another"], ["France"]
    film.save()
    film.languages.add(Language.objects.create(code="xx", name="A language " * 5))
    film.genres.add(*(Genre.objects.create(name=f"Genre number {at}") for at in range(12)))
    keyword = Keyword.objects.create(name="a keyword of many words " * 4)
    MovieKeyword.objects.create(movie=film, keyword=keyword, source="site")
    make_credit(movie=film, name="Somebody " * 15, role="actor", character="Neil " * 20)
    page.goto(f"/admin/catalog/movie/{film.pk}/change/")
    expect(page.get_by_label("Alternative titles")).to_be_visible()
    return page


def test_it_fits_the_window(form: Page) -> None:
    wide = """() => [...document.querySelectorAll("form :is(table, fieldset, .select2)")]
        .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
        .map((part) => part.id || part.className)"""
    for width in (390, 1024, 1400):
        form.set_viewport_size({"width": width, "height": 900})
        form.reload(wait_until="networkidle")
        assert form.evaluate(wide) == [], width
        assert form.evaluate("document.documentElement.scrollWidth") <= width


def test_genres_are_looked_up_and_taken_off(form: Page) -> None:
    genres = form.locator(".field-genres")
    genres.get_by_title("Crime").locator(".select2-selection__choice__remove").click()
    genres.get_by_role("searchbox").press_sequentially("musi")
    form.get_by_role("option", name="Musical").click()
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form.get_by_text("was changed successfully")).to_be_visible()
    names = set(Movie.objects.get(title="Crime number 3").genres.values_list("name", flat=True))
    assert "Musical" in names
    assert "Crime" not in names
