"""The admin pages of stored evaluations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from recommender.admin.metric_labels import cell_of, label_of, metrics_of
from recommender.admin.plotting import Plot, Table
from recommender.admin.report_plots import at_best, plots_of
from recommender.core.algorithms.registry import BASELINE
from recommender.core.errors import BadData
from recommender.core.evaluation.protocols import is_error
from recommender.core.evaluation.report import Report
from recommender.models import EvaluationRun

_SHOWN = 200  # runs
_ALSO = ("hr@10", "coverage@10")


@dataclass(frozen=True, slots=True)
class RunLine:
    """A run's best model beside popularity. figures: of the best model, with the group's metrics."""

    run: EvaluationRun
    best: str
    figures: tuple[str, ...]
    baseline: str
    times_baseline: float | None
    seed: int


@dataclass(frozen=True, slots=True)
class Group:
    """Runs of one protocol on one data set, best first. metrics: the first one determines the order."""

    protocol: str
    data_name: str
    facts: str
    held_back: str
    metrics: tuple[str, ...]
    lines: tuple[RunLine, ...]


@dataclass(frozen=True, slots=True)
class Evaluations:
    """The evaluations. damaged: unreadable runs, with the reason; limit: the number of runs read."""

    groups: tuple[Group, ...]
    damaged: tuple[tuple[EvaluationRun, str], ...]
    limit: int
    is_cut: bool


@dataclass(frozen=True, slots=True)
class RunPage:
    """The full page of one evaluation."""

    run: EvaluationRun
    report: Report
    took: timedelta
    figures: Table
    plots: tuple[Plot, ...]
    configs: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def evaluations() -> Evaluations:
    """Return the newest runs by protocol, data set and test file, each by checksum instead of name."""
    runs = list(EvaluationRun.objects.all()[: _SHOWN + 1])
    by_group: dict[tuple[str, str, str], list[tuple[EvaluationRun, Report]]] = {}
    damaged = []
    for run in runs[:_SHOWN]:
        try:
            report = Report.from_dict(run.report)
        except BadData as error:
            damaged.append((run, str(error)))
        else:
            test = report.test.sha256 if report.test else ""
            key = (run.protocol, run.data_sha256, test)
            by_group.setdefault(key, []).append((run, report))
    groups = sorted((_group(one) for one in by_group.values()), key=_group_order)
    return Evaluations(tuple(groups), tuple(damaged), _SHOWN, len(runs) > _SHOWN)


def run_page(run: EvaluationRun) -> RunPage:
    """Return a run's page. Raises BadData for a report that this version cannot read."""
    report = Report.from_dict(run.report)
    took = timedelta(seconds=round((run.finished_at - run.started_at).total_seconds()))
    configs = tuple(
        (name, tuple((setting, str(value)) for setting, value in settings.items()))
        for name, settings in report.configs.items()
        if settings
    )
    return RunPage(run, report, took, figures_table(report), tuple(plots_of(report)), configs)


def figures_table(report: Report) -> Table:
    """Return a table of all metrics, one column per model, best first; of several k, the ranking k."""
    suffix = at_best(report, "")
    metrics = [name for name in metrics_of(report.models.values()) if _belongs(name, suffix)]
    names = report.ranked()
    rows = tuple(
        (label_of(metric), *(cell_of(report.models[name], metric) for name in names))
        for metric in metrics
    )
    return Table(("Figure", *names), rows)


def _belongs(metric: str, suffix: str) -> bool:
    return metric.endswith(suffix) or " k=" not in metric


def _group_order(group: Group) -> tuple[str, str]:
    return group.protocol, group.data_name


def _name(report: Report) -> str:
    return report.data.path + (f", {report.test.path} held out" if report.test else "")


def _group(runs: Sequence[tuple[EvaluationRun, Report]]) -> Group:
    """Group runs. runs: newest first, which is the order of ties."""
    _, newest = runs[0]
    data, facts = newest.data, newest.facts
    ordered = sorted(runs, key=lambda one: _place(one[1]))
    return Group(
        newest.protocol,
        _name(newest),
        f"{data.users:,} users, {data.items:,} items, {data.interactions:,} interactions",
        facts.held_back,
        tuple(label_of(metric) for metric in _metrics(newest)),
        tuple(_line(run, report, _metrics(newest)) for run, report in ordered),
    )


def _metrics(report: Report) -> tuple[str, ...]:
    """Return the metrics of a run in the list, the one that orders the runs first."""
    others = [at_best(report, name) for name in _ALSO]
    there = {name for figures in report.models.values() for name in figures}
    return (report.facts.best_by, *(name for name in others if name in there))


def _place(report: Report) -> float:
    metric = report.facts.best_by
    value = report.models[report.ranked()[0]].get(metric)
    if value is None:
        return float("inf")
    return value if is_error(metric) else -value


def _line(run: EvaluationRun, report: Report, metrics: tuple[str, ...]) -> RunLine:
    metric = report.facts.best_by
    best = report.ranked()[0]
    figures, base = report.models[best], report.models.get(BASELINE, {})
    return RunLine(
        run,
        best,
        tuple(cell_of(figures, name) for name in metrics),
        cell_of(base, metric),
        figures[metric] / base[metric] if base.get(metric) and metric in figures else None,
        report.seed,
    )
