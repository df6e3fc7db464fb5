"""What the admin shows of the kept evaluations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from recommender.core.algorithms.registry import BASELINE
from recommender.core.errors import BadData
from recommender.core.evaluation.protocols import is_error
from recommender.core.evaluation.report import Report
from recommender.figure_words import cell_of, label_of, metrics_of
from recommender.models import EvaluationRun
from recommender.plotting import Plot, Table
from recommender.report_plots import at_best, plots_of

_SHOWN = 200  # runs
_ALSO = ("hr@10", "coverage@10")


@dataclass(frozen=True, slots=True)
class RunLine:
    """A run by its best model, popularity beside it. also: further figures of the best, by label."""

    run: EvaluationRun
    best: str
    figure: str
    baseline: str
    times_baseline: float | None
    also: tuple[tuple[str, str], ...]
    n_models: int
    seed: int


@dataclass(frozen=True, slots=True)
class Group:
    """Runs of one protocol on one data set, best first."""

    protocol: str
    data_name: str
    facts: str
    held_back: str
    metric: str
    lines: tuple[RunLine, ...]


@dataclass(frozen=True, slots=True)
class Evaluations:
    """damaged: kept runs that this code cannot read, with the reason; limit: how many runs are read."""

    groups: tuple[Group, ...]
    damaged: tuple[tuple[EvaluationRun, str], ...]
    limit: int
    is_cut: bool


@dataclass(frozen=True, slots=True)
class RunPage:
    """One evaluation in full."""

    run: EvaluationRun
    report: Report
    took: timedelta
    figures: Table
    plots: tuple[Plot, ...]
    configs: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def evaluations() -> Evaluations:
    """The newest runs by protocol and data set; the same data under two names stays together."""
    runs = list(EvaluationRun.objects.all()[: _SHOWN + 1])
    by_group: dict[tuple[str, str], list[tuple[EvaluationRun, Report]]] = {}
    damaged = []
    for run in runs[:_SHOWN]:
        try:
            report = Report.from_dict(run.report)
        except BadData as error:
            damaged.append((run, str(error)))
        else:
            by_group.setdefault((run.protocol, run.data_sha256), []).append((run, report))
    groups = sorted((_group(one) for one in by_group.values()), key=_group_order)
    return Evaluations(tuple(groups), tuple(damaged), _SHOWN, len(runs) > _SHOWN)


def run_page(run: EvaluationRun) -> RunPage:
    """Raises BadData for a report that this code cannot read."""
    report = Report.from_dict(run.report)
    took = timedelta(seconds=round((run.finished_at - run.started_at).total_seconds()))
    configs = tuple(
        (name, tuple((setting, str(value)) for setting, value in settings.items()))
        for name, settings in report.configs.items()
        if settings
    )
    return RunPage(run, report, took, figures_table(report), tuple(plots_of(report)), configs)


def figures_table(report: Report) -> Table:
    """Models best first; all that was measured where the protocol ranks them, "k=…" left out."""
    suffix = at_best(report, "")
    metrics = [name for name in metrics_of(report.models.values()) if _belongs(name, suffix)]
    rows = tuple(
        (name, *(cell_of(report.models[name], metric) for metric in metrics))
        for name in report.ranked()
    )
    return Table(("Model", *(label_of(name) for name in metrics)), rows)


def _belongs(metric: str, suffix: str) -> bool:
    return metric.endswith(suffix) or " k=" not in metric


def _group_order(group: Group) -> tuple[str, str]:
    return group.protocol, group.data_name


def _group(runs: Sequence[tuple[EvaluationRun, Report]]) -> Group:
    """runs: newest first, which decides between equals."""
    _, newest = runs[0]
    data, facts = newest.data, newest.facts
    ordered = sorted(runs, key=lambda one: _place(one[1]))
    return Group(
        newest.protocol,
        data.path,
        f"{data.users:,} users, {data.items:,} items, {data.interactions:,} interactions",
        facts.held_back,
        label_of(facts.best_by),
        tuple(_line(run, report) for run, report in ordered),
    )


def _place(report: Report) -> float:
    metric = report.facts.best_by
    value = report.models[report.ranked()[0]].get(metric)
    if value is None:
        return float("inf")
    return value if is_error(metric) else -value


def _line(run: EvaluationRun, report: Report) -> RunLine:
    metric = report.facts.best_by
    best = report.ranked()[0]
    figures, base = report.models[best], report.models.get(BASELINE, {})
    others = [at_best(report, each) for each in _ALSO]
    return RunLine(
        run,
        best,
        cell_of(figures, metric),
        cell_of(base, metric),
        figures[metric] / base[metric] if base.get(metric) and metric in figures else None,
        tuple((label_of(each), cell_of(figures, each)) for each in others if each in figures),
        len(report.models),
        report.seed,
    )
