"""Films seen: the button and the days on a film's page, undoing, the list, and what is recommended."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from catalog.models import Movie
from tests.builders import browser_of, make_movies, make_rating, make_user
from tests.engine_fixture import Camps
from uploads.lists.services import add_list_entry
from uploads.models import Viewing, WatchlistEntry
from uploads.viewings import mark_seen, seen_by

pytestmark = pytest.mark.django_db
MAY, JUNE = date(2024, 5, 3), date(2024, 6, 4)


@pytest.fixture
def heat(published_models: Camps) -> Movie:
    return published_models.crime[2]


@pytest.fixture
def rater(alice: User, published_models: Camps, browser: Client) -> Client:
    """alice's browser; she rated a film."""
    make_rating(user=alice, movie=published_models.crime[5], stars=5)
    return browser


def press(browser: Client, movie: Movie, **form: str) -> Any:
    return browser.post(reverse("pages:on_seen", args=[movie.pk]), form)


def days(user: User) -> set[date | None]:
    return set(Viewing.objects.filter(user=user).values_list("watched_on", flat=True))


def undo(browser: Client, page: str) -> Any:
    """Press the button that a page offers."""
    start = page.index('form="undo" formaction="') + len('form="undo" formaction="')
    address = page[start : page.index('"', start)].replace("&amp;", "&")
    return browser.post(address, {"next": "/seen/"})


def test_a_form_marks_the_film_and_leads_back_to_it(
    browser: Client, alice: User, heat: Movie
) -> None:
    answer = press(browser, heat, on="1")
    assert (answer.status_code, answer["Location"]) == (302, heat.get_absolute_url())
    assert days(alice) == {None}
    page = browser.get(heat.get_absolute_url()).content.decode()
    assert f'id="seen-{heat.pk}" name="on" value="" aria-pressed="true"' in page


def test_a_films_page_shows_the_days_on_which_one_watched_it(
    browser: Client, alice: User, heat: Movie
) -> None:
    for day in (MAY, JUNE):
        press(browser, heat, on="1", watched_on=str(day))
    page = browser.get(heat.get_absolute_url()).content.decode()
    shown = page[page.index('<ul class="days"') :]
    assert shown.index("Watched on 4 June 2024") < shown.index("3 May 2024")
    other = browser_of(make_user()).get(heat.get_absolute_url()).content.decode()
    assert "4 June 2024" not in other


def test_one_day_can_be_removed(browser: Client, alice: User, heat: Movie) -> None:
    for day in (MAY, JUNE):
        press(browser, heat, on="1", watched_on=str(day))
    press(browser, heat, without=str(MAY))
    assert days(alice) == {JUNE}


def test_htmx_gets_its_part_of_the_page(browser: Client, heat: Movie) -> None:
    headers = {"HX-Request": "true", "HX-Target": "voices"}
    where = reverse("pages:on_seen", args=[heat.pk])
    page = browser.post(where, {"on": "1"}, headers=headers).content.decode()
    assert "<html" not in page
    assert "as seen" in page
    assert 'aria-pressed="true"' in page


@pytest.mark.parametrize("known", [(), (None,), (MAY, JUNE)])
def test_undo_restores_what_was_there(
    browser: Client, alice: User, heat: Movie, known: tuple[date | None, ...]
) -> None:
    for day in known:
        mark_seen(user=alice, movie_id=heat.pk, watched_on=day)
    form = {} if known else {"on": "1"}
    press(browser, heat, **form, next="/seen/")
    assert days(alice) == ({None} if form else set())
    assert undo(browser, browser.get("/seen/").content.decode())["Location"] == "/seen/"
    assert days(alice) == set(known)


def test_undo_puts_the_film_back_on_the_watchlist(
    browser: Client, alice: User, heat: Movie
) -> None:
    listed = add_list_entry(WatchlistEntry, user=alice, movie_id=heat.pk)
    press(browser, heat, on="1", watched_on=str(MAY), next="/seen/")
    page = browser.get("/seen/").content.decode()
    assert "as seen on 3 May 2024 and removed it from your watchlist" in page
    assert not WatchlistEntry.objects.exists()
    undo(browser, page)
    assert not Viewing.objects.exists()
    again = WatchlistEntry.objects.get().created_at
    assert int(again.timestamp()) == int(listed.created_at.timestamp())


@pytest.mark.parametrize(
    "state", ["days=may", "days=9999-01-01", "listed=-1", "listed=x", "days=1-1-1", "listed=1e99"]
)
def test_an_address_that_undoes_nonsense_is_refused(
    browser: Client, heat: Movie, state: str
) -> None:
    where = reverse("pages:undo_seen", args=[heat.pk])
    assert browser.post(f"{where}?{state}").status_code == 400
    assert not Viewing.objects.exists()


@pytest.mark.parametrize("day", ["tomorrow", "1500-01-01", "2024-02-30", "x" * 99])
@pytest.mark.parametrize("name", ["watched_on", "without"])
def test_what_is_no_day_changes_nothing(
    browser: Client, alice: User, heat: Movie, day: str, name: str
) -> None:
    given = str(timezone.localdate() + timedelta(days=1)) if day == "tomorrow" else day
    mark_seen(user=alice, movie_id=heat.pk, watched_on=MAY)
    answer = press(browser, heat, on="1" if name == "watched_on" else "", **{name: given})
    assert answer.status_code in ({400} if name == "watched_on" else {302, 400})
    assert days(alice) == {MAY}


def test_a_guest_signs_in_first(heat: Movie) -> None:
    for answer in (press(Client(), heat, on="1"), Client().get("/seen/")):
        assert (answer.status_code, answer["Location"][:9]) == (302, "/sign-in/")
    assert not Viewing.objects.exists()
    assert "seen-" not in Client().get(heat.get_absolute_url()).content.decode()


def test_without_a_csrf_token_nothing_changes(alice: User, heat: Movie) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice, "django.contrib.auth.backends.ModelBackend")
    assert press(strict, heat, on="1").status_code == 403
    assert strict.post(reverse("pages:undo_seen", args=[heat.pk])).status_code == 403


def test_an_unknown_film_is_not_found(browser: Client) -> None:
    for name in ("on_seen", "undo_seen"):
        where = reverse(f"pages:{name}", args=[999])
        assert browser.post(where, {"on": "1"}).status_code == 404
        assert browser.get(where).status_code == 405


def test_a_form_never_leads_off_the_site(browser: Client, heat: Movie) -> None:
    for target in ("https://example.org/", "//example.org/", "/\\example.org"):
        assert press(browser, heat, on="1", next=target)["Location"] == "/"


def test_the_list_is_that_of_the_api(browser: Client, alice: User) -> None:
    for movie, day in zip(make_movies(4), (JUNE, None, MAY, JUNE), strict=True):
        mark_seen(user=alice, movie_id=movie.pk, watched_on=day)
    cards = browser.get("/seen/").context["cards"]
    assert {card.id: list(card.days) for card in cards} == {
        one.movie_id: [one.watched_on] if one.watched_on else [] for one in seen_by(alice)
    }
    assert [card.days for card in cards] == [(), (JUNE,), (JUNE,), (MAY,)]


def test_the_list_comes_in_pages(browser: Client, alice: User) -> None:
    for movie in make_movies(31):
        mark_seen(user=alice, movie_id=movie.pk)
    context = browser.get("/seen/?page=2").context
    assert (context["total"], len(context["cards"])) == (31, 1)


def test_the_list_takes_as_many_queries_for_three_films_as_for_thirty(
    alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser, counts = browser_of(alice), []
    for movies in (make_movies(3), make_movies(27)):
        for movie in movies:
            mark_seen(user=alice, movie_id=movie.pk, watched_on=MAY)
        with django_assert_max_num_queries(7) as captured:
            browser.get("/seen/")
        counts.append(len(captured))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("model", ["for-you", "als", "als-implicit", "content"])
def test_a_seen_film_leaves_the_list_for_you(rater: Client, alice: User, model: str) -> None:
    def picked() -> list[int]:
        return [card.id for card in rater.get("/for-you/", {"model": model}).context["cards"]]

    before = picked()
    for movie_id in before[:3]:
        mark_seen(user=alice, movie_id=movie_id)
    assert picked()[: len(before) - 3] == before[3:]


def test_the_home_page_recommends_no_seen_film(rater: Client, alice: User) -> None:
    def shown() -> set[int]:
        context = rater.get("/").context
        assert [shelf.slug for shelf in context["shelves"][:2]] == ["for-you", "because"]
        cards = [context["lead"], *context["also"], *context["to_rate"]]
        return {card.id for card in cards} | {
            card.id for shelf in context["shelves"][:2] for card in shelf.cards
        }

    seen = sorted(shown())[::2]
    for movie_id in seen:
        mark_seen(user=alice, movie_id=movie_id)
    assert not shown() & set(seen)


def test_neither_chance_nor_the_start_page_brings_a_seen_film(alice: User, browser: Client) -> None:
    movies = make_movies(3)
    for movie in movies[1:]:
        mark_seen(user=alice, movie_id=movie.pk)
    assert browser.get("/random/")["Location"] == movies[0].get_absolute_url()
    assert [card.id for card in browser.get("/start/").context["cards"]] == [movies[0].pk]


def test_a_seen_film_is_found_by_browsing(browser: Client, alice: User, heat: Movie) -> None:
    mark_seen(user=alice, movie_id=heat.pk)
    cards = browser.get("/browse/", {"q": heat.title}).context["cards"]
    assert heat.pk in [card.id for card in cards]


def test_a_rated_film_on_the_watchlist_has_one_clearly_named_button(
    browser: Client, alice: User, heat: Movie
) -> None:
    make_rating(user=alice, movie=heat, stars=4)
    add_list_entry(WatchlistEntry, user=alice, movie_id=heat.pk)
    page = browser.get("/watchlist/").content.decode()
    main = page[page.index('<ul class="rated">') :]
    assert main.count('class="remove"') == 1
    assert "Remove from watchlist" in main


def test_rating_says_which_lists_the_film_left_and_undo_restores_them(
    browser: Client, alice: User, heat: Movie
) -> None:
    add_list_entry(WatchlistEntry, user=alice, movie_id=heat.pk)
    browser.post(reverse("pages:rate", args=[heat.pk]), {"rating": "4", "next": "/watchlist/"})
    page = browser.get("/watchlist/").content.decode()
    assert "Removed from your watchlist." in page
    undo(browser, page)
    assert WatchlistEntry.objects.get().movie == heat
