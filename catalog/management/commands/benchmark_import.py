"""Measure the time and memory of importing a large release to Parquet."""

import resource
import tempfile
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from catalog.importers.formats import MOVIELENS
from catalog.importers.stage import Stage
from nextflex.base.console import progress_bar
from recommender.core.data.synthetic import write_ratings

_KIB_A_GIB = 1 << 20


class Command(BaseCommand):
    help = "Generate synthetic ratings and import them to Parquet, separately from the site's data."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--ratings", type=int, default=25_000_000)
        parser.add_argument("--users", type=int, default=160_000)
        parser.add_argument("--films", type=int, default=60_000)

    def handle(self, *args: Any, ratings: int, users: int, films: int, **options: Any) -> None:
        with (
            tempfile.TemporaryDirectory(prefix="benchmark-", dir=settings.DATA_DIR) as folder,
            progress_bar("Importing synthetic ratings") as progress,
        ):
            source = Path(folder) / "source"
            source.mkdir()
            progress("generating ratings", 0.0)
            rows = [f"{key},Film {key} (2000),Drama" for key in range(1, films + 1)]
            text = "\n".join(["movieId,title,genres", *rows])
            (source / "movies.csv").write_text(text, encoding="utf-8")
            made = write_ratings(source / "ratings.csv", ratings=ratings, users=users, items=films)
            stage = Stage.at(Path(folder) / "stage", "synthetic", now_s=int(time.time()))
            start = time.monotonic()
            MOVIELENS.stage(source, stage, "synthetic", set, progress)
            seconds = time.monotonic() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_A_GIB
        self.stdout.write(
            f"{made:,} ratings of {users:,} users: {seconds:.1f} s, {made / seconds:,.0f} per "
            f"second, peak memory {peak:.2f} GiB"
        )
