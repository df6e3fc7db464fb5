"""Rating from a page: with a form and with htmx."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from catalog.models import Movie
from nextflex.site.context import THEMES
from tests.builders import make_rating
from tests.engine_fixture import Camps
from uploads.models import Rating


@pytest.fixture
def heat(published_models: Camps) -> Movie:
    return published_models.crime[2]


def rate(browser: Client, movie: Movie, **form: str) -> Any:
    return browser.post(reverse("pages:rate", args=[movie.pk]), {"rating": "4.5"} | form)


def by_htmx(browser: Client, movie: Movie) -> Any:
    headers = {"HX-Request": "true", "HX-Target": "voices"}
    return browser.post(reverse("pages:rate", args=[movie.pk]), {"rating": "4.5"}, headers=headers)


def test_one_star_by_htmx_takes_few_queries(
    browser: Client,
    alice: User,
    published_models: Camps,
    heat: Movie,
    django_assert_max_num_queries: Any,
) -> None:
    """Two of them are a savepoint, which stands for the transaction of a site."""
    for movie in published_models.crime[3:8]:
        rate(browser, movie)
    with django_assert_max_num_queries(14):
        assert by_htmx(browser, heat).status_code == 200


def test_one_star_of_a_guest_takes_few_queries(
    client: Client, published_models: Camps, heat: Movie, django_assert_max_num_queries: Any
) -> None:
    for movie in published_models.crime[3:8]:
        rate(client, movie)
    with django_assert_max_num_queries(12):
        assert by_htmx(client, heat).status_code == 200


def test_a_form_leads_back_to_the_film(browser: Client, heat: Movie) -> None:
    answer = rate(browser, heat)
    assert (answer.status_code, answer["Location"]) == (302, heat.get_absolute_url())


def test_a_form_keeps_the_rating(browser: Client, alice: User, heat: Movie) -> None:
    rate(browser, heat)
    assert Rating.objects.get(user=alice, movie=heat).stars == 4.5


def test_an_empty_rating_takes_it_back(browser: Client, alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat)
    rate(browser, heat, rating="")
    assert not Rating.objects.exists()


def test_a_form_leads_on_to_next(browser: Client, heat: Movie) -> None:
    assert rate(browser, heat, next="/for-you/?model=als")["Location"] == "/for-you/?model=als"


OFF_SITE = ["https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example"]
OFF_SITE += ["javascript:alert(1)", "http:evil.example", "///evil.example", "/\t/evil.example"]
OFF_SITE += [
    "/ok\r\nSet-Cookie: a=b",
    "https:/evil.example",
    "ftp://testserver/",
    " //evil.example",
]


@pytest.mark.parametrize("target", OFF_SITE)
def test_a_form_never_leads_off_the_site(browser: Client, heat: Movie, target: str) -> None:
    location = rate(browser, heat, next=target)["Location"]
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\", "/\t"))


def test_htmx_gets_the_voices_and_no_page(browser: Client, heat: Movie) -> None:
    page = by_htmx(browser, heat).content.decode()
    assert "<html" not in page
    assert 'id="voices"' in page


def test_htmx_hears_what_the_rating_did(
    browser: Client, alice: User, published_models: Camps, heat: Movie
) -> None:
    make_rating(user=alice, movie=published_models.musicals[0], stars=5)
    assert "Your list" in by_htmx(browser, heat).content.decode()


def test_the_next_page_says_what_the_rating_did(
    browser: Client, alice: User, published_models: Camps, heat: Movie
) -> None:
    make_rating(user=alice, movie=published_models.musicals[0], stars=5)
    rate(browser, heat)
    page = browser.get(heat.get_absolute_url()).content.decode()
    assert f"Rated {heat.title} 4.5 ★" in page


def test_a_guest_can_rate_and_gets_a_list(heat: Movie) -> None:
    guest = Client()
    rate(guest, heat)
    assert "Crime number" in guest.get("/for-you/").content.decode()


@pytest.mark.parametrize("rating", ["6", "0", "0.3", "nan", "inf", "many", "-1", "1e999"])
def test_bad_stars_are_told_and_not_kept(browser: Client, heat: Movie, rating: str) -> None:
    answer = rate(browser, heat, rating=rating)
    assert answer.status_code == 400
    assert not Rating.objects.exists()


def test_an_unknown_film_is_not_found(browser: Client, heat: Movie) -> None:
    assert browser.post(reverse("pages:rate", args=[999_999]), {"rating": "4"}).status_code == 404


def test_without_a_csrf_token_nothing_is_kept(alice: User, heat: Movie) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice, "django.contrib.auth.backends.ModelBackend")
    assert rate(strict, heat).status_code == 403
    assert not Rating.objects.exists()


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_is_kept_in_a_cookie(db: None, theme: str) -> None:
    browser = Client()
    answer = browser.post("/theme/", {"theme": theme, "next": "/browse/"})
    cookie = answer.cookies["theme"]
    assert (answer["Location"], cookie.value) == ("/browse/", theme)
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


@pytest.mark.parametrize("theme", ["", "pink", "dark\r\nSet-Cookie: a=b"])
def test_another_theme_is_refused(db: None, theme: str) -> None:
    answer = Client().post("/theme/", {"theme": theme})
    assert answer.status_code == 400
    assert "theme" not in answer.cookies


@pytest.mark.parametrize("target", OFF_SITE)
def test_a_theme_never_leads_off_the_site(db: None, target: str) -> None:
    location = Client().post("/theme/", {"theme": "dark", "next": target})["Location"]
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\", "/\t"))


def test_a_cookie_with_another_theme_is_ignored(db: None) -> None:
    browser = Client()
    browser.cookies["theme"] = '"><script>'
    assert '"><script>' not in browser.get("/").content.decode()


def test_a_theme_needs_a_csrf_token(db: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/theme/", {"theme": "dark"}).status_code == 403
