"""`manage.py evaluate` as it is called."""

import hashlib
import json
import shlex
import zipfile
from pathlib import Path

import numpy as np
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError

from catalog.models import Movie
from catalog.tests.releases import write_release
from recommender.core.evaluation.report import Report
from recommender.models import EvaluationRun

pytestmark = pytest.mark.django_db


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


def test_a_release_is_measured_without_touching_the_catalogue(tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    folder = write_release(tmp_path / "tiny")
    call_command(
        "evaluate", data=str(folder), protocol="leave-last-out", models=["popular"], json=out
    )
    figures = json.loads(out.read_text())["models"]["popular"]
    assert "diversity@10" in figures
    assert np.isfinite(list(figures.values())).all()
    assert not Movie.objects.exists()


@pytest.mark.parametrize(
    ("data", "reported"),
    [("nowhere.zip", "nowhere.zip"), ("bad.txt", "line 1: expected `user item`")],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, data: str, reported: str) -> None:
    (tmp_path / "bad.txt").write_text("no\n")
    with pytest.raises(CommandError, match=reported):
        call_command("evaluate", data=str(tmp_path / data), protocol="leave-last-out")


def test_an_unknown_model_is_told_the_known_ones(sequences: Path) -> None:
    with pytest.raises(CommandError, match="unknown model 'magic'; choose from"):
        call_command("evaluate", data=str(sequences), protocol="leave-last-out", models=["magic"])


# --- what is kept ------------------------------------------------------------
def measure(sequences: Path, **options: object) -> None:
    chosen = {"models": ["popular"], "data": str(sequences), "protocol": "leave-last-out"}
    call_command("evaluate", **(chosen | options))


@pytest.mark.databases
def test_a_run_is_kept_as_the_file_tells_it(sequences: Path, tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    measure(sequences, json=out, seed=4, models=["next-ridge"])
    (run,) = EvaluationRun.objects.all()
    assert run.report == json.loads(out.read_text())
    assert (run.protocol, run.data_name) == ("leave-last-out", "circle.zip")
    assert run.data_sha256 == hashlib.sha256(sequences.read_bytes()).hexdigest()
    assert run.started_at <= run.finished_at
    report = Report.from_dict(run.report)
    assert report.seed == 4
    assert report.version == run.app_version
    assert report.machine["cpus"] >= 1  # type: ignore[operator]  # the only whole number there
    # As a set: PostgreSQL keeps no order of the keys.
    assert set(report.configs) == {"popular", "ease", "next-neighbours", "next-ridge"}
    assert report.configs["next-ridge"]["reg"] > 0


def test_a_report_names_no_folder(sequences: Path, tmp_path: Path) -> None:
    held = tmp_path / "held.txt"
    held.write_text("1 3\n")
    out = tmp_path / "figures.json"
    measure(sequences, json=out, test=str(held))
    assert str(tmp_path) not in out.read_text()
    reported = {"path": "held.txt", "sha256": hashlib.sha256(held.read_bytes()).hexdigest()}
    assert json.loads(out.read_text())["test"] == reported


def test_the_command_of_a_report_makes_it_again(
    sequences: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "held.txt").write_text("1 3\n2 9\n")
    monkeypatch.chdir(tmp_path)
    measure(sequences, test="held.txt", models=["item-similarity"], seed=2)
    first = Report.from_dict(EvaluationRun.objects.get().report)
    program, *words = shlex.split(first.command)
    call_command(*words)
    again = Report.from_dict(EvaluationRun.objects.all()[0].report)
    assert program == "manage.py"
    assert again.command == first.command
    for name, figures in first.models.items():
        same = {"fit_seconds": again.models[name]["fit_seconds"]}
        assert again.models[name] == figures | same


def test_a_run_may_be_left_out(sequences: Path) -> None:
    measure(sequences, keep=False)
    assert not EvaluationRun.objects.exists()


@pytest.mark.databases
def test_a_database_that_fails_loses_no_figure(
    sequences: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(**fields: object) -> None:
        raise OperationalError("no such table")

    monkeypatch.setattr(EvaluationRun.objects, "create", refuse)
    out = tmp_path / "figures.json"
    with pytest.raises(CommandError, match=r"no such table.*manage.py migrate"):
        measure(sequences, json=out)
    shown = capsys.readouterr().out
    assert Report.from_json(shown[shown.index("{") :]) == Report.from_json(out.read_text())


def test_a_file_that_cannot_be_written_loses_no_figure(
    sequences: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    with pytest.raises(CommandError, match="could not be written to"):
        measure(sequences, json=taken)
    shown = capsys.readouterr().out
    kept = Report.from_dict(EvaluationRun.objects.get().report)
    assert Report.from_json(shown[shown.index("{") :]) == kept


def test_a_folder_that_is_missing_is_told_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"the folder .* does not exist"):
        measure(tmp_path / "no-such-data.zip", json=tmp_path / "nowhere" / "out.json")
