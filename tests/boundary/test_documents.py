"""Facts about the documents: links and paths lead somewhere, tables are complete, pages are short."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.boundary.test_source import tracked

_ROOT = Path(__file__).resolve().parents[2]
_LINK = re.compile(r"\]\((?!https?:|#)([^)\s#]+)")
_SETTING = re.compile(r"""env\.\w+\(\s*"([A-Z][A-Z0-9_]+)\"""")
_PATH = re.compile(r"`([\w.-]+/[\w./-]*)`")
_PLACEHOLDERS = {"NAME", "SITE"}  # as in `catalog/importers/NAME.py`, for the reader to fill in
DOCUMENTS = tracked("*.md")
GUIDES = ("ARCHITECTURE.md", "CONTRIBUTING.md")


def read(name: str) -> str:
    return (_ROOT / name).read_text(encoding="utf-8")


def paths_in(text: str) -> list[str]:
    """The paths of the repository that a text names in backticks."""
    top = {path.relative_to(_ROOT).parts[0] for path in tracked("*")}
    return [
        path
        for path in _PATH.findall(text)
        if path.split("/")[0] in top and not _PLACEHOLDERS & set(re.split(r"[/.]", path))
    ]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.relative_to(_ROOT).as_posix())
def test_every_link_of_a_document_leads_to_a_file(document: Path) -> None:
    links = _LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("name", GUIDES)
def test_every_path_of_a_guide_exists(name: str) -> None:
    named = paths_in(read(name))
    assert len(named) > 20
    assert [path for path in named if not (_ROOT / path).exists()] == []


def test_newcomers_find_ten_things_by_a_table() -> None:
    table = read("CONTRIBUTING.md").partition("## Where is …")[2].partition("\n## ")[0]
    rows = [row.split("|")[1:3] for row in table.splitlines() if row.startswith("| ")][1:]
    assert len(rows) >= 10
    assert [question for question, answer in rows if not paths_in(answer)] == []


def test_every_setting_is_documented() -> None:
    named = {
        name
        for path in tracked("nextflex/*.py", "catalog/*.py")
        if "tests" not in path.parts
        for name in _SETTING.findall(path.read_text(encoding="utf-8"))
    }
    documented = read("docs/settings.md")
    assert len(named) > 30
    assert {name for name in named if f"`{name}`" not in documented} == set()


def test_every_command_is_documented() -> None:
    commands = {
        path.stem
        for path in tracked("*/management/commands/*.py")
        if path.stem != "__init__" and "tests" not in path.parts
    }
    documented = read("docs/commands.md") + read("docs/enriching.md")
    assert len(commands) > 20
    assert {name for name in commands if f"`{name}" not in documented} == set()


@pytest.mark.parametrize(("name", "most"), [("README.md", 900), ("ARCHITECTURE.md", 1_200)])
def test_a_document_is_short(name: str, most: int) -> None:
    assert len(read(name).split()) <= most


def test_the_picture_of_the_architecture_shows_the_import_contracts(tmp_path: Path) -> None:
    drawn = tmp_path / "drawn.svg"
    script = _ROOT / "script/build_architecture_picture.py"
    subprocess.run([sys.executable, str(script), str(drawn)], check=True)
    assert drawn.read_text(encoding="utf-8") == read("docs/architecture.svg")


def test_the_newest_release_of_the_changelog_is_the_version_of_the_project() -> None:
    (version,) = re.findall(r'^version = "(.+)"$', read("pyproject.toml"), re.MULTILINE)
    headings = re.findall(
        r"^## \[(.+?)\](?: - (\d{4}-\d\d-\d\d))?$", read("CHANGELOG.md"), re.MULTILINE
    )
    assert headings[0] == ("Unreleased", "")
    assert headings[1][0] == version
    assert all(date for _, date in headings[1:])
