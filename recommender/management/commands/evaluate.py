"""Measure algorithms by one of the field's protocols."""

import json
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from catalog.importers.errors import ImportFailed
from nextflex.console import progress_bar
from recommender.core.algorithms.registry import DEFAULT
from recommender.core.artifacts.files import write_atomically
from recommender.core.artifacts.manifest import Figures
from recommender.core.errors import CoreError
from recommender.core.pipeline.evaluation import PROTOCOLS, EvaluationPlan, evaluate_algorithms
from recommender.management.evaluation_data import Measured, measured_on, test_part

_SHOWN = 6  # metrics a line of the table


class Command(BaseCommand):
    help = "Fit algorithms on one part of a data set and measure them on the other."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--data",
            required=True,
            metavar="PATH",
            help="a MovieLens release, or `user item` lines",
        )
        parser.add_argument("--protocol", required=True, choices=list(PROTOCOLS))
        parser.add_argument("--test", metavar="PATH", help="a separate file of what is held out")
        parser.add_argument("--models", nargs="+", default=[DEFAULT], metavar="NAME")
        parser.add_argument("--seed", type=int, default=0)
        parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")

    def handle(
        self,
        *args: Any,
        data: str,
        protocol: str,
        test: str | None,
        models: list[str],
        seed: int,
        **options: Any,
    ) -> None:
        try:
            with progress_bar("Evaluation") as progress:
                measured = measured_on(data, progress=progress)
                held = test_part(test, measured.data.interactions) if test else None
                plan = EvaluationPlan(protocol, tuple(models), seed, held)
                found = evaluate_algorithms(measured.data, plan, progress=progress)
        except (CoreError, ImportFailed) as error:
            raise CommandError(str(error)) from error
        report = _report(plan, measured, found)
        if options["json"]:
            write_atomically(options["json"], json.dumps(report, indent=1) + "\n")
        for line in _table(report):
            self.stdout.write(line)


def _report(
    plan: EvaluationPlan, measured: Measured, found: Mapping[str, Figures]
) -> dict[str, Any]:
    table = measured.data.interactions
    return {
        "protocol": plan.protocol,
        "seed": plan.seed,
        "data": {
            "path": Path(measured.path).name,
            "sha256": measured.sha256,
            "users": table.n_users,
            "items": len(set(table.items.tolist())),
            "interactions": len(table),
        },
        "models": {
            name: {metric: round(value, 6) for metric, value in figures.items()}
            for name, figures in found.items()
        },
    }


def _table(report: dict[str, Any]) -> list[str]:
    """Models as rows, a few metrics at a time as columns."""
    data, models = report["data"], report["models"]
    lines = [
        f"{data['path']}: {data['users']:,} users, {data['items']:,} items, "
        f"{data['interactions']:,} interactions; {report['protocol']}, seed {report['seed']}"
    ]
    metrics = list(dict.fromkeys(name for one in models.values() for name in one))
    shown = [name for name in metrics if not name.endswith(":se")]
    for start in range(0, len(shown), _SHOWN):
        columns = shown[start : start + _SHOWN]
        lines.append(f"{'model':<16}" + "".join(f"{name:>20}" for name in columns))
        for model, figures in models.items():
            cells = "".join(f"{_cell(figures, name):>20}" for name in columns)
            lines.append(f"{model:<16}{cells}")
    return lines


def _cell(figures: Figures, name: str) -> str:
    if name not in figures:
        return "–"
    error = figures.get(f"{name}:se")
    return f"{figures[name]:.4f}" + (f" ± {error:.4f}" if error is not None else "")
