"""Train on the active data set and the site's ratings; publish the models if the gate accepts them."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from nextflex.base.console import progress_bar
from recommender.core.errors import CoreError
from recommender.core.pipeline.checkpoints import Checkpoints
from recommender.core.pipeline.train import Trained, TrainingPlan
from recommender.core.pipeline.tuned_configs import read_settings, tuned_file
from recommender.management.configs import add_config_argument, read_configs
from recommender.management.metrics_table import lines_of
from recommender.management.tracking import tracked
from recommender.management.training_data import data_name, training_data
from recommender.training import FinishedTraining, run_training


class Command(BaseCommand):
    help = (
        "Train all models, compare them with the popularity baseline, and publish them unless "
        "they are worse."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--only", nargs="+", default=[], metavar="NAME", help="train only these models"
        )
        parser.add_argument("--seed", type=int, default=0)
        parser.add_argument(
            "--quick",
            action="store_true",
            help=("reuse the live sequence models instead of training them with PyTorch"),
        )
        add_config_argument(parser)

    def handle(
        self,
        *args: Any,
        only: list[str],
        seed: int,
        quick: bool,
        config: list[Path],
        **options: Any,
    ) -> None:
        root = Path(settings.MODEL_STORE)
        try:
            plan = TrainingPlan(
                root,
                data_name(),
                tuple(only),
                seed,
                settings.PROMOTION_MARGIN,
                read_settings(tuned_file(root)) | read_configs(config),
                quick,
                Checkpoints(root / "checkpoints"),
            )
            with progress_bar("Training") as progress:
                finished = run_training(plan, load=training_data, track=tracked, progress=progress)
        except CoreError as error:
            raise CommandError(str(error)) from error
        self._report(finished)

    def _report(self, finished: FinishedTraining) -> None:
        trained = finished.trained
        for problem in finished.problems:
            self.stderr.write(f"Warning: {problem}")
        for line in lines_of(trained.manifest):
            self.stdout.write(line)
        if trained.left_out:
            self.stdout.write(f"Skipped for lack of ratings: {', '.join(trained.left_out)}")
        self._print_report(trained)

    def _print_report(self, trained: Trained) -> None:
        version, verdict = trained.manifest.version, trained.verdict
        if verdict.accepted:
            self.stdout.write(f"{version} is live. {verdict}")
        else:
            self.stdout.write(f"{version} is stored but NOT published. {verdict}")
            self.stdout.write(f"To publish it anyway: manage.py models publish {version}")
