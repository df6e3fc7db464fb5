"""`manage.py benchmark` as it is called, and the page that it writes."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from catalog.tests.releases import write_release
from recommender.benchmarks.report import Cell, Goal, Row, Table
from recommender.management.performance_page import Report, lines_of, merged, page_of

_OURS: dict[str, Cell] = {
    "task": "a list",
    "by": "NextFlex",
    "what": "ours",
    "median_ms": 4.5,
    "p95_ms": 7.25,
    "cpu_ms": 4.0,
    "turns": 200,
    "goal_ms": 3.0,
}
_BARE: dict[str, Cell] = {
    "task": "a list",
    "by": "numpy",
    "what": "bare",
    "median_ms": 1.5,
    "p95_ms": 2.0,
    "cpu_ms": 1.0,
    "turns": 200,
}
_ROWS = [_OURS, _BARE]


def report_of(
    rows: Sequence[Row],
    *,
    load: float = 0.2,
    name: str = "lists",
    goals: tuple[Goal, ...] = (),
) -> Report:
    run = {
        "command": f"manage.py benchmark --only {name} --data ml-1m.zip",
        "date": "2026-01-02",
        "machine": {"processor": "Some processor", "cores": 2, "numpy": "2.4.6"},
        "load_average": {"before": load, "after": 1.9},
        "data": {"path": "ml-1m.zip", "sha256": "ab" * 32, "users": 6040, "items": 3883}
        | {"interactions": 1_000_209},
    }
    table = asdict(Table("One list of 10", tuple(rows), ("Ours masks.",), goals))
    return {"parts": {name: {"title": name.capitalize(), "run": run, "tables": [table]}}}


def test_the_page_states_what_the_report_says() -> None:
    page = page_of(report_of(_ROWS))
    for shown in (
        "manage.py benchmark --only lists --data ml-1m.zip",
        "2026-01-02",
        "processor Some processor; cores 2; numpy 2.4.6",
        "Load average: 0.2 before, 1.9 after",
        "6,040 users, 3,883 films, 1,000,209 ratings",
        "| a list | NextFlex | ours | 4.5 | 7.25 | 4 | 200 | 3 |",
        "| a list | numpy | bare | 1.5 | 2 | 1 | 200 |  |",
        "- Ours masks.",
    ):
        assert shown in page


def test_the_page_admits_what_is_slower_and_which_goal_is_missed() -> None:
    page = page_of(report_of(_ROWS))
    assert "ours takes 3.0 times as long as numpy (bare)" in page
    assert "4.50 ms (CPU 4.00 ms), goal 3 ms: **missed**" in page


def test_the_page_is_as_plain_about_what_went_well() -> None:
    page = page_of(report_of([_OURS | {"median_ms": 1.0}, _BARE]))
    assert "None in this run." in page
    assert "goal 3 ms: met" in page


@pytest.mark.parametrize(("load", "shown"), [(4.0, True), (0.5, False)])
def test_a_busy_machine_is_told(load: float, *, shown: bool) -> None:
    assert ("Other programs were running" in page_of(report_of(_ROWS, load=load))) is shown


def test_the_terminal_shows_every_row_in_columns() -> None:
    lines = list(lines_of(report_of(_ROWS)))
    assert lines[0] == "Lists: One list of 10"
    assert lines[1].split()[:4] == ["task", "by", "what", "median"]
    assert lines[2].index("ours") == lines[3].index("bare")


def test_goals_are_judged_at_the_top_of_the_page() -> None:
    goals = (Goal("home", 21.1, 15, "times", "server: 40"), Goal("p95", 150, 150, "ms"))
    page = page_of(report_of(_ROWS, goals=goals))
    assert "- One list of 10: home: 21.1 times (server: 40), goal 15: **missed**." in page
    assert "- One list of 10: p95: 150 ms, goal 150: met." in page
    assert page.index("goal 150") < page.index("## Lists")


def test_a_run_of_one_part_keeps_the_others_with_their_own_run() -> None:
    earlier = report_of(_ROWS, load=4.0)
    both = merged(report_of(_ROWS, name="http"), earlier)
    assert list(both["parts"]) == ["http", "lists"]
    page = page_of(both)
    for shown in ("    manage.py benchmark --only http", "    manage.py benchmark --only lists"):
        assert shown in page
    assert page.index("- Parts: Http") < page.index("0.2 before") < page.index("- Parts: Lists")
    assert page.index("- Parts: Lists") < page.index("4.0 before") < page.index("## Goals")


def test_a_part_that_was_measured_again_replaces_the_earlier_one() -> None:
    again = report_of([_OURS | {"median_ms": 9.0}])
    assert merged(again, report_of(_ROWS)) == again


def test_too_few_requests_are_refused(db: None) -> None:
    with pytest.raises(CommandError, match="--requests 1 must be at least 2"):
        call_command("benchmark", requests=1)


def test_parts_that_need_data_say_so() -> None:
    with pytest.raises(CommandError, match="lists: name a MovieLens release with --data PATH"):
        call_command("benchmark", only=["lists"])


def test_a_missing_library_is_told_before_the_data_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "implicit.cpu.als", None)
    monkeypatch.setitem(sys.modules, "implicit", None)
    with pytest.raises(CommandError, match="implicit, which is not installed; run script/setup"):
        call_command("benchmark", only=["lists"], data="nowhere.zip")


@pytest.mark.spark
def test_a_run_writes_the_same_figures_as_json_and_as_a_page(tmp_path: Path) -> None:
    movies = {film: (f"Film {film} (1999)", "Drama|Comedy") for film in range(1, 81)}
    ratings = [(user, film, 4.0) for user in range(1, 9) for film in range(user, user + 60)]
    folder = write_release(tmp_path / "release", movies=movies, ratings=ratings)
    shown, page = tmp_path / "figures.json", tmp_path / "performance.md"
    call_command(
        "benchmark",
        only=["answers"],
        data=str(folder),
        turns=2,
        films=300,
        json=shown,
        write=page,
    )
    report = json.loads(shown.read_text())
    run = report["parts"]["answers"]["run"]
    assert run["data"]["interactions"] == 480
    assert run["command"] == (
        "manage.py benchmark --only answers --turns 2 --films 300 --data release"
    )
    assert list(report["parts"]) == ["answers"]
    assert page.read_text() == page_of(report)
    assert json.loads(page.with_suffix(".json").read_text()) == report
    assert str(tmp_path) not in page.read_text()
