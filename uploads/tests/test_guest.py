"""What a guest rates is kept for their browser, and becomes their account's."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from catalog.models import Movie
from tests.builders import make_movies, make_rating
from tests.shown import film_ids
from uploads.guests import services
from uploads.models import GuestFilm, Rating
from uploads.tests.figures import assert_figures_agree

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse 7"
WANDERER = "wanderer@example.org"


def rate(browser: Client, movie: Movie, rating: str) -> int:
    return browser.post(reverse("pages:rate", args=[movie.pk]), {"rating": rating}).status_code


def sign_up(browser: Client) -> None:
    form = {"email": WANDERER, "password": PASSWORD, "re_password": PASSWORD}
    assert browser.post(reverse("accounts:sign_up"), form).status_code == 302


def sign_in(browser: Client, user: User) -> None:
    form = {"username": user.email, "password": PASSWORD}
    assert browser.post(reverse("accounts:sign_in"), form).status_code == 302


def test_a_guest_can_rate(client: Client, heat: Movie) -> None:
    assert rate(client, heat, "4.5") == 302
    assert GuestFilm.objects.get().half_stars == 9


def test_a_guests_rating_counts_in_no_figure(client: Client, heat: Movie) -> None:
    rate(client, heat, "4.5")
    assert assert_figures_agree(heat).rating_count == 10


@pytest.mark.databases
def test_a_guest_can_rate_again(client: Client, heat: Movie) -> None:
    rate(client, heat, "4.5")
    rate(client, heat, "2")
    assert GuestFilm.objects.get().half_stars == 4


def test_a_guest_can_take_a_rating_back(client: Client, heat: Movie) -> None:
    rate(client, heat, "4.5")
    rate(client, heat, "")
    assert not GuestFilm.objects.exists()


def test_a_guest_can_take_back_what_they_did_not_give(client: Client, heat: Movie) -> None:
    assert rate(client, heat, "") == 302


@pytest.mark.parametrize("rating", ["0", "0.25", "5.5", "6", "nan", "inf", "1e999", "many", "\0"])
def test_a_guests_bad_stars_are_refused(client: Client, heat: Movie, rating: str) -> None:
    assert rate(client, heat, rating) == 400
    assert not GuestFilm.objects.exists()


def test_a_guest_cannot_rate_an_unknown_film(client: Client) -> None:
    assert client.post(reverse("pages:rate", args=[999]), {"rating": "4"}).status_code == 404


def test_another_guest_does_not_see_them(client: Client, heat: Movie) -> None:
    rate(client, heat, "4.5")
    assert film_ids(Client().get("/ratings/")) == []
    assert film_ids(client.get("/ratings/")) == [heat.pk]


def test_the_same_stars_again_leave_the_time(client: Client, heat: Movie) -> None:
    rate(client, heat, "4.5")
    before = GuestFilm.objects.get().rated_at
    rate(client, heat, "4.5")
    assert GuestFilm.objects.get().rated_at == before


@pytest.mark.databases
def test_too_many_films_are_refused_and_none_is_lost(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "MOST_FILMS", 3)
    *first, beyond = make_movies(4)
    for movie in first:
        assert rate(client, movie, "4") == 302
    answer = client.post(reverse("pages:rate", args=[beyond.pk]), {"rating": "4"})
    assert answer.status_code == 409
    assert "rated or listed 3 films" in answer.content.decode()
    assert rate(client, first[0], "2") == 302
    assert GuestFilm.objects.count() == 3


def test_signing_up_keeps_them(client: Client, heat: Movie) -> None:
    rate(client, heat, "4.5")
    sign_up(client)
    kept = Rating.objects.get()
    assert (kept.user.email, kept.movie, kept.stars) == (WANDERER, heat, 4.5)


def test_signing_in_keeps_them(client: Client, alice: User, heat: Movie) -> None:
    rate(client, heat, "4.5")
    sign_in(client, alice)
    assert Rating.objects.get().user == alice


@pytest.mark.databases
def test_kept_ratings_count_in_the_figures(client: Client, heat: Movie) -> None:
    rate(client, heat, "4.5")
    sign_up(client)
    assert assert_figures_agree(heat).rating_count == 11


@pytest.mark.databases
def test_signing_in_leaves_what_the_account_gave(client: Client, alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=1.0)
    rate(client, heat, "4.5")
    sign_in(client, alice)
    assert Rating.objects.get().stars == 1.0


@pytest.mark.databases
def test_they_are_handed_over_once(client: Client, alice: User, bob: User, heat: Movie) -> None:
    rate(client, heat, "4.5")
    sign_in(client, alice)
    client.post(reverse("accounts:sign_out"))
    sign_in(client, bob)
    assert [one.user for one in Rating.objects.all()] == [alice]


def test_a_film_deleted_meanwhile_stops_no_sign_in(
    client: Client, alice: User, heat: Movie
) -> None:
    rate(client, heat, "4.5")
    heat.delete()
    sign_in(client, alice)
    assert not Rating.objects.exists()


def test_a_wrong_password_leaves_them_to_the_guest(
    client: Client, alice: User, heat: Movie
) -> None:
    rate(client, heat, "4.5")
    client.post(reverse("accounts:sign_in"), {"username": alice.email, "password": "wrong"})
    assert film_ids(client.get("/ratings/")) == [heat.pk]


@pytest.mark.databases
def test_the_order_in_which_they_were_given_is_kept(client: Client, alice: User) -> None:
    movies = make_movies(3)
    for movie in reversed(movies):
        rate(client, movie, "4")
    sign_in(client, alice)
    kept = Rating.objects.order_by("rated_at", "id").values_list("movie_id", flat=True)
    assert list(kept) == [movie.pk for movie in reversed(movies)]
