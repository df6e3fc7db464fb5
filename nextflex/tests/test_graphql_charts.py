"""Charts and similar films over GraphQL: the lists of REST."""

import pytest
from django.test import Client

from nextflex.graphql.inputs import ChartName
from tests.builders import make_movie
from tests.engine_fixture import Camps
from tests.graphql_api import data, error

pytestmark = pytest.mark.django_db


@pytest.mark.databases
@pytest.mark.parametrize("name", list(ChartName))
def test_a_chart_is_the_one_of_rest(camps: Camps, name: ChartName) -> None:
    rest = Client().get(f"/api/v1/charts/{name.value}/?k=5&genre=Crime").json()
    query = """query($name: ChartName!){chart(name: $name, k: 5, filter: {genre: "Crime"}){
        model{name version} results{movie{id} score because{trait}}}}"""
    shown = data(query, name=name.name)["chart"]
    assert shown["model"] == rest["model"]
    assert [int(one["movie"]["id"]) for one in shown["results"]] == [
        one["movie"]["id"] for one in rest["results"]
    ]
    assert [one["score"] for one in shown["results"]] == [one["score"] for one in rest["results"]]
    assert shown["results"][0]["because"] == rest["results"][0]["because"]


@pytest.mark.parametrize("k", [0, -1, 101])
def test_a_chart_is_one_to_a_hundred_long(k: int) -> None:
    shown = error("query($k: Int!){chart(name: POPULAR, k: $k){results{score}}}", k=k)
    assert list(shown["fields"]) == ["k"]


@pytest.mark.parametrize("by", ["CONTENT", "RATINGS"])
def test_similar_films_are_those_of_rest_by_id_and_by_title(
    published_models: Camps, by: str
) -> None:
    film = published_models.crime[3]
    rest = Client().get(f"/api/v1/movies/{film.pk}/similar/?k=4&by={by.lower()}").json()
    query = """query($id: ID, $title: String, $by: SimilarBy!){
        similar(movieId: $id, title: $title, by: $by, k: 4){results{movie{id} score}}}"""
    wanted = [(str(one["movie"]["id"]), one["score"]) for one in rest["results"]]
    assert wanted
    for shown in (data(query, id=film.pk, by=by), data(query, title=film.title, by=by)):
        found = [(one["movie"]["id"], one["score"]) for one in shown["similar"]["results"]]
        assert found == wanted


def test_an_unknown_title_is_answered_with_suggestions() -> None:
    make_movie(title="Heat")
    shown = error('{similar(title: "Haet"){results{score}}}')
    assert shown["code"] == "not_found"
    assert "Did you mean Heat (1995)?" in shown["message"]


@pytest.mark.parametrize("given", ["", '(movieId: 1, title: "Heat")'])
def test_similar_wants_an_id_or_a_title(given: str) -> None:
    assert "either" in error(f"{{similar{given}{{results{{score}}}}}}")["message"]
