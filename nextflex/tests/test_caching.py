"""Who may keep an answer: nobody's is anybody's, somebody's is their own."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from catalog.models import Movie
from tests.builders import api_of, browser_of, make_credit, make_movie, make_rating

pytestmark = pytest.mark.django_db


@pytest.fixture
def movie() -> Movie:
    return make_movie(title="Heat", count=5, mean=4.0)


@pytest.fixture
def pages(movie: Movie) -> list[str]:
    person = make_credit(movie=movie, role="director", name="Michael Mann").person
    lists = ["movies/", "genres/", "people/", "charts/popular/", "models/", "schema/"]
    return [f"/api/v1/{one}" for one in [*lists, f"movies/{movie.pk}/", f"people/{person.pk}/"]]


def again(client: Any, page: str, tag: str) -> Any:
    return client.get(page, headers={"If-None-Match": tag})


def test_what_has_not_changed_is_told_without_a_body(pages: list[str]) -> None:
    for page in pages:
        first = Client().get(page)
        assert first["ETag"].startswith('W/"')
        second = again(Client(), page, first["ETag"])
        assert (second.status_code, second.content) == (304, b"")
        for name in ("ETag", "Cache-Control", "Vary"):
            assert second.get(name) == first.get(name), (page, name)


def test_a_change_is_seen_at_once(movie: Movie, alice: User) -> None:
    page = f"/api/v1/movies/{movie.pk}/"
    tag = Client().get(page)["ETag"]
    make_rating(user=alice, movie=movie, stars=1.0)
    answer = again(Client(), page, tag)
    assert answer.status_code == 200
    assert answer["ETag"] != tag
    assert answer.json()["rating_count"] == 6


def test_a_304_has_the_headers_of_every_answer(movie: Movie) -> None:
    page = f"/api/v1/movies/{movie.pk}/"
    answer = again(Client(), page, Client().get(page)["ETag"])
    assert answer.status_code == 304
    for name in ("Content-Security-Policy", "X-Request-ID", "RateLimit-Remaining"):
        assert answer.has_header(name)


def test_no_shared_cache_keeps_what_was_asked_with_a_token_or_a_cookie(
    pages: list[str], alice: User
) -> None:
    stranger = Client()
    stranger.cookies["theme"] = "dark"
    for page in [*pages, "/api/v1/me/ratings/", "/", "/for-you/"]:
        for client in (api_of(alice), browser_of(alice), stranger):
            answer = client.get(page)
            if page.endswith("schema/"):
                continue  # the same for everybody
            assert "private" in answer["Cache-Control"], page
            varies = answer["Vary"].lower()
            assert "cookie" in varies, page
            assert "authorization" in varies, page


def test_nothing_that_is_kept_is_used_without_asking(pages: list[str], alice: User) -> None:
    for page in pages:
        if not page.endswith("schema/"):
            assert "no-cache" in Client().get(page)["Cache-Control"]
            assert "public" not in Client().get(page)["Cache-Control"]


def test_the_tag_of_somebody_s_list_is_no_key_to_it(alice: User, bob: User, movie: Movie) -> None:
    make_rating(user=alice, movie=movie)
    tag = api_of(alice).get("/api/v1/me/ratings/")["ETag"]
    assert again(api_of(alice), "/api/v1/me/ratings/", tag).status_code == 304
    assert again(api_of(bob), "/api/v1/me/ratings/", tag).status_code == 200
    assert again(Client(), "/api/v1/me/ratings/", tag).status_code == 401


def test_what_is_written_or_refused_is_not_kept(alice: User, movie: Movie) -> None:
    given = {"email": "alice@example.org", "password": "wrong"}
    answer = Client().post("/api/v1/auth/jwt/create/", given, content_type="application/json")
    assert answer["Cache-Control"] == "no-store"
    page = f"/api/v1/me/watchlist/{movie.pk}/"
    assert api_of(alice).put(page)["Cache-Control"] == "no-store"
    missing = Client().get("/api/v1/movies/999/")
    assert (missing.status_code, missing["Cache-Control"]) == (404, "no-cache")
    assert not missing.has_header("ETag")


@pytest.mark.parametrize("page", ["/", "/for-you/", "/browse/", "/sign-in/", "/films/999/"])
def test_no_browser_stores_a_page(movie: Movie, page: str) -> None:
    assert {"private", "no-store"} <= set(Client().get(page)["Cache-Control"].split(", "))


def test_posters_and_the_schema_are_for_everybody(movie: Movie, alice: User) -> None:
    for page in (f"/poster/{movie.pk}.svg", "/api/v1/schema/"):
        assert "public" in browser_of(alice).get(page)["Cache-Control"]


def test_a_head_has_the_tag_of_its_get(movie: Movie) -> None:
    page = f"/api/v1/movies/{movie.pk}/"
    assert Client().head(page)["ETag"] == Client().get(page)["ETag"]
