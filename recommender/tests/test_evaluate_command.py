"""`manage.py evaluate` as it is called."""

import hashlib
import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from catalog.tests.releases import write_release


@pytest.fixture
def sequences(tmp_path: Path) -> Path:
    """Forty people who go round a circle of twelve films from different places."""
    lines = [f"{user} {(user + step) % 12 + 1}" for user in range(1, 41) for step in range(6)]
    path = tmp_path / "circle.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("circle.txt", "\n".join(lines))
    return path


def test_figures_go_to_a_file_and_to_the_terminal(
    sequences: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "figures.json"
    call_command(
        "evaluate",
        data=str(sequences),
        protocol="leave-last-out",
        models=["next-ridge"],
        seed=3,
        json=out,
    )
    report = json.loads(out.read_text())
    assert report["protocol"] == "leave-last-out"
    assert report["seed"] == 3
    assert report["data"] == {
        "path": "circle.zip",
        "sha256": hashlib.sha256(sequences.read_bytes()).hexdigest(),
        "users": 40,
        "items": 12,
        "interactions": 240,
    }
    assert list(report["models"]) == ["popular", "next-ridge"]
    assert report["models"]["next-ridge"]["ndcg@10"] > 0.99  # the next of the circle is certain
    assert report["models"]["next-ridge"]["ndcg@10:se"] >= 0
    shown = capsys.readouterr().out
    assert "40 users, 12 items, 240 interactions; leave-last-out, seed 3" in shown
    assert "next-ridge" in shown


def test_a_separate_test_file_is_not_trained_on(sequences: Path, tmp_path: Path) -> None:
    held = tmp_path / "held.txt"
    held.write_text("\n".join(f"{user} {(user + 6) % 12 + 1}" for user in range(1, 41)))
    out = tmp_path / "figures.json"
    call_command(
        "evaluate",
        data=str(sequences),
        protocol="leave-last-out",
        test=str(held),
        models=["next-ridge"],
        json=out,
    )
    report = json.loads(out.read_text())
    assert report["data"]["interactions"] == 240
    assert report["models"]["next-ridge"]["hr@10"] == 1


def test_a_release_is_measured_without_touching_the_site(tmp_path: Path, db: None) -> None:
    out = tmp_path / "figures.json"
    folder = write_release(tmp_path / "tiny")
    call_command(
        "evaluate", data=str(folder), protocol="leave-last-out", models=["popular"], json=out
    )
    figures = json.loads(out.read_text())["models"]["popular"]
    assert "diversity@10" in figures
    assert np.isfinite(list(figures.values())).all()


@pytest.mark.parametrize(
    ("data", "told"), [("nowhere.zip", "nowhere.zip"), ("bad.txt", "line 1: 'no' is not")]
)
def test_what_cannot_be_read_is_named(tmp_path: Path, data: str, told: str) -> None:
    (tmp_path / "bad.txt").write_text("no\n")
    with pytest.raises(CommandError, match=told):
        call_command("evaluate", data=str(tmp_path / data), protocol="leave-last-out")


def test_an_unknown_model_is_told_the_known_ones(sequences: Path) -> None:
    with pytest.raises(CommandError, match="no model is named 'magic'; there are"):
        call_command("evaluate", data=str(sequences), protocol="leave-last-out", models=["magic"])
