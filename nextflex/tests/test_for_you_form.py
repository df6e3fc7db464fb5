"""The form that turns the list For you."""

from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from time_machine import TimeMachineFixture

from accounts.models import User
from catalog.models import Language, Movie
from nextflex.site.for_you.form import ForYouForm, asked_of
from tests.builders import make_rating
from tests.engine_fixture import Camps

pytestmark = pytest.mark.django_db
FOR_YOU = "/for-you/"


@pytest.fixture
def rater(alice: User, published_models: Camps, browser: Client) -> Client:
    """alice's browser; she rated a crime film."""
    make_rating(user=alice, movie=published_models.crime[5], stars=5)
    return browser


def cards(browser: Client, query: str = "") -> list[Any]:
    return list(browser.get(f"{FOR_YOU}?{query}" if query else FOR_YOU).context["cards"])


def ids(browser: Client, query: str = "") -> list[int]:
    return [card.id for card in cards(browser, query)]


def mean_count(browser: Client, query: str) -> float:
    shown = cards(browser, query)[:10]
    return float(sum(card.count for card in shown) / len(shown))


def genres(browser: Client, query: str) -> set[str]:
    return {genre for card in cards(browser, query) for genre in card.genres}


def test_genres_hold(rater: Client) -> None:
    assert genres(rater, "genre=Musical") == {"Musical"}
    assert genres(rater, "without=Crime") == {"Musical"}
    assert genres(rater, "") == {"Crime", "Musical"}


def test_years_and_language_hold(rater: Client, published_models: Camps) -> None:
    assert {card.year for card in cards(rater, "year_min=1990&year_max=1992")} == {1990, 1991, 1992}
    french = Language.objects.create(code="fr", name="French")
    published_models.musicals[3].languages.add(french)
    assert ids(rater, "language=fr") == [published_models.musicals[3].pk]


def test_the_dials_turn_the_list(rater: Client) -> None:
    assert mean_count(rater, "popularity=0") < mean_count(rater, "popularity=1")
    first = cards(rater, "diversity=0.9")[:6]
    assert {genre for card in first for genre in card.genres} == {"Crime", "Musical"}
    assert {genre for card in cards(rater)[:6] for genre in card.genres} == {"Crime"}


def test_tomorrows_list_is_not_todays_unless_it_shall_be(
    rater: Client, time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to("2026-05-01T12:00:00Z", tick=False)
    today, kept = ids(rater), ids(rater, "freshness=0")
    assert ids(rater) == today
    time_machine.move_to("2026-05-02T12:00:00Z", tick=False)
    assert ids(rater) != today
    assert ids(rater, "freshness=0") == kept


def test_the_form_is_folded_until_something_is_set(rater: Client) -> None:
    assert '<details class="filters folds">' in rater.get(FOR_YOU).content.decode()
    page = rater.get(f"{FOR_YOU}?genre=Crime&without=Musical&popularity=0.1").content.decode()
    assert '<details class="filters folds" open>' in page
    assert 'id="turned">Crime, not Musical, hidden gems</span>' in page
    assert 'name="popularity" value="0.1"' in page
    assert 'name="diversity" value="0.0"' in page


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("diversity=0.2", "slightly varied"),
        ("diversity=0.5", "varied"),
        ("diversity=1", "very varied"),
        ("freshness=0", "same every day"),
        ("freshness=0.3", ""),
        ("freshness=1", "new every day"),
        ("popularity=0.4", "lesser known"),
        ("popularity=0.6", "well known"),
        ("year_min=1990&year_max=2000", "from 1990, to 2000"),
        ("diversity=0&popularity=0.5&language=", ""),
    ],
)
def test_the_summary_says_what_is_set(query: str, words: str) -> None:
    assert ForYouForm(asked_of(QueryDict(query))).words == words


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("diversity=0&popularity=0.5&year_min=&year_max=&language=", ""),
        ("genre=Crime&genre=Crime&diversity=0.0&model=als", "?genre=Crime&model=als"),
        ("model=", ""),
    ],
)
def test_a_form_that_is_sent_gets_a_tidy_address(rater: Client, sent: str, kept: str) -> None:
    answer = rater.get(f"{FOR_YOU}?{sent}")
    assert (answer.status_code, answer["Location"]) == (302, FOR_YOU + kept)


def test_htmx_gets_the_tidy_address_to_show(rater: Client) -> None:
    headers = {"HX-Request": "true", "HX-Target": "picks"}
    sent = f"{FOR_YOU}?model=als&genre=Crime&diversity=0&popularity=0.5&year_min="
    answer = rater.get(sent, headers=headers)
    assert (answer.status_code, answer["HX-Push-Url"]) == (200, "/for-you/?model=als&genre=Crime")


def test_another_model_keeps_what_is_set_and_the_form_keeps_the_model(rater: Client) -> None:
    page = rater.get(f"{FOR_YOU}?genre=Crime&model=als").content.decode()
    assert 'href="/for-you/?model=content&amp;genre=Crime"' in page
    assert 'href="/for-you/?genre=Crime"' in page
    assert '<input type="hidden" name="model" value="als">' in page
    assert 'href="/for-you/?model=als">Reset</a>' in page


BAD = [
    ("year_min=then", "From year"),
    ("year_max=99999999999999999999", "To year"),
    ("year_min=1990&year_max=1980", "The end year is before the start year"),
    ("genre=Opera", "Opera"),
    ("without=%3Cscript%3Ealert(1)", "Exclude genres"),
    ("diversity=2", "Variety"),
    ("popularity=nan", "Popularity"),
    ("popularity=-1", "Popularity"),
    ("diversity=much", "Variety"),
]


@pytest.mark.parametrize(("query", "said"), BAD)
def test_what_makes_no_sense_is_told(rater: Client, query: str, said: str) -> None:
    answer = rater.get(f"{FOR_YOU}?{query}")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert said in page[page.index('id="picks"') :]
    assert 'class="errors"' in page
    assert "<script>alert" not in page
    assert answer.context["cards"] == ()


def test_a_filter_that_nothing_passes_offers_a_way_back(rater: Client) -> None:
    page = rater.get(f"{FOR_YOU}?genre=Crime&genre=Musical").content.decode()
    assert "No films match these filters" in page
    assert 'href="/for-you/">Reset</a>' in page[page.index('id="picks"') :]


def act(browser: Client, movie_id: int, asked: str, **form: str) -> Any:
    headers = {"HX-Request": "true", "HX-Target": "picks"}
    where = reverse("pages:unwanted", args=[movie_id])
    sent = {"on": "1", "model": "for-you", "place": "1", "asked": asked} | form
    return browser.post(where, sent, headers=headers)


@pytest.mark.parametrize("query", ["without=Crime", "diversity=0.7&year_min=1985", "popularity=0"])
def test_the_film_that_takes_the_place_of_another_obeys_the_form(rater: Client, query: str) -> None:
    before = ids(rater, query)
    answer = act(rater, before[1], query)
    shown = [card.id for card in answer.context["cards"] if not card.gone]
    assert before[1] not in shown
    assert shown == ids(rater, query)
    page = answer.content.decode()
    assert f'name="asked" value="{query.replace("&", "&amp;")}"' in page
    assert f'name="next" value="/for-you/?{query.replace("&", "&amp;")}"' in page


@pytest.mark.parametrize("asked", ["year_min=then", "&&&=&", "%00", "model=x&genre=Opera"])
def test_a_state_that_was_changed_on_its_way_is_no_error_of_the_site(
    rater: Client, published_models: Camps, asked: str
) -> None:
    assert act(rater, published_models.crime[2].pk, asked).status_code == 200


def test_a_state_longer_than_any_form_makes_is_refused(
    rater: Client, published_models: Camps
) -> None:
    movie: Movie = published_models.crime[2]
    assert act(rater, movie.pk, "genre=Crime&" * 400).status_code == 400


def test_moves_are_told_only_of_the_list_that_is_not_turned(rater: Client, heat: Movie) -> None:
    rater.post(reverse("pages:rate", args=[heat.pk]), {"rating": "5"})
    assert any(card.move for card in cards(rater))
    assert not any(card.move for card in cards(rater, "genre=Crime"))


@pytest.fixture
def heat(published_models: Camps) -> Movie:
    return published_models.musicals[2]


def test_who_rated_nothing_sees_films_of_many_kinds_and_where_to_start(
    browser: Client, published_models: Camps
) -> None:
    answer = browser.get(FOR_YOU)
    page = answer.content.decode()
    assert 'href="/start/">Start rating</a>' in page
    assert "Adjust this list" not in page
    assert {genre for card in answer.context["cards"] for genre in card.genres} == {
        "Crime",
        "Musical",
    }


def test_the_form_costs_one_query(
    rater: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        ForYouForm(asked_of(QueryDict("genre=Crime&diversity=0.4"))).is_valid()
