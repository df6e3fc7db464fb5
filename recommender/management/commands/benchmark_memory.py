"""Measure the memory of the web workers."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from nextflex.base.console import progress_bar
from recommender.benchmarks.rivals import library
from recommender.core.errors import CoreError


class Command(BaseCommand):
    help = (
        "Measure the memory of web workers before and after mixed requests: starts a server of "
        "this site's data on a free port. Its synthetic user rates films until it ends. Linux only."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--requests", type=int, default=2_000)
        parser.add_argument("--ratings", type=int, default=50, help="of the synthetic user")

    def handle(self, *args: Any, requests: int, ratings: int, **options: Any) -> None:
        if requests < 1 or ratings < 1:
            raise CommandError(f"--requests {requests} and --ratings {ratings} must be at least 1")
        try:
            for name in ("aiohttp", "psutil"):
                library(name)
            from recommender.management.http_benchmark.memory import measure  # noqa: PLC0415  needs them

            with progress_bar("Memory benchmark") as progress:
                found = measure(requests=requests, ratings=ratings, progress=progress)
        except CoreError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"ready after {found.ready_s:.1f} s")
        self._show("before", found.before)
        self._show(f"after {requests:,} requests in {found.seconds:.0f} s", found.after)

    def _show(self, when: str, processes: list[dict[str, float]]) -> None:
        for number, memory in enumerate(processes):
            process = f"worker {number}" if number else "server"
            shown = ", ".join(f"{name} {megabytes:.1f} MB" for name, megabytes in memory.items())
            self.stdout.write(f"{when}, {process}: {shown}")
