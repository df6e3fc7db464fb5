"""Importing on the site's pages: with plain forms, and followed with htmx."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from catalog.models import Movie
from tests.builders import browser_of, make_movie, make_user
from uploads.import_jobs.starting import start_import
from uploads.models import ImportJob, Rating
from uploads.tests.exports import RATINGS, csv_of, film
from uploads.tests.imports import applied, imported, worked

pytestmark = pytest.mark.django_db
PAGE = "/ratings/import/"
HEAT = csv_of(RATINGS, film("Heat", rating="4.5"))
RIDDLE = csv_of(RATINGS, film("Hitze", rating="4.5"), film("Heat", 1986, rating="2"))


@pytest.fixture
def heat(db: None) -> Movie:
    return make_movie(title="Heat", count=10, mean=4.0)


def upload(browser: Client, raw: bytes, name: str = "ratings.csv", **more: Any) -> Any:
    return browser.post(PAGE, {"file": SimpleUploadedFile(name, raw)}, **more)


def report(browser: Client, job: ImportJob, **query: str) -> str:
    answer = browser.get(f"{PAGE}{job.pk}/", query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_guest_is_led_to_the_door(client: Client, alice: User, heat: Movie) -> None:
    job = imported(alice, HEAT)
    for answer in (client.get(PAGE), upload(client, HEAT), client.get(f"{PAGE}{job.pk}/")):
        assert (answer.status_code, answer["Location"].startswith("/sign-in/")) == (302, True)
    assert ImportJob.objects.count() == 1


def test_a_file_leads_to_its_report_and_from_there_to_ratings(
    browser: Client, alice: User, heat: Movie
) -> None:
    answer = upload(browser, HEAT)
    job = worked(ImportJob.objects.get())
    assert answer["Location"] == f"{PAGE}{job.pk}/"
    assert "Nothing has been saved yet" in report(browser, job)
    assert "Import 1 film<" in report(browser, job)
    assert not Rating.objects.exists()
    assert browser.post(f"{PAGE}{job.pk}/apply/")["Location"] == f"{PAGE}{job.pk}/"
    worked(job)
    assert Rating.objects.get().stars == 4.5
    assert "1 rated" in report(browser, job)


def test_what_was_written_is_taken_back(browser: Client, alice: User, heat: Movie) -> None:
    job = imported(alice, HEAT)
    assert "take-back/" not in report(browser, job)
    applied(job)
    assert "take-back/" in report(browser, job)
    assert browser.post(f"{PAGE}{job.pk}/take-back/")["Location"] == f"{PAGE}{job.pk}/"
    assert "Undoing the import" in report(browser, job)
    worked(job)
    assert not Rating.objects.exists()
    assert "Nothing has been saved yet" in report(browser, job)
    assert "Import 1 film<" in report(browser, job)


def test_what_cannot_be_read_is_told_on_the_form(browser: Client) -> None:
    for answer, status in (
        (upload(browser, b"hello"), 400),
        (upload(browser, b""), 400),
        (browser.post(PAGE), 400),
    ):
        assert answer.status_code == status
        assert 'role="alert"' in answer.content.decode()
    assert not ImportJob.objects.exists()


def test_a_failed_import_says_why(browser: Client, alice: User) -> None:
    job = imported(alice, HEAT + b'2024,"' + b"x" * 200_000)
    assert "line 3" in report(browser, job)


def test_a_page_follows_the_work_with_htmx_and_without_scripts(
    browser: Client, alice: User, heat: Movie
) -> None:
    job = start_import(user=alice, name="ratings.csv", raw=HEAT)
    page = report(browser, job)
    assert 'hx-trigger="every 1s"' in page
    assert '<noscript><meta http-equiv="refresh"' in page
    headers = {"HX-Request": "true", "HX-Target": "progress"}
    part = browser.get(f"{PAGE}{job.pk}/", headers=headers)
    assert "<html" not in part.content.decode()
    assert "HX-Refresh" not in part
    worked(job)
    assert browser.get(f"{PAGE}{job.pk}/", headers=headers)["HX-Refresh"] == "true"
    assert "http-equiv" not in report(browser, job)


def test_a_question_is_answered_by_a_suggestion(browser: Client, alice: User, heat: Movie) -> None:
    job = imported(alice, RIDDLE)
    assert f'name="movie" value="{heat.pk}"' in report(browser, job, outcome="ambiguous")
    form = {"movie": str(heat.pk), "outcome": "ambiguous", "page": "1"}
    answer = browser.post(f"{PAGE}{job.pk}/rows/3/", form, follow=True)
    assert answer.redirect_chain[0][0] == f"{PAGE}{job.pk}/?outcome=ambiguous&page=1"
    assert "matched to Heat (1995)" in answer.content.decode()
    job.refresh_from_db()
    assert job.counts == {"imported": 1, "unmatched": 1}


def test_a_row_is_searched_for_by_another_title_and_left_out(
    browser: Client, alice: User, heat: Movie
) -> None:
    job = imported(alice, RIDDLE)
    choice = f'name="movie" value="{heat.pk}"'
    assert choice not in report(browser, job, outcome="unmatched")
    assert choice in report(browser, job, outcome="unmatched", line="2", q="heat")
    browser.post(f"{PAGE}{job.pk}/rows/2/", {"movie": ""})
    job.refresh_from_db()
    assert job.counts == {"ambiguous": 1, "skipped": 1}


@pytest.mark.parametrize("query", [{"outcome": "x"}, {"line": "x", "q": "\x1f"}, {"page": "-1"}])
def test_a_strange_address_shows_the_report_all_the_same(
    browser: Client, alice: User, heat: Movie, query: dict[str, str]
) -> None:
    assert "Import 1 film<" in report(browser, imported(alice, HEAT), **query)


def test_what_a_file_says_is_never_markup(browser: Client, alice: User) -> None:
    raw = csv_of(RATINGS, film("<script>alert(1)</script>", rating="<b>", letterboxd_uri="x"))
    job = imported(alice, raw, name="<img src=x>.csv")
    page = report(browser, job) + browser.get(PAGE).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x>" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_form_that_was_changed_is_refused(browser: Client, alice: User, heat: Movie) -> None:
    job = imported(alice, RIDDLE)
    for movie in ("x", "0", "9" * 30):
        answer = browser.post(f"{PAGE}{job.pk}/rows/2/", {"movie": movie})
        assert answer.status_code == 400


def test_another_persons_import_is_not_there(alice: User, heat: Movie) -> None:
    job, stranger = imported(alice, RIDDLE), browser_of(make_user())
    mine = f"{PAGE}{job.pk}/"
    assert stranger.get(mine).status_code == 404
    for act in ("apply/", "take-back/", "forget/", "rows/2/"):
        assert stranger.post(mine + act, {"movie": heat.pk}).status_code == 404
    job.refresh_from_db()
    assert (job.state, job.counts) == ("done", {"ambiguous": 1, "unmatched": 1})


def test_an_import_is_forgotten_and_its_ratings_stay(
    browser: Client, alice: User, heat: Movie
) -> None:
    job = applied(imported(alice, HEAT))
    assert browser.post(f"{PAGE}{job.pk}/forget/")["Location"] == PAGE
    assert (ImportJob.objects.count(), Rating.objects.count()) == (0, 1)


TEN = b"Title,Year,Rating\nHeat,1995,4\n"


def test_the_report_shows_how_a_file_was_read_and_a_form_changes_it(
    browser: Client, alice: User, heat: Movie
) -> None:
    job = imported(alice, TEN, name="mine.csv")
    shown = report(browser, job)
    assert "from another site or a spreadsheet · Ratings, out of 5" in shown
    assert "Detected: out of 5" in shown
    where = f"{PAGE}{job.pk}/reading/"
    form = {"file": "mine.csv", "scale": "10", "column_year": "-"}
    assert browser.post(where, form)["Location"] == f"{PAGE}{job.pk}/"
    worked(job)
    reported = job.rows.get()
    assert (reported.stars, reported.year) == (2.0, None)
    shown = report(browser, job)
    assert "Ratings, out of 10" in shown
    assert '<option value="10" selected>' in shown


@pytest.mark.parametrize(
    "form",
    [
        {"file": "mine.csv", "scale": "7"},
        {"file": "mine.csv", "column_title": "nowhere"},
        {"file": "other.csv"},
        {},
    ],
)
def test_a_reading_that_cannot_be_is_refused(
    browser: Client, alice: User, heat: Movie, form: dict[str, str]
) -> None:
    job = imported(alice, TEN, name="mine.csv")
    assert browser.post(f"{PAGE}{job.pk}/reading/", form).status_code == 400
    assert job.rows.get().stars == 4.0


def test_dates_and_thumbs_have_choices_where_they_occur(browser: Client, alice: User) -> None:
    raw = "Title,Year,Rating,Date\nHeat,1995,👍,05/01/2024\n".encode()
    job = imported(alice, raw, name="mine.csv")
    form = {"file": "mine.csv", "up": "9", "date_order": "day_first"}
    browser.post(f"{PAGE}{job.pk}/reading/", form)
    reported = worked(job).rows.get()
    assert (reported.stars, reported.rated_at and reported.rated_at.month) == (4.5, 1)


def test_an_imported_file_is_no_longer_kept(browser: Client, alice: User, heat: Movie) -> None:
    job = applied(imported(alice, TEN, name="mine.csv"))
    assert "Change how it is read" not in report(browser, job)
    assert browser.post(f"{PAGE}{job.pk}/reading/", {"file": "mine.csv"}).status_code == 409


def test_a_binary_file_is_named_and_does_not_spill(browser: Client, alice: User) -> None:
    answer = upload(browser, b"\x89PNG\r\n\x1a\n\x00\x00" + bytes(range(256)) * 20, "a.png")
    shown = answer.content.decode()
    assert answer.status_code == 400
    assert "appears to be a PNG image" in shown
    assert "\x89" not in shown
    assert "\x00" not in shown


@pytest.mark.parametrize("act", ["apply/", "take-back/", "forget/", "reading/", "rows/2/"])
def test_nothing_is_done_by_a_link(browser: Client, alice: User, heat: Movie, act: str) -> None:
    job = imported(alice, HEAT)
    assert browser.get(f"{PAGE}{job.pk}/{act}").status_code == 405


def test_25_no_form_works_without_its_csrf_token(browser: Client, alice: User, heat: Movie) -> None:
    job = imported(alice, HEAT)
    browser.handler.enforce_csrf_checks = True
    assert upload(browser, HEAT).status_code == 403
    for act in ("apply/", "take-back/", "forget/", "rows/2/"):
        assert browser.post(f"{PAGE}{job.pk}/{act}", {"movie": heat.pk}).status_code == 403


def test_49_a_large_form_is_refused_unread(browser: Client) -> None:
    answer = browser.generic(
        "POST", PAGE, b"", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH="50000000"
    )
    assert answer.status_code == 413
    assert "5,000,000 bytes" in answer.content.decode()


@pytest.mark.parametrize("n", [2, 20])
def test_the_report_takes_the_same_number_of_queries_for_any_number_of_rows(
    browser: Client, alice: User, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    movie = make_movie(title="Known")
    job = imported(alice, csv_of(RATINGS, *(film(f"Known {at}", rating="4") for at in range(n))))
    job.rows.update(candidates=[movie.pk])
    # session with user, import, rows: their number, themselves, those to write; films, figures with
    # genres; whether the file is kept; the data set of the footer
    with django_assert_num_queries(9):
        report(browser, job)
