"""The report of an evaluation, and its metrics as a text table."""

import os
import platform
import shlex
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from recommender.core.algorithms.registry import BASELINE, with_parts
from recommender.core.artifacts.manifest import Figures
from recommender.core.evaluation.report import MeasuredData, NamedFile, Report
from recommender.core.pipeline.evaluation import EvaluationPlan
from recommender.core.pipeline.tuned_configs import config_of
from recommender.management.evaluation_data import Measured

_SHOWN = 6  # metrics per line of the table


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A finished evaluation.

    test: the separate test file; configs: the files of its settings, relative to the project's root;
    the times in UTC.
    """

    plan: EvaluationPlan
    measured: Measured
    found: Mapping[str, Figures]
    test: NamedFile | None
    started_at: datetime
    finished_at: datetime
    configs: tuple[str, ...] = ()


def report_of(evaluated: Evaluated) -> Report:
    """Return the report. It has bare file names, so that it does not reveal the machine's folders."""
    plan, table = evaluated.plan, evaluated.measured.data.interactions
    name = Path(evaluated.measured.path).name
    return Report(
        protocol=plan.protocol,
        seed=plan.seed,
        data=MeasuredData(
            path=name,
            sha256=evaluated.measured.sha256,
            users=table.n_users,
            items=len(set(table.items.tolist())),
            interactions=len(table),
        ),
        models={
            model: {metric: round(value, 6) for metric, value in figures.items()}
            for model, figures in evaluated.found.items()
        },
        configs={
            one.name: asdict(config_of(one, plan.settings))
            for one in with_parts((BASELINE, *plan.names))
        },
        command=_command(plan, name, evaluated.test, evaluated.configs),
        version=_version(),
        started_at=evaluated.started_at.isoformat(timespec="seconds"),
        finished_at=evaluated.finished_at.isoformat(timespec="seconds"),
        machine={
            "cpus": os.cpu_count() or 1,
            "system": f"{platform.system()} {platform.machine()}",
            "python": platform.python_version(),
        },
        test=evaluated.test,
        curves=plan.checkpoints.curves(),
    )


def _command(
    plan: EvaluationPlan, data: str, test: NamedFile | None, configs: Sequence[str]
) -> str:
    words = ["manage.py", "evaluate", "--protocol", plan.protocol, "--data", data]
    words += ["--test", test.path] if test else []
    words += ["--models", *plan.names, "--seed", str(plan.seed)]
    return shlex.join([*words, *(["--config", *configs] if configs else [])])


def _version() -> str:
    with (settings.BASE_DIR / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def lines_of(report: Report) -> Iterator[str]:
    """Yield table lines: models as rows, a few metrics at a time as columns."""
    data, models = report.data, report.models
    yield (
        f"{data.path}: {data.users:,} users, {data.items:,} items, "
        f"{data.interactions:,} interactions; {report.protocol}, seed {report.seed}"
    )
    metrics = list(dict.fromkeys(name for one in models.values() for name in one))
    shown = [name for name in metrics if not name.endswith(":se")]
    for start in range(0, len(shown), _SHOWN):
        columns = shown[start : start + _SHOWN]
        yield f"{'model':<16}" + "".join(f"{name:>20}" for name in columns)
        for model, figures in models.items():
            yield f"{model:<16}" + "".join(f"{_cell(figures, name):>20}" for name in columns)


def _cell(figures: Figures, name: str) -> str:
    if name not in figures:
        return "–"
    error = figures.get(f"{name}:se")
    return f"{figures[name]:.4f}" + (f" ± {error:.4f}" if error is not None else "")
