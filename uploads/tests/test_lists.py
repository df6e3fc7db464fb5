"""Putting films on the watchlist and among those not to be recommended, and taking them off."""

from datetime import UTC, datetime

import pytest

from accounts.models import User
from accounts.services import delete_account
from catalog.merging import merge_movies
from catalog.models import Movie
from nextflex.base.errors import NotFound
from tests.builders import make_movie, make_rating
from uploads.activity import activity_of
from uploads.lists.selectors import (
    list_entries_of,
    list_entry_of,
)
from uploads.lists.services import (
    add_list_entry,
    adopt_list_entries,
    move_list_entries,
    remove_list_entry,
)
from uploads.models import LIST_KINDS, ListKind, NotInterested, Rating, WatchlistEntry
from uploads.viewings import mark_seen

pytestmark = pytest.mark.django_db
both_lists = pytest.mark.parametrize("kind", LIST_KINDS)


def users_of(kind: ListKind, movie: Movie) -> set[int]:
    return set(kind.objects.filter(movie=movie).values_list("user_id", flat=True))


@pytest.mark.databases
@both_lists
def test_a_film_added_twice_is_there_once_with_its_first_time(
    kind: ListKind, alice: User, heat: Movie
) -> None:
    first = add_list_entry(kind, user=alice, movie_id=heat.pk)
    assert add_list_entry(kind, user=alice, movie_id=heat.pk).created_at == first.created_at
    assert kind.objects.count() == 1


@both_lists
def test_a_film_taken_off_is_off(kind: ListKind, alice: User, heat: Movie) -> None:
    add_list_entry(kind, user=alice, movie_id=heat.pk)
    assert remove_list_entry(kind, user=alice, movie_id=heat.pk)
    assert not kind.objects.exists()


@both_lists
def test_taking_off_what_is_not_there_says_so(kind: ListKind, alice: User, heat: Movie) -> None:
    assert not remove_list_entry(kind, user=alice, movie_id=heat.pk)


@both_lists
def test_an_unknown_film_is_not_found(kind: ListKind, alice: User) -> None:
    with pytest.raises(NotFound, match="Unknown film 999"):
        add_list_entry(kind, user=alice, movie_id=999)
    with pytest.raises(NotFound, match="Unknown film 999"):
        remove_list_entry(kind, user=alice, movie_id=999)


@both_lists
def test_taking_off_leaves_the_lists_of_others(
    kind: ListKind, alice: User, bob: User, heat: Movie
) -> None:
    for user in (alice, bob):
        add_list_entry(kind, user=user, movie_id=heat.pk)
    remove_list_entry(kind, user=alice, movie_id=heat.pk)
    assert users_of(kind, heat) == {bob.pk}


def test_the_two_lists_do_not_touch_each_other(alice: User, heat: Movie) -> None:
    for kind in LIST_KINDS:
        add_list_entry(kind, user=alice, movie_id=heat.pk)
    remove_list_entry(NotInterested, user=alice, movie_id=heat.pk)
    assert users_of(WatchlistEntry, heat) == {alice.pk}


def test_rating_a_film_takes_it_off_the_watchlist_of_whoever_rates_it(
    alice: User, bob: User, heat: Movie
) -> None:
    for user in (alice, bob):
        add_list_entry(WatchlistEntry, user=user, movie_id=heat.pk)
    make_rating(user=alice, movie=heat)
    assert users_of(WatchlistEntry, heat) == {bob.pk}


def test_rating_a_film_again_with_the_same_stars_takes_it_off_too(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=4)
    add_list_entry(WatchlistEntry, user=alice, movie_id=heat.pk)
    make_rating(user=alice, movie=heat, stars=4)
    assert not WatchlistEntry.objects.exists()


def test_putting_a_rated_film_on_the_watchlist_leaves_the_rating(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat)
    add_list_entry(WatchlistEntry, user=alice, movie_id=heat.pk)
    assert Rating.objects.exists()


def test_rating_a_film_takes_it_off_not_interested(alice: User, bob: User, heat: Movie) -> None:
    for user in (alice, bob):
        add_list_entry(NotInterested, user=user, movie_id=heat.pk)
    make_rating(user=alice, movie=heat)
    assert users_of(NotInterested, heat) == {bob.pk}


@pytest.mark.databases
@both_lists
def test_of_two_films_that_are_one_the_marks_move(
    kind: ListKind, alice: User, bob: User, heat: Movie
) -> None:
    twin = make_movie(title="Heat 2")
    add_list_entry(kind, user=alice, movie_id=twin.pk)
    for movie in (heat, twin):
        add_list_entry(kind, user=bob, movie_id=movie.pk)
    merge_movies(keep=heat, duplicate=twin)
    assert users_of(kind, heat) == {alice.pk, bob.pk}
    assert kind.objects.count() == 2


@pytest.mark.databases
@both_lists
def test_a_deleted_film_goes_off_the_lists(kind: ListKind, alice: User, heat: Movie) -> None:
    add_list_entry(kind, user=alice, movie_id=heat.pk)
    heat.delete()
    assert not kind.objects.exists()


@pytest.mark.databases
@both_lists
def test_a_deleted_account_takes_its_lists_along(
    kind: ListKind, alice: User, bob: User, heat: Movie
) -> None:
    for user in (alice, bob):
        add_list_entry(kind, user=user, movie_id=heat.pk)
    delete_account(alice)
    assert users_of(kind, heat) == {bob.pk}


@pytest.mark.databases
@both_lists
def test_adopted_films_keep_their_times_and_leave_those_of_the_account(
    kind: ListKind, alice: User, heat: Movie
) -> None:
    seven = make_movie(title="Seven")
    kept = add_list_entry(kind, user=alice, movie_id=heat.pk)
    adopt_list_entries(kind, alice, {seven.pk: 1_700_000_000, heat.pk: 1_700_000_001, 999: 1})
    assert activity_of(alice).listed(kind) == {
        seven.pk: 1_700_000_000,
        heat.pk: int(kept.created_at.timestamp()),
    }


@pytest.mark.databases
@both_lists
def test_a_list_is_told_newest_first_without_hidden_films(
    kind: ListKind, alice: User, bob: User, heat: Movie
) -> None:
    films = [heat, make_movie(title="Seven"), make_movie(title="Ronin"), make_movie(title="Big")]
    for film, days in zip(films, (1, 3, 1, 2), strict=True):
        at = datetime(2026, 1, days, tzinfo=UTC)
        assert add_list_entry(kind, user=alice, movie_id=film.pk, at=at).created_at == at
    add_list_entry(kind, user=bob, movie_id=heat.pk)
    assert [one.movie.title for one in list_entries_of(kind, alice)] == [
        "Seven",
        "Big",
        "Ronin",
        "Heat",
    ]
    assert [*activity_of(alice).listed(kind)] == [
        films[0].pk,
        films[2].pk,
        films[3].pk,
        films[1].pk,
    ]
    Movie.objects.filter(pk=heat.pk).update(is_hidden=True)
    assert [one.movie.title for one in list_entries_of(kind, alice)] == ["Seven", "Big", "Ronin"]
    assert list_entry_of(kind, alice, heat.pk) is None
    seven = list_entry_of(kind, alice, films[1].pk)
    assert seven is not None
    assert seven.movie == films[1]


@both_lists
def test_a_hidden_film_is_not_added_but_can_be_taken_off(
    kind: ListKind, alice: User, heat: Movie
) -> None:
    add_list_entry(kind, user=alice, movie_id=heat.pk)
    Movie.objects.update(is_hidden=True)
    with pytest.raises(NotFound):
        add_list_entry(kind, user=alice, movie_id=heat.pk)
    assert remove_list_entry(kind, user=alice, movie_id=heat.pk)


@both_lists
def test_a_film_added_now_has_the_time_of_now(kind: ListKind, alice: User, heat: Movie) -> None:
    before = datetime.now(UTC)
    at = add_list_entry(kind, user=alice, movie_id=heat.pk).created_at
    assert before <= at <= datetime.now(UTC)


@pytest.mark.databases
def test_unwanted_and_seen_films_of_ones_own_are_not_recommended(
    alice: User, bob: User, heat: Movie
) -> None:
    seven, ronin, big = (make_movie(title=title) for title in ("Seven", "Ronin", "Big"))
    add_list_entry(NotInterested, user=alice, movie_id=heat.pk)
    mark_seen(user=alice, movie_id=seven.pk)
    add_list_entry(WatchlistEntry, user=alice, movie_id=ronin.pk)
    add_list_entry(NotInterested, user=bob, movie_id=big.pk)
    mark_seen(user=bob, movie_id=ronin.pk)
    assert activity_of(alice).not_recommended == {heat.pk, seven.pk}


@pytest.mark.databases
def test_of_two_films_that_are_one_an_entry_keeps_the_time_of_the_film_that_stays(
    alice: User, heat: Movie
) -> None:
    twin = make_movie(title="Heat 2")
    for movie, day in ((heat, 1), (twin, 2)):
        at = datetime(2026, 1, day, tzinfo=UTC)
        add_list_entry(WatchlistEntry, user=alice, movie_id=movie.pk, at=at)
    move_list_entries(twin.pk, heat.pk)
    assert activity_of(alice).listed(WatchlistEntry) == {heat.pk: 1_767_225_600}
