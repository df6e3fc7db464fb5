"""Examples for all operations of the API, from the apps' tables, by operation name.

A status may follow the name where an operation has several responses.
"""

from collections.abc import Iterator
from typing import Any

from accounts.api import examples as of_accounts
from catalog.api import examples as of_films
from recommender.api import examples as of_recommendations
from uploads.api import examples as of_uploads

_TABLES = (of_accounts, of_films, of_recommendations, of_uploads)
_HEALTH = {
    "health_live_retrieve": {"status": "ok"},
    "health_ready_retrieve": {"status": "ok", "reasons": [], "model_version": "v7"},
    "health_ready_retrieve 503": {
        "status": "unavailable",
        "reasons": ["database: OperationalError"],
        "model_version": None,
    },
}
ANSWERS = {name: value for table in _TABLES for name, value in table.ANSWERS.items()} | _HEALTH
BODIES = {name: value for table in _TABLES for name, value in table.BODIES.items()}
IN_PATHS: dict[str, object] = {
    "id": 6,
    "movie_id": 6,
    "line": 14,
    "name": "popular",
    "token_id": 3,
    "session_id": "9b1f6c2a7d3e",
    "job_id": "0b8f6f0e-6c51-4c8c-9d5c-6f3f0f2b9a11",
    "key": "3f0c2a56-7f0e-4d0e-9a37-5d0c1c1b7a11",
}


def add_examples(result: dict[str, Any], **how: Any) -> dict[str, Any]:
    """Add the examples to the document, as drf-spectacular's hook; a view's own examples stay."""
    for operation in _operations(result):
        name = operation["operationId"]
        for place in operation.get("parameters", []):
            if place["in"] == "path" and place["name"] in IN_PATHS:
                place["example"] = IN_PATHS[place["name"]]
        if name in BODIES:
            _show(operation["requestBody"], BODIES[name])
        for status, answer in _bodies(operation):
            value = ANSWERS.get(f"{name} {status}", ANSWERS.get(name))
            if value is not None:
                _show(answer, value)
    return result


def _operations(result: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for methods in result["paths"].values():
        yield from methods.values()


def _bodies(operation: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield, by status, the responses with a body of this operation alone."""
    for status, answer in operation["responses"].items():
        if "content" in answer and (status < "300" or status == "503"):
            yield status, answer


def _show(part: dict[str, Any], value: object) -> None:
    for given in part["content"].values():
        if "examples" not in given:
            given["examples"] = {"Example": {"value": _as_listed(value, given["schema"])}}


def _as_listed(value: object, schema: dict[str, Any]) -> object:
    """Return the value as a list or a page where the response is one; the table has a single row."""
    if schema.get("type") == "array":
        return [value]
    if "Paginated" in schema.get("$ref", ""):
        return {"count": 1, "next": None, "previous": None, "results": [value]}
    return value
