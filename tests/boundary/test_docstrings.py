"""Docstrings in the house style: on everything public of the engine, in plain terms everywhere."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.boundary.test_source import tracked

_ROOT = Path(__file__).resolve().parents[2]
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_RETIRED = re.compile(
    r"\b(?:told|tells|tell us|strangers?|newcomers?|by lot|drawn lots|dials?|mends?|guess(?:es)?)\b"
)
# `crowd` is the name of a field in the engine; the apps have no such names.
_RETIRED_IN_APPS = re.compile(
    _RETIRED.pattern
    + r"|\b(?:tell|lots of|crowds?|mended|guesser|whoever|who rated nothing|what bec(?:ame|omes) of)\b"
)
_PACKAGES = ("accounts", "catalog", "uploads", "recommender", "nextflex")
MODULES = [path for path in tracked("recommender/core/*.py") if path.name != "__init__.py"]
APP_MODULES = [
    path
    for path in tracked(*(f"{package}/*.py" for package in _PACKAGES))
    if path not in MODULES and not {"tests", "migrations"} & set(path.parts)
]


def _public(node: ast.Module | ast.ClassDef, prefix: str = "") -> Iterator[tuple[str, str | None]]:
    """The qualified name and the docstring of each public definition, methods included."""
    for child in node.body:
        if isinstance(child, _DEFINITIONS) and not child.name.startswith("_"):
            name = f"{prefix}{child.name}"
            yield name, ast.get_docstring(child)
            if isinstance(child, ast.ClassDef):
                yield from _public(child, f"{name}.")


def _docstrings(path: Path) -> Iterator[tuple[str, str]]:
    """The name and the docstring of the module and of each definition, private ones included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.Module, *_DEFINITIONS)) and (doc := ast.get_docstring(node)):
            yield getattr(node, "name", "module"), doc


def _definitions(path: Path) -> list[tuple[str, str | None]]:
    return list(_public(ast.parse(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("path", MODULES, ids=lambda one: one.relative_to(_ROOT).as_posix())
def test_everything_public_has_a_docstring(path: Path) -> None:
    assert [name for name, doc in _definitions(path) if not doc] == []


def test_the_engine_has_hundreds_of_public_definitions() -> None:
    assert sum(len(_definitions(path)) for path in MODULES) > 300


def test_docstrings_begin_with_a_capital_a_number_or_a_name_in_backticks() -> None:
    # "scores: (n,)" and the like belong below a first sentence.
    begins = re.compile(r"[A-Z0-9`(]")
    odd = [
        f"{path.name}: {name}: {doc.splitlines()[0]}"
        for path in MODULES
        for name, doc in _definitions(path)
        if doc and not begins.match(doc)
    ]
    assert odd == []


def test_docstrings_use_the_terms_of_the_field() -> None:
    odd = [
        f"{path.name}: {name}: {found.group()}"
        for path in MODULES
        for name, doc in _definitions(path)
        if doc and (found := _RETIRED.search(doc))
    ]
    assert odd == []


def test_docstrings_of_the_apps_use_plain_terms() -> None:
    odd = [
        f"{path.relative_to(_ROOT)}: {name}: {found.group()}"
        for path in APP_MODULES
        for name, doc in _docstrings(path)
        if (found := _RETIRED_IN_APPS.search(doc))
    ]
    assert odd == []


def test_the_apps_have_hundreds_of_docstrings() -> None:
    assert sum(len(list(_docstrings(path))) for path in APP_MODULES) > 1_000
