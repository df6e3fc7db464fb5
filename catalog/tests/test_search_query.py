"""How a search is understood: its matches, where it looks, and what it corrects."""

import pytest

from catalog.models import Movie, SearchUse
from catalog.search.people import people_named
from catalog.search.query import search_for
from tests.builders import make_credit, make_movie

pytestmark = pytest.mark.django_db
TITLE, PERSON = SearchUse.Place.TITLE, SearchUse.Place.PERSON


def matches(q: str) -> dict[str, int]:
    """By title, the closeness with which `Search.of` annotates each film found."""
    return {one.title: vars(one)["match"] for one in search_for(q).of(Movie.objects.all())}


def test_a_match_is_closer_for_a_title_than_for_a_person() -> None:
    make_movie(title="Heat")
    make_movie(title="Heat Wave")
    make_movie(title="Body Heat")
    make_credit(movie=make_movie(title="Silence"), name="Miriam Heat", role="actor")
    assert matches("heat") == {"Heat": 0, "Heat Wave": 1, "Body Heat": 2, "Silence": 3}


def test_articles_do_not_make_a_match_closer() -> None:
    make_movie(title="The Wave of Heat")
    make_credit(movie=make_movie(title="The Silence"), name="Wave Heat", role="actor")
    assert matches("the heat wave") == {"The Wave of Heat": 2, "The Silence": 3}


@pytest.fixture
def wood() -> None:
    """Films with "Wood" in titles, and others by people of that name."""
    for title in ("Wood", "Norwegian Wood"):
        make_movie(title=title)
    for title in ("Plan 9", "Bride", "Glen"):
        make_credit(movie=make_movie(title=title), name="Ed Wood", role="director")


@pytest.mark.parametrize(("place", "count"), [(None, 5), (TITLE, 2), (PERSON, 3)])
def test_a_search_looks_in_one_place_or_in_all(wood: None, place: int | None, count: int) -> None:
    search = search_for("wood")
    assert search.found(Movie.objects.all(), place=place).count() == count
    assert search.count_to(10, place=place) == count
    assert search.count_to(2, place=place) == 2


def test_words_are_corrected_when_few_films_are_found_in_the_given_place(wood: None) -> None:
    make_movie(title="Good")
    in_titles = search_for("wood", place=TITLE).found(Movie.objects.all())
    anywhere = search_for("wood").found(Movie.objects.all())
    assert {one.title for one in in_titles} - {one.title for one in anywhere} == {"Good"}


def test_a_correction_is_in_the_words_of_the_most_rated_film() -> None:
    make_movie(title="Stardust", count=5, mean=4)
    make_movie(title="Starbust", count=50, mean=3)
    assert search_for("starqust").corrected == "starbust"


def test_of_equally_rated_films_the_first_one_counts() -> None:
    make_movie(title="Stardust", count=5, mean=4)
    make_movie(title="Starbust", count=5, mean=4)
    assert search_for("starqust").corrected == "stardust"


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        ("forrest gump", ""),  # as it was typed
        ("forrest gum", ""),  # the last word is not finished
        ("forest gump", "forrest gump"),
        ("forest gum", "forrest gump"),
        ("forrst gmup", "forrest gump"),
        ("nothing like it", ""),
    ],
)
def test_a_search_says_how_it_was_corrected(typed: str, corrected: str) -> None:
    make_movie(title="Forrest Gump", count=10, mean=4)
    assert search_for(typed).corrected == corrected


def test_of_two_words_of_a_title_the_one_of_nearly_the_same_length_is_meant() -> None:
    make_movie(title="Planets of Planet", count=10, mean=4)
    assert search_for("plamet").corrected == "planet"


@pytest.mark.parametrize(
    ("typed", "beginning"), [("heat bo", "bo"), ("heat bod", ""), ("he", ""), ("heat", "")]
)
def test_one_or_two_letters_after_a_word_are_a_beginning(typed: str, beginning: str) -> None:
    assert search_for(typed).beginning == beginning


def test_letters_alone_complete_a_word() -> None:
    make_movie(title="Heat")
    assert matches("he") == {"Heat": 1}


def test_people_with_the_most_credits_come_first_then_by_name() -> None:
    films = [make_movie(title=f"Film {at}") for at in range(3)]
    for name, times in (("Zoe Wood", 2), ("Bea Wood", 1), ("Ed Wood", 3), ("Ann Wood", 1)):
        for movie in films[:times]:
            make_credit(movie=movie, name=name, role="actor")
    names = [one.name for one in people_named("wood", limit=10)]
    assert names == ["Ed Wood", "Zoe Wood", "Ann Wood", "Bea Wood"]
    assert [one.name for one in people_named("wood", limit=2)] == names[:2]


def test_a_name_in_a_title_leads_to_no_person() -> None:
    make_credit(movie=make_movie(title="Wood"), name="Ann Lee", role="actor")
    lake = make_movie(title="Lake")
    for name in ("Ann Wood", "Sam Lee"):
        make_credit(movie=lake, name=name, role="actor")
    assert [one.name for one in people_named("wood", limit=10)] == ["Ann Wood"]


def test_people_are_found_by_a_name_with_a_slip() -> None:
    make_credit(movie=make_movie(title="Alien"), name="Sigourney Weaver", role="actor")
    make_credit(movie=make_movie(title="Avatar"), name="Sam Worthington", role="actor")
    for part in ("I", "II", "III"):
        make_movie(title=f"Sigorney {part}")  # titles do not count
    assert [one.name for one in people_named("sigorney", limit=10)] == ["Sigourney Weaver"]
    assert people_named("", limit=10) == []
