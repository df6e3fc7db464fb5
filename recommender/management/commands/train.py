"""Train the models on the active data set and the site's ratings, and publish them."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from nextflex.console import progress_bar
from recommender import services
from recommender.core.errors import CoreError
from recommender.core.pipeline.train import TrainingPlan, train, training_lock
from recommender.management.figures_table import lines_of
from recommender.management.training_data import data_name, training_data
from recommender.models import TrainingRun


class Command(BaseCommand):
    help = "Fit all models, measure them beside popularity, and publish one version."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--only", nargs="+", default=[], metavar="NAME", help="these models alone"
        )
        parser.add_argument("--seed", type=int, default=0)

    def handle(self, *args: Any, only: list[str], seed: int, **options: Any) -> None:
        plan = TrainingPlan(Path(settings.MODEL_STORE), data_name(), tuple(only), seed)
        try:
            with training_lock(plan.store), progress_bar("Training") as progress:
                self._run(plan, services.begin_run(), progress)
        except CoreError as error:
            raise CommandError(str(error)) from error

    def _run(
        self, plan: TrainingPlan, run: TrainingRun, progress: Callable[[str, float], None]
    ) -> None:
        def tell(step: str, share: float) -> None:
            progress(step, share)
            services.note_progress(run, step, share)

        try:
            manifest = train(training_data(), plan, progress=tell)
        except CoreError as error:
            services.end_run(run, error=str(error))
            raise
        services.store().prune()
        services.mirror_store()
        services.end_run(run, version=manifest.version)
        for line in lines_of(manifest):
            self.stdout.write(line)
