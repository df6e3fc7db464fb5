"""Measure the memory of the web workers."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from nextflex.base.console import progress_bar
from recommender.management.memory_benchmark import Memory, measure


class Command(BaseCommand):
    help = (
        "Measure the memory of web workers before and after mixed requests: starts a server of "
        "this site's data on a free port. Linux only."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--requests", type=int, default=2_000)

    def handle(self, *args: Any, requests: int, **options: Any) -> None:
        with progress_bar("Memory benchmark") as progress:
            found = measure(requests=requests, progress=progress)
        self.stdout.write(f"ready after {found.ready_s:.1f} s")
        self._show("before", found.before)
        self._show(f"after {requests:,} requests in {found.seconds:.0f} s", found.after)

    def _show(self, when: str, processes: list[Memory]) -> None:
        for number, memory in enumerate(processes):
            process = f"worker {number}" if number else "server"
            shown = ", ".join(f"{name} {megabytes:.1f} MB" for name, megabytes in memory.items())
            self.stdout.write(f"{when}, {process}: {shown}")
