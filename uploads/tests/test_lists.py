"""Putting films on the watchlist and among those not to be recommended, and taking them off."""

import pytest

from accounts.models import User
from accounts.services import delete_account
from catalog.merging import merge_movies
from catalog.models import Movie
from nextflex.base.errors import NotFound
from tests.builders import make_movie, make_rating
from uploads.models import MARK_KINDS, MarkKind, NotInterested, Rating, WatchlistEntry
from uploads.selectors import marks_of
from uploads.services import add_mark, adopt_marks, remove_mark

pytestmark = pytest.mark.django_db
both_lists = pytest.mark.parametrize("kind", MARK_KINDS)


def users_of(kind: MarkKind, movie: Movie) -> set[int]:
    return set(kind.objects.filter(movie=movie).values_list("user_id", flat=True))


@both_lists
def test_a_film_added_twice_is_there_once_with_its_first_time(
    kind: MarkKind, alice: User, heat: Movie
) -> None:
    first = add_mark(kind, user=alice, movie_id=heat.pk)
    assert add_mark(kind, user=alice, movie_id=heat.pk).created_at == first.created_at
    assert kind.objects.count() == 1


@both_lists
def test_a_film_taken_off_is_off(kind: MarkKind, alice: User, heat: Movie) -> None:
    add_mark(kind, user=alice, movie_id=heat.pk)
    assert remove_mark(kind, user=alice, movie_id=heat.pk)
    assert not kind.objects.exists()


@both_lists
def test_taking_off_what_is_not_there_says_so(kind: MarkKind, alice: User, heat: Movie) -> None:
    assert not remove_mark(kind, user=alice, movie_id=heat.pk)


@both_lists
def test_an_unknown_film_is_not_found(kind: MarkKind, alice: User) -> None:
    with pytest.raises(NotFound, match="Unknown film 999"):
        add_mark(kind, user=alice, movie_id=999)
    with pytest.raises(NotFound, match="Unknown film 999"):
        remove_mark(kind, user=alice, movie_id=999)


@both_lists
def test_taking_off_leaves_the_lists_of_others(
    kind: MarkKind, alice: User, bob: User, heat: Movie
) -> None:
    for user in (alice, bob):
        add_mark(kind, user=user, movie_id=heat.pk)
    remove_mark(kind, user=alice, movie_id=heat.pk)
    assert users_of(kind, heat) == {bob.pk}


def test_the_two_lists_do_not_touch_each_other(alice: User, heat: Movie) -> None:
    for kind in MARK_KINDS:
        add_mark(kind, user=alice, movie_id=heat.pk)
    remove_mark(NotInterested, user=alice, movie_id=heat.pk)
    assert users_of(WatchlistEntry, heat) == {alice.pk}


def test_rating_a_film_takes_it_off_the_watchlist_of_whoever_rates_it(
    alice: User, bob: User, heat: Movie
) -> None:
    for user in (alice, bob):
        add_mark(WatchlistEntry, user=user, movie_id=heat.pk)
    make_rating(user=alice, movie=heat)
    assert users_of(WatchlistEntry, heat) == {bob.pk}


def test_rating_a_film_again_with_the_same_stars_takes_it_off_too(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=4)
    add_mark(WatchlistEntry, user=alice, movie_id=heat.pk)
    make_rating(user=alice, movie=heat, stars=4)
    assert not WatchlistEntry.objects.exists()


def test_putting_a_rated_film_on_the_watchlist_leaves_the_rating(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat)
    add_mark(WatchlistEntry, user=alice, movie_id=heat.pk)
    assert Rating.objects.exists()


def test_rating_a_film_takes_it_off_not_interested(alice: User, bob: User, heat: Movie) -> None:
    for user in (alice, bob):
        add_mark(NotInterested, user=user, movie_id=heat.pk)
    make_rating(user=alice, movie=heat)
    assert users_of(NotInterested, heat) == {bob.pk}


@both_lists
def test_of_two_films_that_are_one_the_marks_move(
    kind: MarkKind, alice: User, bob: User, heat: Movie
) -> None:
    twin = make_movie(title="Heat 2")
    add_mark(kind, user=alice, movie_id=twin.pk)
    for movie in (heat, twin):
        add_mark(kind, user=bob, movie_id=movie.pk)
    merge_movies(keep=heat, duplicate=twin)
    assert users_of(kind, heat) == {alice.pk, bob.pk}
    assert kind.objects.count() == 2


@both_lists
def test_a_deleted_film_goes_off_the_lists(kind: MarkKind, alice: User, heat: Movie) -> None:
    add_mark(kind, user=alice, movie_id=heat.pk)
    heat.delete()
    assert not kind.objects.exists()


@both_lists
def test_a_deleted_account_takes_its_lists_along(
    kind: MarkKind, alice: User, bob: User, heat: Movie
) -> None:
    for user in (alice, bob):
        add_mark(kind, user=user, movie_id=heat.pk)
    delete_account(alice)
    assert users_of(kind, heat) == {bob.pk}


@both_lists
def test_adopted_films_keep_their_times_and_leave_those_of_the_account(
    kind: MarkKind, alice: User, heat: Movie
) -> None:
    seven = make_movie(title="Seven")
    kept = add_mark(kind, user=alice, movie_id=heat.pk)
    adopt_marks(kind, alice, {seven.pk: 1_700_000_000, heat.pk: 1_700_000_001, 999: 1})
    assert marks_of(kind, alice) == {
        seven.pk: 1_700_000_000,
        heat.pk: int(kept.created_at.timestamp()),
    }
