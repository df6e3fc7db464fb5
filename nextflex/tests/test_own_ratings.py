"""History, undoing and notes on the site's pages."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from catalog.models import Movie
from tests.builders import make_movie, make_movies, make_rating, make_user
from uploads.models import FilmNote, Rating
from uploads.ratings.notes import write_note

pytestmark = pytest.mark.django_db
HISTORY, UNDO = "/ratings/history/", "/ratings/undo/"


@pytest.fixture
def heat(db: None) -> Movie:
    return make_movie(title="Heat", count=10, mean=4.0)


def page_of(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_history_tells_every_change_and_undoes_the_last(
    browser: Client, alice: User, heat: Movie
) -> None:
    make_rating(user=alice, movie=heat, stars=3)
    make_rating(user=alice, movie=heat, stars=4.5)
    page = page_of(browser, HISTORY)
    assert page.index("Changed from") < page.index("Rated <")
    assert page.count('id="undo-last"') == 1
    answer = browser.post(UNDO, {"next": HISTORY}, follow=True)
    assert answer.redirect_chain == [(HISTORY, 302)]
    assert "Heat is rated 3 again" in answer.content.decode()
    assert Rating.objects.get().stars == 3.0


def test_nothing_to_undo_is_told(browser: Client) -> None:
    assert "No changes yet" in page_of(browser, HISTORY)
    assert browser.post(UNDO).status_code == 404


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example", "javascript:alert(1)"]
)
def test_28_undoing_leads_nowhere_else(
    browser: Client, alice: User, heat: Movie, target: str
) -> None:
    make_rating(user=alice, movie=heat)
    assert browser.post(UNDO, {"next": target})["Location"] == "/"


def test_a_removed_rating_is_offered_back(browser: Client, alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=3)
    form = {"rating": "", "next": "/ratings/"}
    page = browser.post(f"/films/{heat.pk}/rating/", form, follow=True).content.decode()
    assert "Removed your rating" in page
    assert f'formaction="{UNDO}"' in page
    browser.post(UNDO, {"next": "/ratings/"})
    assert Rating.objects.get().stars == 3.0


def test_a_first_rating_and_a_guests_are_not_talked_about(
    browser: Client, client: Client, heat: Movie
) -> None:
    for visitor in (browser, client):
        for _ in range(2 if visitor is client else 1):
            form = {"rating": "3", "next": "/ratings/"}
            page = visitor.post(f"/films/{heat.pk}/rating/", form, follow=True).content.decode()
            assert f'formaction="{UNDO}"' not in page


def test_a_note_is_written_shown_and_removed(browser: Client, alice: User, heat: Movie) -> None:
    where, form = f"/films/{heat.pk}/note/", {"text": "The <b>bank</b>.\r\nAgain."}
    assert browser.post(where, form)["Location"] == f"/films/{heat.pk}/#note"
    assert "The &lt;b&gt;bank&lt;/b&gt;.\nAgain.</textarea>" in page_of(
        browser, f"/films/{heat.pk}/"
    )
    make_rating(user=alice, movie=heat)
    assert "The &lt;b&gt;bank" in page_of(browser, "/ratings/")
    browser.post(where, {"text": "  "})
    assert not FilmNote.objects.exists()


def test_another_persons_note_is_on_no_page(browser: Client, client: Client, heat: Movie) -> None:
    write_note(user=make_user(), movie_id=heat.pk, text="Secret.")
    for visitor in (browser, client):
        assert "Secret." not in page_of(visitor, f"/films/{heat.pk}/")


def test_a_note_too_long_is_refused(browser: Client, heat: Movie) -> None:
    for n in (5_001, 7_000):
        assert browser.post(f"/films/{heat.pk}/note/", {"text": "x" * n}).status_code == 400
    assert browser.post("/films/999/note/", {"text": "x"}).status_code == 404


def test_a_guest_is_led_to_the_door(client: Client, heat: Movie) -> None:
    for answer in (
        client.get(HISTORY),
        client.post(UNDO),
        client.post(f"/films/{heat.pk}/note/", {"text": "x"}),
    ):
        assert (answer.status_code, answer["Location"].startswith("/sign-in/")) == (302, True)
    assert 'id="note"' not in page_of(client, f"/films/{heat.pk}/")


def test_25_neither_works_without_its_csrf_token(browser: Client, heat: Movie) -> None:
    browser.handler.enforce_csrf_checks = True
    for where in (UNDO, f"/films/{heat.pk}/note/"):
        assert browser.post(where, {"text": "x"}).status_code == 403


def test_exports_are_a_click_away(browser: Client, alice: User, heat: Movie) -> None:
    assert "me/export/" not in page_of(browser, "/ratings/")
    make_rating(user=alice, movie=heat)
    assert "/api/v1/me/export/letterboxd/" in page_of(browser, "/ratings/")
    answer: Any = browser.get("/api/v1/me/export/letterboxd/")
    assert b"Heat" in b"".join(answer.streaming_content)


@pytest.mark.parametrize("n", [2, 20])
def test_history_takes_the_same_number_of_queries_for_any_number_of_changes(
    browser: Client, alice: User, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for movie in make_movies(n):
        make_rating(user=alice, movie=movie)
    # session with user, number, changes with films; films; the footer's data set
    with django_assert_num_queries(5):
        page_of(browser, HISTORY)
