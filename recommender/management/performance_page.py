"""The benchmark's report as Markdown and as lines for a terminal; every figure is of the report."""

from collections.abc import Iterator, Sequence
from typing import Any

from recommender.benchmarks.report import Cell, Row, Table, slower_than_others

Report = dict[str, Any]
_QUIET = 1.0
_HEADS = {
    "median_ms": "median ms",
    "p95_ms": "p95 ms",
    "p99_ms": "p99 ms",
    "cpu_ms": "processor ms",
    "goal_ms": "goal ms",
    "to_make_s": "s to make",
}


def page_of(report: Report) -> str:
    """The whole of docs/performance.md."""
    lines = [
        "# Performance",
        "",
        "Written by `manage.py benchmark`; do not edit. What is compared took turns in one run. Times "
        "are medians and 95th percentiles by the wall clock, and medians of the processor's time.",
        "",
        f"    {report['command']}",
        "",
        *_setting(report),
        "",
        "## Where another is faster",
        "",
        *(_slower(report) or ["Nowhere in this run."]),
        "",
        "## Goals",
        "",
        *(_goals(report) or ["None of the parts that ran has one."]),
    ]
    for part in report["parts"].values():
        lines += ["", f"## {part['title']}"]
        for table in map(_table, part["tables"]):
            lines += ["", f"**{table.title}**", "", *_markdown(table)]
            lines += ["", *(f"- {remark}" for remark in table.remarks)] if table.remarks else []
    return "\n".join(lines) + "\n"


def lines_of(report: Report) -> Iterator[str]:
    """The tables alone, in columns."""
    for part in report["parts"].values():
        for table in map(_table, part["tables"]):
            yield f"{part['title']}: {table.title}"
            rows = [_heads(table.rows), *_cells(table.rows)]
            widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
            for row in rows:
                yield "  ".join(
                    cell.ljust(width) if place < 3 else cell.rjust(width)
                    for place, (cell, width) in enumerate(zip(row, widths, strict=True))
                ).rstrip()
            yield from (f"  {remark}" for remark in table.remarks)
            yield ""


def _setting(report: Report) -> Iterator[str]:
    machine, load = report["machine"], report["load_average"]
    yield f"- Date: {report['date']}"
    yield "- Machine: " + "; ".join(f"{name} {value}" for name, value in machine.items())
    yield f"- Load average: {load['before']} before, {load['after']} after, the benchmark included"
    if load["before"] > _QUIET:
        yield (
            "- **Other programs ran meanwhile: times are longer than on a quiet machine.** The "
            "processor's time suffers least from them."
        )
    if data := report["data"]:
        yield (
            f"- Data: {data['path']} (sha256 {data['sha256'][:12]}…): {data['users']:,} users, "
            f"{data['items']:,} films, {data['interactions']:,} ratings"
        )


def _slower(report: Report) -> list[str]:
    return [
        f"- {table.title}: {ours['task']}: {ours['what']} takes {times:.1f} times as long as "
        f"{other['by']} ({other['what']})."
        for table in _tables(report)
        for ours, other, times in slower_than_others(table)
    ]


def _goals(report: Report) -> list[str]:
    return [
        f"- {table.title}: {row['task']}: {row['median_ms']:.2f} ms (processor {row['cpu_ms']:.2f} ms), "
        f"goal {row['goal_ms']:g} ms: "
        + ("met" if float(row["median_ms"]) <= float(row["goal_ms"]) else "**missed**")
        + "."
        for table in _tables(report)
        for row in table.rows
        if "goal_ms" in row
    ]


def _tables(report: Report) -> Iterator[Table]:
    for part in report["parts"].values():
        yield from map(_table, part["tables"])


def _table(told: dict[str, Any]) -> Table:
    return Table(told["title"], tuple(told["rows"]), tuple(told["remarks"]))


def _markdown(table: Table) -> Iterator[str]:
    heads = _heads(table.rows)
    yield f"| {' | '.join(heads)} |"
    yield "|" + "|".join("---" if place < 3 else "---:" for place in range(len(heads))) + "|"
    for row in _cells(table.rows):
        yield f"| {' | '.join(row)} |"


def _names(rows: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row))


def _heads(rows: Sequence[Row]) -> list[str]:
    return [_HEADS.get(name, name) for name in _names(rows)]


def _cells(rows: Sequence[Row]) -> list[list[str]]:
    return [[_cell(row.get(name, "")) for name in _names(rows)] for row in rows]


def _cell(value: Cell) -> str:
    if isinstance(value, float):
        return f"{value:,.1f}" if abs(value) >= 100 else f"{value:.3g}"
    return f"{value:,}" if isinstance(value, int) else value
