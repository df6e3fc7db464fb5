import random
from datetime import UTC, datetime, timedelta

import pytest

from accounts.models import User
from catalog.models import Movie, MovieStats
from nextflex.base.errors import DomainError, NotFound
from recommender.core.data.picks import Rated
from tests.builders import make_movie, make_rating, make_user
from uploads.models import Rating
from uploads.services import adopt_ratings, rate_movie, remove_all_ratings, remove_rating
from uploads.tests.figures import assert_figures_agree

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def test_a_first_rating_counts_in_the_figures(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=1.5)
    stats = assert_figures_agree(heat)
    assert (stats.rating_count, stats.rating_mean) == (11, 41.5 / 11)


def test_a_second_rating_takes_the_place_of_the_first(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=1.5)
    make_rating(user=alice, movie=heat, stars=4.5)
    assert Rating.objects.get().stars == 4.5


def test_a_second_rating_counts_once_in_the_figures(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=1.5)
    make_rating(user=alice, movie=heat, stars=4.5)
    assert assert_figures_agree(heat).rating_count == 11


def test_a_second_rating_moves_the_time(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=1.5, rated_at=NOON)
    make_rating(user=alice, movie=heat, stars=4.5, rated_at=NOON + timedelta(days=1))
    assert Rating.objects.get().rated_at == NOON + timedelta(days=1)


def test_the_same_stars_again_leave_the_time(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=4.5, rated_at=NOON)
    make_rating(user=alice, movie=heat, stars=4.5, rated_at=NOON + timedelta(days=1))
    assert Rating.objects.get().rated_at == NOON


def test_the_same_stars_again_leave_the_figures(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=4.5)
    before = MovieStats.objects.values().get(movie=heat)
    make_rating(user=alice, movie=heat, stars=4.5)
    assert MovieStats.objects.values().get(movie=heat) == before


def test_taking_a_rating_back_restores_the_figures(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=4.5)
    assert remove_rating(user=alice, movie_id=heat.pk)
    stats = assert_figures_agree(heat)
    assert (stats.rating_count, stats.rating_mean, stats.trend) == (10, 4.0, 100.0)


def test_taking_back_what_was_not_given_does_nothing(alice: User, heat: Movie) -> None:
    assert not remove_rating(user=alice, movie_id=heat.pk)


def test_the_last_rating_taken_back_leaves_no_mean(alice: User) -> None:
    movie = make_movie(title="Unseen")
    make_rating(user=alice, movie=movie)
    remove_rating(user=alice, movie_id=movie.pk)
    stats = assert_figures_agree(movie)
    assert (stats.rating_count, stats.rating_mean, stats.trend) == (0, None, None)


def test_a_film_without_a_row_of_figures_gets_one(alice: User) -> None:
    movie = make_movie(title="Bare")
    MovieStats.objects.all().delete()
    make_rating(user=alice, movie=movie)
    assert assert_figures_agree(movie).rating_count == 1


def test_taking_back_leaves_other_peoples_ratings(alice: User, bob: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=4.5)
    make_rating(user=bob, movie=heat, stars=1.0)
    remove_rating(user=alice, movie_id=heat.pk)
    assert [one.user for one in Rating.objects.all()] == [bob]


def test_taking_everything_back_leaves_other_peoples_figures(
    alice: User, bob: User, heat: Movie
) -> None:
    seven = make_movie(title="Seven")
    for movie in (heat, seven):
        make_rating(user=alice, movie=movie, stars=4.5)
        make_rating(user=bob, movie=movie, stars=1.0)
    remove_all_ratings(alice.pk)
    assert [assert_figures_agree(movie).site_count for movie in (heat, seven)] == [1, 1]


@pytest.mark.parametrize("seed", range(5))
def test_any_sequence_of_ratings_leaves_figures_that_a_recount_gives(
    seed: int, heat: Movie
) -> None:
    dice = random.Random(seed)
    people = [make_user() for _ in range(4)]
    films = [heat, make_movie(title="Seven")]
    for hour in range(60):
        user, movie = dice.choice(people), dice.choice(films)
        if dice.random() < 0.3:
            remove_rating(user=user, movie_id=movie.pk)
        else:
            at = NOON + timedelta(hours=hour)
            make_rating(user=user, movie=movie, stars=dice.randint(1, 10) / 2, rated_at=at)
    for movie in films:
        assert_figures_agree(movie)


def test_a_rating_at_another_time_than_the_last_keeps_the_trend_right(
    alice: User, bob: User, heat: Movie
) -> None:
    make_rating(user=alice, movie=heat, rated_at=NOON)
    make_rating(user=bob, movie=heat, rated_at=NOON - timedelta(days=5000))
    assert_figures_agree(heat)


@pytest.mark.parametrize("halves", range(1, 11))
def test_every_half_star_is_taken(alice: User, heat: Movie, halves: int) -> None:
    assert make_rating(user=alice, movie=heat, stars=halves / 2).half_stars == halves


@pytest.mark.parametrize(
    "stars", [0, 0.25, -1, 5.5, 6, 1e308, float("nan"), float("inf"), float("-inf")]
)
def test_other_stars_are_refused(alice: User, heat: Movie, stars: float) -> None:
    with pytest.raises(DomainError, match=r"is not a valid rating; give 0\.5 to 5"):
        make_rating(user=alice, movie=heat, stars=stars)
    assert not Rating.objects.exists()


def test_an_unknown_film_is_not_found(alice: User) -> None:
    with pytest.raises(NotFound, match="Unknown film 999"):
        rate_movie(user=alice, movie_id=999, stars=4)


def test_adopted_ratings_count_in_the_figures(alice: User, heat: Movie) -> None:
    adopt_ratings(alice, [Rated(heat.pk, 4.5, 1_700_000_000)])
    assert assert_figures_agree(heat).site_count == 1


def test_adopted_ratings_leave_those_of_the_account(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=2.0)
    adopt_ratings(alice, [Rated(heat.pk, 4.5, 1_700_000_000)])
    assert Rating.objects.get().stars == 2.0


def test_adopted_ratings_of_films_that_are_gone_are_left_out(alice: User, heat: Movie) -> None:
    adopt_ratings(alice, [Rated(999, 4.5, 1_700_000_000), Rated(heat.pk, 3.0, 1_700_000_000)])
    assert [one.movie for one in Rating.objects.all()] == [heat]
