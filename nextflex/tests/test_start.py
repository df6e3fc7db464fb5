"""The page on which a new user rates their first films."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import BrowserSession, User
from catalog.models import Movie
from tests.builders import browser_of, make_movie, make_movies, make_rating
from tests.engine_fixture import Camps
from tests.shown import film_ids, stars_given
from uploads.lists.services import add_list_entry
from uploads.models import LIST_KINDS, Guest, ListKind, OnboardingRound, Rating
from uploads.onboarding import place_films
from uploads.tests.test_guest import sign_in, sign_up

pytestmark = pytest.mark.django_db
START = "/start/"
both_worlds = pytest.mark.parametrize("world", ["published_models", "camps"])


def shown(browser: Client) -> list[int]:
    return film_ids(browser.get(START))


def rate(browser: Client, movie_id: int, stars: str = "4") -> Any:
    return browser.post(reverse("pages:start_rate", args=[movie_id]), {"rating": stars})


def not_seen(browser: Client, movie_id: int) -> Any:
    return browser.post(reverse("pages:start_unseen", args=[movie_id]))


@both_worlds
def test_a_guest_is_asked_about_ten_films(request: pytest.FixtureRequest, world: str) -> None:
    request.getfixturevalue(world)
    page = Client().get(START)
    assert len(set(film_ids(page))) == 10
    assert "<b>0 of 10</b> rated" in page.content.decode()


def test_looking_at_the_page_keeps_nothing(camps: Camps) -> None:
    Client().get(START)
    assert not BrowserSession.objects.exists()
    assert not OnboardingRound.objects.exists()
    assert not Guest.objects.exists()


@both_worlds
def test_a_rated_film_stays_in_its_place_with_its_stars(
    request: pytest.FixtureRequest, world: str
) -> None:
    request.getfixturevalue(world)
    guest = Client()
    before = shown(guest)
    for answered, movie_id in enumerate(before[2:5], start=1):
        answer = rate(guest, movie_id, "4.5")
        assert (answer.status_code, answer["Location"]) == (302, START)
        page = guest.get(START)
        assert f"<b>{answered} of 10</b> rated" in page.content.decode()
        assert film_ids(page) == before
    assert stars_given(page) == dict.fromkeys(before[2:5], 4.5)


def test_a_users_stars_are_kept_and_taken_back(alice: User, browser: Client, camps: Camps) -> None:
    first = shown(browser)[0]
    rate(browser, first, "3.5")
    assert Rating.objects.get(user=alice).stars == 3.5
    rate(browser, first, "")
    assert not Rating.objects.exists()
    assert "<b>0 of 10</b>" in browser.get(START).content.decode()


def test_the_way_to_the_list_stands_out_after_three_ratings(camps: Camps) -> None:
    guest = Client()
    films = shown(guest)
    main = '<a class="btn main" href="/for-you/">For you'
    for movie_id in films[:3]:
        assert main not in guest.get(START).content.decode()
        rate(guest, movie_id)
    assert main in guest.get(START).content.decode()


def test_the_next_best_film_takes_the_place_of_one_not_seen(camps: Camps) -> None:
    guest = Client()
    before = shown(guest)
    assert not_seen(guest, before[3])["Location"] == START
    after = shown(guest)
    assert [was == now for was, now in zip(before, after, strict=True)].count(False) == 1
    assert after[3] not in before


def test_what_was_not_seen_does_not_come_again(camps: Camps) -> None:
    guest = Client()
    skipped = set()
    for _ in range(30):
        first = shown(guest)[0]
        assert first not in skipped
        not_seen(guest, first)
        skipped.add(first)
    assert len(shown(guest)) == 10
    not_seen(guest, shown(guest)[0])
    assert len(shown(guest)) == 9


def test_when_no_film_is_left_it_says_so(camps: Camps) -> None:
    make_movie(title="Nobody rated it")
    guest = Client()
    while films := shown(guest):
        not_seen(guest, films[0])
    assert "There are no more films to rate here" in guest.get(START).content.decode()


def test_ten_more_come_when_ten_are_rated(camps: Camps) -> None:
    guest = Client()
    first = shown(guest)
    for movie_id in first:
        assert "Ten more" not in guest.get(START).content.decode()
        rate(guest, movie_id)
    assert "Ten more" in guest.get(START).content.decode()
    assert guest.post(reverse("pages:start_more"))["Location"] == START
    second = shown(guest)
    assert len(second) == 10
    assert not set(first) & set(second)


@pytest.mark.parametrize("kind", LIST_KINDS)
def test_what_is_on_a_list_is_not_asked_about(
    alice: User, browser: Client, camps: Camps, kind: ListKind
) -> None:
    before = shown(browser)
    rate(browser, before[5])
    add_list_entry(kind, user=alice, movie_id=before[0])
    after = shown(browser)
    assert before[0] not in after
    assert after[1:] == before[1:]


def test_what_was_rated_elsewhere_is_not_asked_about(
    alice: User, browser: Client, camps: Camps
) -> None:
    rated = shown(browser)[0]
    make_rating(user=alice, movie=Movie.objects.get(pk=rated))
    assert rated not in shown(browser)
    assert "<b>0 of 10</b>" in browser.get(START).content.decode()


def test_only_ratings_of_the_present_round_count(
    alice: User, browser: Client, camps: Camps
) -> None:
    """Also where a film of the round turns out to have been rated before it began."""
    asked = shown(browser)
    rate(browser, asked[4])
    long_ago = timezone.now() - timedelta(days=30)
    make_rating(user=alice, movie=Movie.objects.get(pk=asked[0]), rated_at=long_ago)
    page = browser.get(START)
    assert "<b>1 of 10</b> rated" in page.content.decode()
    now = film_ids(page)
    assert now[0] not in asked
    assert now[1:] == asked[1:]


def test_a_guests_round_goes_on_after_signing_up(camps: Camps) -> None:
    guest = Client()
    before = shown(guest)
    rate(guest, before[1])
    not_seen(guest, before[2])
    asked = shown(guest)
    sign_up(guest)
    assert shown(guest) == asked
    assert "<b>1 of 10</b> rated" in guest.get(START).content.decode()


def test_a_film_that_the_account_rated_before_does_not_count_for_the_guests_round(
    alice: User, camps: Camps
) -> None:
    guest = Client()
    asked = shown(guest)
    long_ago = timezone.now() - timedelta(days=30)
    make_rating(user=alice, movie=Movie.objects.get(pk=asked[0]), rated_at=long_ago)
    for movie_id in asked[:2]:
        rate(guest, movie_id)
    sign_in(guest, alice)
    assert asked[0] not in shown(guest)
    assert "<b>1 of 10</b> rated" in guest.get(START).content.decode()


def test_an_account_has_not_seen_what_it_had_not_as_a_guest(alice: User, camps: Camps) -> None:
    guest, user = Client(), browser_of(alice)
    first, second = shown(guest)[:2]
    not_seen(user, first)
    not_seen(guest, second)
    sign_in(guest, alice)
    assert OnboardingRound.objects.get().unseen == [first, second]
    assert not {first, second} & {*shown(guest)}


def test_the_films_that_came_first_keep_their_places(alice: User) -> None:
    """Two requests that both found free places: the later one fills what is still free."""
    place_films(alice, before=(None, None, None), after=(1, 2, None))
    place_films(alice, before=(None, None, None), after=(3, 4, 5))
    assert OnboardingRound.objects.get().films == [1, 2, 5]
    place_films(alice, before=(1, None, 5), after=(2, 6, 5))
    assert OnboardingRound.objects.get().films == [1, 2, 5]
    place_films(alice, before=(1, 2, 5), after=(7, 2, None))
    assert OnboardingRound.objects.get().films == [7, 2, None]


@pytest.mark.parametrize("answers", [0, 3, 9])
def test_its_queries_do_not_grow_with_the_answers(
    camps: Camps, answers: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    guest = Client()
    for movie_id in shown(guest)[:answers]:
        rate(guest, movie_id)
    # Two for the guest: what they gave, and their round.
    with django_assert_max_num_queries(8) as captured:
        guest.get(START)
    of_guest = [one for one in captured if "uploads_guest" in one["sql"]]
    assert len(of_guest) == 2


def test_a_film_that_is_gone_makes_room(camps: Camps) -> None:
    guest = Client()
    before = shown(guest)
    rate(guest, before[1])
    Movie.objects.get(pk=before[0]).delete()
    after = shown(guest)
    assert after[1:] == before[1:]
    assert len(after) == 10


def test_a_site_without_ratings_says_that_there_is_nothing_to_ask() -> None:
    assert "There are no more films to rate here" in Client().get(START).content.decode()


@pytest.mark.parametrize("stars", ["6", "0", "0.3", "nan", "many"])
def test_bad_stars_are_told_and_not_kept(camps: Camps, stars: str) -> None:
    guest = Client()
    assert rate(guest, camps.crime[0].pk, stars).status_code == 400
    assert film_ids(guest.get("/ratings/")) == []


@pytest.mark.parametrize("name", ["start_rate", "start_unseen"])
def test_an_unknown_film_is_not_found(name: str) -> None:
    make_movies(2)
    answer = Client().post(reverse(f"pages:{name}", args=[10**9]), {"rating": "4"})
    assert answer.status_code == 404


@pytest.mark.parametrize("path", ["1/rating/", "1/unseen/", "more/"])
def test_without_a_csrf_token_nothing_changes(path: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(START + path, {"rating": "4"}).status_code == 403


@pytest.mark.parametrize("page", ["/", "/for-you/", "/ratings/"])
def test_it_is_linked_where_ratings_are_missing(camps: Camps, page: str) -> None:
    assert 'href="/start/"' in Client().get(page).content.decode()
