"""What a guest gives in requests that arrive together, over HTTP; as test_parallel.py does for users.

tests/boundary/test_databases.py runs these on PostgreSQL and MariaDB, too.
"""

import re
from collections.abc import Sequence
from functools import partial

import pytest
import requests
from django.conf import settings as project
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from accounts.models import BrowserSession, User
from catalog.merging import merge_movies
from catalog.models import Movie
from tests.builders import make_movies, make_user
from tests.security.test_parallel import Ask, at_once
from uploads.guests.cookie import key_of_session
from uploads.models import Guest, GuestFilm, OnboardingRound, Rating

pytestmark = [pytest.mark.databases, pytest.mark.django_db(transaction=True)]
PASSWORD = "correct horse 7"
at_a_time = pytest.mark.parametrize("n", [2, 12])


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


class Browser:
    """A browser that opened one page: what it sends at once has the same cookies."""

    def __init__(self, site: LiveServer, page: str = "/sign-in/") -> None:
        self.url = site.url
        self.session = requests.Session()
        self.open(page)
        self.cookies = dict(self.session.cookies)

    def open(self, page: str) -> str:
        text = self.session.get(self.url + page, timeout=30).text
        self.token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', text)[0]
        return text

    def post(self, path: str, **form: str) -> int:
        """With the cookies of the first page, and without following where the answer leads."""
        answer = requests.post(
            self.url + path,
            data=form | {"csrfmiddlewaretoken": self.token},
            cookies=self.cookies,
            allow_redirects=False,
            timeout=60,
        )
        return answer.status_code

    def rate(self, movie: Movie, stars: float) -> int:
        return self.post(f"/films/{movie.pk}/rating/", rating=f"{stars}")

    def sign_in(self, user: User) -> int:
        return self.post("/sign-in/", username=user.email, password=PASSWORD)


def all_at_once(asked: Sequence[Ask]) -> set[int]:
    return set(at_once(list(asked), threads=len(asked)))


def rated() -> dict[int, int | None]:
    return dict(GuestFilm.objects.values_list("movie_id", "half_stars"))


@at_a_time
def test_65_a_guests_first_ratings_at_once_are_all_kept(live_server: LiveServer, n: int) -> None:
    films = make_movies(n)
    browser = Browser(live_server)
    asked = [partial(browser.rate, movie, (at % 10 + 1) / 2) for at, movie in enumerate(films)]
    assert not Guest.objects.exists()
    assert all_at_once(asked) == {302}
    assert rated() == {movie.pk: at % 10 + 1 for at, movie in enumerate(films)}
    assert Guest.objects.count() == 1
    assert f"{n} films" in browser.open("/ratings/")


@at_a_time
def test_65_a_guests_ratings_of_one_film_at_once_are_one(live_server: LiveServer, n: int) -> None:
    (movie,) = make_movies(1)
    browser = Browser(live_server)
    assert all_at_once([partial(browser.rate, movie, at % 10 / 2 + 0.5) for at in range(n)]) == {
        302
    }
    assert len(rated()) == 1
    assert browser.rate(movie, 3.5) == 302
    assert rated() == {movie.pk: 7}


@at_a_time
def test_65_a_session_without_the_guests_cookie_is_one_guest(
    live_server: LiveServer, n: int
) -> None:
    """As browsers have it that were open before there was such a cookie."""
    films = make_movies(n)
    browser = Browser(live_server)
    del browser.cookies[project.GUEST_COOKIE_NAME]
    browser.cookies[project.SESSION_COOKIE_NAME] = "s" * 32
    assert all_at_once([partial(browser.rate, movie, 4) for movie in films]) == {302}
    assert len(rated()) == n
    browser.session.cookies.set(project.GUEST_COOKIE_NAME, key_of_session("s" * 32))
    assert f"{n} films" in browser.open("/ratings/")


def test_65_a_guests_acts_on_one_film_at_once_leave_one_row(live_server: LiveServer) -> None:
    (movie,) = make_movies(1)
    browser = Browser(live_server)
    acts: list[Ask] = [
        partial(browser.rate, movie, 4.5),
        partial(browser.post, f"/films/{movie.pk}/rating/", rating=""),
        partial(browser.post, f"/films/{movie.pk}/watchlist/", on="1"),
        partial(browser.post, f"/films/{movie.pk}/not-interested/", on="1"),
    ]
    assert all_at_once(acts * 5) == {302}
    assert GuestFilm.objects.count() <= 1
    assert not GuestFilm.objects.filter(
        half_stars=None, watchlisted_at=None, not_interested_at=None
    ).exists()


@pytest.mark.parametrize("is_guest", [True, False])
def test_65_answers_on_the_start_page_at_once_are_all_kept(
    live_server: LiveServer, is_guest: bool
) -> None:
    make_movies(40)
    browser = Browser(live_server)
    if not is_guest:
        user = make_user()
        browser.session.post(
            f"{browser.url}/sign-in/",
            {"username": user.email, "password": PASSWORD, "csrfmiddlewaretoken": browser.token},
            timeout=30,
        )
        browser.cookies = dict(browser.session.cookies)
    asked = [
        int(one) for one in re.findall(r'action="/start/(\d+)/unseen/', browser.open("/start/"))
    ]
    acts: list[Ask] = [partial(browser.post, f"/start/{pk}/unseen/") for pk in asked[:4]]
    acts += [partial(browser.post, f"/start/{pk}/rating/", rating="4") for pk in asked[4:8]]
    assert all_at_once(acts) == {302}
    kept = OnboardingRound.objects.get()
    assert set(kept.unseen) == set(asked[:4])
    page = browser.open("/start/")
    assert "<b>4 of 10</b> rated" in page
    shown = [int(one) for one in re.findall(r'action="/start/(\d+)/rating/', page)]
    assert shown[4:] == asked[4:]
    assert len(set(shown)) == 10
    assert not set(shown) & set(asked[:4])


@pytest.mark.parametrize("is_first", [True, False])
def test_65_ratings_that_meet_a_sign_in_become_the_accounts(
    live_server: LiveServer, is_first: bool
) -> None:
    user, films = make_user(), make_movies(12)
    browser = Browser(live_server)
    if not is_first:
        browser.rate(films[0], 4)
    acts: list[Ask] = [partial(browser.rate, movie, 4) for movie in films]
    assert all_at_once([*acts[:6], partial(browser.sign_in, user), *acts[6:]]) == {302}
    assert set(Rating.objects.values_list("user", "movie")) == {(user.pk, one.pk) for one in films}
    assert not rated()
    assert not BrowserSession.objects.filter(user=None).exists()


def test_65_ratings_that_meet_a_merge_are_kept(live_server: LiveServer) -> None:
    keep, duplicate = make_movies(2)
    browsers = [Browser(live_server) for _ in range(10)]

    def merge() -> int:
        merge_movies(keep=keep, duplicate=duplicate)
        return 0

    reported = all_at_once([*(partial(one.rate, duplicate, 4) for one in browsers), merge])
    assert reported <= {0, 302, 404}
    assert set(GuestFilm.objects.values_list("movie", flat=True)) <= {keep.pk}
