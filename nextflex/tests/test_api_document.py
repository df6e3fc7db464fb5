"""The OpenAPI document says nothing that generators of clients cannot make types of."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from nextflex.base.rest.enums import without_parts
from nextflex.http.api_urls import SCHEMA_FILE

DOCUMENT: dict[str, Any] = yaml.safe_load(SCHEMA_FILE.read_text())
_EXAMPLES = ("example", "examples")


def schemas(part: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema, with its place; examples hold none."""
    if isinstance(part, dict):
        if {"type", "enum", "oneOf", "anyOf", "allOf", "nullable"} & part.keys():
            yield where, part
        for name, inner in part.items():
            if name not in _EXAMPLES:
                yield from schemas(inner, f"{where}/{name}")
    elif isinstance(part, list):
        for place, inner in enumerate(part):
            yield from schemas(inner, f"{where}/{place}")


def answers() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in DOCUMENT["paths"].items():
        for method, operation in methods.items():
            for status, answer in operation["responses"].items():
                yield f"{method} {path}", status, answer.get("content", {})


def test_an_enum_has_a_type_and_no_null() -> None:
    enums = {where: schema for where, schema in schemas(DOCUMENT) if "enum" in schema}
    assert enums
    assert [where for where, one in enums.items() if "type" not in one or None in one["enum"]] == []


def test_a_value_is_of_one_schema() -> None:
    """null is said by `nullable`."""
    assert [where for where, one in schemas(DOCUMENT) if {"oneOf", "anyOf"} & one.keys()] == []
    several = [where for where, one in schemas(DOCUMENT) if len(one.get("allOf", ())) > 1]
    assert several == []


def test_a_status_has_one_content_type() -> None:
    assert [(name, status) for name, status, kinds in answers() if len(kinds) > 1] == []
    kinds = {kind: name for name, _, content in answers() for kind in content}
    assert kinds.keys() == {"application/json", "text/csv"}
    assert kinds["text/csv"] == "get /api/v1/me/export/letterboxd/"


def test_an_object_names_its_properties_or_types_its_values() -> None:
    """But for what is empty, what fails by field, nested or not, and all that is held about somebody."""
    free = [
        where.removeprefix("/components/schemas/")
        for where, one in schemas(DOCUMENT)
        if one.get("type") == "object"
        and not one.get("properties")
        and not one.get("additionalProperties")
    ]
    assert sorted(free) == [
        "/paths//api/v1/auth/jwt/verify//post/responses/200/content/application/json/schema",
        "/paths//api/v1/me/export//get/responses/200/content/application/json/schema",
        "ErrorDetail/properties/fields",
    ]


@pytest.mark.parametrize(
    ("others", "joined"),
    [
        (["NullEnum"], {"nullable": True, "allOf": [{"$ref": "#/components/schemas/KindEnum"}]}),
        (["BlankEnum"], {"type": "string", "enum": ["a", ""]}),
        (["BlankEnum", "NullEnum"], {"nullable": True, "type": "string", "enum": ["a", ""]}),
    ],
)
def test_a_choice_with_blank_or_null_becomes_one_schema(
    others: list[str], joined: dict[str, Any]
) -> None:
    parts = [{"$ref": f"#/components/schemas/{name}"} for name in ("KindEnum", *others)]
    known: dict[str, Any] = {"KindEnum": {"type": "string", "enum": ["a"]}}
    known |= {"BlankEnum": {"enum": [""]}, "NullEnum": {"enum": [None]}}
    thing = {"type": "object", "properties": {"kind": {"description": "Which.", "oneOf": parts}}}
    shown = without_parts({"components": {"schemas": known | {"Thing": thing}}})["components"]
    assert shown["schemas"].keys() == {"KindEnum", "Thing"}
    assert shown["schemas"]["Thing"]["properties"]["kind"] == {"description": "Which."} | joined
