"""What clients ask for that no honest one asks; the number in a name is its line in the checklist.

The lists are found by themselves in the table of addresses, so that a new one is tried as well.
"""

import re
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLResolver, get_resolver, reverse
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import User
from catalog.models import Movie, MovieStats, Person
from catalog.tests.releases import bring_in, write_release
from recommender.core.algorithms.base import silent
from tests.builders import (
    Film,
    api_of,
    browser_of,
    make_credit,
    make_films,
    make_movie,
    make_movies,
    make_rating,
    make_user,
)
from tests.engine_fixture import Camps, camps, own_engine, published_models
from uploads.lists.services import add_list_entry
from uploads.models import NotInterested, Rating, WatchlistEntry
from uploads.ratings.services import recompute_site_figures
from uploads.tests.figures import assert_figures_agree
from uploads.viewings import mark_seen

__all__ = ["camps", "own_engine", "published_models"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick_hashes(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def alice(db: None) -> User:
    return make_user(email="alice@example.org")


@pytest.fixture
def bob(db: None) -> User:
    return make_user(email="bob@example.org")


# --- every address that is read --------------------------------------------------------------------
_NOT_TRIED = {"/api/v1/schema/", "^", "$"}  # a file, and patterns of djoser


def addresses(root: str, patterns: Any = None, before: str = "/") -> Iterator[str]:
    """Addresses below root as patterns with <…> in them."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        address = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from addresses(root, one.url_patterns, address)
        elif address.startswith(root) and not _NOT_TRIED & {address, *address}:
            yield address


API = sorted(set(addresses("/api/v1/")))


def filled(address: str, film: Movie) -> str:
    """With the key of what is there: a film, a person, or the data set's first user."""
    person = Person.objects.values_list("pk", flat=True).first()
    key = person if "people" in address else 1 if "dataset-users" in address else film.pk
    return re.sub(r"<(\w+:)?\w+>", lambda it: "popular" if "str:" in it[0] else str(key), address)


# --- 57: how many, and which page ---------------------------------------------------------------------
JUNK = ["0", "-1", "1e9", "1000000000", "NaN", "", str(2**63), "9" * 5000, "1.5", "٣", "[1]"]
_MOST = 100
ALL_VALUES = {  # a list of each kind: of pages, of a cursor, of a model, of a chart
    "/api/v1/movies/",
    "/api/v1/me/ratings/",
    "/api/v1/me/recommendations/",
    "/api/v1/charts/<str:name>/",
    "/browse/",
    "/ratings/",
}


_TRIED_EVERYWHERE = ["-1", "1000000000", "NaN"]  # below, above, and no number at all


def asked_with(name: str, *, all_of_them: bool) -> list[dict[str, Any]]:
    """Each view has fields of its own, but a field refuses junk alike wherever it stands."""
    given: list[dict[str, Any]] = [{name: one} for one in _TRIED_EVERYWHERE]
    if not all_of_them:
        return given
    given = [{name: junk} for junk in JUNK]
    return [*given, {name: ["1", "2"]}, {f"{name}[]": "1"}, {f"{name}[$gt]": "1"}]


@pytest.fixture
def reader(published_models: Camps, alice: User, tmp_path: Path) -> APIClient:
    """alice's client, of a site where every list has something."""
    bring_in(write_release(tmp_path / "tiny"))
    for movie in published_models.crime[:5]:
        make_rating(user=alice, movie=movie)
    for movie in published_models.crime[5:8]:
        add_list_entry(WatchlistEntry, user=alice, movie_id=movie.pk)
    for movie in published_models.crime[8:10]:
        add_list_entry(NotInterested, user=alice, movie_id=movie.pk)
    make_credit(movie=published_models.crime[0], role="director", name="Michael Mann")
    return api_of(alice)


@pytest.mark.parametrize("name", ["k", "page", "page_size"])
def test_57_any_number_is_refused_or_clamped(
    reader: APIClient, published_models: Camps, name: str
) -> None:
    assert {one for one in ALL_VALUES if "/api/" in one} <= set(API)
    for address in API:
        page = filled(address, published_models.crime[0])
        if "similar/" in page and "movies" not in page:
            page += f"?title={published_models.crime[0].title}"
        for given in asked_with(name, all_of_them=address in ALL_VALUES):
            answer, took_s = quickest(partial(ask, reader, page, given))
            asked = f"{page} {str(given)[:60]}"
            assert answer.status_code in {200, 400, 404, 405}, asked
            assert took_s < 1, asked
            if is_list(answer) and "history" not in page:
                assert len(rows_of(answer.json())) <= _MOST, asked


def ask(client: APIClient, page: str, given: dict[str, Any]) -> Any:
    address, _, title = page.partition("?title=")
    return client.get(address, ({"title": title} if title else {}) | given)


def quickest(question: Callable[[], Any]) -> tuple[Any, float]:
    """The answer and its processor time; a slow one is asked again, for a collection of garbage or
    another thread's work may have fallen into the first."""
    for _ in range(3):
        started_s = time.process_time()
        answer = question()
        took_s = time.process_time() - started_s
        if took_s < 1:
            break
    return answer, took_s


def is_list(answer: Any) -> bool:
    """Whether it is JSON, and not a file that is made while it is sent."""
    is_json = answer.get("Content-Type", "").startswith("application/json")
    return answer.status_code == 200 and is_json and not answer.streaming


def rows_of(shown: Any) -> list[Any]:
    if isinstance(shown, list):
        return shown
    rows: list[Any] = shown.get("results", [])
    return rows


K_LISTS = ["/api/v1/charts/popular/", "/api/v1/me/recommendations/", "/api/v1/me/onboarding/"]
BAD_K = ["0", "-1", "1e9", "1000000000", "NaN", "", str(2**63), "101", "1.5", "[1]"]


def test_57_a_k_that_is_none_is_told_at_its_field(reader: APIClient) -> None:
    similar = f"/api/v1/movies/{Movie.objects.values_list('pk', flat=True)[0]}/similar/"
    for page in [*K_LISTS, similar, "/api/v1/dataset-users/1/recommendations/"]:
        for k in BAD_K:
            answer = reader.get(page, {"k": k})
            assert answer.status_code == 400, (page, k)
            assert "k" in answer.json()["error"]["fields"]


@pytest.mark.parametrize("k", [0, -1, 1e9, 2**63, 101, None, [5], {"$gt": 0}, True, "", "NaN", 1.5])
def test_57_nor_in_a_body(published_models: Camps, k: Any) -> None:
    given = {"sequence": [published_models.crime[0].pk], "k": k}
    answer = APIClient().post("/api/v1/recommend/sequence/", given, format="json")
    assert answer.status_code == 400
    assert "k" in answer.json()["error"]["fields"]


PAGES = [
    "/browse/",
    "/ratings/",
    "/watchlist/",
    "/not-interested/",
    "/seen/",
    "/similar/",
    "/for-you/",
    "/",
    "/start/",
]


@pytest.mark.parametrize("name", ["k", "page", "page_size"])
def test_57_nor_on_a_page(reader: APIClient, alice: User, name: str) -> None:
    browser = browser_of(alice)
    for page in PAGES:
        for given in asked_with(name, all_of_them=page in ALL_VALUES):
            answer, took_s = quickest(partial(browser.get, page, given))
            assert answer.status_code in {200, 302, 400, 404}, (page, given)
            assert took_s < 1, (page, given)


@pytest.mark.parametrize(
    "ids", [[2**63], [-1], ["1e9"], [None], [[1]], [1.5], list(range(100_000))]
)
def test_57_nor_in_a_list_of_films(published_models: Camps, ids: list[Any]) -> None:
    for path, key in (("sequence", "sequence"), ("sequence", "avoid"), ("scores", "candidates")):
        given = {"sequence": [1], "candidates": [1], key: ids}
        started_s = time.process_time()
        answer = APIClient().post(f"/api/v1/recommend/{path}/", given, format="json")
        assert answer.status_code == 400, key
        assert time.process_time() - started_s < 2
        assert key in answer.json()["error"]["fields"]


# --- 59: NUL ---------------------------------------------------------------------------------------
WITH_NUL = ["/api/v1/charts/%00/", "/api/v1/models/a%00b/", "/api/v1/movies/?q=a%00b", "/api/%00/"]
WITH_NUL += [
    "/api/v1/me/ratings/?page=%00",
    "/genre/%00/",
    "/browse/?q=%00",
    "/browse/?%00=1",
    "/%00",
]
WITH_NUL += [
    "/static/%00.js",
    "/admin/%00/",
    "/admin/login/?next=%00",
    "/find/?q=a%00",
    "/poster/%00.svg",
]


@pytest.mark.parametrize("page", WITH_NUL)
def test_59_a_nul_in_an_address_is_refused(page: str, alice: User) -> None:
    for client in (Client(), browser_of(alice), api_of(alice)):
        answer = client.get(page)
        assert answer.status_code == 400
        if page.startswith("/api/"):
            assert answer.json()["error"]["code"] == "bad_request"


def test_59_a_percent_sign_that_is_written_out_is_no_nul(alice: User) -> None:
    assert Client().get("/browse/?q=%2500").status_code == 200


@pytest.mark.parametrize("name", ["session", "csrf", "theme", "any"])
def test_59_a_nul_in_a_cookie_is_refused(name: str) -> None:
    answer = Client(headers={"Cookie": f'{name}="aaaaaaaa\\000bbbbbbbb"'}).get("/")
    assert answer.status_code == 400


FORMS = [
    "/sign-in/",
    "/sign-up/",
    "/admin/login/",
    "/forgot-password/",
    "/theme/",
    "/films/1/rating/",
]
FIELDS = ["username", "password", "email", "name", "next", "theme", "rating"]


@pytest.mark.parametrize("page", FORMS)
def test_59_a_nul_in_a_form_is_refused(page: str) -> None:
    if page.startswith("/forgot"):
        page = reverse("accounts:forgot_password")
    given = dict.fromkeys(FIELDS, "a\0b")
    answer = Client().post(page, given)
    assert answer.status_code == 400
    assert Client().post(page, {"rating": "4", "more": ["fine", "a\0b"]}).status_code == 400


BODIES = {
    "auth/users/": {
        "email": "a\0b@example.org",
        "password": "x\0y 12345",
        "re_password": "x\0y 12345",
    },
    "auth/jwt/create/": {"email": "a\0@example.org", "password": "x\0"},
    "auth/jwt/refresh/": {"refresh": "a\0b"},
    "auth/jwt/verify/": {"token": "a\0b"},
    "auth/users/reset_password/": {"email": "a\0b@example.org"},
    "auth/users/reset_password_confirm/": {
        "uid": "\0",
        "token": "\0",
        "new_password": "battery staple 8",
    },
    "auth/users/set_password/": {"current_password": "\0", "new_password": "\0"},
    "recommend/sequence/": {"sequence": ["1\0"], "model": "for-you\0", "gender": "\0"},
    "recommend/scores/": {"sequence": [1], "candidates": ["\0"]},
}


@pytest.mark.parametrize("path", BODIES)
def test_59_a_nul_in_a_body_is_refused(path: str, alice: User) -> None:
    answer = api_of(alice).post(f"/api/v1/{path}", BODIES[path], format="json")
    assert answer.status_code in {400, 401}
    assert "code" in answer.json()["error"]


# --- 63, 64: searches ------------------------------------------------------------------------------
_FILMS = 1_000
_SYLLABLES = [a + b for a in "bcdfghjklm" for b in "aeiou"]
SEARCHES = {
    "SQL": "' OR 1=1; DROP TABLE catalog_movie; --",
    "SQL in quotes": '"; SELECT pg_sleep(5); --',
    "percents": "%" * 100,
    "underscores": "_" * 100,
    "backslashes": "\\" * 100,
    "emoji": "🎬" * 100,
    "a catastrophe for a careless pattern": "a" * 190 + "!",
    "another": "(a+)+$" * 30,
    "all combining": "a" + "\u0300" * 190,
    "letters that become many": "\ufdfa" * 190,
    "turned around": "\u202e" * 100 + "x",
    "one letter": "b",
    "two letters that begin everything": "ba",
    "twelve beginnings": " ".join(_SYLLABLES[:12]),
    "twelve slips": " ".join(f"{a}{b}xqz" for a, b in pairwise(_SYLLABLES)),
    "articles": "the of a and in to " * 5,
    "empty": " " * 150,
}


@pytest.fixture(scope="module")
def no_films() -> list[str]:
    """Titles of three made-up words."""
    count = len(_SYLLABLES)
    return [
        " ".join(
            _SYLLABLES[(at * step) % count] + _SYLLABLES[(at + step) % count] for step in (1, 3, 7)
        )
        for at in range(_FILMS)
    ]


SEARCHED = ["/api/v1/movies/?q", "/api/v1/people/?q", "/api/v1/similar/?title"]
SEARCHED += ["/find/?q", "/browse/?q", "/similar/?title"]


def cpu_ms(page: str, text: str, *, enough_ms: float) -> float:
    """The least of three, or the first that is short enough: other work on the machine only adds."""
    times = []
    path, _, name = page.partition("?")
    for _ in range(3):
        started_s = time.process_time()
        status = Client().get(path, {name: text}).status_code
        times.append((time.process_time() - started_s) * 1000)
        assert status in {200, 302, 400, 404}, (page, text[:30])
        if times[-1] < enough_ms:
            break
    return min(times)


def test_63_no_search_is_slow_or_broken(no_films: list[str]) -> None:
    make_films([Film(title=title, count=9, mean=3.5) for title in no_films])
    for page in SEARCHED:
        plain_ms = cpu_ms(page, no_films[0], enough_ms=0)
        most_ms = max(500, 10 * plain_ms)
        for kind, text in SEARCHES.items():
            took_ms = cpu_ms(page, text, enough_ms=most_ms)
            assert took_ms < most_ms, (page, kind, took_ms, plain_ms)
    assert Movie.objects.count() == _FILMS


@pytest.mark.parametrize(
    "page", ["/api/v1/movies/?q=", "/api/v1/people/?q=", "/api/v1/similar/?title="]
)
def test_63_ten_kilobytes_are_refused(page: str) -> None:
    assert Client().get(page + "heat " * 2_000).status_code == 400


@pytest.mark.databases
@pytest.mark.parametrize("text", ["%", "_", "%eat", "H__t", "' OR ''='", "Heat' --", "Heat%"])
def test_63_no_sign_of_sql_finds_what_its_letters_do_not(text: str) -> None:
    make_movie(title="Heat")
    make_movie(title="Solaris")
    shown = Client().get("/api/v1/movies/", {"q": text}).json()
    assert "Solaris" not in str(shown)
    if not re.search("heat", text, re.IGNORECASE):
        assert shown["count"] == 0


SNOOPING = [
    "ordering=password",
    "ordering=-password",
    "ordering=user__email",
    "ordering=user__password",
]
SNOOPING += [
    "user__email=alice@example.org",
    "user__password__startswith=md5",
    "password__startswith=m",
]
SNOOPING += [
    "user=1",
    "user_id=1",
    "email=alice@example.org",
    "is_superuser=1",
    "search=alice",
    "fields=user",
]
SNOOPING += [
    "ordering=user__is_superuser",
    "ordering=ratings__user__email",
    "expand=user",
    "filter[user]=1",
]


def test_64_no_order_or_filter_reaches_another_table(
    reader: APIClient, published_models: Camps, bob: User
) -> None:
    make_rating(user=bob, movie=published_models.musicals[0])
    for address in API:
        page = filled(address, published_models.crime[0])
        plain = reader.get(page)
        for query in SNOOPING:
            asked = reader.get(f"{page}?{query}")
            assert asked.status_code in {plain.status_code, 400}, (page, query)
            if is_list(asked):
                assert told_by(asked) == told_by(plain), (page, query)
                assert "bob@example.org" not in asked.content.decode()


def told_by(answer: Any) -> Any:
    """The body without the addresses of other pages, which repeat the query."""
    shown = answer.json()
    if isinstance(shown, dict):
        shown = {key: value for key, value in shown.items() if key not in {"next", "previous"}}
    return shown


ADMIN_SNOOPING = [
    "/admin/uploads/rating/?user__password__startswith=md5",
    "/admin/uploads/rating/?user__email__startswith=a",
    "/admin/accounts/user/?password__startswith=md5",
    "/admin/accounts/user/?password__contains=a",
    "/admin/accounts/user/?logentry__user__password__startswith=a",
]


@pytest.mark.parametrize("page", ADMIN_SNOOPING)
def test_64_nor_does_a_clerk_s(page: str, alice: User) -> None:
    root = make_user(is_staff=True, is_superuser=True)
    make_rating(user=alice, movie=make_movie())
    answer = browser_of(root).get(page)
    if answer.status_code == 302:  # the admin's way to ignore what it does not know
        assert answer["Location"].endswith("?e=1")
    else:
        assert answer.status_code == 400


# --- 66, 67: writes ----------------------------------------------------------------------------------
@pytest.mark.databases
def test_66_the_same_put_twice_is_once(alice: User, bob: User) -> None:
    movie = make_movie(count=10, mean=4.0)
    make_rating(user=bob, movie=movie, stars=2.0)
    client, page = api_of(alice), f"/api/v1/me/ratings/{movie.pk}/"
    answers = [client.put(page, {"rating": 4.5}, format="json") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json()["movie"] == answers[1].json()["movie"]
    assert Rating.objects.filter(user=alice).count() == 1
    assert assert_figures_agree(movie).rating_count == 12


@pytest.mark.databases
@pytest.mark.parametrize("path", ["watchlist", "not-interested", "seen"])
def test_66_so_it_is_with_lists(alice: User, path: str) -> None:
    client, movie = api_of(alice), make_movie()
    page = f"/api/v1/me/{path}/{movie.pk}/"
    first, second = client.put(page).json(), client.put(page).json()
    assert first == second
    assert client.get(f"/api/v1/me/{path}/").json()["count"] == 1


@pytest.mark.databases
def test_66_means_that_are_kept_up_equal_those_worked_out_anew(alice: User, bob: User) -> None:
    films = make_films([Film(title="Heat", count=7, mean=3.5), Film(title="Ronin")])
    for user in (alice, bob):
        client = api_of(user)
        for movie in films:
            page = f"/api/v1/me/ratings/{movie.pk}/"
            for stars in (0.5, 5, 3.5, 3.5):
                assert client.put(page, {"rating": stars}, format="json").status_code == 200
    assert api_of(bob).delete(f"/api/v1/me/ratings/{films[0].pk}/").status_code == 204
    for movie in films:
        assert_figures_agree(movie)
    before = list(MovieStats.objects.order_by("pk").values())
    assert recompute_site_figures(progress=silent) == 0
    assert list(MovieStats.objects.order_by("pk").values()) == before


MARKS = [("ratings", {"rating": 4}), ("watchlist", {}), ("not-interested", {}), ("seen", {})]


@pytest.mark.databases
@pytest.mark.parametrize(("path", "body"), MARKS)
@pytest.mark.parametrize("key", ["999999", "0", str(10**18 - 1), str(2**63), "9" * 30, "-1", "abc"])
def test_67_a_film_that_is_not_there_cannot_be_rated_or_listed(
    alice: User, path: str, body: dict[str, Any], key: str
) -> None:
    answer = api_of(alice).put(f"/api/v1/me/{path}/{key}/", body, format="json")
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "not_found"


@pytest.mark.parametrize(("path", "body"), MARKS)
def test_67_nor_one_that_was_deleted(alice: User, path: str, body: dict[str, Any]) -> None:
    movie = make_movie()
    page = f"/api/v1/me/{path}/{movie.pk}/"
    movie.delete()
    assert api_of(alice).put(page, body, format="json").status_code == 404
    assert not Rating.objects.exists()


@pytest.mark.parametrize("act", ["rating", "watchlist", "not-interested"])
def test_67_nor_on_the_site(alice: User, act: str) -> None:
    for browser in (Client(), browser_of(alice)):
        answer = browser.post(f"/films/999999/{act}/", {"rating": "4", "on": "on"})
        assert answer.status_code == 404


# --- 68: queries -----------------------------------------------------------------------------------
def queries_of(client: Any, page: str) -> int:
    assert client.get(page).status_code == 200  # the first one fills what a process keeps
    with CaptureQueriesContext(connection) as asked:
        assert client.get(page).status_code == 200
    return len(asked)


_PAGED = [
    *("movies/", "people/", "genres/"),
    *("me/ratings/", "me/watchlist/", "me/not-interested/", "me/seen/"),
]
_COUNTED = ["charts/popular/", "charts/top-rated/", "me/recommendations/", "me/onboarding/"]


@pytest.fixture
def crowd(published_models: Camps, alice: User) -> APIClient:
    """alice's client; every list has fifty rows or more, but for the models' forty films."""
    more = make_movies(60, genres=("Crime", "Drama"))
    make_films([Film(title=f"Kind {at}", genres=(f"Genre {at}",)) for at in range(50)])
    for at, movie in enumerate(more):
        for role in ("director", "actor"):
            make_credit(movie=movie, role=role, name=f"Somebody {at} {role}")
    for movie in more[:50]:
        make_rating(user=alice, movie=movie)
        mark_seen(user=alice, movie_id=movie.pk, watched_on=date(2024, 5, 3))
        add_list_entry(NotInterested, user=alice, movie_id=movie.pk)
    for movie in [*more[50:], *Movie.objects.filter(title__startswith="Kind")]:
        add_list_entry(WatchlistEntry, user=alice, movie_id=movie.pk)
    return api_of(alice)


def test_68_fifty_rows_take_as_many_queries_as_one(
    crowd: APIClient, published_models: Camps
) -> None:
    film = published_models.crime[0]
    counted = [*_COUNTED, f"movies/{film.pk}/similar/", f"movies/{film.pk}/similar/?by=ratings"]
    sizes = [(path, "page_size", 50) for path in _PAGED] + [(path, "k", 30) for path in counted]
    for path, name, many in sizes:
        page = f"/api/v1/{path}{'&' if '?' in path else '?'}{name}="
        assert len(crowd.get(f"{page}{many}").json()["results"]) == many, page
        assert queries_of(crowd, f"{page}1") == queries_of(crowd, f"{page}{many}"), page


def test_68_so_it_is_with_what_follows_a_sequence(
    crowd: APIClient, published_models: Camps
) -> None:
    def asked(count: int) -> int:
        ids = [movie.pk for movie in published_models.crime[:count]]
        given = {"sequence": ids, "k": count}
        crowd.post("/api/v1/recommend/sequence/", given, format="json")
        with CaptureQueriesContext(connection) as queries:
            answer = crowd.post("/api/v1/recommend/sequence/", given, format="json")
        assert len(answer.json()["results"]) == count
        return len(queries)

    assert asked(1) == asked(10)


def test_68_a_film_with_many_people_takes_as_many_as_one_with_one(alice: User) -> None:
    small, large = make_movie(title="Small"), make_movie(title="Large", genres=("A", "B", "C"))
    make_credit(movie=small, role="actor", name="Only One")
    for at in range(30):
        make_credit(movie=large, role="actor", name=f"One Of Many {at}")
    pages = [f"/api/v1/movies/{movie.pk}/" for movie in (small, large)]
    assert queries_of(Client(), pages[0]) == queries_of(Client(), pages[1])


def test_68_so_it_is_with_a_person_of_many_films() -> None:
    one = make_credit(movie=make_movie(), role="actor", name="Once").person
    for movie in make_movies(30):
        many = make_credit(movie=movie, role="actor", name="Often").person
    pages = [f"/api/v1/people/{person.pk}/" for person in (one, many)]
    assert queries_of(Client(), pages[0]) == queries_of(Client(), pages[1])


def test_68_so_it_is_with_the_pages(crowd: APIClient, alice: User, bob: User) -> None:
    make_rating(user=bob, movie=Movie.objects.all()[0])
    add_list_entry(WatchlistEntry, user=bob, movie_id=Movie.objects.all()[1].pk)
    add_list_entry(NotInterested, user=bob, movie_id=Movie.objects.all()[2].pk)
    mark_seen(user=bob, movie_id=Movie.objects.all()[3].pk)
    for page in ("/ratings/", "/watchlist/", "/not-interested/", "/seen/"):
        few, many = (queries_of(browser_of(user), page) for user in (bob, alice))
        assert abs(few - many) <= 1, page  # a second page of the list may want its number
