"""What comes next after a sequence of films, for whoever asks."""

from typing import Any

import pytest
from pytest_django import Settings
from rest_framework.response import Response
from rest_framework.test import APIClient

from catalog.models import Movie
from recommender.api.sequence_lab import MOST_AVOIDED, MOST_FILMS
from tests.builders import make_movie
from tests.engine_fixture import Camps

SEQUENCE, SCORES = "/api/v1/recommend/sequence/", "/api/v1/recommend/scores/"
SEQUENCE_MODELS = ["bst", "bert4rec", "sasrec", "neural-mf", "next-blend"]


def ask(address: str = SEQUENCE, **body: Any) -> Response:
    return APIClient().post(address, body, format="json")


def ids(answer: Response) -> list[int]:
    assert answer.status_code == 200, answer.data
    return [one["movie"]["id"] for one in answer.data["results"]]


def error(answer: Response) -> str:
    assert answer.status_code == 400, answer.data
    return str(answer.data["error"]["message"])


def keys(films: list[Movie]) -> list[int]:
    return [movie.pk for movie in films]


@pytest.mark.parametrize("model", ["bst", "bert4rec", "sasrec", "neural-mf", "for-you", "als"])
def test_a_model_says_what_comes_next(model: str, published_models: Camps) -> None:
    crime = keys(published_models.crime)
    answer = ask(sequence=crime[:3], model=model, k=5)
    assert answer.data["model"] == {"name": model, "version": "v1"}
    assert len(ids(answer)) == 5
    assert set(ids(answer)) <= set(crime[3:])


@pytest.mark.parametrize("model", SEQUENCE_MODELS)
def test_each_result_has_a_reason(model: str, published_models: Camps) -> None:
    answer = ask(sequence=keys(published_models.crime)[:3], model=model)
    assert all(one["because"] for one in answer.data["results"])
    assert answer.data["results"][0]["because"][0]["title"].startswith("Crime")


def test_stars_turn_a_model_of_stars(published_models: Camps) -> None:
    crime, musicals = keys(published_models.crime), keys(published_models.musicals)
    liked = ask(sequence=[crime[0], musicals[0]], stars=[5, 1], model="bst", k=5)
    assert set(ids(liked)) <= set(crime)
    disliked = ask(sequence=[crime[0], musicals[0]], stars=[1, 5], model="bst", k=5)
    assert set(ids(disliked)) <= set(musicals)


def test_stars_must_be_as_many_as_films(published_models: Camps) -> None:
    answer = ask(sequence=keys(published_models.crime)[:2], stars=[5])
    assert error(answer) == "stars: 1 stars for 2 films; give one per film, or none."


@pytest.mark.parametrize("model", [*SEQUENCE_MODELS, "for-you"])
def test_an_empty_sequence_is_a_strangers(model: str, published_models: Camps) -> None:
    assert len(ids(ask(sequence=[], model=model, k=7))) == 7


@pytest.mark.parametrize("model", SEQUENCE_MODELS)
def test_all_films_but_one_can_be_avoided_and_all_of_them(
    model: str, published_models: Camps
) -> None:
    films = keys(published_models.films)
    last = films[-1]
    assert ids(ask(sequence=films[:1], avoid=films[:-1], model=model)) == [last]
    assert ids(ask(sequence=films[:1], avoid=films, model=model)) == []


def test_what_is_like_the_avoided_can_be_pushed_away(published_models: Camps) -> None:
    crime, musicals = keys(published_models.crime), keys(published_models.musicals)
    body: dict[str, Any] = {
        "sequence": [crime[0], musicals[0]],
        "avoid": [musicals[1]],
        "model": "sasrec",
        "k": 10,
    }
    both = ids(ask(**body))
    pushed = ids(ask(**body, push_away=True))
    assert set(both) & set(musicals)
    assert set(pushed) <= set(crime)
    assert musicals[1] not in [*both, *pushed]


def test_from_a_film_that_no_model_knows_nothing_is_pushed_away(published_models: Camps) -> None:
    """A stranger's scores, which are those of popular films, are nobody's dislikes."""
    body: dict[str, Any] = {
        "sequence": keys(published_models.crime)[:2],
        "model": "sasrec",
        "k": 10,
    }
    new = make_movie().pk
    assert ids(ask(**body, avoid=[new], push_away=True)) == ids(ask(**body))


def test_unknown_films_are_named(published_models: Camps) -> None:
    known = published_models.crime[0].pk
    answer = ask(sequence=[known, 999_999], avoid=[888_888])
    assert answer.data["error"]["code"] == "unknown_movies"
    assert "888888, 999999" in error(answer)
    assert "999999" in error(ask(SCORES, sequence=[known], candidates=[999_999]))


def test_of_many_unknown_films_the_first_are_named(published_models: Camps) -> None:
    shown = error(ask(sequence=list(range(900_000, 900_300))))
    assert "900009 and 290 more" in shown
    assert "900010" not in shown


def test_films_that_the_model_has_not_learned_are_served_by_next_ridge(
    published_models: Camps,
) -> None:
    new = make_movie(title="Out since yesterday")
    answer = ask(sequence=[new.pk], model="sasrec", k=5)
    assert answer.data["model"]["name"] == "next-ridge"
    assert len(ids(answer)) == 5
    both = ask(sequence=[new.pk, published_models.crime[0].pk], model="sasrec")
    assert both.data["model"]["name"] == "sasrec"


@pytest.mark.parametrize("model", ["bst", "neural-mf", "als", "for-you"])
def test_only_films_of_enough_predicted_stars_come(model: str, published_models: Camps) -> None:
    crime = keys(published_models.crime)
    everything = ask(sequence=crime[:2], stars=[5, 5], model=model, k=100)
    stars = [one["predicted_rating"] for one in everything.data["results"]]
    least = sorted(stars)[len(stars) // 2]
    answer = ask(sequence=crime[:2], stars=[5, 5], model=model, k=100, min_rating=least)
    found = [one["predicted_rating"] for one in answer.data["results"]]
    assert found
    assert len(found) < len(stars) or min(stars) == least
    assert min(found) >= least - 0.01


def test_a_model_without_stars_takes_no_least_rating(published_models: Camps) -> None:
    shown = error(ask(sequence=[], model="sasrec", min_rating=4))
    assert shown == "sasrec does not predict ratings; omit min_rating."


def test_who_one_is_matters_to_a_model_that_learned_it(published_models: Camps) -> None:
    crime = keys(published_models.crime)
    body = {"sequence": crime[:1], "stars": [3], "candidates": crime[5:8], "model": "bst"}
    nobody = ask(SCORES, **body).data["results"]
    woman = ask(SCORES, **body, age=30, gender="F", occupation=3).data["results"]
    assert all(w["score"] > n["score"] for w, n in zip(woman, nobody, strict=True))


@pytest.mark.parametrize(
    "wrong",
    [
        {"age": 0},
        {"age": 121},
        {"age": "old"},
        {"gender": "X"},
        {"occupation": 21},
        {"occupation": -1},
        {"k": 0},
        {"k": 101},
        {"model": "trending"},
        {"model": "none"},
        {"min_rating": 0},
        {"min_rating": "NaN"},
        {"sequence": "1,2"},
        {"sequence": [1.5]},
        {"sequence": [-1]},
        {"sequence": [2**63]},
        {"sequence": None},
        {"stars": [6]},
        {"avoid": {"1": 2}},
        {"push_away": "perhaps"},
        {"push_away": "true"},
        {"push_away": 0},
    ],
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, Any], published_models: Camps) -> None:
    assert next(iter(wrong)) in error(ask(**({"sequence": []} | wrong)))


def test_sequences_and_avoided_films_have_a_most(published_models: Camps) -> None:
    known = published_models.crime[0].pk
    assert "sequence" in error(ask(sequence=[known] * (MOST_FILMS + 1)))
    assert "sequence" in error(ask(sequence=[known] * 10_000))
    assert "avoid" in error(ask(sequence=[], avoid=[known] * (MOST_AVOIDED + 1)))
    assert ids(ask(sequence=[known] * MOST_FILMS, avoid=[known] * MOST_AVOIDED, model="sasrec"))


def test_candidates_come_best_first(published_models: Camps) -> None:
    crime, musicals = keys(published_models.crime), keys(published_models.musicals)
    asked = [musicals[3], crime[4], crime[1], musicals[0]]
    answer = ask(SCORES, sequence=crime[:1], candidates=asked, model="sasrec")
    assert ids(answer)[:2] == [crime[1], crime[4]]
    scores = [one["score"] for one in answer.data["results"]]
    assert scores == sorted(scores, reverse=True)


def test_candidates_that_the_model_does_not_score_come_last_without_a_score(
    published_models: Camps,
) -> None:
    new = make_movie(title="Out since yesterday")
    known = keys(published_models.crime)
    answer = ask(SCORES, sequence=known[:1], candidates=[new.pk, known[5]], model="sasrec")
    assert ids(answer) == [known[5], new.pk]
    assert answer.data["results"][1]["score"] is None


def test_no_candidates_are_refused(published_models: Camps) -> None:
    assert "candidates" in error(ask(SCORES, sequence=[], candidates=[]))


def test_a_film_of_the_sequence_can_be_a_candidate(published_models: Camps) -> None:
    known = keys(published_models.crime)
    assert ids(ask(SCORES, sequence=known[:2], candidates=known[:1], model="sasrec")) == known[:1]


def test_a_model_that_this_version_lacks_is_not_found(camps: Camps) -> None:
    from recommender.core.artifacts.versions import load_version  # noqa: PLC0415

    version = camps.publish()
    assert "sasrec" in load_version(camps.store, version).models
    (camps.store.root / "current").unlink()
    answer = ask(sequence=[], model="sasrec")
    assert answer.status_code == 503
    assert answer.data["error"]["code"] == "unavailable"
    assert answer["Retry-After"] == "5"


def test_anybody_may_ask_but_not_without_end(published_models: Camps, settings: Settings) -> None:
    from recommender.api.sequence_lab import SequenceThrottle  # noqa: PLC0415

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SequenceThrottle, "THROTTLE_RATES", {"sequence": "3/minute"})
        answers = [ask(sequence=[]).status_code for _ in range(4)]
        assert answers == [200, 200, 200, 429]
        assert ask(SCORES, sequence=[], candidates=[1]).status_code == 429


def test_asking_reads_and_never_writes(published_models: Camps) -> None:
    for address in (SEQUENCE, SCORES):
        assert APIClient().get(address).status_code == 405
        assert APIClient().put(address, {}, format="json").status_code == 405


def test_the_number_of_queries_does_not_grow(
    published_models: Camps, django_assert_max_num_queries: Any
) -> None:
    crime = keys(published_models.crime)
    ask(sequence=crime[:2], model="sasrec")
    with django_assert_max_num_queries(6):
        ask(sequence=crime[:10], model="sasrec", k=20)
