import pytest
from django.test import Client

from catalog.models import Credit, Keyword, Language, MovieKeyword, Source, TmdbDetails
from tests.builders import make_credit, make_movie

pytestmark = pytest.mark.django_db


@pytest.mark.databases
@pytest.mark.parametrize("q", ["pacino", "al pacino", "Pacino, Al", "al pacno", "paci"])
def test_people_are_found_by_name_misspelt_too(q: str) -> None:
    make_credit(movie=make_movie(title="Heat"), name="Al Pacino", role="actor")
    make_credit(movie=make_movie(title="Big"), name="Tom Hanks", role="actor")
    found = Client().get("/api/v1/people/", {"q": q}).json()
    assert [one["name"] for one in found["results"]] == ["Al Pacino"]


@pytest.mark.databases
def test_who_made_most_films_comes_first() -> None:
    for title in ("Big", "Splash"):
        make_credit(movie=make_movie(title=title), name="Tom Hanks", role="actor")
    make_credit(movie=make_movie(title="Colin"), name="Colin Hanks", role="actor")
    found = Client().get("/api/v1/people/?q=hanks").json()
    assert [(one["name"], one["films"]) for one in found["results"]] == [
        ("Tom Hanks", 2),
        ("Colin Hanks", 1),
    ]


def test_a_title_is_no_name() -> None:
    make_credit(movie=make_movie(title="Hanks"), name="Tom Cruise", role="actor")
    assert Client().get("/api/v1/people/?q=hanks").json()["count"] == 0


@pytest.mark.databases
def test_a_person_comes_with_what_they_did_newest_first() -> None:
    credit = make_credit(
        movie=make_movie(title="Heat", year=1995),
        name="Al Pacino",
        role="actor",
        character="Hanna",
    )
    make_credit(
        movie=make_movie(title="Looking for Richard", year=1996),
        person=credit.person,
        role="director",
    )
    answer = Client().get(f"/api/v1/people/{credit.person_id}/").json()
    assert [
        (one["movie"]["title"], one["role"], one["character"]) for one in answer["credits"]
    ] == [
        ("Looking for Richard", "director", ""),
        ("Heat", "actor", "Hanna"),
    ]


def test_an_unknown_person_is_not_found() -> None:
    assert Client().get("/api/v1/people/1/").status_code == 404


def test_a_film_comes_with_all_that_is_known() -> None:
    movie = make_movie(title="Heat", count=2, mean=4.0)
    movie.overview, movie.runtime_min, movie.imdb_id = "Cops and robbers.", 170, "tt0113277"
    movie.save()
    movie.languages.add(Language.objects.create(code="en", name="English"))
    word = Keyword.objects.create(name="heist")
    MovieKeyword.objects.create(movie=movie, keyword=word, source=Source.DEMO)
    make_credit(movie=movie, name="Al Pacino", role="actor", character="Hanna")
    make_credit(movie=movie, name="Michael Mann", role=Credit.Role.DIRECTOR)
    answer = Client().get(f"/api/v1/movies/{movie.pk}/").json()
    assert answer["overview"] == "Cops and robbers."
    assert (answer["runtime_min"], answer["imdb_id"]) == (170, "tt0113277")
    assert (answer["languages"], answer["keywords"]) == (["en"], ["heist"])
    assert [one["person"]["name"] for one in answer["cast"]] == ["Al Pacino"]
    assert [one["role"] for one in answer["crew"]] == ["director"]
    assert answer["attribution"] == ""
    assert len(answer["histogram"]) == 10


def test_words_of_tmdb_come_with_what_tmdb_asks_for() -> None:
    movie = make_movie(title="Heat")
    TmdbDetails.objects.create(
        movie=movie, overview="From TMDB.", fetched_at="2026-11-01T00:00:00Z"
    )
    answer = Client().get(f"/api/v1/movies/{movie.pk}/").json()
    assert answer["overview"] == "From TMDB."
    assert "TMDB" in answer["attribution"]


@pytest.mark.databases
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("language=fr", ["Amélie"]),
        ("min_rating=4", ["Amélie"]),
        ("min_ratings=6", ["Heat"]),
        ("keyword=Heist", ["Heat"]),
    ],
)
def test_films_are_filtered_by_what_is_known(query: str, titles: list[str]) -> None:
    amelie = make_movie(title="Amélie", count=5, mean=4.5)
    amelie.original_language = "fr"
    amelie.save()
    heat = make_movie(title="Heat", count=9, mean=3.0)
    word = Keyword.objects.create(name="heist")
    MovieKeyword.objects.create(movie=heat, keyword=word, source=Source.DEMO)
    found = Client().get(f"/api/v1/movies/?{query}").json()
    assert [one["title"] for one in found["results"]] == titles


@pytest.mark.databases
def test_films_are_filtered_by_who_made_them() -> None:
    credit = make_credit(movie=make_movie(title="Heat"), name="Michael Mann", role="director")
    make_movie(title="Big")
    found = Client().get(f"/api/v1/movies/?person={credit.person_id}").json()
    assert [one["title"] for one in found["results"]] == ["Heat"]


@pytest.mark.parametrize("query", ["person=x", "person=0", "min_rating=9", "min_ratings=-1"])
def test_a_filter_that_makes_no_sense_is_refused(query: str) -> None:
    assert Client().get(f"/api/v1/movies/?{query}").status_code == 400


@pytest.mark.parametrize("path", ["movies/", "charts/popular/"])
@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("person=999", "person"),
        ("keyword=quantum heist", "keyword"),
        ("language=zz", "language"),
        ("language=klingon", "language"),
        ("genre=Opera", "genre"),
    ],
)
def test_a_filter_by_what_the_catalogue_does_not_know_is_refused_by_name(
    path: str, query: str, field: str
) -> None:
    make_movie()
    Language.objects.create(code="zz", name="Of no film here")
    answer = Client().get(f"/api/v1/{path}?{query}")
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert (error["code"], list(error["fields"])) == ("invalid", [field])
    assert query.partition("=")[2] in error["message"]


@pytest.mark.databases
def test_a_keyword_is_known_in_any_case_and_spacing() -> None:
    heat = make_movie(title="Heat")
    word = Keyword.objects.create(name="bank robbery")
    MovieKeyword.objects.create(movie=heat, keyword=word, source=Source.DEMO)
    found = Client().get("/api/v1/movies/", {"keyword": " Bank  ROBBERY "}).json()
    assert [one["title"] for one in found["results"]] == ["Heat"]
