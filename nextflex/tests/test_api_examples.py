"""Every operation of the API has examples, and each is of the shape that the document tells."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema_rs import Draft202012Validator

from nextflex.http import api_examples
from nextflex.http.api_urls import SCHEMA_FILE

DOCUMENT: dict[str, Any] = yaml.safe_load(SCHEMA_FILE.read_text())
OPERATIONS: dict[str, dict[str, Any]] = {
    operation["operationId"]: operation
    for methods in DOCUMENT["paths"].values()
    for operation in methods.values()
}


def resolved(part: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in part:
        return part
    found: Any = DOCUMENT
    for name in part["$ref"].removeprefix("#/").split("/"):
        found = found[name]
    return dict(found)


def bodies(operation: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each body with a name for it."""
    for kind, reported in operation.get("requestBody", {}).get("content", {}).items():
        yield f"what is sent as {kind}", reported
    for status, response in operation["responses"].items():
        for kind, reported in resolved(response).get("content", {}).items():
            yield f"{status} {kind}", reported


def as_json_schema(part: Any) -> Any:
    """OpenAPI 3.0 says `nullable` where JSON Schema lists null."""
    if isinstance(part, list):
        return [as_json_schema(one) for one in part]
    if not isinstance(part, dict):
        return part
    reported = {name: as_json_schema(value) for name, value in part.items() if name != "nullable"}
    return {"anyOf": [reported, {"type": "null"}]} if part.get("nullable") is True else reported


COMPONENTS = {"components": as_json_schema(DOCUMENT["components"])}


def problems(reported: dict[str, Any]) -> Iterator[str]:
    validator = Draft202012Validator(as_json_schema(reported["schema"]) | COMPONENTS)
    for name, example in reported.get("examples", {}).items():
        for error in validator.iter_errors(example["value"]):
            yield f"{name}: {error.instance_path}: {error.message}"


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_has_examples_of_its_own_shapes(name: str) -> None:
    shown = list(bodies(OPERATIONS[name]))
    bare = [where for where, reported in shown if not reported.get("examples")]
    assert not bare, f"give {name} examples of {bare} in its app's api/examples.py"
    wrong = [f"{where}: {problem}" for where, reported in shown for problem in problems(reported)]
    assert not wrong


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_shows_what_its_address_holds(name: str) -> None:
    places = OPERATIONS[name].get("parameters", [])
    assert all("example" in place for place in places if place["in"] == "path")


def test_no_example_is_of_an_operation_that_is_gone() -> None:
    named = {*api_examples.ANSWERS, *api_examples.BODIES}
    assert {name.split()[0] for name in named} <= OPERATIONS.keys()


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_refusal_has_the_one_shape(name: str) -> None:
    refusals = {
        status: resolved(response)
        for status, response in OPERATIONS[name]["responses"].items()
        if status >= "400" and (name, status) != ("health_ready_retrieve", "503")
    }
    assert {"400", "406"} <= refusals.keys()
    for refusal in refusals.values():
        schema = refusal["content"]["application/json"]["schema"]
        assert schema == {"$ref": "#/components/schemas/Error"}


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_answer_tells_the_headers_that_it_has(name: str) -> None:
    for status, response in OPERATIONS[name]["responses"].items():
        headers = resolved(response)["headers"]
        assert "X-Request-ID" in headers
        assert ("Retry-After" in headers) == (status in {"429", "503"})


def test_an_answer_has_all_its_fields_but_where_one_kind_of_answer_lacks_some() -> None:
    answered = {
        name: reported.get("properties", {}).keys() - reported.get("required", ())
        for name, reported in DOCUMENT["components"]["schemas"].items()
        if not name.endswith("Request")
    }
    assert {name: sorted(lacked) for name, lacked in answered.items() if lacked} == {
        "Because": ["movie_id", "rating", "share", "title", "trait"],
        "DatasetUserRecommendation": ["predicted_rating", "predicted_spread"],
        "ErrorDetail": ["fields"],
        "MovieOrId": ["genres", "poster", "rating_count", "rating_mean", "title", "year"],
        "Import": ["error", "result"],
        "Job": ["error", "result"],
        "Recommendation": ["predicted_rating", "predicted_spread"],
    }


def test_an_example_of_another_shape_is_found() -> None:
    reported = OPERATIONS["me_ratings_update"]["requestBody"]["content"]["application/json"]
    wrong = reported | {"examples": {"too many": {"value": {"rating": 5.5}}}}
    assert list(problems(wrong))
