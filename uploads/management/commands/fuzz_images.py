"""Run damaged images through the pipeline of uploads."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from nextflex.base.console import progress_bar
from uploads.images.fuzzing import fuzz


class Command(BaseCommand):
    help = "Damage images at random and process them. Fails if one crashes the pipeline."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--count", type=int, default=10_000, help="number of images")
        parser.add_argument(
            "--seed", type=int, default=1, help=("a different number gives different images")
        )

    def handle(self, *args: Any, count: int, seed: int, **options: Any) -> None:
        with progress_bar("Fuzzing") as progress:
            result = fuzz(count, seed=seed, given=lambda share: progress("images", share))
        for outcome, number in result.outcomes.most_common():
            self.stdout.write(f"{number:>8,} {outcome}")
        self.stdout.write(f"Memory grew by at most {result.growth_bytes / 1e6:.0f} MB.")
        for number, error in list(result.crashes.items())[:20]:
            self.stdout.write(f"image {number} of seed {seed}: {type(error).__name__}: {error}")
        if not result.is_sound:
            raise CommandError(f"{len(result.crashes):,} images crashed the pipeline.")
