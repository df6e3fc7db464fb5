"""Search an algorithm's settings on validation data; training uses the best ones."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from catalog.importers.errors import ImportFailed
from nextflex.base.console import progress_bar
from nextflex.base.progress import Progress
from recommender.core.data.training import TrainingData
from recommender.core.errors import CoreError
from recommender.core.pipeline.tuned_configs import keep_settings, read_settings, tuned_file
from recommender.core.pipeline.tuning import LEARNED, SPACES, Search, Tuned, tune
from recommender.management.evaluation_data import measured_on
from recommender.management.training_data import training_data

_TRIALS_FILE = "tuning.journal"


class Command(BaseCommand):
    help = "Tune an algorithm's settings on validation data. An interrupted search is resumed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", choices=[*SPACES, LEARNED])
        parser.add_argument(
            "--trials",
            type=int,
            default=30,
            help=("total number of trials, including earlier ones"),
        )
        parser.add_argument("--seed", type=int, default=0)
        parser.add_argument(
            "--data",
            metavar="PATH",
            help=("a data set as for evaluate; the site's own data by default"),
        )
        parser.add_argument(
            "--forget", action="store_true", help=("discard tuned settings and use the defaults")
        )

    def handle(
        self,
        *args: Any,
        name: str,
        trials: int,
        seed: int,
        data: str | None,
        forget: bool,
        **options: Any,
    ) -> None:
        store = Path(settings.MODEL_STORE)
        kept = tuned_file(store)
        try:
            if forget:
                keep_settings(kept, name, {})
                self.stdout.write(f"{name} will be trained with its defaults")
                return
            search = Search(name, trials, store / _TRIALS_FILE, seed)
            with progress_bar("Tuning") as progress:
                found = tune(_data(data, progress), search, read_settings(kept), progress=progress)
            keep_settings(kept, name, found.settings)
        except (CoreError, ImportFailed) as error:
            raise CommandError(str(error)) from error
        self._print_report(found, kept)

    def _print_report(self, found: Tuned, kept: Path) -> None:
        self.stdout.write(
            f"{found.name}: validation {found.metric} {found.best:.4f} (defaults: "
            f"{found.default:.4f}) after {found.trials} trials"
        )
        for name, value in found.settings.items():
            self.stdout.write(f"  {name} = {value}")
        if found.settings:
            self.stdout.write(
                f"Saved to {kept}; train will use them. To discard them: tune {found.name} --forget"
            )
        else:
            self.stdout.write("No settings were better than the defaults.")


def _data(path: str | None, progress: Progress) -> TrainingData:
    return training_data() if path is None else measured_on(path, progress=progress).data
