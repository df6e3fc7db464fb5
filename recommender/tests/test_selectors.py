"""How the engine's answers become lists of films, with what speaks for each film."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from catalog.models import Movie
from catalog.selectors import MovieFilter
from nextflex.base.errors import NotFound
from recommender.core.data.interface import (
    Controls,
    Explanation,
    Rated,
    Recommendation,
    RecommendationRequest,
)
from recommender.explained import MovieExplanation, RecommendedMovie, filled, unscored
from recommender.selectors import (
    by_interest,
    chart,
    films_to_ask,
    predicted,
    recommendations,
    recommended_ids,
    seed_of_today,
    similar,
)
from tests.builders import make_movie, make_movies
from tests.engine_fixture import Camps

pytestmark = pytest.mark.django_db


def ids(movies: Iterable[Movie]) -> list[int]:
    return [movie.pk for movie in movies]


def shown(results: Iterable[RecommendedMovie]) -> list[int]:
    return [one.movie.pk for one in results]


def likes(*movies: Movie) -> list[Rated]:
    return [Rated(movie.pk, 5.0, at_s) for at_s, movie in enumerate(movies)]


# --- filling a list ------------------------------------------------------------------------------


def in_this_order(order: list[int]) -> Callable[[RecommendationRequest], list[Recommendation]]:
    """An engine that knows these films, best first."""

    def ask(request: RecommendationRequest) -> list[Recommendation]:
        return [Recommendation(one, 1.0) for one in order if one not in request.without][
            : request.limit
        ]

    return ask


def test_a_list_is_filled_up_for_deleted_films_without_what_the_person_does_not_want() -> None:
    films = make_movies(6)
    order = ids(films)
    films[0].delete()
    films[2].delete()
    found = filled(in_this_order(order), RecommendationRequest(limit=3, without={order[1]}))
    assert shown(found) == [order[3], order[4], order[5]]


def test_a_list_is_shorter_when_too_many_films_were_deleted() -> None:
    films = make_movies(3)
    order = ids(films)
    films[1].delete()
    assert shown(filled(in_this_order(order), RecommendationRequest(limit=3))) == [
        order[0],
        order[2],
    ]


def test_a_film_comes_with_all_that_the_model_says_of_it() -> None:
    film, liked = make_movies(2)
    reasons = (Explanation(liked.pk, 4.5, 0.75),)
    pick = Recommendation(film.pk, 1.5, 4.2, 0.5, reasons, ("Crime",))
    (found,) = filled(lambda _: [pick], RecommendationRequest(limit=1))
    assert found == RecommendedMovie(
        film, 1.5, 4.2, 0.5, (MovieExplanation(liked, 4.5, 0.75),), ("Crime",)
    )


def test_a_rated_film_that_was_deleted_is_no_reason_any_more() -> None:
    film, liked, gone = make_movies(3)
    reasons = (Explanation(gone.pk, 5.0, 0.5), Explanation(liked.pk, 4.0, 0.25))
    gone.delete()
    (found,) = filled(
        lambda _: [Recommendation(film.pk, 1.0, because=reasons)], RecommendationRequest(limit=1)
    )
    assert found.because == (MovieExplanation(liked, 4.0, 0.25),)


@pytest.mark.databases
def test_films_that_no_model_scores_keep_their_order() -> None:
    first, second = make_movies(2)
    found = unscored([second.pk, 999, first.pk])
    assert found == tuple(RecommendedMovie(movie, None, None, None) for movie in (second, first))


# --- in words ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "mean", "scale", "words"),
    [
        (0, None, 5, "not rated yet"),
        (1, 3.52, 5, "rated 3.5 by 1 person"),
        (2, 3.5, 10, "rated 7.0 by 2 people"),
        (1234, 4.5, 100, "rated 90 by 1,234 people"),
    ],
)
def test_what_everybody_gave_speaks_for_a_film_that_nothing_else_speaks_for(
    count: int, mean: float | None, scale: int, words: str
) -> None:
    movie = make_movie(count=count, mean=mean)
    assert RecommendedMovie(movie, 1.0, None, None).in_words(scale) == (words,)


def test_traits_speak_for_a_film_where_they_are_known() -> None:
    movie = make_movie(count=9, mean=4.0)
    assert RecommendedMovie(movie, 1.0, None, None, traits=("Crime",)).in_words() == ("Crime",)


def test_rated_films_speak_for_a_film_on_their_own() -> None:
    movie, liked = make_movies(2)
    found = RecommendedMovie(movie, 1.0, None, None, because=(MovieExplanation(liked, 5.0, 1.0),))
    assert found.in_words() == ()


# --- by interest ---------------------------------------------------------------------------------


def test_by_interest_the_best_come_first_then_films_new_to_the_model_then_rated_ones(
    published_models: Camps,
) -> None:
    crime, musicals = published_models.crime, published_models.musicals
    newer = make_movie(title="Tomorrow")
    given = [musicals[0], newer, crime[5], crime[3], crime[1]]
    wanted = [crime[1], crime[3], musicals[0], newer, crime[5]]
    assert by_interest(likes(crime[5]), ids(given)) == ids(wanted)


def test_without_models_the_order_by_interest_is_the_one_given_with_rated_films_last(
    camps: Camps,
) -> None:
    first, rated, last = camps.crime[:3]
    found = by_interest(likes(rated), ids([last, rated, first]))
    assert found == ids([last, first, rated])


def test_without_ratings_the_order_by_interest_is_the_one_given(published_models: Camps) -> None:
    given = ids([published_models.musicals[2], published_models.crime[0]])
    assert by_interest([], given) == given


# --- charts, and what stands in for a model ---------------------------------------------------------


def asked(*liked: Movie, limit: int = 3, **parts: Any) -> RecommendationRequest:
    return RecommendationRequest(limit=limit, history=likes(*liked), **parts)


@pytest.mark.databases
def test_a_chart_leaves_out_unwanted_and_rated_films(published_models: Camps) -> None:
    first, second, third, fourth = published_models.films[:4]
    found = recommendations(asked(first, limit=2, model="popular", without={second.pk}))
    assert (found.model, found.version) == ("popular", "live")
    assert shown(found.results) == ids([third, fourth])


@pytest.mark.databases
def test_a_chart_scores_films_by_its_own_figure(camps: Camps) -> None:
    (best,) = chart("popular", limit=1).results
    assert (best.score, best.predicted_rating, best.predicted_spread) == (200.0, None, None)


@pytest.mark.databases
def test_a_chart_shows_only_films_that_pass_the_filter(camps: Camps) -> None:
    found = chart("popular", limit=3, wanted=MovieFilter(genres=("Musical",)))
    assert shown(found.results) == ids(camps.musicals[:3])


@pytest.mark.parametrize("model", ["latest", "popular", "top-rated"])
def test_without_ratings_a_chart_is_the_chart_that_was_asked_for(camps: Camps, model: str) -> None:
    found = recommendations(asked(model=model, limit=4))
    assert (found.model, found.version) == (model, "live")
    assert found == chart(model, limit=4)


def test_without_models_the_popularity_chart_stands_in(camps: Camps) -> None:
    liked, unwanted, *rest = camps.films
    wanted = MovieFilter(genres=("Crime",))
    found = recommendations(asked(liked, without=[unwanted.pk]))
    filtered = recommendations(asked(liked, limit=2), wanted)
    assert (found.model, found.version) == ("popular", "live")
    assert shown(found.results) == ids(rest[:3])
    assert shown(filtered.results) == ids(camps.crime[1:3])


def test_a_model_that_is_not_in_use_is_not_found(published_models: Camps) -> None:
    with pytest.raises(NotFound, match="no-such-model"):
        recommendations(asked(published_models.crime[0], model="no-such-model"))


def test_a_list_names_the_model_and_the_version_that_made_it(published_models: Camps) -> None:
    found = recommendations(asked(published_models.crime[5], model="als"))
    assert (found.model, found.version, len(found.results)) == ("als", "v1", 3)


def test_a_filtered_list_leaves_out_unwanted_films(published_models: Camps) -> None:
    crime = published_models.crime
    wanted = MovieFilter(genres=("Crime",))
    found = recommendations(asked(crime[5], limit=2, without={crime[0].pk}), wanted)
    assert shown(found.results) == ids(crime[1:3])


@pytest.mark.parametrize("wanted", [MovieFilter(), MovieFilter(year_min=1900)])
def test_a_fresh_list_follows_its_seed_whether_it_is_filtered_or_not(
    published_models: Camps, wanted: MovieFilter
) -> None:
    liked, fresh = published_models.crime[5], Controls(freshness=1)
    lists = [
        shown(recommendations(asked(liked, limit=9, controls=fresh, seed=seed), wanted).results)
        for seed in (1, 2, 3, 4, 4)
    ]
    assert lists[3] == lists[4]
    assert lists[0] != lists[1] or lists[1] != lists[2] or lists[2] != lists[3]


def test_the_ids_of_a_list_are_those_of_its_films(published_models: Camps) -> None:
    request = asked(published_models.crime[5], limit=5)
    assert list(recommended_ids(request)) == shown(recommendations(request).results)


def test_there_are_no_ids_without_ratings_or_for_a_chart(published_models: Camps) -> None:
    assert recommended_ids(asked()) == ()
    assert recommended_ids(asked(published_models.crime[5], model="popular")) == ()


def test_there_are_no_ids_without_models(camps: Camps) -> None:
    assert recommended_ids(asked(camps.crime[5])) == ()


def test_a_user_without_ratings_gets_known_films_without_unwanted_ones(camps: Camps) -> None:
    first = camps.films[0]
    found = recommendations(asked(limit=5, without=[first.pk]))
    assert (found.model, found.version, len(found.results)) == ("popular", "live", 5)
    assert first.pk not in shown(found.results)
    assert found.results[0].movie == camps.films[1]


def test_a_user_without_ratings_gets_films_that_pass_the_filter(camps: Camps) -> None:
    found = recommendations(asked(), MovieFilter(genres=("Musical",)))
    assert {one.movie for one in found.results} <= set(camps.musicals)


def test_the_films_to_ask_about_are_new_to_the_user(camps: Camps) -> None:
    rated, unwanted, asked = camps.films[:3]
    found = films_to_ask(likes(rated), limit=4, without=[unwanted.pk], asked=[asked.pk])
    assert (found.model, found.version, len(found.results)) == ("onboarding", "live", 4)
    assert not {rated.pk, unwanted.pk, asked.pk} & set(shown(found.results))
    assert found.results[0].score is not None
    assert found.results[0].predicted_rating is None


def test_a_film_of_the_kind_that_was_asked_about_already_waits(camps: Camps) -> None:
    crime, musical = camps.films[:2]
    (after_crime,) = films_to_ask([], limit=1, asked=[crime.pk]).results
    (after_musical,) = films_to_ask(likes(musical), limit=1).results
    assert after_crime.movie in camps.musicals
    assert after_musical.movie in camps.crime


# --- similar films, predicted ratings -------------------------------------------------------------


def test_similar_films_come_from_the_version_in_use(published_models: Camps) -> None:
    found = similar(published_models.crime[0], by="content", limit=3)
    assert (found.model, found.version, len(found.results)) == ("content", "v1", 3)


def test_a_film_newer_than_the_models_is_similar_to_none(published_models: Camps) -> None:
    found = similar(make_movie(title="Tomorrow"), by="ratings", limit=3)
    assert (found.model, found.version, found.results) == ("ratings", "v1", ())


def test_without_models_no_film_is_similar(camps: Camps) -> None:
    found = similar(camps.crime[0], by="ratings", limit=3)
    assert (found.model, found.version, found.results) == ("ratings", "live", ())


def test_a_predicted_rating_comes_with_the_rated_films_that_speak_for_it(
    published_models: Camps,
) -> None:
    rated, film = published_models.crime[5], published_models.crime[0]
    found = predicted(likes(rated), film)
    assert found is not None
    assert found.movie == film
    assert found.predicted_rating is not None
    assert [one.movie for one in found.because] == [rated]


def test_a_predicted_rating_comes_from_the_model_that_is_asked(published_models: Camps) -> None:
    history, film = likes(published_models.crime[5]), published_models.crime[0]
    found = predicted(history, film, model="popular")
    assert found is None or found.predicted_rating is None
    assert predicted(history, film, model="no-such-model") is None


def test_without_models_no_rating_is_predicted(camps: Camps) -> None:
    assert predicted(likes(camps.crime[5]), camps.crime[0]) is None


def test_no_rating_is_predicted_for_a_film_newer_than_the_models(published_models: Camps) -> None:
    assert predicted(likes(published_models.crime[5]), make_movie(title="Tomorrow")) is None


# --- fresh lists ----------------------------------------------------------------------------------


def test_a_seed_is_a_persons_own_and_changes_at_midnight_on_the_site() -> None:
    with time_machine.travel(datetime(2026, 3, 1, 23, 59, tzinfo=UTC), tick=False):
        mine, yours = seed_of_today(1), seed_of_today(2)
        assert isinstance(mine, int)  # as random generators take
        with timezone.override("Asia/Tokyo"):  # where it is tomorrow
            assert seed_of_today(1) == mine
    with time_machine.travel(datetime(2026, 3, 2, tzinfo=UTC), tick=False):
        assert len({mine, yours, seed_of_today(1), seed_of_today(2)}) == 4
