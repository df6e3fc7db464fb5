import re

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from catalog.models import DataSet, Movie
from tests.builders import browser_of, make_movie, make_movies, make_rating, make_user
from tests.engine_fixture import Camps

pytestmark = pytest.mark.django_db

PAGES = ["/", "/browse/", "/browse/?q=crime&genre=Crime&year_min=1980&ordering=rating"]
PAGES += [f"/charts/{name}/" for name in ("trending", "popular", "latest", "top-rated")]
PAGES += ["/charts/popular/?genre=Musical", "/for-you/", "/ratings/", "/models/"]
PAGES += ["/watchlist/", "/not-interested/", "/watchlist/?page=abc"]
PAGES += ["/for-you/?model=als", "/for-you/?model=content", "/for-you/?model=nonsense"]
PAGES += ["/for-you/?genre=Crime&year_min=1985&diversity=0.5&popularity=1", "/start/"]


@pytest.mark.parametrize("page", PAGES)
def test_a_guest_sees_every_page(published_models: Camps, page: str) -> None:
    assert Client().get(page).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_user_sees_every_page(published_models: Camps, alice: User, page: str) -> None:
    make_rating(user=alice, movie=published_models.crime[3], stars=5)
    assert browser_of(alice).get(page).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_every_page_works_on_an_empty_site(page: str) -> None:
    assert Client().get(page).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_every_page_works_without_a_model(camps: Camps, alice: User, page: str) -> None:
    make_rating(user=alice, movie=camps.crime[3], stars=5)
    assert browser_of(alice).get(page).status_code == 200


@pytest.mark.parametrize("query", ["", "?similar=ratings", "?similar=nonsense"])
def test_a_guest_sees_a_film(published_models: Camps, query: str) -> None:
    movie = published_models.crime[0]
    answer = Client().get(movie.get_absolute_url() + query)
    assert answer.status_code == 200
    assert movie.title in answer.content.decode()


@pytest.mark.parametrize("query", ["", "?similar=ratings"])
def test_a_user_sees_a_film_that_they_rated(
    published_models: Camps, alice: User, query: str
) -> None:
    movie = published_models.crime[0]
    make_rating(user=alice, movie=movie)
    assert browser_of(alice).get(movie.get_absolute_url() + query).status_code == 200


def test_a_film_newer_than_the_models_has_a_page(published_models: Camps, browser: Client) -> None:
    assert browser.get(make_movie(title="New").get_absolute_url()).status_code == 200


NOWHERE = ["/films/999/", f"/films/{2**63}/", "/films/abc/", "/films/-1/", "/charts/worst/"]
NOWHERE += ["/nowhere/", "/films/1/nothing", "/charts/popular/nothing"]


@pytest.mark.parametrize("page", NOWHERE)
def test_a_page_that_is_not_there_says_so(browser: Client, page: str) -> None:
    answer = browser.get(page)
    assert answer.status_code == 404
    assert answer["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("method", ["post", "put", "delete"])
@pytest.mark.parametrize(
    "page", ["/", "/browse/", "/charts/popular/", "/for-you/", "/ratings/", "/start/"]
)
def test_a_page_takes_no_other_method(page: str, method: str) -> None:
    assert getattr(Client(), method)(page).status_code == 405


@pytest.mark.parametrize(
    "page", ["/theme/", "/films/1/rating/", "/start/more/", "/start/1/rating/", "/start/1/unseen/"]
)
def test_a_form_cannot_be_got(page: str) -> None:
    assert Client().get(page).status_code == 405


BROWSE_JUNK = ["q=%25", "q=" + "x" * 300, "year_min=then", "ordering=password"]
BROWSE_JUNK += [
    "genre=Opera",
    "page=abc",
    "page=-1",
    "page=" + "9" * 5000,
    "page=0",
    "q=%F0%9F%8E%AC",
]


@pytest.mark.parametrize("query", BROWSE_JUNK)
def test_junk_in_a_browse_address_is_answered(query: str) -> None:
    make_movie()
    assert Client().get(f"/browse/?{query}").status_code == 200


def test_what_is_searched_for_is_escaped() -> None:
    page = Client().get("/browse/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in page


def test_a_title_is_escaped() -> None:
    movie = make_movie(title="<script>alert(1)</script>", count=3, mean=3)
    for page in ("/", "/browse/", movie.get_absolute_url()):
        assert "<script>alert" not in Client().get(page).content.decode()


def test_the_footer_names_the_data_set_and_its_licence() -> None:
    DataSet.objects.create(
        name="tiny",
        title="Tiny films",
        url="https://example.org/tiny/",
        licence="for tests alone",
        is_active=True,
        films=1,
        users=1,
        ratings=1,
        imported_at=timezone.now(),
    )
    page = Client().get("/").content.decode()
    footer = page[page.index("<footer") :]
    assert "Tiny films" in footer
    assert "for tests alone" in footer


def test_a_page_without_a_model_says_so(camps: Camps) -> None:
    assert "No model is published yet" in Client().get("/").content.decode()


def test_a_page_with_a_model_says_nothing_of_it(published_models: Camps) -> None:
    assert "No model is published yet" not in Client().get("/").content.decode()


def test_the_home_page_greets_by_name(browser: Client) -> None:
    assert "Alice" in browser.get("/").content.decode()


def test_for_you_is_made_of_films_of_the_liked_camp(published_models: Camps, alice: User) -> None:
    make_rating(user=alice, movie=published_models.musicals[3], stars=5)
    cards = browser_of(alice).get("/for-you/").context["cards"]
    assert {genre for card in cards[:10] for genre in card.genres} == {"Musical"}


def test_my_ratings_hide_those_of_others(published_models: Camps, browser: Client) -> None:
    make_rating(user=make_user(), movie=published_models.crime[3])
    assert "Crime number 3" not in browser.get("/ratings/").content.decode()


@pytest.mark.parametrize("page", ["/browse/", "/charts/popular/", "/"])
def test_a_page_takes_as_many_queries_for_three_films_as_for_thirty(
    page: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    counts = []
    for n in (3, 27):
        make_movies(n)
        with django_assert_max_num_queries(7) as captured:
            Client().get(page)
        counts.append(len(captured))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("page", ["/", "/for-you/", "/ratings/", "/start/"])
def test_a_users_page_takes_as_many_queries_for_three_ratings_as_for_fifteen(
    published_models: Camps,
    alice: User,
    page: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    counts = []
    browser = browser_of(alice)
    for movies in (published_models.crime[:6], published_models.crime[6:18]):
        for movie in movies:
            make_rating(user=alice, movie=movie, stars=5)
        with django_assert_max_num_queries(8) as captured:
            browser.get(page)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_a_films_page_takes_at_most_eight_queries(
    published_models: Camps, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_rating(user=alice, movie=published_models.crime[1], stars=5)
    movie: Movie = published_models.crime[0]
    browser = browser_of(alice)
    with django_assert_max_num_queries(8):
        browser.get(movie.get_absolute_url())


def test_ratings_are_told_on_the_visitor_s_scale(alice: User, published_models: Camps) -> None:
    film, other = published_models.crime[:2]
    make_rating(user=alice, movie=film, stars=4.5)
    make_rating(user=alice, movie=other, stars=4)
    User.objects.update(rating_scale=10)
    browser = browser_of(alice)
    page = browser.get(film.get_absolute_url())
    assert 'class="you">9</span>' in page.content.decode()
    assert "of 10 points" in page.content.decode()
    assert " gave 9" in page.context["hist"].aria
    assert 'class="you">9</span>' in browser.get("/ratings/").content.decode()


def test_what_everybody_gave_is_told_as_a_reason_on_the_visitor_s_scale(
    alice: User, published_models: Camps
) -> None:
    User.objects.update(rating_scale=100)
    page = browser_of(alice).get("/for-you/")
    shown = {trait for card in page.context["cards"] for trait in card.traits}
    assert shown
    assert all(re.fullmatch(r"rated \d\d by \d+ (person|people)", trait) for trait in shown)
