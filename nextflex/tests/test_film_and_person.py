"""What is known of a film and of who made it."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from catalog.models import Keyword, Language, Movie, MovieKeyword, Person, TmdbDetails
from nextflex.site.film.facts import runtime_text
from tests.builders import browser_of, make_credit, make_movie, make_rating

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>"
ASKED_BY_TMDB = "not endorsed or certified by TMDB"


def page_of(movie: Movie) -> str:
    return Client().get(movie.get_absolute_url()).content.decode()


def change(movie: Movie, **facts: Any) -> Movie:
    Movie.objects.filter(pk=movie.pk).update(**facts)
    return movie


def told_by_tmdb(movie: Movie, **shown: Any) -> Movie:
    TmdbDetails.objects.create(movie=movie, fetched_at=timezone.now(), **shown)
    return movie


@pytest.mark.parametrize(
    ("minutes", "text"), [(123, "2 h 3 min"), (120, "2 h"), (45, "45 min"), (0, ""), (None, "")]
)
def test_a_runtime_reads_as_hours_and_minutes(minutes: int | None, text: str) -> None:
    assert runtime_text(minutes) == text


def test_a_film_tells_all_that_is_known_of_it() -> None:
    movie = change(make_movie(), runtime_min=170, countries=["France"], overview="A thief.")
    movie.languages.add(Language.objects.create(code="en", name="English"))
    keyword = Keyword.objects.create(name="bank robbery")
    MovieKeyword.objects.create(movie=movie, keyword=keyword, source="site")
    mann = make_credit(movie=movie, name="Michael Mann", role="director").person
    make_credit(movie=movie, name="Al Pacino", role="actor", character="Vincent Hanna")
    make_credit(movie=movie, name="Elliot Goldenthal", role="composer")
    text = page_of(movie)
    said = ["2 h 50 min", "France", "English", "A thief.", "Vincent Hanna", "Composer"]
    said += [f'href="{mann.get_absolute_url()}"', 'href="/browse/?keyword=bank+robbery"']
    assert [one for one in said if one not in text] == []


def test_what_is_not_known_has_no_heading() -> None:
    text = page_of(make_movie())
    headings = ["Director", "Cast", "Crew", ">Keywords<", "Trailers", "IMDb", "TMDB"]
    assert [one for one in headings if one in text] == []


def test_tmdbs_words_come_with_its_attribution() -> None:
    text = page_of(told_by_tmdb(make_movie(), overview="Told by TMDB.", tagline="A tag."))
    assert "Told by TMDB." in text
    assert "A tag." in text
    assert ASKED_BY_TMDB in text


def test_our_own_words_come_first_and_need_no_attribution() -> None:
    text = page_of(told_by_tmdb(change(make_movie(), overview="Ours."), overview="Told by TMDB."))
    assert "Ours." in text
    assert "Told by TMDB." not in text
    assert ASKED_BY_TMDB not in text


def test_trailers_lead_to_sites_that_we_know_alone() -> None:
    trailers = [
        {"site": "YouTube", "key": "a&b", "name": "Teaser"},
        {"site": "javascript:", "key": "x", "name": "Evil"},
        {"site": "YouTube"},
    ]
    text = page_of(told_by_tmdb(make_movie(), trailers=trailers))
    assert 'href="https://www.youtube.com/watch?v=a%26b" rel="noopener noreferrer"' in text
    assert "Evil" not in text


def test_hostile_facts_are_escaped() -> None:
    movie = change(make_movie(), overview=HOSTILE, countries=[HOSTILE], original_title=HOSTILE)
    told_by_tmdb(movie, tagline=HOSTILE, trailers=[{"site": "Vimeo", "key": "1", "name": HOSTILE}])
    credit = make_credit(movie=movie, name=HOSTILE, role="actor", character=HOSTILE)
    for address in (movie.get_absolute_url(), credit.person.get_absolute_url()):
        assert HOSTILE not in Client().get(address).content.decode()


def test_a_films_page_takes_as_many_queries_for_one_credit_as_for_twenty(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    movie = told_by_tmdb(make_movie(), overview="Told.")
    for at in range(20):
        make_credit(movie=movie, name=f"Actor {at}", role="actor")
        if at in {0, 19}:
            with django_assert_num_queries(4):
                page_of(movie)


# people
def test_a_persons_films_are_by_role_newest_first() -> None:
    person = Person.objects.create(name="Clint Eastwood")
    for title, year in (("Old", 1971), ("New", 1992), ("Middle", 1985)):
        make_credit(movie=make_movie(title=title, year=year), person=person, role="director")
    make_credit(movie=make_movie(title="Acted"), person=person, role="actor")
    works = Client().get(person.get_absolute_url()).context["works"]
    assert [(work.title, [card.title for card in work.unseen]) for work in works] == [
        ("Directed", ["New", "Middle", "Old"]),
        ("Acted in", ["Acted"]),
    ]


def test_rated_films_stand_apart_with_the_visitors_mean(alice: User) -> None:
    person = Person.objects.create(name="Clint Eastwood")
    films = [make_movie(title=title) for title in ("Seen", "Seen too", "Unseen")]
    for movie in films:
        make_credit(movie=movie, person=person, role="director")
    make_credit(movie=films[0], person=person, role="actor")
    make_rating(user=alice, movie=films[0], stars=5)
    make_rating(user=alice, movie=films[1], stars=3)
    context = browser_of(alice).get(person.get_absolute_url()).context
    directed = context["works"][0]
    assert {card.title for card in directed.seen} == {"Seen", "Seen too"}
    assert [card.title for card in directed.unseen] == ["Unseen"]
    assert (context["mean"], context["rated_count"], context["film_count"]) == (4.0, 2, 3)


def test_who_rated_nothing_of_a_person_has_no_mean() -> None:
    person = make_credit(movie=make_movie(), name="Al Pacino", role="actor").person
    assert Client().get(person.get_absolute_url()).context["mean"] is None


def test_a_person_without_a_film_has_a_page() -> None:
    person = Person.objects.create(name="Nobody")
    assert Client().get(person.get_absolute_url()).status_code == 200


def test_a_persons_page_takes_as_many_queries_for_one_film_as_for_twenty(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    person = Person.objects.create(name="Al Pacino")
    for at in range(20):
        make_credit(movie=make_movie(title=f"Film {at}"), person=person, role="actor")
        if at in {0, 19}:
            with django_assert_num_queries(4):
                Client().get(person.get_absolute_url())
