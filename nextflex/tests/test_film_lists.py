"""The watchlist and "not interested" on pages: with forms and with htmx, for users and for guests."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from catalog.models import Movie
from nextflex.site.for_you.page import LENGTH
from nextflex.tests.test_rate_form import OFF_SITE
from tests.builders import browser_of, make_movies, make_rating, make_user
from tests.engine_fixture import Camps
from uploads.lists.services import add_list_entry
from uploads.models import LIST_KINDS, ListKind, NotInterested, WatchlistEntry

pytestmark = pytest.mark.django_db
BUTTONS = {WatchlistEntry: "pages:on_watchlist", NotInterested: "pages:unwanted"}
PAGES = {WatchlistEntry: "/watchlist/", NotInterested: "/not-interested/"}
both_lists = pytest.mark.parametrize("kind", LIST_KINDS)


@pytest.fixture
def heat(published_models: Camps) -> Movie:
    return published_models.crime[2]


@pytest.fixture
def rater(alice: User, published_models: Camps, browser: Client) -> Client:
    """alice's browser; she rated a film."""
    make_rating(user=alice, movie=published_models.crime[5], stars=5)
    return browser


def press(browser: Client, kind: ListKind, movie: Movie, **form: str) -> Any:
    return browser.post(reverse(BUTTONS[kind], args=[movie.pk]), {"on": "1"} | form)


def by_htmx(browser: Client, kind: ListKind, movie: Movie, target: str, **form: str) -> str:
    headers = {"HX-Request": "true", "HX-Target": target}
    where = reverse(BUTTONS[kind], args=[movie.pk])
    answer = browser.post(where, {"on": "1"} | form, headers=headers)
    assert answer.status_code == 200
    page: str = answer.content.decode()
    return page


def picked(browser: Client, model: str = "") -> list[int]:
    page = browser.get("/for-you/", {"model": model} if model else {})
    return [card.id for card in page.context["cards"]]


@both_lists
def test_a_form_leads_back_to_the_film(browser: Client, kind: ListKind, heat: Movie) -> None:
    answer = press(browser, kind, heat)
    assert (answer.status_code, answer["Location"]) == (302, heat.get_absolute_url())
    assert kind.objects.get().movie == heat


@both_lists
def test_the_next_page_says_it_with_a_way_back(
    browser: Client, kind: ListKind, heat: Movie
) -> None:
    press(browser, kind, heat, next="/for-you/")
    page = browser.get("/for-you/").content.decode()
    where = reverse(BUTTONS[kind], args=[heat.pk])
    undo = f'<button form="undo" formaction="{where}" name="on" value="">Undo</button>'
    assert undo in page
    assert '<form id="undo" method="post">' in page


@both_lists
def test_what_the_way_back_sends_takes_it_back(
    browser: Client, kind: ListKind, heat: Movie
) -> None:
    press(browser, kind, heat)
    assert press(browser, kind, heat, on="", next="/for-you/?model=als").status_code == 302
    assert not kind.objects.exists()
    page = browser.get("/for-you/").content.decode()
    assert 'name="on" value="1">Undo</button>' in page


@both_lists
@pytest.mark.parametrize("target", OFF_SITE)
def test_a_form_never_leads_off_the_site(
    browser: Client, kind: ListKind, heat: Movie, target: str
) -> None:
    location = press(browser, kind, heat, next=target)["Location"]
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\", "/\t"))


@both_lists
def test_without_a_csrf_token_nothing_changes(alice: User, kind: ListKind, heat: Movie) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice, "django.contrib.auth.backends.ModelBackend")
    assert press(strict, kind, heat).status_code == 403
    assert not kind.objects.exists()


@both_lists
def test_a_button_cannot_be_got(browser: Client, kind: ListKind, heat: Movie) -> None:
    assert browser.get(reverse(BUTTONS[kind], args=[heat.pk])).status_code == 405


@both_lists
def test_an_unknown_film_is_not_found(browser: Client, kind: ListKind) -> None:
    assert browser.post(reverse(BUTTONS[kind], args=[999]), {"on": "1"}).status_code == 404


@both_lists
@pytest.mark.parametrize("place", ["-1", "many", "9" * 40])
def test_a_place_that_makes_no_sense_changes_nothing(
    browser: Client, kind: ListKind, heat: Movie, place: str
) -> None:
    assert press(browser, kind, heat, place=place).status_code == 400
    assert not kind.objects.exists()


def test_a_films_page_tells_what_is_pressed(browser: Client, heat: Movie) -> None:
    before = browser.get(heat.get_absolute_url()).content.decode()
    assert f'id="unwanted-{heat.pk}" name="on" value="1" aria-pressed="false"' in before
    page = by_htmx(browser, NotInterested, heat, "voices")
    assert "<html" not in page
    assert f'id="unwanted-{heat.pk}" name="on" value="" aria-pressed="true"' in page
    page = by_htmx(browser, WatchlistEntry, heat, "voices")
    assert f'id="watch-{heat.pk}" name="on" value="" aria-pressed="true"' in page
    assert "On watchlist" in page


def test_rating_on_a_films_page_says_that_it_left_the_watchlist(
    browser: Client, heat: Movie
) -> None:
    press(browser, WatchlistEntry, heat)
    headers = {"HX-Request": "true", "HX-Target": "voices"}
    where = reverse("pages:rate", args=[heat.pk])
    page = browser.post(where, {"rating": "4"}, headers=headers).content.decode()
    assert "Removed from your watchlist" in page
    page = browser.post(where, {"rating": "5"}, headers=headers).content.decode()
    assert "Removed from your watchlist" not in page


def test_rating_by_a_form_says_that_it_left_the_watchlist(browser: Client, heat: Movie) -> None:
    press(browser, WatchlistEntry, heat)
    browser.post(reverse("pages:rate", args=[heat.pk]), {"rating": "4", "next": "/watchlist/"})
    page = browser.get("/watchlist/").content.decode()
    assert "Removed from your watchlist" in page
    assert "Your watchlist is empty" in page


def test_taking_a_rating_back_leaves_the_watchlist(browser: Client, heat: Movie) -> None:
    press(browser, WatchlistEntry, heat)
    browser.post(reverse("pages:rate", args=[heat.pk]), {"rating": ""})
    assert WatchlistEntry.objects.exists()


@pytest.mark.parametrize("model", ["for-you", "als", "als-implicit", "content"])
def test_the_list_fills_again_and_offers_the_film_back_in_its_place(
    rater: Client, model: str
) -> None:
    before = picked(rater, model)
    movie = Movie.objects.get(pk=before[3])
    page = by_htmx(rater, NotInterested, movie, "picks", model=model, place="3")
    after = picked(rater, model)
    assert len(before) == len(after) == LENGTH
    assert movie.pk not in after
    assert [movie_id for movie_id in before if movie_id != movie.pk] == after[:-1]
    rows = page.split("<li ")[1:]
    assert len(rows) == LENGTH + 1
    assert 'class="pick-of gone"' in rows[3]
    assert f"<i>{movie.title}</i> will no longer be recommended to you." in rows[3]
    assert "Undo" in rows[3]


def test_the_way_back_in_the_list_gives_the_list_of_before(rater: Client) -> None:
    before = picked(rater)
    movie = Movie.objects.get(pk=before[3])
    by_htmx(rater, NotInterested, movie, "picks", place="3")
    page = by_htmx(rater, NotInterested, movie, "picks", place="3", on="")
    assert "gone" not in page
    assert picked(rater) == before


def test_a_place_beyond_the_list_is_its_end(rater: Client) -> None:
    movie = Movie.objects.get(pk=picked(rater)[0])
    page = by_htmx(rater, NotInterested, movie, "picks", place="1000")
    assert 'class="pick-of gone"' in page.split("<li ")[-1]


def test_a_card_says_that_its_film_is_on_the_watchlist(rater: Client) -> None:
    movie = Movie.objects.get(pk=picked(rater)[2])
    page = by_htmx(rater, WatchlistEntry, movie, "picks", place="2")
    assert page.count('class="listed"') == 1
    assert picked(rater)[2] == movie.pk
    assert [card.on_watchlist for card in rater.get("/for-you/").context["cards"]].count(True) == 1


def test_the_home_page_recommends_no_unwanted_film(
    rater: Client, alice: User, published_models: Camps
) -> None:
    context = rater.get("/").context
    own = {context["lead"].id, *(card.id for card in context["also"])}
    own |= {card.id for shelf in context["shelves"][:2] for card in shelf.cards}
    unwanted = sorted(own)[::2]
    for movie_id in unwanted:
        add_list_entry(NotInterested, user=alice, movie_id=movie_id)
    context = rater.get("/").context
    shown = [context["lead"], *context["also"], *context["to_rate"]]
    shown += [card for shelf in context["shelves"][:2] for card in shelf.cards]
    assert [shelf.slug for shelf in context["shelves"][:2]] == ["for-you", "because"]
    assert not {card.id for card in shown} & set(unwanted)


def test_the_home_page_shows_the_watchlist(rater: Client, heat: Movie) -> None:
    assert "watchlist" not in [shelf.slug for shelf in rater.get("/").context["shelves"]]
    press(rater, WatchlistEntry, heat)
    shelves = {shelf.slug: shelf for shelf in rater.get("/").context["shelves"]}
    assert [card.id for card in shelves["watchlist"].cards] == [heat.pk]


def test_chance_brings_no_unwanted_film(alice: User, browser: Client) -> None:
    movies = make_movies(3)
    for movie in movies[1:]:
        add_list_entry(NotInterested, user=alice, movie_id=movie.pk)
    assert browser.get("/random/")["Location"] == movies[0].get_absolute_url()
    add_list_entry(NotInterested, user=alice, movie_id=movies[0].pk)
    assert browser.get("/random/").status_code == 404


@pytest.mark.parametrize("model", ["for-you", "als", "als-implicit", "content"])
def test_a_guest_is_recommended_no_unwanted_film(published_models: Camps, model: str) -> None:
    guest = Client()
    guest.post(reverse("pages:rate", args=[published_models.crime[5].pk]), {"rating": "5"})
    before = picked(guest, model)
    for movie_id in before[:3]:
        press(guest, NotInterested, Movie.objects.get(pk=movie_id))
    assert not set(before[:3]) & set(picked(guest, model))
    assert guest.get("/").context["lead"].id not in before[:3]
    assert picked(guest, model)[: LENGTH - 3] == before[3:]


def test_an_unwanted_film_is_found_by_browsing(browser: Client, published_models: Camps) -> None:
    movie = published_models.crime[3]
    press(browser, NotInterested, movie)
    cards = browser.get("/browse/", {"q": movie.title}).context["cards"]
    assert movie.pk in [card.id for card in cards]


@both_lists
def test_a_list_shows_the_newest_first(browser: Client, kind: ListKind, camps: Camps) -> None:
    for movie in camps.crime[:3]:
        press(browser, kind, movie)
    cards = browser.get(PAGES[kind]).context["cards"]
    assert [card.id for card in cards] == [movie.pk for movie in reversed(camps.crime[:3])]


@both_lists
def test_a_guest_sees_their_list(kind: ListKind, camps: Camps) -> None:
    guest = Client()
    press(guest, kind, camps.crime[0])
    page = guest.get(PAGES[kind]).content.decode()
    assert camps.crime[0].title in page
    assert "Sign up</a> to keep" in page
    assert camps.crime[0].title not in Client().get(PAGES[kind]).content.decode()


@both_lists
def test_a_list_hides_those_of_others(browser: Client, kind: ListKind, heat: Movie) -> None:
    add_list_entry(kind, user=make_user(), movie_id=heat.pk)
    assert heat.title not in browser.get(PAGES[kind]).content.decode()


@both_lists
def test_a_list_comes_in_pages(alice: User, browser: Client, kind: ListKind) -> None:
    for movie in make_movies(31):
        add_list_entry(kind, user=alice, movie_id=movie.pk)
    context = browser.get(PAGES[kind] + "?page=2").context
    assert (context["total"], len(context["cards"])) == (31, 1)


@both_lists
def test_a_list_takes_as_many_queries_for_three_films_as_for_thirty(
    alice: User, kind: ListKind, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser, counts = browser_of(alice), []
    for movies in (make_movies(3), make_movies(27)):
        for movie in movies:
            add_list_entry(kind, user=alice, movie_id=movie.pk)
        with django_assert_max_num_queries(7) as captured:
            browser.get(PAGES[kind])
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_lists_are_in_the_account_menu(browser: Client) -> None:
    page = browser.get("/").content.decode()
    menu = page[page.index('class="me-menu"') : page.index('class="leave"')]
    assert 'href="/watchlist/"' in menu
    assert 'href="/not-interested/"' in menu
