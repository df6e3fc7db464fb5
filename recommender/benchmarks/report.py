"""The results of one part of the benchmark: tables of figures that can be written as JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from recommender.benchmarks.timing import Timing

OURS = "NextFlex"
Cell = str | float | int
Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure that must be at most `most`.

    what: of which task; unit: of both numbers; note: further figures for the interpretation.
    """

    what: str
    figure: float
    most: float
    unit: str
    note: str = ""

    @property
    def is_met(self) -> bool:
        return self.figure <= self.most


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with `task`, `by` and `what`, and either `median_ms` and `p95_ms` or other figures.

    Rows of one task do the same; by: OURS or the library. remarks: notes for the interpretation.
    goals: those that are not the `goal_ms` of a row.
    """

    title: str
    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()
    goals: tuple[Goal, ...] = ()


def timed_rows(found: Mapping[tuple[str, str, str], Timing]) -> tuple[dict[str, Cell], ...]:
    """Return table rows from timings by task, library and description."""
    return tuple(
        {"task": task, "by": by, "what": what, **timing.cells()}
        for (task, by, what), timing in found.items()
    )


def slower_than_others(table: Table) -> Iterator[tuple[Row, Row, float]]:
    """Yield each of our rows with a faster one of another library for the same task, and the
    factor.
    """
    for ours in table.rows:
        for other in table.rows:
            figure = next((name for name in ("median_ms", "seconds") if name in ours), "")
            if ours["by"] != OURS or other["by"] == OURS or figure not in other:
                continue
            if other["task"] == ours["task"] and float(other[figure]) < float(ours[figure]):
                yield ours, other, float(ours[figure]) / max(float(other[figure]), 1e-9)
