"""What people type is seldom what is written on the poster."""

import pytest
from pytest_django import DjangoAssertNumQueries

from catalog.models import Credit, Person, SearchUse, SearchWord, Source
from catalog.search.index import index_films, rebuild
from catalog.search.query import search_for
from catalog.search.tokens import word_key, words_of
from catalog.search.vocabulary import Vocabulary, vocabulary
from catalog.selectors import MovieFilter, matching, ordered
from recommender.core.algorithms.base import silent
from tests.builders import make_movie

pytestmark = pytest.mark.django_db


def found(q: str) -> list[str]:
    return [movie.title for movie in ordered(matching(MovieFilter(q=q)), ordering="relevance")[:42]]


@pytest.fixture
def shelf() -> None:
    make_movie(title="The Matrix", count=900, mean=4)
    make_movie(title="The Matrix Reloaded", count=300, mean=3)
    make_movie(title="Star Wars: Episode IV - A New Hope", count=999, mean=4)
    make_movie(title="Star Trek", count=500, mean=4)
    make_movie(title="12 Angry Men", count=400, mean=4)
    make_movie(title="Spider-Man", count=350, mean=3)
    make_movie(title="Ocean's Eleven", count=340, mean=3)
    make_movie(title="Amélie", count=330, mean=4)
    make_movie(title="Seven Samurai", alternatives=["Shichinin no samurai"], count=200, mean=4)
    make_movie(title="Was It a Star", count=1, mean=2)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("amelie", "Amélie"),
        ("amelei", "Amélie"),
        ("matrix the", "The Matrix"),
        ("the matrix", "The Matrix"),
        ("matirx", "The Matrix"),
        ("star wras", "Star Wars: Episode IV - A New Hope"),
        ("12 angy men", "12 Angry Men"),
        ("spiderman", "Spider-Man"),
        ("spider man", "Spider-Man"),
        ("spider-man", "Spider-Man"),
        ("oceans eleven", "Ocean's Eleven"),
        ("ocean's elevn", "Ocean's Eleven"),
        ("shichinin", "Seven Samurai"),
        ("samuria seven", "Seven Samurai"),
        ("star w", "Star Wars: Episode IV - A New Hope"),
        ("matr", "The Matrix"),
    ],
)
def test_the_film_that_is_meant_comes_first(shelf: None, typed: str, first: str) -> None:
    assert found(typed)[0] == first


def test_numbers_are_not_corrected(shelf: None) -> None:
    assert found("13 angry men") == []


def test_the_correction_is_told(shelf: None) -> None:
    assert search_for("star wras").corrected == "star wars"
    assert search_for("12 angy men").corrected == "12 angry men"


@pytest.mark.parametrize("typed", ["star wars", "matr", "star w", "zzzzzzzz", "", "12 angry me"])
def test_no_correction_is_told_where_none_was_made(shelf: None, typed: str) -> None:
    assert search_for(typed).corrected == ""


def credit(title: str, name: str, *, count: int = 5, order: int = 0) -> None:
    movie = make_movie(title=title, count=count, mean=3)
    person, _ = Person.objects.get_or_create(name=name)
    Credit.objects.create(
        movie=movie, person=person, role=Credit.Role.ACTOR, order=order, source=Source.DEMO
    )
    index_films([movie.pk])


def test_films_are_found_by_who_made_them() -> None:
    credit("Big", "Tom Hanks", count=5)
    credit("Cast Away", "Tom Hanks", count=9)
    make_movie(title="Heat")
    assert found("tom hanks") == ["Cast Away", "Big"]
    assert found("tom hnaks") == ["Cast Away", "Big"]


def test_a_name_and_a_title_go_together() -> None:
    credit("Batman Begins", "Christian Bale")
    credit("Batman", "Michael Keaton")
    assert found("bale batman") == ["Batman Begins"]


def test_a_title_comes_before_a_name() -> None:
    credit("Election", "Reese Witherspoon", count=99)
    make_movie(title="Reese", count=1, mean=3)
    assert found("reese") == ["Reese", "Election"]


def test_those_far_down_the_cast_do_not_count() -> None:
    credit("Big", "Walter Extra", order=10)
    assert found("extra") == []


def test_a_film_is_no_longer_found_by_a_title_that_it_lost() -> None:
    movie = make_movie(title="Heat")
    movie.title = movie.sort_title = "Ronin"
    movie.save()
    index_films([movie.pk])
    assert (found("heat"), found("ronin")) == ([], ["Ronin"])


def test_indexing_again_changes_nothing() -> None:
    movie = make_movie(title="Spider-Man")
    before = set(SearchUse.objects.values_list("pk", flat=True))
    index_films([movie.pk])
    assert set(SearchUse.objects.values_list("pk", flat=True)) == before


def test_a_rebuild_drops_words_that_lead_nowhere() -> None:
    movie = make_movie(title="Heat")
    SearchWord.objects.create(key=word_key("gone"), text="gone")
    assert rebuild(progress=silent) == 1
    assert list(SearchWord.objects.values_list("text", flat=True)) == ["heat"]
    assert found("heat") == [movie.title]


def test_titles_in_other_scripts_are_found() -> None:
    make_movie(title="七人の侍", year=1954)
    make_movie(title="Солярис", year=1972)
    assert found("七人の侍") == ["七人の侍"]
    assert found("солярис") == ["Солярис"]
    assert found("солярс") == ["Солярис"]


def test_words_that_a_database_may_hold_equal_stay_apart() -> None:
    """MariaDB's collations hold them equal; the keys of the index do not."""
    make_movie(title="Strasse")
    make_movie(title="ひ")
    make_movie(title="ヒ")
    assert found("ひ") == ["ひ"]


def test_a_search_costs_a_few_queries_however_many_words(
    shelf: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    vocabulary()
    with django_assert_max_num_queries(4):
        found("star")
    with django_assert_max_num_queries(7):
        found("star wras episod new hope iv a the")


def test_a_word_in_pieces_is_a_word_in_one_piece_too() -> None:
    assert words_of(["Spider-Man", "E.T."]) == {"spider", "man", "spiderman", "e", "t", "et"}


def test_a_word_longer_than_its_column_is_cut() -> None:
    assert words_of(["x" * 99]) == {"x" * 40}


def test_keys_are_the_same_on_every_machine() -> None:
    assert word_key("heat") == word_key("heat") != word_key("neat")
    assert -(2**63) <= word_key("heat") < 2**63


WORDS = Vocabulary.of(["angry", "angst", "star", "start", "wars", "was", "2001", "philadelphia"])


def test_a_start_is_completed_in_order() -> None:
    assert WORDS.completions("ang") == ["angry", "angst"]
    assert WORDS.completions("sta") == ["star", "start"]


def test_a_single_letter_is_not_completed() -> None:
    assert WORDS.completions("s") == []


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("wras", ["wars", "was"]),
        ("angy", ["angry"]),
        ("sttar", ["star"]),
        ("2010", []),
        ("phildelpia", ["philadelphia"]),
        ("wsr", []),
    ],
)
def test_a_slip_is_corrected_nearest_first(typed: str, near: list[str]) -> None:
    assert sorted(WORDS.corrections(typed)) == sorted(near)
