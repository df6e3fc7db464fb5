"""In which zone times are shown: the user's own, else the browser's, else the site's."""

import csv
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from catalog.models import Movie
from nextflex.base import time_zones, zone_names
from recommender.selectors import seed_of_today
from tests.builders import api_of, browser_of, make_movie, make_rating, make_user
from tests.shown import field_errors
from uploads.models import RatingChange

pytestmark = pytest.mark.django_db
NEW_YORK, BERLIN, AUCKLAND = "America/New_York", "Europe/Berlin", "Pacific/Auckland"
EVENING = datetime(2024, 5, 4, 1, 30, tzinfo=UTC)  # half past nine in New York, the day before
EXPORT = "/api/v1/me/export/"


@pytest.fixture
def movie() -> Movie:
    return make_movie(title="Heat")


@pytest.fixture
def rated(alice: User, movie: Movie) -> User:
    make_rating(user=alice, movie=movie, stars=4.5, rated_at=EVENING)
    RatingChange.objects.update(at=EVENING)
    return alice


def choose(user: User, zone: str) -> None:
    user.time_zone = zone
    user.save()


def in_zone(user: User | None, zone: str) -> Client:
    """A browser that reports a zone."""
    browser = browser_of(user) if user else Client()
    browser.cookies["time_zone"] = zone
    return browser


def everything(client: Any) -> str:
    """The export as JSON."""
    return b"".join(client.get(EXPORT).streaming_content).decode()


def exported(client: Any) -> str:
    """The date of the one row."""
    answer = client.get(f"{EXPORT}letterboxd/")
    text = b"".join(answer.streaming_content).decode()
    (row,) = csv.DictReader(text.splitlines())
    return row["WatchedDate"]


@pytest.mark.databases
def test_a_rating_at_half_past_nine_in_new_york_is_exported_as_that_day_s(rated: User) -> None:
    assert exported(api_of(rated)) == "2024-05-04"
    choose(rated, NEW_YORK)
    assert exported(api_of(rated)) == "2024-05-03"


def test_without_a_choice_it_is_the_browser_s_zone(rated: User) -> None:
    assert exported(in_zone(rated, NEW_YORK)) == "2024-05-03"


def test_one_s_own_choice_comes_before_the_browser_s(rated: User) -> None:
    choose(rated, BERLIN)
    assert exported(in_zone(rated, NEW_YORK)) == "2024-05-04"


def test_without_either_it_is_the_site_s_zone(rated: User, settings: Settings) -> None:
    settings.TIME_ZONE = NEW_YORK
    assert exported(api_of(rated)) == "2024-05-03"
    assert exported(in_zone(rated, BERLIN)) == "2024-05-04"


@pytest.mark.databases
@pytest.mark.parametrize("zone", [NEW_YORK, AUCKLAND, "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_a_day_without_a_time_is_that_day_in_every_zone(
    alice: User, movie: Movie, zone: str
) -> None:
    make_rating(user=alice, movie=movie, rated_at=datetime(2024, 5, 3, tzinfo=UTC))
    choose(alice, zone)
    assert exported(api_of(alice)) == "2024-05-03"
    assert "on 3 May 2024" in browser_of(alice).get("/ratings/").content.decode()


@pytest.mark.databases
def test_a_moment_after_midnight_is_no_day_without_a_time() -> None:
    zone = ZoneInfo(NEW_YORK)
    assert time_zones.day_of(datetime(2024, 5, 3, 0, 0, 1, tzinfo=UTC), zone) == date(2024, 5, 2)
    assert time_zones.day_of(datetime(2024, 5, 3, 0, 0, tzinfo=ZoneInfo(BERLIN)), zone) == date(
        2024, 5, 2
    )


@pytest.mark.databases
def test_pages_show_the_visitor_s_day_and_hour(rated: User, movie: Movie) -> None:
    browser = in_zone(rated, NEW_YORK)
    assert "3 May 2024, 21:30" in browser.get("/ratings/history/").content.decode()
    assert "on 3 May 2024" in browser.get("/ratings/").content.decode()
    assert "on 3 May 2024" in browser.get(f"/films/{movie.pk}/").content.decode()
    choose(rated, AUCKLAND)
    assert "4 May 2024, 13:30" in browser.get("/ratings/history/").content.decode()


def test_the_zone_of_one_visitor_is_not_the_next_one_s(rated: User) -> None:
    in_zone(rated, NEW_YORK).get("/ratings/history/")
    assert timezone.get_current_timezone_name() == "UTC"
    assert "4 May 2024, 01:30" in browser_of(rated).get("/ratings/history/").content.decode()


@pytest.mark.parametrize(
    "reported",
    [
        *("Mars/Base", "america/new_york", "../../etc/passwd", "/etc/localtime", "", "a" * 5_000),
        *("UTC+2", "\\000", "é", "Factory/", "America", "posix/Europe/Berlin", "zone.tab"),
    ],
)
def test_a_cookie_that_names_no_zone_is_passed_over(rated: User, reported: str) -> None:
    browser = in_zone(rated, reported)
    answer = browser.get("/ratings/history/")
    assert answer.status_code in {200, 400}  # 400: the NUL that an escape in a cookie stands for
    if answer.status_code == 200:
        assert "4 May 2024, 01:30" in answer.content.decode()


def test_an_old_name_of_a_zone_is_a_zone(rated: User) -> None:
    """Chrome reports Asia/Calcutta."""
    page = in_zone(rated, "Asia/Calcutta").get("/ratings/history/").content.decode()
    assert "4 May 2024, 07:00" in page


@pytest.mark.databases
def test_the_api_answers_in_utc_whatever_the_zones_are(rated: User, settings: Settings) -> None:
    settings.TIME_ZONE = NEW_YORK
    choose(rated, AUCKLAND)
    client = api_of(rated)
    client.cookies["time_zone"] = BERLIN
    (shown,) = client.get("/api/v1/me/ratings/").json()["results"]
    assert shown["rated_at"] == "2024-05-04T01:30:00Z"
    assert client.get("/api/v1/auth/users/me/").json()["date_joined"].endswith("Z")
    query = {"query": "{me{ratings{results{ratedAt}}}}"}
    data = client.post("/graphql/", query, format="json").json()["data"]
    assert data["me"]["ratings"]["results"] == [{"ratedAt": "2024-05-04T01:30:00+00:00"}]
    assert '"2024-05-04T01:30:00Z"' in everything(client)


def test_a_page_that_shows_the_zone_is_kept_for_nobody_else(movie: Movie, rated: User) -> None:
    for page in ("/", f"/films/{movie.pk}/", "/gallery/", "/models/"):
        for browser in (Client(), in_zone(None, NEW_YORK), in_zone(rated, NEW_YORK)):
            answer = browser.get(page)
            assert "cookie" in answer["Vary"].lower(), page
            assert "public" not in answer["Cache-Control"], page
    assert "private" in in_zone(None, NEW_YORK).get("/gallery/")["Cache-Control"]


def test_what_shows_no_time_asks_for_no_zone(movie: Movie, alice: User) -> None:
    """A drawn poster stays everybody's: it looks at no session and no account."""
    browser = in_zone(alice, NEW_YORK)
    anybody = Client().get(f"/poster/{movie.pk}.svg")
    answer = browser.get(f"/poster/{movie.pk}.svg")
    assert "public" in answer["Cache-Control"]
    assert answer.get("Vary") == anybody.get("Vary")


def test_a_zone_costs_a_page_no_query(rated: User) -> None:
    plain, reporting = browser_of(rated), in_zone(rated, NEW_YORK)
    assert queries_of(reporting) == queries_of(plain)


def queries_of(browser: Client) -> int:
    with CaptureQueriesContext(connection) as asked:
        browser.get("/ratings/history/")
    return len(asked)


def test_the_admin_shows_staff_their_zone(rated: User) -> None:
    staff = make_user(email="root@example.org", is_staff=True, is_superuser=True)
    choose(staff, NEW_YORK)
    page = browser_of(staff).get("/admin/uploads/rating/")
    assert page.status_code == 200
    text = page.content.decode()
    if connection.vendor == "mysql":
        assert "May 4, 2024" in text
    else:
        assert "May 3, 2024" in text


@pytest.mark.parametrize("name", [NEW_YORK, "UTC", "Asia/Calcutta", zone_names.AUTOMATIC])
def test_a_zone_can_be_chosen_by_the_api(alice: User, name: str) -> None:
    answer = api_of(alice).patch("/api/v1/me/profile/", {"time_zone": name}, format="json")
    assert answer.json()["time_zone"] == name
    alice.refresh_from_db()
    assert alice.time_zone == name


@pytest.mark.parametrize(
    "name", ["", "Mars/Base", "utc+1", "../UTC", "x" * 65, 5, None, [], "UTC\0"]
)
def test_what_is_no_zone_is_refused(alice: User, name: Any) -> None:
    answer = api_of(alice).patch("/api/v1/me/profile/", {"time_zone": name}, format="json")
    assert answer.status_code == 400
    assert list(answer.json()["error"]["fields"]) == ["time_zone"]
    alice.refresh_from_db()
    assert alice.time_zone == zone_names.AUTOMATIC


def test_a_refusal_names_the_value_and_the_remedy() -> None:
    with pytest.raises(ValidationError, match=r"Mars/Base is not a time zone.*Europe/Berlin"):
        zone_names.refuse_unknown("Mars/Base")


def test_a_zone_can_be_chosen_on_the_account_page(alice: User) -> None:
    browser = browser_of(alice)
    page = browser.get("/account/").content.decode()
    assert '<option value="automatic" selected>Automatic (browser time zone)</option>' in page
    assert f'<option value="{NEW_YORK}">New York</option>' in page
    form = {"name": "Alice", "theme": "", "rating_scale": "5"}
    assert browser.post("/account/profile/", form | {"time_zone": BERLIN}).status_code == 302
    alice.refresh_from_db()
    assert alice.time_zone == BERLIN
    browser.post("/account/profile/", form)  # an older page, which has no such field
    browser.post("/account/profile/", form | {"time_zone": ""})
    alice.refresh_from_db()
    assert alice.time_zone == BERLIN
    wrong = browser.post("/account/profile/", form | {"time_zone": "Mars/Base"})
    assert "time_zone" in field_errors(wrong)


def test_a_zone_under_an_old_name_stays_chosen_in_the_form(alice: User) -> None:
    choose(alice, "US/Eastern")
    page = browser_of(alice).get("/account/").content.decode()
    assert '<option value="US/Eastern" selected>Eastern</option>' in page


def test_fresh_lists_change_with_the_site_s_day_on_pages_and_in_the_api(
    settings: Settings, time_machine: Any
) -> None:
    time_machine.move_to(EVENING, tick=False)
    here = seed_of_today(1)
    with timezone.override(ZoneInfo(NEW_YORK)):
        assert seed_of_today(1) == here
    settings.TIME_ZONE = NEW_YORK
    assert seed_of_today(1) == here - 1


def test_what_is_held_about_somebody_has_their_zone(alice: User) -> None:
    choose(alice, NEW_YORK)
    assert f'"time_zone": "{NEW_YORK}"' in everything(api_of(alice))
