"""Ratings counted and averaged over GraphQL: by genre, year and film, everybody's and one's own."""

from typing import Any

import pytest

from accounts.models import User
from catalog.models import Movie, MovieStats
from tests.builders import make_movie, make_rating, make_user
from tests.graphql_api import data, error

pytestmark = pytest.mark.django_db

FIGURES = "films count sum mean min max"
BY_GENRE = f"{{ratingsBy(group: GENRE){{count results{{genre{{name}} {FIGURES}}}}}}}"


@pytest.fixture
def shelf() -> list[Movie]:
    """heat: two of 3.5 in the data set, a 5 here; alien: a 0.5 in it; up: a 2 here; nobody saw last."""
    heat = make_movie(title="Heat", year=1995, genres=("Crime", "Drama"), count=2, mean=3.5)
    alien = make_movie(title="Alien", year=1979, genres=("Horror",), count=1, mean=0.5)
    up = make_movie(title="Up", year=1995, genres=("Drama",))
    last = make_movie(title="Last", year=1900, genres=("Western",))
    for movie, place, count in ((heat, 6, 2), (alien, 0, 1)):
        histogram = [count * (at == place) for at in range(10)]
        MovieStats.objects.filter(movie=movie).update(dataset_histogram=histogram)
    make_rating(user=make_user(), movie=heat, stars=5)
    make_rating(user=make_user(), movie=up, stars=2)
    return [heat, alien, up, last]


def groups(answer: Any, name: str) -> dict[Any, list[Any]]:
    """The figures by the name of the group, in the order of FIGURES."""
    rows = answer["ratingsBy"]["results"]
    called = [one[name] if name == "year" else next(iter(one[name].values())) for one in rows]
    return {
        call: [one[figure] for figure in FIGURES.split()]
        for call, one in zip(called, rows, strict=True)
    }


@pytest.mark.databases
def test_all_ratings_by_genre(shelf: list[Movie]) -> None:
    answer = data(BY_GENRE)
    assert answer["ratingsBy"]["count"] == 3
    assert groups(answer, "genre") == {
        "Drama": [2, 4, 14.0, 3.5, 2.0, 5.0],
        "Crime": [1, 3, 12.0, 4.0, 3.5, 5.0],
        "Horror": [1, 1, 0.5, 0.5, 0.5, 0.5],
    }
    assert list(groups(answer, "genre")) == ["Drama", "Crime", "Horror"]


@pytest.mark.databases
def test_all_ratings_by_year(shelf: list[Movie]) -> None:
    answer = data(f"{{ratingsBy(group: YEAR){{results{{year {FIGURES}}}}}}}")
    assert groups(answer, "year") == {
        1995: [2, 4, 14.0, 3.5, 2.0, 5.0],
        1979: [1, 1, 0.5, 0.5, 0.5, 0.5],
    }


@pytest.mark.databases
def test_all_ratings_by_film(shelf: list[Movie]) -> None:
    answer = data(f"{{ratingsBy(group: FILM){{results{{movie{{title}} {FIGURES}}}}}}}")
    assert groups(answer, "movie") == {
        "Heat": [1, 3, 12.0, 4.0, 3.5, 5.0],
        "Alien": [1, 1, 0.5, 0.5, 0.5, 0.5],
        "Up": [1, 1, 2.0, 2.0, 2.0, 2.0],
    }


@pytest.mark.databases
def test_a_group_tells_only_what_it_is_a_group_of(shelf: list[Movie]) -> None:
    answer = data("{ratingsBy(group: YEAR){results{genre{name} movie{id} year}}}")
    assert answer["ratingsBy"]["results"][0] == {"genre": None, "movie": None, "year": 1995}


@pytest.mark.databases
def test_a_film_without_a_year_is_of_none(shelf: list[Movie]) -> None:
    make_movie(title="Undated", year=None, count=5, mean=3)
    answer = data(f"{{ratingsBy(group: YEAR){{results{{year {FIGURES}}}}}}}")
    assert list(groups(answer, "year")) == [1995, 1979]


@pytest.mark.databases
@pytest.mark.parametrize(
    ("ordering", "names"),
    [
        ("COUNT", ["Drama", "Crime", "Horror"]),
        ("SUM", ["Drama", "Crime", "Horror"]),
        ("MEAN", ["Crime", "Drama", "Horror"]),
        ("NAME", ["Crime", "Drama", "Horror"]),
    ],
)
def test_groups_can_be_ordered(shelf: list[Movie], ordering: str, names: list[str]) -> None:
    query = "query($o: GroupOrdering!){ratingsBy(group: GENRE, ordering: $o){results{genre{name}}}}"
    found = data(query, o=ordering)["ratingsBy"]["results"]
    assert [one["genre"]["name"] for one in found] == names


@pytest.mark.databases
def test_groups_are_of_the_films_that_are_asked_for(shelf: list[Movie]) -> None:
    query = f"""{{ratingsBy(group: GENRE, filter: {{genre: "Crime"}})
        {{results{{genre{{name}} {FIGURES}}}}}}}"""
    figures = [1, 3, 12.0, 4.0, 3.5, 5.0]
    assert groups(data(query), "genre") == {"Crime": figures, "Drama": figures}


@pytest.mark.databases
def test_groups_with_few_ratings_can_be_left_out(shelf: list[Movie]) -> None:
    query = "{ratingsBy(group: FILM, atLeast: 2){count results{movie{title}}}}"
    assert data(query)["ratingsBy"] == {"count": 1, "results": [{"movie": {"title": "Heat"}}]}


@pytest.mark.databases
def test_groups_come_a_page_at_a_time(shelf: list[Movie]) -> None:
    query = "query($n: Int!){ratingsBy(group: FILM, page: $n, pageSize: 2){results{movie{title}}}}"
    pages = [data(query, n=number)["ratingsBy"]["results"] for number in (1, 2)]
    found = [[one["movie"]["title"] for one in page] for page in pages]
    assert found == [["Heat", "Alien"], ["Up"]]


@pytest.mark.databases
def test_all_ratings_in_all(shelf: list[Movie]) -> None:
    shown = data(f"{{ratingTotals{{{FIGURES}}}}}")["ratingTotals"]
    assert list(shown.values()) == [3, 5, 14.5, 2.9, 0.5, 5.0]


@pytest.mark.databases
def test_the_totals_of_some_films(shelf: list[Movie]) -> None:
    query = f"{{ratingTotals(filter: {{yearMin: 1990}}){{{FIGURES}}}}}"
    assert list(data(query)["ratingTotals"].values()) == [2, 4, 14.0, 3.5, 2.0, 5.0]


@pytest.mark.databases
def test_no_ratings_have_no_mean() -> None:
    shown = data(f"{{ratingTotals{{{FIGURES}}} ratingsBy(group: FILM){{count results{{sum}}}}}}")
    assert list(shown["ratingTotals"].values()) == [0, 0, 0.0, None, None, None]
    assert shown["ratingsBy"] == {"count": 0, "results": []}


@pytest.mark.databases
def test_different_groups_may_be_asked_for_at_once(shelf: list[Movie]) -> None:
    query = """{
        old: ratingsBy(group: YEAR, filter: {yearMax: 1980}){results{year max}}
        new: ratingsBy(group: YEAR, filter: {yearMin: 1990}){results{year max}}}"""
    assert data(query) == {
        "old": {"results": [{"year": 1979, "max": 0.5}]},
        "new": {"results": [{"year": 1995, "max": 5.0}]},
    }


@pytest.fixture
def rater(shelf: list[Movie], alice: User) -> User:
    heat, alien, up, _ = shelf
    for movie, stars in ((heat, 4.5), (alien, 3.0), (up, 1.0)):
        make_rating(user=alice, movie=movie, stars=stars)
    return alice


@pytest.mark.databases
def test_ones_own_ratings_by_genre_are_ones_own_only(rater: User) -> None:
    query = f"{{me{BY_GENRE}}}"
    assert groups(data(query, rater)["me"], "genre") == {
        "Drama": [2, 2, 5.5, 2.75, 1.0, 4.5],
        "Crime": [1, 1, 4.5, 4.5, 4.5, 4.5],
        "Horror": [1, 1, 3.0, 3.0, 3.0, 3.0],
    }


@pytest.mark.databases
def test_ones_own_ratings_by_year_and_film(rater: User) -> None:
    years = data(f"{{me{{ratingsBy(group: YEAR){{results{{year {FIGURES}}}}}}}}}", rater)["me"]
    assert groups(years, "year") == {
        1995: [2, 2, 5.5, 2.75, 1.0, 4.5],
        1979: [1, 1, 3.0, 3.0, 3.0, 3.0],
    }
    query = "{me{ratingsBy(group: FILM, ordering: MEAN){results{movie{title} mean}}}}"
    films = data(query, rater)["me"]["ratingsBy"]["results"]
    assert [one["movie"]["title"] for one in films] == ["Heat", "Alien", "Up"]


@pytest.mark.databases
def test_ones_own_ratings_in_all(rater: User) -> None:
    query = f"{{me{{ratingTotals{{{FIGURES}}}}} ratingTotals{{count}}}}"
    shown = data(query, rater)
    assert list(shown["me"]["ratingTotals"].values()) == [3, 3, 8.5, 8.5 / 3, 1.0, 4.5]
    assert shown["ratingTotals"]["count"] == 8


@pytest.mark.databases
def test_who_rated_nothing_has_no_groups(shelf: list[Movie], alice: User) -> None:
    query = "{me{ratingTotals{count mean} ratingsBy(group: GENRE){count}}}"
    assert data(query, alice)["me"] == {
        "ratingTotals": {"count": 0, "mean": None},
        "ratingsBy": {"count": 0},
    }


@pytest.mark.parametrize("given", ["atLeast: 0", "atLeast: -1", "page: 0", "pageSize: 101"])
def test_what_no_group_can_be_asked_by_is_refused(given: str) -> None:
    shown = error(f"{{ratingsBy(group: GENRE, {given}){{count}}}}")
    assert list(shown["fields"]) == [given.split(":", maxsplit=1)[0]]


def test_only_what_is_named_can_be_grouped_by() -> None:
    shown = error("{ratingsBy(group: USER){count}}", status=400)
    assert shown["code"] == "invalid"
