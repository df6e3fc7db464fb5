"""`manage.py results`: the document says what the reports say, and a difference is found."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from recommender.core.evaluation.report import NamedFile
from tests.reports import FIGURES, cold_models, make_report


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A document with two reports in its folder."""
    folder = tmp_path / "results"
    folder.mkdir()
    add(folder, "last")
    add(folder, "cold", protocol="cold-start", models=cold_models())
    call_command("results", write=folder.with_suffix(".md"))
    return folder.with_suffix(".md")


def add(folder: Path, stem: str, **parts: Any) -> Path:
    path = folder / f"{stem}.json"
    path.write_text(make_report(**parts).to_json())
    return path


def check(page: Path) -> None:
    call_command("results", check=page)


def test_the_document_holds_the_figures_and_what_makes_them_again(page: Path) -> None:
    text = page.read_text()
    assert "| NDCG@10 | 0.3000 ± 0.0200 | 0.1000 ± 0.0100 |" in text
    assert "| Figure | ease | popular |" in text
    assert "    manage.py evaluate --protocol leave-last-out --data tiny.zip --models ease" in text
    assert "SHA-256 `" + "ab" * 32 in text
    assert "| 5 | 0.9500 ± 0.0200 | 0.9500 |" in text
    assert text.index("## cold-start") < text.index("## leave-last-out")


def test_every_plot_of_the_document_is_a_whole_file_with_words(page: Path) -> None:
    images = re.findall(r'<img src="([^"]+)" width="420" alt="([^"]+)">', page.read_text())
    files = {f"results/{file.name}" for file in page.with_suffix("").glob("*.svg")}
    assert {source for source, _ in images} == files
    assert len(files) == 6
    for source, words in images:
        root = ET.parse(page.parent / source).getroot()
        assert root.get("aria-label") == words
        title = root.findtext("{*}text") or ""
        assert words.startswith(title.partition(" by ")[0])
        assert title
        assert {child.tag.rpartition("}")[2] for child in root} >= {"style", "polyline", "text"}


def test_reports_that_differ_in_their_seed_are_told_together(page: Path) -> None:
    folder = page.with_suffix("")
    better = FIGURES | {"ease": FIGURES["ease"] | {"ndcg@10": 0.36}}
    add(folder, "last-1", seed=1, models=better)
    add(folder, "last-other", seed=2, configs={"popular": {}, "ease": {"reg": 1.0}})
    call_command("results", write=page)
    text = page.read_text()
    assert text.count("mean of the seeds") == 1
    assert "### tiny.zip: mean of the seeds 0 and 1" in text
    assert "| NDCG@10 | 0.3300 (0.3000–0.3600) | 0.1000 (0.1000–0.1000) |" in text


def test_a_separate_test_file_is_named(tmp_path: Path) -> None:
    report = add(tmp_path, "given", test=NamedFile("u1.test", "cd" * 32))
    page = tmp_path / "page.md"
    call_command("results", str(report), write=page)
    assert "Held out: `u1.test`, SHA-256 `" + "cd" * 32 in page.read_text()


def test_a_document_that_agrees_passes_and_is_the_same_again(page: Path) -> None:
    check(page)
    before = page.read_text()
    call_command("results", write=page)
    assert page.read_text() == before


def test_a_report_that_changed_is_found(page: Path) -> None:
    better = FIGURES | {"ease": FIGURES["ease"] | {"ndcg@10": 0.31}}
    add(page.with_suffix(""), "last", models=better)
    with pytest.raises(CommandError, match=r"last-ndcg-10\.svg.*results\.md: out of date"):
        check(page)


@pytest.mark.parametrize("name", ["results.md", "results/last-hr-10.svg"])
def test_a_file_that_was_edited_or_removed_is_found(page: Path, name: str) -> None:
    file = page.parent / name
    file.write_text(file.read_text() + " ")
    with pytest.raises(CommandError, match=file.name):
        check(page)
    file.unlink()
    with pytest.raises(CommandError, match=file.name):
        check(page)


def test_a_plot_of_a_report_that_is_gone_is_found_and_removed(page: Path) -> None:
    (page.with_suffix("") / "cold.json").unlink()
    with pytest.raises(CommandError, match=r"cold-cold-rmse\.svg"):
        check(page)
    call_command("results", write=page)
    check(page)
    assert not list(page.with_suffix("").glob("cold*"))


def test_checking_writes_nothing(page: Path) -> None:
    page.write_text("mine")
    with pytest.raises(CommandError):
        check(page)
    assert page.read_text() == "mine"


def test_a_report_that_cannot_be_read_is_named_and_nothing_is_written(page: Path) -> None:
    before = page.read_text()
    (page.with_suffix("") / "bad.json").write_text("{}")
    with pytest.raises(CommandError, match=r"bad\.json: it is not a valid report"):
        call_command("results", write=page)
    assert page.read_text() == before


def test_without_a_report_the_way_to_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="evaluate --json"):
        check(tmp_path / "results.md")


def test_two_reports_of_one_name_are_refused(page: Path, tmp_path: Path) -> None:
    again = add(tmp_path, "last")
    with pytest.raises(CommandError, match="two reports are named last"):
        call_command("results", page.with_suffix("") / "last.json", again, write=page)


def test_one_of_writing_and_checking_is_asked_for() -> None:
    with pytest.raises(CommandError, match="one of the arguments --write --check is required"):
        call_command("results")
