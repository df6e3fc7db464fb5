"""Evaluate algorithms by a standard protocol, and store the report."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import Error as DatabaseError
from django.utils import timezone

from catalog.importers.errors import ImportFailed
from nextflex.base.console import progress_bar
from recommender import services
from recommender.core.artifacts.files import write_atomically
from recommender.core.data.interface import DEFAULT
from recommender.core.errors import CoreError
from recommender.core.evaluation.report import Report
from recommender.core.pipeline.checkpoints import Checkpoints
from recommender.core.pipeline.evaluation import PROTOCOLS, EvaluationPlan, evaluate_algorithms
from recommender.management.configs import add_config_argument, from_root, read_configs
from recommender.management.evaluation_data import measured_on, named, test_part
from recommender.management.evaluation_report import Evaluated, lines_of, report_of


class Command(BaseCommand):
    help = "Train algorithms on one part of a data set and evaluate them on the rest."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--data",
            required=True,
            metavar="PATH",
            help="a MovieLens release, or a file of `user item` lines",
        )
        parser.add_argument("--protocol", required=True, choices=list(PROTOCOLS))
        parser.add_argument(
            "--test", metavar="PATH", help=("a separate file of held-out interactions")
        )
        parser.add_argument("--models", nargs="+", default=[DEFAULT], metavar="NAME")
        parser.add_argument("--seed", type=int, default=0)
        add_config_argument(parser)
        parser.add_argument(
            "--json", type=Path, metavar="FILE", help=("write the report to this file")
        )
        parser.add_argument(
            "--no-keep",
            dest="keep",
            action="store_false",
            help=("do not store the run in the site's database"),
        )

    def handle(self, *args: Any, json: Path | None, keep: bool, **options: Any) -> None:
        if json and not json.parent.is_dir():
            raise CommandError(
                f"--json {json}: the folder {json.parent} does not exist; create it first"
            )
        try:
            report = _measured(**options)
        except (CoreError, ImportFailed) as error:
            raise CommandError(str(error)) from error
        for line in lines_of(report):
            self.stdout.write(line)
        problems = [*_written(report, json), *(_kept(report) if keep else ())]
        if problems:
            self.stdout.write(report.to_json())  # a long run is never lost
            raise CommandError("; ".join(problems) + ". The full report is printed above.")


def _measured(
    *,
    data: str,
    protocol: str,
    test: str | None,
    models: list[str],
    seed: int,
    config: list[Path],
    **options: Any,
) -> Report:
    started_at, given = timezone.now(), read_configs(config)
    checkpoints = Checkpoints(Path(settings.MODEL_STORE) / "checkpoints")
    with progress_bar("Evaluation") as progress:
        measured = measured_on(data, progress=progress)
        held = test_part(test, measured.data.interactions) if test else None
        file = named(test) if test else None
        plan = EvaluationPlan(protocol, tuple(models), seed, held, given, checkpoints)
        found = evaluate_algorithms(measured.data, plan, progress=progress)
    files = tuple(map(from_root, config))
    report = report_of(Evaluated(plan, measured, found, file, started_at, timezone.now(), files))
    checkpoints.forget()
    return report


def _written(report: Report, file: Path | None) -> Iterator[str]:
    if file is None:
        return
    try:
        write_atomically(file, report.to_json())
    except OSError as error:
        yield f"the report could not be written to {file} ({error})"


def _kept(report: Report) -> Iterator[str]:
    try:
        services.keep_evaluation(report)
    except DatabaseError as error:
        yield (
            f"the run could not be stored in the database ({error}); run manage.py migrate, or "
            "skip it with --no-keep"
        )
