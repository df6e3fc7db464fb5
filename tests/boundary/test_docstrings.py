"""Every public function, method and class of the engine has a docstring in the house style."""

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
MODULES = [path for path in tracked("recommender/core/*.py") if path.name != "__init__.py"]


def _public(node: ast.Module | ast.ClassDef, prefix: str = "") -> Iterator[tuple[str, str | None]]:
    """The qualified name and the docstring of each public definition, methods included."""
    for child in node.body:
        if isinstance(child, _DEFINITIONS) and not child.name.startswith("_"):
            name = f"{prefix}{child.name}"
            yield name, ast.get_docstring(child)
            if isinstance(child, ast.ClassDef):
                yield from _public(child, f"{name}.")


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
