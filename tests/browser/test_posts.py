"""Posting in a browser, with scripts, from a film's title to the gallery; and how the pages look."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.builders import make_user
from uploads.models import Post
from uploads.tests.pictures import telling_jpeg
from uploads.tests.posting import develop_all

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_post_from_a_title_to_the_gallery(page: Page, site: LiveServer, tmp_path: Path) -> None:
    make_user(email="ada@example.org", name="Ada")
    picture = tmp_path / "diner.jpg"
    picture.write_bytes(telling_jpeg())
    page.goto("/sign-in/?next=/uploads/new/")
    page.get_by_label("E-mail").fill("ada@example.org")
    page.get_by_label("Password").fill("correct horse 7")
    page.locator("main").get_by_role("button", name="Sign in").click()
    page.get_by_label("Title").press_sequentially("crime number 3")
    page.locator("#film-list").get_by_role("option").first.click()
    expect(page.get_by_role("heading", name="Post about Crime number 3")).to_be_visible()
    page.get_by_label("4.5 stars").check(force=True)
    page.get_by_label("Text").fill("The diner.")
    page.get_by_label("Image", exact=True).set_input_files(picture)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Reload this page in a moment")).to_be_visible()
    develop_all()
    expect(page.get_by_role("img", name="Image of this post")).to_be_visible()
    expect(page.get_by_text("Canon EOS 5D")).to_be_visible()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("button", name="Make private")).to_be_visible()
    post = Post.objects.get()
    for width in (390, 1400):
        page.set_viewport_size({"width": width, "height": 900})
        for path in ("", "edit/", "delete/"):
            _looks_well(page, f"{post.get_absolute_url()}{path}", width)
        for path in (
            "/gallery/",
            "/uploads/",
            "/uploads/new/?title=crime",
            "/uploads/new/?propose=x",
        ):
            _looks_well(page, path, width)
    page.goto("/gallery/")
    expect(page.get_by_text("The diner.")).to_be_visible()


def _looks_well(page: Page, path: str, width: int) -> None:
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    found = Axe().run(page, options={"preload": False})
    assert found.violations_count == 0, (path, found.generate_report())
