"""Enums of the OpenAPI document: typed, and a single schema each, so that clients can be generated."""

from collections.abc import Iterator
from typing import Any

_BLANK, _NULL = "BlankEnum", "NullEnum"


def without_parts(result: dict[str, Any], **how: Any) -> dict[str, Any]:
    """Join the parts of enums, as a postprocessing hook of drf-spectacular, after its own for enums.

    Its own hook represents a blank or nullable enum as `oneOf` the enum and untyped components for ""
    and null, which client generators cannot handle. Here "" becomes a value of the enum and null
    `nullable`.
    """
    schemas = result["components"]["schemas"]
    for schema in _with_choices(result):
        names = [part.get("$ref", "").rpartition("/")[2] for part in schema["oneOf"]]
        if {_BLANK, _NULL} & set(names):
            _join(schema, names, schemas)
    for name in (_BLANK, _NULL):
        schemas.pop(name, None)
    return result


def _with_choices(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if "oneOf" in part:
            yield part
        for inner in part.values():
            yield from _with_choices(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _with_choices(inner)


def _join(schema: dict[str, Any], names: list[str], schemas: dict[str, Any]) -> None:
    """Join the parts of one enum. names: of the parts, the enum first."""
    enum, *others = names
    first = schema.pop("oneOf")[0]
    if _NULL in others:
        schema["nullable"] = True
    if _BLANK in others:
        schema |= {"type": schemas[enum]["type"], "enum": [*schemas[enum]["enum"], ""]}
    else:
        schema["allOf"] = [first]
