"""Facts about the documents: their links lead somewhere, and the table of settings is complete."""

import re
from pathlib import Path

import pytest

from tests.boundary.test_source import tracked

_ROOT = Path(__file__).resolve().parents[2]
_LINK = re.compile(r"\]\((?!https?:|#)([^)\s#]+)")
_SETTING = re.compile(r"""env\.\w+\(\s*"([A-Z][A-Z0-9_]+)\"""")
DOCUMENTS = tracked("*.md")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.relative_to(_ROOT).as_posix())
def test_every_link_of_a_document_leads_to_a_file(document: Path) -> None:
    links = _LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_setting_is_documented() -> None:
    read = {
        name
        for path in tracked("nextflex/*.py", "catalog/*.py")
        if "tests" not in path.parts
        for name in _SETTING.findall(path.read_text(encoding="utf-8"))
    }
    told = (_ROOT / "docs/settings.md").read_text(encoding="utf-8")
    assert len(read) > 30
    assert {name for name in read if f"`{name}`" not in told} == set()


def test_the_readme_is_short() -> None:
    assert len((_ROOT / "README.md").read_text(encoding="utf-8").split()) <= 900
