"""A guest's lists are kept for their browser, and become their account's."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from catalog.models import Movie
from tests.builders import make_movie, make_movies, make_rating
from tests.shown import film_ids
from uploads.activity import activity_of
from uploads.guests import services
from uploads.lists.services import add_list_entry
from uploads.models import LIST_KINDS, ListKind, NotInterested, WatchlistEntry
from uploads.tests.test_guest import rate, sign_in, sign_up

pytestmark = pytest.mark.django_db
both_lists = pytest.mark.parametrize("kind", LIST_KINDS)
PAGES = {WatchlistEntry: "/watchlist/", NotInterested: "/not-interested/"}
ADDRESSES = {WatchlistEntry: "pages:on_watchlist", NotInterested: "pages:unwanted"}


def put(browser: Client, kind: ListKind, movie: Movie, on: str = "1") -> int:
    return browser.post(reverse(ADDRESSES[kind], args=[movie.pk]), {"on": on}).status_code


def waiting(browser: Client, kind: ListKind) -> list[int]:
    """Newest first."""
    return film_ids(browser.get(PAGES[kind]))


@both_lists
def test_a_guest_has_both_lists(client: Client, kind: ListKind, heat: Movie) -> None:
    assert put(client, kind, heat) == 302
    assert put(client, kind, heat) == 302
    assert waiting(client, kind) == [heat.pk]
    assert not kind.objects.exists()


@both_lists
def test_a_guest_takes_a_film_off_again(client: Client, kind: ListKind, heat: Movie) -> None:
    put(client, kind, heat)
    put(client, kind, heat, on="")
    assert waiting(client, kind) == []
    assert put(client, kind, heat, on="") == 302


@both_lists
def test_a_guest_cannot_list_an_unknown_film(client: Client, kind: ListKind) -> None:
    assert client.post(reverse(ADDRESSES[kind], args=[999]), {"on": "1"}).status_code == 404


@both_lists
def test_another_guest_does_not_see_them(client: Client, kind: ListKind, heat: Movie) -> None:
    put(client, kind, heat)
    assert waiting(Client(), kind) == []


@pytest.mark.databases
@both_lists
def test_the_newest_is_shown_first_and_twice_is_once(client: Client, kind: ListKind) -> None:
    movies = make_movies(3)
    for movie in (*movies, movies[0]):
        put(client, kind, movie)
    assert waiting(client, kind) == [movie.pk for movie in reversed(movies)]


@pytest.mark.databases
@both_lists
def test_too_many_films_are_refused_and_none_is_lost(
    client: Client, kind: ListKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "MOST_FILMS", 2)
    first, second, beyond = make_movies(3)
    rate(client, first, "4")
    assert [put(client, kind, movie) for movie in (first, second, beyond)] == [302, 302, 409]
    assert waiting(client, kind) == [second.pk, first.pk]


def test_rating_a_film_takes_it_off_a_guests_lists(client: Client, heat: Movie) -> None:
    for kind in LIST_KINDS:
        put(client, kind, heat)
    rate(client, heat, "4")
    assert (waiting(client, WatchlistEntry), waiting(client, NotInterested)) == ([], [])


@pytest.mark.databases
@both_lists
def test_signing_up_keeps_the_list_in_its_order(client: Client, kind: ListKind) -> None:
    movies = make_movies(3)
    for movie in reversed(movies):
        put(client, kind, movie)
    sign_up(client)
    assert list(activity_of(User.objects.get()).listed(kind)) == [
        movie.pk for movie in reversed(movies)
    ]


@pytest.mark.databases
@both_lists
def test_signing_in_adds_to_the_accounts_list(
    client: Client, kind: ListKind, alice: User, heat: Movie
) -> None:
    seven = make_movie(title="Seven")
    add_list_entry(kind, user=alice, movie_id=heat.pk)
    for movie in (seven, heat):
        put(client, kind, movie)
    sign_in(client, alice)
    assert set(activity_of(alice).listed(kind)) == {heat.pk, seven.pk}
    assert kind.objects.count() == 2


@pytest.mark.databases
@both_lists
def test_they_are_handed_over_once(
    client: Client, kind: ListKind, alice: User, bob: User, heat: Movie
) -> None:
    put(client, kind, heat)
    sign_in(client, alice)
    client.post(reverse("accounts:sign_out"))
    sign_in(client, bob)
    assert [one.user for one in kind.objects.all()] == [alice]


@both_lists
def test_a_film_deleted_meanwhile_stops_no_sign_in(
    client: Client, kind: ListKind, alice: User, heat: Movie
) -> None:
    put(client, kind, heat)
    heat.delete()
    sign_in(client, alice)
    assert not kind.objects.exists()


def test_a_guests_rating_takes_the_film_off_the_accounts_watchlist(
    client: Client, alice: User, heat: Movie
) -> None:
    add_list_entry(WatchlistEntry, user=alice, movie_id=heat.pk)
    rate(client, heat, "4")
    sign_in(client, alice)
    assert not WatchlistEntry.objects.exists()


def test_a_film_that_the_guest_rated_and_then_listed_stays_listed(
    client: Client, alice: User, heat: Movie
) -> None:
    rate(client, heat, "4")
    put(client, WatchlistEntry, heat)
    make_rating(user=alice, movie=make_movie(title="Seven"))
    sign_in(client, alice)
    assert list(activity_of(alice).listed(WatchlistEntry)) == [heat.pk]
