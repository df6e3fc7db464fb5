"""Marking films as seen, on a day or without one."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from accounts.services import delete_account
from catalog.merging import merge_movies
from catalog.models import Movie
from nextflex.base.errors import DomainError, NotFound
from tests.builders import make_movie, make_movies
from uploads.lists.services import add_list_entry
from uploads.models import NotInterested, Viewing, WatchlistEntry
from uploads.viewings import days_by, days_of, mark_seen, remove_viewings, restore_viewings, seen_by

pytestmark = pytest.mark.django_db
MAY, JUNE = date(2024, 5, 3), date(2024, 6, 4)


def days(user: User, movie: Movie) -> list[date | None]:
    rows = Viewing.objects.filter(user=user, movie=movie).order_by("watched_on")
    return list(rows.values_list("watched_on", flat=True))


@pytest.mark.databases
def test_a_film_is_seen_without_a_day_once(alice: User, heat: Movie) -> None:
    for _ in range(2):
        assert mark_seen(user=alice, movie_id=heat.pk).watched_on is None
    assert days(alice, heat) == [None]


@pytest.mark.databases
def test_each_day_counts_once(alice: User, heat: Movie) -> None:
    for day in (JUNE, MAY, MAY):
        mark_seen(user=alice, movie_id=heat.pk, watched_on=day)
    assert days(alice, heat) == [MAY, JUNE]


@pytest.mark.databases
def test_a_film_with_a_day_gets_no_viewing_without_one(alice: User, heat: Movie) -> None:
    mark_seen(user=alice, movie_id=heat.pk, watched_on=MAY)
    assert mark_seen(user=alice, movie_id=heat.pk).watched_on == MAY
    assert days(alice, heat) == [MAY]


@pytest.mark.databases
def test_the_last_day_stands_for_a_film(alice: User, heat: Movie) -> None:
    mark_seen(user=alice, movie_id=heat.pk)
    for day in (JUNE, MAY):
        assert mark_seen(user=alice, movie_id=heat.pk, watched_on=day).watched_on == JUNE
    assert [one.watched_on for one in seen_by(alice)] == [JUNE]
    assert days_of(alice) == days_by(alice, [heat.pk]) == {heat.pk: [JUNE, MAY]}


@pytest.mark.databases
def test_films_come_latest_first_and_without_a_day_by_when_they_were_noted(alice: User) -> None:
    may, noted, june = make_movies(3)
    mark_seen(user=alice, movie_id=june.pk, watched_on=JUNE)
    mark_seen(user=alice, movie_id=noted.pk)
    mark_seen(user=alice, movie_id=may.pk, watched_on=MAY)
    assert [one.movie_id for one in seen_by(alice)] == [noted.pk, june.pk, may.pk]
    assert [*days_of(alice).items()] == [(may.pk, [MAY]), (june.pk, [JUNE]), (noted.pk, [])]


@pytest.mark.parametrize("day", [date(1887, 12, 31), date(1, 1, 1), "tomorrow"])
def test_a_day_on_which_nobody_can_have_seen_it_is_refused(
    alice: User, heat: Movie, day: date | str
) -> None:
    given = day if isinstance(day, date) else timezone.localdate() + timedelta(days=1)
    with pytest.raises(DomainError, match=f"{given} is not a valid viewing date"):
        mark_seen(user=alice, movie_id=heat.pk, watched_on=given)
    assert not Viewing.objects.exists()


def test_today_is_a_day(alice: User, heat: Movie) -> None:
    assert mark_seen(user=alice, movie_id=heat.pk, watched_on=timezone.localdate())


def test_an_unknown_film_is_not_found(alice: User) -> None:
    with pytest.raises(NotFound, match="Unknown film 999"):
        mark_seen(user=alice, movie_id=999)
    with pytest.raises(NotFound, match="Unknown film 999"):
        remove_viewings(user=alice, movie_id=999)


def test_it_leaves_the_watchlist_of_whoever_has_seen_it_and_no_other_list(
    alice: User, bob: User, heat: Movie
) -> None:
    for user in (alice, bob):
        add_list_entry(WatchlistEntry, user=user, movie_id=heat.pk)
    add_list_entry(NotInterested, user=alice, movie_id=heat.pk)
    mark_seen(user=alice, movie_id=heat.pk)
    assert [one.user for one in WatchlistEntry.objects.all()] == [bob]
    assert NotInterested.objects.exists()


def test_all_viewings_are_removed_or_those_of_one_day(alice: User, bob: User, heat: Movie) -> None:
    for day in (MAY, JUNE):
        mark_seen(user=alice, movie_id=heat.pk, watched_on=day)
    mark_seen(user=bob, movie_id=heat.pk, watched_on=MAY)
    assert remove_viewings(user=alice, movie_id=heat.pk, watched_on=MAY)
    assert not remove_viewings(user=alice, movie_id=heat.pk, watched_on=MAY)
    assert days(alice, heat) == [JUNE]
    assert remove_viewings(user=alice, movie_id=heat.pk)
    assert (days(alice, heat), days(bob, heat)) == ([], [MAY])


@pytest.mark.databases
def test_viewings_are_restored_as_they_were(alice: User, heat: Movie) -> None:
    mark_seen(user=alice, movie_id=heat.pk, watched_on=MAY)
    kept = Viewing.objects.get()
    mark_seen(user=alice, movie_id=heat.pk, watched_on=date(2024, 7, 5))
    long_ago = timezone.now() - timedelta(days=99)
    restore_viewings(user=alice, movie_id=heat.pk, days={MAY, JUNE}, listed=long_ago)
    assert days(alice, heat) == [MAY, JUNE]
    assert Viewing.objects.get(watched_on=MAY) == kept
    assert WatchlistEntry.objects.get().created_at == long_ago


@pytest.mark.databases
def test_of_two_films_that_are_one_the_viewings_move(alice: User, bob: User, heat: Movie) -> None:
    twin = make_movie(title="Heat 2")
    for day in (None, MAY, JUNE):
        mark_seen(user=alice, movie_id=twin.pk, watched_on=day)
    for day in (None, MAY):
        mark_seen(user=alice, movie_id=heat.pk, watched_on=day)
    mark_seen(user=bob, movie_id=twin.pk)
    merge_movies(keep=heat, duplicate=twin)
    assert set(days(alice, heat)) == {None, MAY, JUNE}
    assert (len(days(alice, heat)), days(bob, heat)) == (3, [None])


@pytest.mark.databases
def test_a_deleted_account_takes_its_viewings_along(alice: User, bob: User, heat: Movie) -> None:
    for user in (alice, bob):
        mark_seen(user=user, movie_id=heat.pk)
    delete_account(alice)
    assert [one.user for one in Viewing.objects.all()] == [bob]


def test_reading_takes_one_query_for_any_number(
    alice: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for movie in make_movies(10):
        for day in (MAY, JUNE):
            mark_seen(user=alice, movie_id=movie.pk, watched_on=day)
    with django_assert_num_queries(1):
        assert len(days_of(alice)) == 10
    with django_assert_num_queries(1):
        assert len(list(seen_by(alice))) == 10
