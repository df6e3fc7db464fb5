import pytest

from catalog.selectors import EVERYTHING, MovieFilter, chart, in_order, matching, ordered
from tests.builders import make_movie

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


def found(q: str) -> list[str]:
    wanted = MovieFilter(q=q)
    return [movie.title for movie in ordered(matching(wanted), ordering="relevance")]


@pytest.mark.parametrize(
    "q", ["Amélie", "amelie", "AMELIE", " amelie ", "ame", "Fabuleux", "poulain ame"]
)
def test_accents_case_and_place_do_not_matter(q: str) -> None:
    make_movie(title="Amélie", alternatives=["Le Fabuleux destin d'Amélie Poulain"])
    make_movie(title="Heat")
    assert found(q) == ["Amélie"]


def test_all_words_must_be_there_in_any_order() -> None:
    make_movie(title="The Lost City")
    make_movie(title="City of Angels")
    assert found("city lost") == ["The Lost City"]


def test_a_whole_title_comes_first_then_a_start_then_the_rest() -> None:
    make_movie(title="The Alien Within", count=900, mean=3)
    make_movie(title="Aliens", count=500, mean=3)
    make_movie(title="Alien", count=1, mean=3)
    assert found("alien") == ["Alien", "Aliens", "The Alien Within"]


def test_of_equal_matches_the_most_rated_comes_first() -> None:
    make_movie(title="Alien 3", count=1, mean=3)
    make_movie(title="Aliens", count=9, mean=3)
    assert found("alien") == ["Aliens", "Alien 3"]


@pytest.mark.parametrize("q", ["%", "_", "%%", "|", "!?", "🎬", "\0", "'", '"', "\\", "( )"])
def test_signs_alone_find_nothing(q: str) -> None:
    make_movie(title="100% Wolf")
    assert found(q) == []


@pytest.mark.parametrize("q", ["100%", "100 %", "100_", "wolf'--", '"wolf"', "wolf\0", "wo%lf | x"])
def test_signs_among_words_mean_nothing(q: str) -> None:
    make_movie(title="100% Wolf")
    assert found(q) in ([], ["100% Wolf"])


def test_a_search_of_ten_kilobytes_is_answered() -> None:
    make_movie(title="Heat")
    assert found("heat " * 2000) == ["Heat"]


def test_an_empty_search_finds_everything() -> None:
    make_movie(title="Heat")
    assert found("") == ["Heat"]


def test_every_genre_that_is_given_must_be_there() -> None:
    make_movie(title="A", genres=("Crime", "Drama"))
    make_movie(title="B", genres=("Crime",))
    both = MovieFilter(genres=("crime", "DRAMA"))
    assert [movie.title for movie in matching(both)] == ["A"]


def test_no_refused_genre_may_be_there() -> None:
    make_movie(title="A", genres=("Crime", "Drama"))
    make_movie(title="B", genres=("Crime",))
    make_movie(title="C", genres=())
    without = MovieFilter(exclude_genres=("drama",))
    assert sorted(movie.title for movie in matching(without)) == ["B", "C"]


def test_both_years_are_within_the_range() -> None:
    for year in (1989, 1990, 1999, 2000):
        make_movie(title=str(year), year=year)
    make_movie(title="unknown", year=None)
    nineties = MovieFilter(year_min=1990, year_max=1999)
    assert sorted(movie.title for movie in matching(nineties)) == ["1990", "1999"]


@pytest.mark.parametrize(
    ("ordering", "titles"),
    [
        ("popularity", ["C", "A", "B"]),
        ("rating", ["B", "C", "A"]),
        ("year", ["B", "C", "A"]),
        ("-year", ["C", "B", "A"]),
        ("title", ["A", "B", "C"]),
    ],
)
def test_an_ordering_puts_what_is_unknown_last(ordering: str, titles: list[str]) -> None:
    make_movie(title="A", year=None, count=5, mean=3)
    make_movie(title="B", year=2001, count=1, mean=3, weighted=4.5)
    make_movie(title="C", year=1999, count=9, mean=3, weighted=3.5)
    assert [movie.title for movie in ordered(matching(EVERYTHING), ordering=ordering)] == titles


def test_ids_without_a_film_are_left_out_of_an_order() -> None:
    first, second = make_movie(title="A"), make_movie(title="B")
    assert in_order([second.pk, 999, first.pk]) == [second, first]


def test_a_chart_can_be_filtered_by_what_is_searched() -> None:
    make_movie(title="Heat", count=5, mean=3)
    make_movie(title="Seven", count=5, mean=3)
    assert [movie.title for movie in chart("popular", MovieFilter(q="heat"))] == ["Heat"]
