import random
from datetime import UTC, datetime, timedelta

import pytest

from accounts.models import User
from catalog.models import Movie, MovieStats
from nextflex.base.errors import DomainError, NotFound
from recommender.core.data.interface import Rated, SiteRating
from tests.builders import make_movie, make_rating, make_user
from uploads.activity import activity_of
from uploads.models import Rating
from uploads.ratings.selectors import (
    RatingFilter,
    all_site_ratings,
    rating_by,
    ratings_matching,
    stars_by,
)
from uploads.ratings.services import (
    adopt_ratings,
    move_ratings,
    rate_movie,
    recompute_site_figures,
    remove_all_ratings,
    remove_rating,
    restore_rating,
)
from uploads.tests.figures import assert_figures_agree

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.mark.databases
def test_a_first_rating_counts_in_the_figures(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=1.5)
    stats = assert_figures_agree(heat)
    assert (stats.rating_count, stats.rating_mean) == (11, 41.5 / 11)


@pytest.mark.databases
def test_a_second_rating_takes_the_place_of_the_first(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=1.5)
    make_rating(user=alice, movie=heat, stars=4.5)
    assert Rating.objects.get().stars == 4.5


@pytest.mark.databases
def test_a_second_rating_counts_once_in_the_figures(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=1.5)
    make_rating(user=alice, movie=heat, stars=4.5)
    assert assert_figures_agree(heat).rating_count == 11


@pytest.mark.databases
def test_a_second_rating_moves_the_time(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=1.5, rated_at=NOON)
    make_rating(user=alice, movie=heat, stars=4.5, rated_at=NOON + timedelta(days=1))
    assert Rating.objects.get().rated_at == NOON + timedelta(days=1)


@pytest.mark.databases
def test_the_same_stars_again_leave_the_time(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=4.5, rated_at=NOON)
    make_rating(user=alice, movie=heat, stars=4.5, rated_at=NOON + timedelta(days=1))
    assert Rating.objects.get().rated_at == NOON


@pytest.mark.databases
def test_the_same_stars_again_leave_the_figures(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=4.5)
    before = MovieStats.objects.values().get(movie=heat)
    make_rating(user=alice, movie=heat, stars=4.5)
    assert MovieStats.objects.values().get(movie=heat) == before


@pytest.mark.databases
def test_taking_a_rating_back_restores_the_figures(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=4.5)
    assert remove_rating(user=alice, movie_id=heat.pk)
    stats = assert_figures_agree(heat)
    assert (stats.rating_count, stats.rating_mean, stats.trend) == (10, 4.0, 100.0)


def test_taking_back_what_was_not_given_does_nothing(alice: User, heat: Movie) -> None:
    assert not remove_rating(user=alice, movie_id=heat.pk)


@pytest.mark.databases
def test_the_last_rating_taken_back_leaves_no_mean(alice: User) -> None:
    movie = make_movie(title="Unseen")
    make_rating(user=alice, movie=movie)
    remove_rating(user=alice, movie_id=movie.pk)
    stats = assert_figures_agree(movie)
    assert (stats.rating_count, stats.rating_mean, stats.trend) == (0, None, None)


@pytest.mark.databases
def test_a_film_without_a_row_of_figures_gets_one(alice: User) -> None:
    movie = make_movie(title="Bare")
    MovieStats.objects.all().delete()
    make_rating(user=alice, movie=movie)
    assert assert_figures_agree(movie).rating_count == 1


@pytest.mark.databases
def test_taking_back_leaves_other_peoples_ratings(alice: User, bob: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=4.5)
    make_rating(user=bob, movie=heat, stars=1.0)
    remove_rating(user=alice, movie_id=heat.pk)
    assert [one.user for one in Rating.objects.all()] == [bob]


@pytest.mark.databases
def test_taking_everything_back_leaves_other_peoples_figures(
    alice: User, bob: User, heat: Movie
) -> None:
    seven = make_movie(title="Seven")
    for movie in (heat, seven):
        make_rating(user=alice, movie=movie, stars=4.5)
        make_rating(user=bob, movie=movie, stars=1.0)
    remove_all_ratings(alice.pk)
    assert not Rating.objects.filter(user=alice).exists()
    assert [assert_figures_agree(movie).site_count for movie in (heat, seven)] == [1, 1]


@pytest.mark.parametrize("seed", [pytest.param(0, marks=pytest.mark.databases), *range(1, 5)])
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


@pytest.mark.databases
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


@pytest.mark.databases
def test_adopted_ratings_count_in_the_figures(alice: User, heat: Movie) -> None:
    adopt_ratings(alice, [Rated(heat.pk, 4.5, 1_700_000_000)])
    assert assert_figures_agree(heat).site_count == 1


@pytest.mark.databases
def test_adopted_ratings_leave_those_of_the_account(alice: User, heat: Movie) -> None:
    make_rating(user=alice, movie=heat, stars=2.0)
    adopt_ratings(alice, [Rated(heat.pk, 4.5, 1_700_000_000)])
    assert Rating.objects.get().stars == 2.0


@pytest.mark.databases
def test_adopted_ratings_of_films_that_are_gone_are_left_out(alice: User, heat: Movie) -> None:
    adopt_ratings(alice, [Rated(999, 4.5, 1_700_000_000), Rated(heat.pk, 3.0, 1_700_000_000)])
    assert [one.movie for one in Rating.objects.all()] == [heat]


@pytest.mark.databases
def test_adopted_ratings_keep_their_times_and_order(alice: User, heat: Movie) -> None:
    seven = make_movie(title="Seven")
    adopt_ratings(alice, [Rated(seven.pk, 2.5, 1_700_000_001), Rated(heat.pk, 4.5, 1_700_000_000)])
    given = {one.movie_id: (one.stars, one.rated_at.timestamp()) for one in Rating.objects.all()}
    assert given == {seven.pk: (2.5, 1_700_000_001), heat.pk: (4.5, 1_700_000_000)}


@pytest.mark.databases
def test_adopted_ratings_of_hidden_films_are_left_out(alice: User, heat: Movie) -> None:
    Movie.objects.update(is_hidden=True)
    adopt_ratings(alice, [Rated(heat.pk, 4.5, 1_700_000_000)])
    assert not Rating.objects.exists()


@pytest.mark.databases
def test_a_hidden_film_is_not_rated_but_its_rating_can_be_restored_and_taken_back(
    alice: User, heat: Movie
) -> None:
    Movie.objects.update(is_hidden=True)
    with pytest.raises(NotFound):
        rate_movie(user=alice, movie_id=heat.pk, stars=4)
    restored = restore_rating(user=alice, movie_id=heat.pk, half_stars=7, rated_at=NOON)
    assert (restored.stars, restored.rated_at) == (3.5, NOON)
    assert remove_rating(user=alice, movie_id=heat.pk)


def test_a_rating_without_a_time_is_of_now(alice: User, heat: Movie) -> None:
    before = datetime.now(UTC)
    assert before <= rate_movie(user=alice, movie_id=heat.pk, stars=4).rated_at <= datetime.now(UTC)


def test_a_rating_of_an_unknown_film_is_not_taken_back(alice: User) -> None:
    with pytest.raises(NotFound, match="Unknown film 999"):
        remove_rating(user=alice, movie_id=999)


@pytest.mark.databases
@pytest.mark.parametrize(("minutes", "kept"), [(-1, 2.0), (0, 2.0), (1, 4.5)])
def test_of_two_films_that_are_one_the_later_rating_stays_and_the_films_own_at_equal_times(
    alice: User, bob: User, heat: Movie, minutes: int, kept: float
) -> None:
    twin = make_movie(title="Heat 2")
    make_rating(user=alice, movie=heat, stars=2.0, rated_at=NOON)
    make_rating(user=alice, movie=twin, stars=4.5, rated_at=NOON + timedelta(minutes=minutes))
    make_rating(user=bob, movie=twin, stars=1.0, rated_at=NOON)
    move_ratings(twin.pk, heat.pk)
    assert stars_by(alice, [heat.pk, twin.pk]) == {heat.pk: kept}
    assert stars_by(bob, [heat.pk, twin.pk]) == {heat.pk: 1.0}
    assert [assert_figures_agree(movie).site_count for movie in (heat, twin)] == [2, 0]


@pytest.mark.databases
def test_a_recount_says_how_far_it_is_and_how_many_films_were_wrong(
    alice: User, heat: Movie
) -> None:
    seven, ronin = make_movie(title="Seven"), make_movie(title="Ronin")
    for movie in (heat, seven):
        make_rating(user=alice, movie=movie, stars=4.0)
    MovieStats.objects.filter(movie=seven).update(site_trend=1.0)
    MovieStats.objects.filter(movie=ronin).update(site_count=1, rating_count=1)
    steps: list[tuple[str, float]] = []
    wrong = recompute_site_figures(progress=lambda step, share: steps.append((step, share)))
    assert wrong == 2
    assert steps == [("films", 0), ("films", 1 / 3), ("films", 2 / 3), ("done", 1)]
    assert assert_figures_agree(ronin).site_count == 0


@pytest.mark.databases
def test_a_history_is_told_oldest_first_and_in_the_order_of_rating_at_equal_times(
    alice: User, bob: User, heat: Movie
) -> None:
    seven, ronin = make_movie(title="Seven"), make_movie(title="Ronin")
    make_rating(user=alice, movie=ronin, stars=4.5, rated_at=NOON)
    make_rating(user=alice, movie=seven, stars=0.5, rated_at=NOON - timedelta(days=1))
    make_rating(user=alice, movie=heat, stars=3.0, rated_at=NOON)
    make_rating(user=bob, movie=heat, stars=1.0, rated_at=NOON)
    noon_s = int(NOON.timestamp())
    assert [*activity_of(alice).history] == [
        Rated(seven.pk, 0.5, noon_s - 86_400),
        Rated(ronin.pk, 4.5, noon_s),
        Rated(heat.pk, 3.0, noon_s),
    ]


@pytest.mark.databases
def test_a_training_gets_every_rating_of_the_site(alice: User, bob: User, heat: Movie) -> None:
    make_rating(user=bob, movie=heat, stars=4.5, rated_at=NOON)
    make_rating(user=alice, movie=heat, stars=0.5, rated_at=NOON)
    noon_s = int(NOON.timestamp())
    assert list(all_site_ratings()) == [
        SiteRating(bob.pk, heat.pk, 4.5, noon_s),
        SiteRating(alice.pk, heat.pk, 0.5, noon_s),
    ]


@pytest.mark.databases
def test_a_rating_is_shown_to_whoever_gave_it_while_the_film_is_shown(
    alice: User, bob: User, heat: Movie
) -> None:
    given = make_rating(user=alice, movie=heat)
    seven = make_movie(title="Seven")
    assert rating_by(alice, heat.pk) == given
    assert (rating_by(bob, heat.pk), rating_by(alice, seven.pk)) == (None, None)
    Movie.objects.update(is_hidden=True)
    assert rating_by(alice, heat.pk) is None


@pytest.mark.databases
@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        (RatingFilter(), ["D", "C", "B", "A"]),
        (RatingFilter("oldest"), ["A", "B", "C", "D"]),
        (RatingFilter("highest"), ["B", "D", "C", "A"]),
        (RatingFilter("lowest"), ["A", "D", "C", "B"]),
        (RatingFilter("title"), ["A", "B", "C", "D"]),
        (RatingFilter(rating_min=3.0, rating_max=3.0), ["D", "C"]),
        (RatingFilter(rating_min=3.5), ["B"]),
        (RatingFilter(rating_max=2.5), ["A"]),
        (RatingFilter(genres=("crime",)), ["D", "C", "A"]),
        (RatingFilter(genres=("Crime", "DRAMA")), ["C"]),
    ],
)
def test_own_ratings_are_filtered_and_ordered(
    alice: User, bob: User, wanted: RatingFilter, titles: list[str]
) -> None:
    stars = {"A": 1.0, "B": 4.0, "C": 3.0, "D": 3.0}
    genres = {"A": ["Crime"], "B": ["Drama"], "C": ["Crime", "Drama"], "D": ["Crime"]}
    for hour, title in enumerate(stars):
        movie = make_movie(title=title, genres=genres[title])
        at = NOON + timedelta(hours=hour)
        make_rating(user=alice, movie=movie, stars=stars[title], rated_at=at)
        make_rating(user=bob, movie=movie, stars=5.0, rated_at=at)
    assert [one.movie.title for one in ratings_matching(alice, wanted)] == titles
