"""What people type is seldom what is written on the poster."""

import pytest
from pytest_django import DjangoAssertNumQueries

from catalog.models import Credit, Movie, Person, SearchUse, SearchWord, Source
from catalog.search.index import index_films, rebuild
from catalog.search.query import search_for
from catalog.search.tokens import word_key, words_of
from catalog.search.vocabulary import Vocabulary, vocabulary
from catalog.selectors import MovieFilter, matching, ordered
from recommender.core.algorithms.base import silent
from tests.builders import Film, make_films, make_movie

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


@pytest.mark.databases
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


@pytest.mark.parametrize(("films", "is_forgiving"), [(1, True), (2, True), (3, False), (4, False)])
def test_words_are_corrected_only_while_fewer_than_three_films_are_found(
    films: int, is_forgiving: bool
) -> None:
    for number in range(films):
        make_movie(title=f"Heat {number}", count=99, mean=4)
    make_movie(title="Neat")
    assert ("Neat" in found("heat")) is is_forgiving
    assert search_for("heat").corrected == ""  # it was found as it was typed


@pytest.mark.databases
def test_a_hidden_film_is_not_counted_among_those_found() -> None:
    hidden = [make_movie(title=f"Heat {number}") for number in range(3)]
    Movie.objects.filter(pk__in=[movie.pk for movie in hidden]).update(is_hidden=True)
    make_movie(title="Neat")
    assert found("heat") == ["Neat"]
    assert search_for("heat").corrected == "neat"


def test_only_the_first_twelve_words_count() -> None:
    make_movie(title="a1 b1 c1 d1 e1 f1 g1 h1 i1 j1 k1 l1")
    twelve = "a1 b1 c1 d1 e1 f1 g1 h1 i1 j1 k1 l1"
    assert len(found(f"{twelve} nowhere")) == 1
    assert found(f"{twelve.removesuffix('l1')} nowhere") == []


def test_articles_count_only_when_there_is_nothing_else() -> None:
    make_movie(title="The The")
    make_movie(title="Heat")
    assert found("the") == ["The The"]
    assert found("the heat") == ["Heat"]


def test_two_letters_after_a_word_begin_another_word() -> None:
    make_movie(title="Star Wars")
    make_movie(title="Star Trek")
    make_movie(title="Straw Star")
    assert found("star wa") == ["Star Wars"]
    assert found("star tr") == ["Star Trek"]


def test_a_letter_after_a_word_may_begin_the_title() -> None:
    make_movie(title="Wars of a Star")
    assert found("star w") == ["Wars of a Star"]


def test_a_short_name_is_found_after_a_word() -> None:
    credit("Hero", "Jet Li")
    assert found("hero li") == ["Hero"]


def credit(title: str, name: str, *, count: int = 5, order: int = 0) -> None:
    movie = make_movie(title=title, count=count, mean=3)
    person, _ = Person.objects.get_or_create(name=name)
    Credit.objects.create(
        movie=movie, person=person, role=Credit.Role.ACTOR, order=order, source=Source.DEMO
    )
    index_films([movie.pk])


@pytest.mark.databases
def test_films_are_found_by_who_made_them() -> None:
    credit("Big", "Tom Hanks", count=5)
    credit("Cast Away", "Tom Hanks", count=9)
    make_movie(title="Heat")
    assert found("tom hanks") == ["Cast Away", "Big"]
    assert found("tom hnaks") == ["Cast Away", "Big"]


@pytest.mark.databases
def test_a_name_and_a_title_go_together() -> None:
    credit("Batman Begins", "Christian Bale")
    credit("Batman", "Michael Keaton")
    assert found("bale batman") == ["Batman Begins"]


def test_a_title_comes_before_a_name() -> None:
    credit("Election", "Reese Witherspoon", count=99)
    make_movie(title="Reese", count=1, mean=3)
    assert found("reese") == ["Reese", "Election"]


def test_the_first_ten_of_the_cast_count() -> None:
    credit("Big", "Walter Extra", order=10)
    credit("Splash", "Walter Player", order=9)
    assert found("extra") == []
    assert found("player") == ["Splash"]


@pytest.mark.parametrize("role", [Credit.Role.DIRECTOR, Credit.Role.WRITER])
def test_directors_and_writers_count_wherever_they_stand(role: str) -> None:
    movie, person = make_movie(title="Big"), Person.objects.create(name="Penny Marshall")
    Credit.objects.create(movie=movie, person=person, role=role, order=30, source=Source.DEMO)
    index_films([movie.pk])
    assert found("marshall") == ["Big"]


def test_a_rebuild_says_how_far_it_is() -> None:
    make_films([Film(title=f"Film {number}") for number in range(1_250)])
    steps: list[tuple[str, float]] = []
    assert rebuild(progress=lambda step, share: steps.append((step, share))) == 1_250
    assert steps == [
        ("indexing films", 0),
        ("indexing films", 0.4),
        ("indexing films", 0.8),
        ("done", 1),
    ]


@pytest.mark.databases
def test_a_rebuild_puts_titles_and_words_right() -> None:
    movie = make_movie(title="Heat")
    Movie.objects.update(title="Ronin", search_text="")
    rebuild(progress=silent)
    assert (found("heat"), found("ronin")) == ([], ["Ronin"])
    movie.refresh_from_db()
    assert "ronin" in movie.search_text


@pytest.mark.databases
def test_a_film_is_no_longer_found_by_a_title_that_it_lost() -> None:
    movie = make_movie(title="Heat")
    movie.title = movie.sort_title = "Ronin"
    movie.save()
    index_films([movie.pk])
    assert (found("heat"), found("ronin")) == ([], ["Ronin"])


@pytest.mark.databases
def test_indexing_again_changes_nothing() -> None:
    movie = make_movie(title="Spider-Man")
    before = set(SearchUse.objects.values_list("pk", flat=True))
    index_films([movie.pk])
    assert set(SearchUse.objects.values_list("pk", flat=True)) == before


@pytest.mark.databases
def test_a_rebuild_drops_words_that_lead_nowhere() -> None:
    movie = make_movie(title="Heat")
    SearchWord.objects.create(key=word_key("gone"), text="gone")
    assert rebuild(progress=silent) == 1
    assert list(SearchWord.objects.values_list("text", flat=True)) == ["heat"]
    assert found("heat") == [movie.title]


@pytest.mark.databases
def test_titles_in_other_scripts_are_found() -> None:
    make_movie(title="七人の侍", year=1954)
    make_movie(title="Солярис", year=1972)
    assert found("七人の侍") == ["七人の侍"]
    assert found("солярис") == ["Солярис"]
    assert found("солярс") == ["Солярис"]


@pytest.mark.databases
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


@pytest.mark.databases
def test_a_word_longer_than_its_column_is_cut() -> None:
    assert words_of(["x" * 99]) == {"x" * 40}


@pytest.mark.databases
def test_keys_are_the_same_on_every_machine() -> None:
    assert word_key("heat") == word_key("heat") != word_key("neat")
    assert -(2**63) <= word_key("heat") < 2**63


WORDS = Vocabulary.of(["angry", "angst", "star", "start", "wars", "was", "2001", "philadelphia"])


@pytest.mark.databases
def test_a_start_is_completed_in_order() -> None:
    assert WORDS.completions("ang") == ["angry", "angst"]
    assert WORDS.completions("sta") == ["star", "start"]


def test_a_start_is_completed_by_the_first_four_hundred_words() -> None:
    many = [f"ab{number:04}" for number in range(500)]
    assert Vocabulary.of(many[::-1]).completions("ab") == many[:400]


def test_the_nearest_twelve_words_are_corrections() -> None:
    near = [f"hea{letter}" for letter in "abcdefghijklmnop"]
    found_ = Vocabulary.of(near).corrections("heat")
    assert len(found_) == 12
    assert found_ == sorted(found_)


@pytest.mark.parametrize(
    ("typed", "word", "is_near"),
    [
        ("abc", "abd", False),  # three letters: none
        ("abcd", "abce", True),
        ("abcd", "abxx", False),
        ("abcdefg", "abcdefx", True),
        ("abcdefg", "abcdexx", False),  # seven letters: one slip
        ("abcdefgh", "abcdefxx", True),
        ("abcdefgh", "abcdefghij", True),
        ("abcdefgh", "abcdef", True),
        ("abcdefgh", "abcdexxx", False),
        ("abcd", "abcde", True),
        ("abcd", "acbd", True),
        ("abcd", "abcd", False),  # it is the word itself
    ],
)
def test_longer_words_may_have_more_slips(typed: str, word: str, is_near: bool) -> None:
    assert Vocabulary.of([word]).corrections(typed) == ([word] if is_near else [])


def test_the_nearer_correction_comes_first_and_ties_go_by_the_alphabet() -> None:
    words = Vocabulary.of(["abcdefxx", "abcdefgx", "abcdefgy"])
    assert words.corrections("abcdefgh") == ["abcdefgx", "abcdefgy", "abcdefxx"]


@pytest.mark.databases
def test_the_words_are_read_again_after_ten_seconds_if_there_are_others(
    db: None, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    now_s = 100.0
    monkeypatch.setattr("catalog.search.vocabulary.time.monotonic", lambda: now_s)
    assert vocabulary().words == []
    SearchWord.objects.create(key=word_key("heat"), text="heat")  # by another process
    now_s = 110.0
    with django_assert_num_queries(0):
        assert vocabulary().words == []
    now_s = 110.1
    with django_assert_num_queries(2):
        assert vocabulary().words == ["heat"]
    now_s = 120.3
    with django_assert_num_queries(1):
        assert vocabulary().words == ["heat"]


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
