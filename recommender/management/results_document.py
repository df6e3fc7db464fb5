"""The document of results: tables, commands and plots, generated only from reports."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from itertools import groupby
from pathlib import Path
from statistics import fmean

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.text import get_text_list

from recommender.admin.evaluations import figures_table
from recommender.admin.metric_labels import label_of
from recommender.admin.plotting import Plot, Table
from recommender.admin.report_plots import plots_of
from recommender.core.errors import BadData
from recommender.core.evaluation.report import Report

_OWN_STYLE = (
    "svg.pl { color-scheme: light dark; max-width: none } "
    ".pl .ground { fill: light-dark(#ffffff, #14171a) }"
)
_NONE = "–"
_ALSO_OVER_SEEDS = ("hr@10", "ndcg@10", "rmse", "mae", "coverage@10")
_HEAD = """\
# Results

Measured with `manage.py evaluate`. Every metric ranks **all** films, without sampling, with the same
ranking code as in production, and is compared with the popularity baseline on the same split. ± is one
standard error; error bars in plots show the same. Reports are in `{folder}/`. This page and its plots
are generated from them by `manage.py results --write {document}`; `script/test` checks that they match.
"""


@dataclass(frozen=True, slots=True)
class NamedReport:
    """A named report. stem: the file's name without its ending, the prefix of its plots."""

    stem: str
    report: Report


@dataclass(frozen=True, slots=True)
class ResultsDocument:
    """The document. plots: SVG files by name, for the folder with the document's name."""

    text: str
    plots: dict[str, str]


def read_report(path: Path) -> NamedReport:
    """Read a report. Raises BadData, with the file's name."""
    try:
        return NamedReport(path.stem, Report.from_json(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, BadData) as error:
        raise BadData(f"{path}: {error}") from error


def document_of(reports: list[NamedReport], path: Path) -> ResultsDocument:
    """Generate the document, by protocol, data set and name; equal reports give an equal document."""
    ordered = sorted(reports, key=_place)
    folder = path.stem
    parts = [_HEAD.format(folder=folder, document=f"{path.parent.name}/{path.name}")]
    for protocol, group in groupby(ordered, key=lambda one: one.report.protocol):
        named = list(group)
        parts.append(f"## {protocol}\n\n{named[0].report.facts.held_back}\n")
        parts += ["\n".join(_over_seeds(one)) for one in _repeated(named)]
        parts += ["\n".join(_section(one, folder)) for one in named]
    plots = {
        f"{one.stem}-{plot.name}.svg": _svg(plot)
        for one in ordered
        for plot in plots_of(one.report)
    }
    return ResultsDocument("\n".join(parts), plots)


def _place(one: NamedReport) -> tuple[str, str, str]:
    return one.report.protocol, one.report.data.path, one.stem


def _repeated(named: list[NamedReport]) -> Iterator[list[Report]]:
    """Yield reports of several seeds with the same models, settings and data."""
    alike: dict[str, list[Report]] = {}
    for one in named:
        report = one.report
        what = (
            report.data.sha256,
            report.test,
            sorted(report.models),
            sorted(report.configs.items()),
        )
        alike.setdefault(repr(what), []).append(report)
    for reports in alike.values():
        by_seed = {report.seed: report for report in reports}
        if len(by_seed) > 1:
            yield [by_seed[seed] for seed in sorted(by_seed)]


def _over_seeds(reports: list[Report]) -> Iterator[str]:
    """Yield the mean of the main metrics over seeds, with the models in the first seed's order."""
    first = reports[0]
    seeds = get_text_list([str(one.seed) for one in reports], "and")
    yield f"### {first.data.path}: mean of the seeds {seeds}\n"
    yield "Lowest and highest values are in parentheses; each seed's report is below.\n"
    names = first.ranked()
    rows = [
        (
            label_of(metric),
            *(_mean([one.models[name].get(metric) for one in reports]) for name in names),
        )
        for metric in dict.fromkeys((first.facts.best_by, *_ALSO_OVER_SEEDS))
        if any(metric in figures for figures in first.models.values())
    ]
    yield from _table(Table(("Figure", *names), tuple(rows)))
    yield ""


def _mean(found: list[float | None]) -> str:
    known = [value for value in found if value is not None]
    if len(known) < len(found):
        return _NONE
    return f"{fmean(known):.4f} ({min(known):.4f}–{max(known):.4f})"


def _section(one: NamedReport, folder: str) -> Iterator[str]:
    report, data = one.report, one.report.data
    plots = plots_of(report)
    yield f"### {data.path}\n"
    yield (
        f"{data.users:,} users, {data.items:,} items, {data.interactions:,} interactions; "
        f"SHA-256 `{data.sha256}`. {_circumstances(report)}\n"
    )
    if report.test:
        yield f"Held out: `{report.test.path}`, SHA-256 `{report.test.sha256}`.\n"
    yield f"    {report.command}\n"
    yield from _table(figures_table(report))
    yield ""
    for plot in plots:
        source = escape(f"{folder}/{one.stem}-{plot.name}.svg")
        yield f'<img src="{source}" width="420" alt="{escape(plot.aria)}">'
    yield ""
    for plot in plots:
        if plot.table.head[0] != "Model":  # the table above lacks it
            yield f"{plot.title}:\n"
            yield from _table(plot.table)
            yield ""


def _circumstances(report: Report) -> str:
    start, end = map(datetime.fromisoformat, (report.started_at, report.finished_at))
    minutes = (end - start).total_seconds() / 60
    machine = ", ".join(f"{fact} {value}" for fact, value in report.machine.items())
    return (
        f"Measured on {end:%Y-%m-%d} in {minutes:.1f} min ({machine}; NextFlex {report.version})."
    )


def _table(table: Table) -> Iterator[str]:
    yield _row(table.head)
    yield _row(["---", *("---:" for _ in table.head[1:])])
    yield from map(_row, table.rows)


def _row(cells: tuple[str, ...] | list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _svg(plot: Plot) -> str:
    found = finders.find("css/plots.css")
    if not isinstance(found, str):
        raise BadData("static/css/plots.css is missing; restore it from the repository")
    style = " ".join(Path(found).read_text(encoding="utf-8").split()) + " " + _OWN_STYLE
    return render_to_string("admin/recommender/plot.svg", {"plot": plot, "style": style})
