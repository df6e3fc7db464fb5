"""Films, people and genres over GraphQL: what REST tells, as it is asked for."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from catalog.models import ExternalId, Keyword, Language, Movie, MovieKeyword, TmdbDetails
from catalog.selectors import CHARTS, ORDERINGS
from nextflex.graphql.inputs import ChartName, MovieOrdering
from tests.builders import make_credit, make_movie, make_movies, make_rating, make_user
from tests.graphql_api import ask, data, error

pytestmark = pytest.mark.django_db


def titles(answer: Any) -> list[str]:
    return [film["title"] for film in answer["movies"]["results"]]


@pytest.fixture
def shelf() -> dict[str, Movie]:
    """Three films; Heat has most ratings, Alien is rated best, Amélie is the newest."""
    return {
        "heat": make_movie(title="Heat", year=1995, genres=("Crime", "Drama"), count=90, mean=3.5),
        "alien": make_movie(
            title="Alien", year=1979, genres=("Horror",), count=50, mean=4.5, weighted=4.4
        ),
        "amelie": make_movie(title="Amélie", year=2001, genres=("Comedy",), count=10, mean=4.0),
    }


def test_a_page_of_films_comes_with_the_most_rated_first(shelf: dict[str, Movie]) -> None:
    answer = data("{movies{count page pageSize hasNext results{title}}}")["movies"]
    assert [film["title"] for film in answer.pop("results")] == ["Heat", "Alien", "Amélie"]
    assert answer == {"count": 3, "page": 1, "pageSize": 20, "hasNext": False}


def test_a_film_of_a_list_tells_what_rest_tells_of_it(shelf: dict[str, Movie]) -> None:
    rest = Client().get(f"/api/v1/movies/{shelf['heat'].pk}/").json()
    shown = data(
        "query($id: ID!){movie(id: $id){id title year genres{name} poster ratingMean ratingCount}}",
        id=shelf["heat"].pk,
    )["movie"]
    assert shown == {
        "id": str(rest["id"]),
        "title": "Heat",
        "year": 1995,
        "genres": [{"name": "Crime"}, {"name": "Drama"}],
        "poster": rest["poster"],
        "ratingMean": 3.5,
        "ratingCount": 90,
    }


EVERYTHING = """
query($id: ID!){movie(id: $id){
    originalTitle sortTitle alternativeTitles overview attribution runtimeMin originalLanguage
    languages countries keywords weightedRating histogram imdbId tmdbId
    cast{person{id name} role character} crew{person{id name} role character}
    externalIds{source externalId}}}
"""


def test_a_film_in_full_tells_what_rest_tells_of_it(shelf: dict[str, Movie]) -> None:
    film = shelf["alien"]
    for name in ("spaceship", "android"):
        keyword = Keyword.objects.create(name=name)
        MovieKeyword.objects.create(movie=film, keyword=keyword, source="site")
    film.languages.add(Language.objects.create(code="en", name="English"))
    ExternalId.objects.create(movie=film, source="movielens", external_id=1214)
    TmdbDetails.objects.create(movie=film, fetched_at="2026-01-01T00:00Z", overview="In space.")
    make_credit(movie=film, role="actor", name="Sigourney Weaver", character="Ripley")
    make_credit(movie=film, role="director", name="Ridley Scott")
    make_rating(user=make_user(), movie=film, stars=4.5)
    rest = Client().get(f"/api/v1/movies/{film.pk}/").json()

    shown = data(EVERYTHING, id=film.pk)["movie"]

    assert shown["externalIds"] == [{"source": "movielens", "externalId": "1214"}]
    assert rest["overview"] == shown["overview"] == "In space."
    for name in ("attribution", "languages", "countries", "keywords", "histogram"):
        assert shown[name] == rest[name], name
    assert shown["alternativeTitles"] == rest["alternative_titles"]
    assert shown["weightedRating"] == rest["weighted_rating"]
    assert shown["cast"][0]["character"] == "Ripley"
    for part in ("cast", "crew"):
        names = [one["person"]["name"] for one in rest[part]]
        assert [one["person"]["name"] for one in shown[part]] == names


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"q": "alien"}, ["Alien"]),
        ({"q": "alein"}, ["Alien"]),
        ({"genre": ["crime"]}, ["Heat"]),
        ({"genre": ["Crime", "Horror"]}, []),
        ({"excludeGenre": ["Crime"]}, ["Alien", "Amélie"]),
        ({"yearMin": 1990, "yearMax": 1999}, ["Heat"]),
        ({"minRating": 4.0}, ["Alien", "Amélie"]),
        ({"minRatings": 50}, ["Heat", "Alien"]),
        ({"genre": None, "q": None}, ["Heat", "Alien", "Amélie"]),
    ],
)
def test_films_can_be_filtered(
    shelf: dict[str, Movie], wanted: dict[str, object], found: list[str]
) -> None:
    answer = data("query($f: MovieFilter){movies(filter: $f){results{title}}}", f=wanted)
    assert titles(answer) == found


def test_films_can_be_filtered_by_who_made_them(shelf: dict[str, Movie]) -> None:
    credit = make_credit(movie=shelf["alien"], role="director", name="Ridley Scott")
    query = "query($p: ID!){movies(filter: {person: $p}){results{title}}}"
    assert titles(data(query, p=credit.person_id)) == ["Alien"]


@pytest.mark.parametrize(
    ("ordering", "first"),
    [("RATING", "Alien"), ("NEWEST", "Amélie"), ("OLDEST", "Alien"), ("POPULARITY", "Heat")],
)
def test_films_can_be_ordered(shelf: dict[str, Movie], ordering: str, first: str) -> None:
    query = "query($o: MovieOrdering){movies(ordering: $o){results{title}}}"
    assert titles(data(query, o=ordering))[0] == first


def test_every_ordering_and_chart_of_rest_is_there() -> None:
    assert {one.value for one in MovieOrdering} == {"relevance", *ORDERINGS}
    assert {one.value for one in ChartName} == set(CHARTS)


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        ({"genre": ["Nonsense"]}, "genre"),
        ({"yearMin": 3000}, "yearMin"),
        ({"minRating": 9.5}, "minRating"),
        ({"person": str(2**64)}, "person"),
        ({"person": "x"}, "person"),
        ({"person": "999"}, "person"),
        ({"keyword": "quantum heist"}, "keyword"),
        ({"language": "zz"}, "language"),
        ({"q": "x" * 201}, "q"),
        ({"q": "a\0b"}, "q"),
    ],
)
def test_a_filter_that_rest_refuses_is_refused(wanted: dict[str, object], field: str) -> None:
    query = "query($f: MovieFilter){movies(filter: $f){count}}"
    shown = error(query, f=wanted)
    assert (shown["code"], list(shown["fields"])) == ("invalid", [field])
    assert field in shown["message"]


def test_pages_follow_each_other() -> None:
    make_movies(5)
    query = "query($n: Int!){movies(page: $n, pageSize: 2){count hasNext results{title}}}"
    pages = [data(query, n=number)["movies"] for number in (1, 2, 3, 4)]
    assert [[film["title"] for film in page["results"]] for page in pages] == [
        ["Film 1", "Film 2"],
        ["Film 3", "Film 4"],
        ["Film 5"],
        [],
    ]
    assert [page["hasNext"] for page in pages] == [True, True, False, False]
    assert {page["count"] for page in pages} == {5}


@pytest.mark.parametrize("size", [0, -1, 101, 2_000_000_000])
def test_a_page_is_one_to_a_hundred_long(size: int) -> None:
    shown = error("query($n: Int!){movies(pageSize: $n){count}}", n=size)
    assert (shown["code"], list(shown["fields"])) == ("invalid", ["pageSize"])


@pytest.mark.parametrize("page", [0, -1, 2_000_000_000])
def test_a_page_has_a_number(page: int) -> None:
    shown = error("query($n: Int!){movies(page: $n){results{id}}}", n=page)
    assert list(shown["fields"]) == ["page"]


@pytest.mark.parametrize("given", ["x", "-1", "1.5", "", " 1", str(2**63), str(2**200), "١"])
@pytest.mark.parametrize("kind", ["movie", "person"])
def test_what_is_no_id_is_refused(kind: str, given: str) -> None:
    shown = error(f"query($id: ID!){{{kind}(id: $id){{id}}}}", id=given)
    assert shown["code"] == "invalid"
    assert "is not a valid id" in shown["message"]


@pytest.mark.parametrize("kind", ["movie", "person"])
def test_what_is_not_there_is_null_with_a_word(kind: str) -> None:
    shown = error(f"{{{kind}(id: 999){{id}}}}")
    assert shown["code"] == "not_found"
    assert "999" in shown["message"]


def test_genres_tell_how_many_films_they_have(shelf: dict[str, Movie]) -> None:
    make_movie(title="Se7en", genres=("Crime",))
    found = data("{genres{count results{name films}}}")["genres"]
    assert found["count"] == 4
    assert {one["name"]: one["films"] for one in found["results"]} == {
        "Comedy": 1,
        "Crime": 2,
        "Drama": 1,
        "Horror": 1,
    }


def test_people_are_found_by_name_and_tell_what_they_made(shelf: dict[str, Movie]) -> None:
    for film in ("alien", "amelie"):
        make_credit(movie=shelf[film], role="director", name="Ridley Scott")
    make_credit(movie=shelf["heat"], role="actor", name="Al Pacino", character="Hanna")
    found = data('{people(q: "ridly scott"){results{name films credits{role movie{title}}}}}')[
        "people"
    ]["results"]
    assert found == [
        {
            "name": "Ridley Scott",
            "films": 2,
            "credits": [
                {"role": "director", "movie": {"title": "Amélie"}},
                {"role": "director", "movie": {"title": "Alien"}},
            ],
        }
    ]


def test_a_person_tells_as_many_credits_as_are_asked_for(shelf: dict[str, Movie]) -> None:
    for film in shelf.values():
        credit = make_credit(movie=film, role="director", name="Ridley Scott")
    query = "query($id: ID!){person(id: $id){credits(first: 2){movie{year}}}}"
    found = data(query, id=credit.person_id)["person"]["credits"]
    assert [one["movie"]["year"] for one in found] == [2001, 1995]


def test_a_cast_may_be_asked_for_twice_at_different_lengths(shelf: dict[str, Movie]) -> None:
    for name in ("Al Pacino", "Robert De Niro", "Val Kilmer"):
        make_credit(movie=shelf["heat"], role="actor", name=name)
    query = """query($id: ID!){movie(id: $id){
        star: cast(first: 1){person{name}} cast(first: 2){person{name}}}}"""
    found = data(query, id=shelf["heat"].pk)["movie"]
    assert [one["person"]["name"] for one in found["star"]] == ["Al Pacino"]
    assert [one["person"]["name"] for one in found["cast"]] == ["Al Pacino", "Robert De Niro"]


def test_one_field_that_fails_does_not_stop_the_others(shelf: dict[str, Movie]) -> None:
    answer = ask("{movie(id: 999){id} movies{count} me{email}}")
    assert answer["data"] == {"movie": None, "movies": {"count": 3}, "me": None}
    codes = {one["path"][0]: one["extensions"]["code"] for one in answer["errors"]}
    assert codes == {"movie": "not_found", "me": "not_authenticated"}


def test_a_film_tells_a_guest_of_no_rating_and_its_rater_of_theirs(
    shelf: dict[str, Movie], alice: User
) -> None:
    make_rating(user=alice, movie=shelf["heat"], stars=2.5)
    query = "{movies{results{title myRating}}}"
    assert {one["myRating"] for one in data(query)["movies"]["results"]} == {None}
    own = {one["title"]: one["myRating"] for one in data(query, alice)["movies"]["results"]}
    assert own == {"Heat": 2.5, "Alien": None, "Amélie": None}
