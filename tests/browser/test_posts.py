"""Posting in a browser, with scripts, from a film's title to the gallery; and how the pages look."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from tests.browser.looks import check_looks
from uploads.models import Post
from uploads.tests.pictures import telling_jpeg
from uploads.tests.posting import develop_all

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_post_from_a_title_to_the_gallery(page: Page, ada: User, tmp_path: Path) -> None:
    picture = tmp_path / "diner.jpg"
    picture.write_bytes(telling_jpeg())
    page.goto("/uploads/new/")
    page.get_by_label("Title").press_sequentially("crime number 3")
    page.locator("#film-list").get_by_role("option", name="Crime number 3").click()
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
    paths = [f"{post.get_absolute_url()}{path}" for path in ("", "edit/", "delete/")]
    paths += ["/gallery/", "/uploads/", "/uploads/new/?title=crime", "/uploads/new/?propose=x"]
    for path in paths:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        for width in (390, 1400):
            page.set_viewport_size({"width": width, "height": 900})
            check_looks(page, path)
    page.goto("/gallery/")
    expect(page.get_by_text("The diner.")).to_be_visible()
