"""How a browser is known as one guest: by the cookie that every page hands out."""

from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.conf import settings as project
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import BrowserSession, User
from catalog.merging import merge_movies
from catalog.models import Movie
from nextflex.base.nightly import chores
from tests.builders import make_movie, make_movies
from tests.shown import film_ids, stars_given, text_of
from uploads.guests.cookie import KEPT_FOR, key_of_session
from uploads.guests.services import sweep_guests
from uploads.models import Guest, GuestFilm, NotInterested, OnboardingRound, Rating, WatchlistEntry
from uploads.tests.test_guest import rate, sign_in, sign_up
from uploads.tests.test_guest_lists import put

pytestmark = pytest.mark.django_db
COOKIE = project.GUEST_COOKIE_NAME


def key_in(browser: Client) -> str:
    return browser.cookies[COOKIE].value if COOKIE in browser.cookies else ""


def late(browser: Client) -> Client:
    """As a request that was sent before what the browser does next."""
    copy = Client()
    copy.cookies[COOKIE] = key_in(browser)
    return copy


def total_of(browser: Client) -> int:
    return len(film_ids(browser.get("/ratings/")))


# --- the cookie ---------------------------------------------------------------------------------
def test_a_look_at_a_page_hands_the_cookie_out_and_stores_nothing(client: Client) -> None:
    for page in ("/", "/start/", "/browse/"):
        client.get(page)
    assert len(key_in(client)) == 43
    assert client.cookies[COOKIE]["httponly"]
    assert client.cookies[COOKIE]["samesite"] == "Lax"
    assert client.cookies[COOKIE]["max-age"] == KEPT_FOR.total_seconds()
    assert not Guest.objects.exists()
    assert not BrowserSession.objects.exists()


def test_a_browser_keeps_its_cookie_and_another_has_another(client: Client, heat: Movie) -> None:
    client.get("/")
    key = key_in(client)
    rate(client, heat, "4")
    client.get("/start/")
    assert key_in(client) == key
    stranger = Client()
    stranger.get("/")
    assert key_in(stranger) != key


def test_the_database_does_not_have_the_key(client: Client, heat: Movie) -> None:
    rate(client, heat, "4")
    assert key_in(client) not in str(list(Guest.objects.values()))


@pytest.mark.parametrize("value", ["short", "!" * 43, "a" * 44, "é" * 43])
def test_a_cookie_that_is_no_key_is_replaced(client: Client, value: str, heat: Movie) -> None:
    client.cookies[COOKIE] = value
    assert rate(client, heat, "4") == 302
    assert key_in(client) != value
    assert total_of(client) == 1


def test_rating_opens_no_session(client: Client, heat: Movie) -> None:
    """Its cookie, set by an answer that comes late, would take the place of a signed-in session's."""
    rate(client, heat, "4")
    put(client, WatchlistEntry, heat)
    client.post(reverse("pages:start_unseen", args=[heat.pk]))
    assert project.SESSION_COOKIE_NAME not in client.cookies
    assert not BrowserSession.objects.exists()


def test_a_session_from_before_the_cookie_is_the_same_guest(client: Client, heat: Movie) -> None:
    client.cookies[project.SESSION_COOKIE_NAME] = "s" * 32
    client.get("/")
    assert key_in(client) == key_of_session("s" * 32)


def test_who_is_signed_in_gets_no_cookie(client: Client, alice: User) -> None:
    sign_in(client, alice)
    client.get("/")
    assert not key_in(client)


# --- signing in and out -------------------------------------------------------------------------
@pytest.mark.databases
def test_a_rating_that_comes_late_becomes_the_account_s(client: Client, heat: Movie) -> None:
    seven, alien = make_movie(title="Seven"), make_movie(title="Alien")
    rate(client, heat, "4")
    on_its_way = late(client)
    sign_up(client)
    rate(on_its_way, seven, "5")
    put(on_its_way, NotInterested, alien)
    assert set(Rating.objects.values_list("movie", flat=True)) == {heat.pk, seven.pk}
    assert NotInterested.objects.get().movie == alien
    assert not GuestFilm.objects.exists()
    assert project.SESSION_COOKIE_NAME not in on_its_way.cookies


@pytest.mark.databases
def test_so_does_a_first_rating_that_comes_late(client: Client, heat: Movie) -> None:
    client.get("/")
    on_its_way = late(client)
    sign_up(client)
    rate(on_its_way, heat, "4")
    assert Rating.objects.get().movie == heat


def test_taking_a_rating_back_late_takes_it_back_from_the_account(
    client: Client, heat: Movie
) -> None:
    rate(client, heat, "4")
    on_its_way = late(client)
    sign_up(client)
    rate(on_its_way, heat, "")
    assert not Rating.objects.exists()


def test_the_old_cookie_shows_nothing_of_the_account(client: Client, heat: Movie) -> None:
    rate(client, heat, "4")
    thief = late(client)
    sign_up(client)
    assert total_of(thief) == 0


def test_the_old_cookie_is_of_no_use_after_a_while(client: Client, heat: Movie) -> None:
    rate(client, heat, "4")
    thief = late(client)
    sign_up(client)
    with time_machine.travel(timezone.now() + timedelta(minutes=3)):
        rate(thief, make_movie(title="Seven"), "1")
        assert total_of(thief) == 1
    assert Rating.objects.get().movie == heat


def test_after_signing_out_the_next_guest_starts_afresh(client: Client, heat: Movie) -> None:
    rate(client, heat, "4")
    copy = late(client)
    sign_up(client)
    client.post(reverse("accounts:sign_out"))
    for browser in (client, copy):
        assert total_of(browser) == 0
        rate(browser, make_movie(title="Seven"), "1")
        assert total_of(browser) == 1
    assert Rating.objects.get().movie == heat


# --- the films ----------------------------------------------------------------------------------
@pytest.mark.databases
def test_merging_films_keeps_what_guests_gave(client: Client, heat: Movie) -> None:
    duplicate, other = make_movie(title="Heat, again"), Client()
    rate(client, heat, "2")
    put(client, NotInterested, duplicate)
    rate(client, duplicate, "4.5")
    put(client, WatchlistEntry, duplicate)
    rate(other, duplicate, "3")
    merge_movies(keep=heat, duplicate=duplicate)
    kept = dict(GuestFilm.objects.filter(movie=heat).values_list("half_stars", "watchlisted_at"))
    assert set(kept) == {9, 6}
    assert kept[9] is not None
    assert GuestFilm.objects.count() == 2


@pytest.mark.databases
def test_a_film_that_is_deleted_goes_from_guests(client: Client, heat: Movie) -> None:
    rate(client, heat, "4")
    heat.delete()
    assert total_of(client) == 0


# --- every night --------------------------------------------------------------------------------
@pytest.mark.databases
def test_guests_are_forgotten_when_their_cookie_expires(client: Client, heat: Movie) -> None:
    now, seven = timezone.now(), make_movie(title="Seven")
    rate(client, heat, "4")
    rate(stays := Client(), heat, "4")
    client.post(reverse("pages:start_unseen", args=[seven.pk]))
    with time_machine.travel(now + KEPT_FOR - timedelta(days=1)):
        rate(stays, seven, "4")
    assert sweep_guests(now=now + KEPT_FOR + timedelta(minutes=1)) == 1
    assert (total_of(client), total_of(stays)) == (0, 2)
    assert not OnboardingRound.objects.exists()


@pytest.mark.databases
def test_nothing_is_left_of_a_guest_with_an_account_after_the_night(
    client: Client, heat: Movie
) -> None:
    rate(client, heat, "4")
    sign_up(client)
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        chores()["inactive guests"]()
    assert not Guest.objects.exists()
    assert Rating.objects.count() == 1


@pytest.mark.databases
def test_more_guests_than_one_batch_are_swept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("uploads.guests.services._SWEPT_AT_ONCE", 2)
    Guest.objects.bulk_create(
        Guest(digest=f"{at:064}", active_at=timezone.now() - KEPT_FOR * 2) for at in range(5)
    )
    assert sweep_guests(now=timezone.now()) == 5


@pytest.mark.databases
def test_deleting_the_account_deletes_what_points_to_it(client: Client, heat: Movie) -> None:
    rate(client, heat, "4")
    sign_up(client)
    User.objects.get().delete()
    assert not Guest.objects.exists()


@pytest.mark.parametrize("n", [1, 12])
def test_a_guests_page_takes_one_query_for_all_they_gave(
    client: Client, n: int, django_assert_max_num_queries: Any
) -> None:
    for movie in make_movies(n):
        rate(client, movie, "4")
        put(client, WatchlistEntry, movie)
    with django_assert_max_num_queries(12) as captured:
        client.get("/ratings/")
    shown = [one["sql"] for one in captured if "uploads_guest" in one["sql"]]
    assert len(shown) == 1


# --- sites from before there were rows ----------------------------------------------------------
@pytest.mark.databases
def test_what_guests_had_in_their_sessions_is_carried_over(client: Client, heat: Movie) -> None:
    seven, gone = make_movie(title="Seven"), 10**9
    session = client.session
    session["guest_ratings"] = {str(heat.pk): (4.5, 1_700_000_000), str(gone): (1.0, 1)}
    session["guest_watchlist"] = {str(seven.pk): 1_700_000_100, str(heat.pk): 1_700_000_200}
    session.save()
    import_module("uploads.migrations.0007_guests").take_over_sessions(apps, None)
    page = client.get("/ratings/")
    assert stars_given(page) == {heat.pk: 4.5}
    assert "on 14 November 2023" in text_of(page)
    page = client.get("/watchlist/")
    assert film_ids(page) == [heat.pk, seven.pk]
