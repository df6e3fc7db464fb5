"""Measure the speed of the project, part by part, beside other libraries in the same run."""

import json
import shlex
import tempfile
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from catalog.importers.errors import ImportFailed
from nextflex.base.console import progress_bar
from nextflex.base.progress import Progress
from recommender.benchmarks.machine import load_average, machine
from recommender.benchmarks.material import Sizes
from recommender.benchmarks.parts import PARTS, check_installed, measured
from recommender.benchmarks.report import Table
from recommender.core.artifacts.files import write_atomically
from recommender.core.errors import CoreError
from recommender.management.evaluation_data import Measured, measured_on
from recommender.management.http_benchmark import HttpPlan, over_http
from recommender.management.performance_page import Report, lines_of, page_of

HTTP = "http"
_SIZES = Sizes()
_USUAL = {
    "turns": _SIZES.turns,
    "films": _SIZES.many_films,
    "similar_films": _SIZES.similar_films,
    "requests": 200,
    "ratings": 50,
}
PAGE = settings.BASE_DIR / "docs" / "performance.md"


class Command(BaseCommand):
    help = (
        "Measure time and memory, compared with other libraries. Without --data, only the part "
        "`http` runs: it compares the running server's recommendations with an endpoint that does "
        "nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--only",
            nargs="+",
            choices=[HTTP, *PARTS],
            metavar="PART",
            help="only these parts: " + ", ".join([HTTP, *PARTS]),
        )
        parser.add_argument(
            "--data", metavar="PATH", help="a MovieLens release; required by every part except http"
        )
        parser.add_argument(
            "--turns", type=int, default=_USUAL["turns"], help="repetitions of each measurement"
        )
        parser.add_argument(
            "--films", type=int, default=_USUAL["films"], help=("repetitions of `answers`")
        )
        parser.add_argument("--similar-films", type=int, default=_USUAL["similar_films"])
        parser.add_argument("--url", default=f"http://127.0.0.1:{settings.PORT}")
        parser.add_argument(
            "--requests", type=int, default=_USUAL["requests"], help="requests per address"
        )
        parser.add_argument(
            "--ratings", type=int, default=_USUAL["ratings"], help="ratings of the synthetic user"
        )
        parser.add_argument(
            "--json", type=Path, metavar="FILE", help=("write the figures to this file")
        )
        parser.add_argument(
            "--write",
            type=Path,
            nargs="?",
            const=PAGE,
            metavar="FILE",
            help="write a Markdown page; docs/performance.md by default",
        )

    def handle(
        self, *args: Any, only: Sequence[str] | None, data: str | None, **options: Any
    ) -> None:
        names = list(only or ([HTTP, *PARTS] if data else [HTTP]))
        if data is None and names != [HTTP]:
            raise CommandError(f"{', '.join(names)}: name a MovieLens release with --data PATH")
        try:
            report = _report(names, data, options)
        except (CoreError, ImportFailed) as error:
            raise CommandError(str(error)) from error
        for line in lines_of(report):
            self.stdout.write(line)
        if options["json"]:
            write_atomically(options["json"], json.dumps(report, indent=1) + "\n")
        if options["write"]:
            write_atomically(options["write"], page_of(report))
            self.stdout.write(f"written: {options['write']}")


def _report(names: list[str], data: str | None, options: dict[str, Any]) -> Report:
    sizes = Sizes(
        turns=options["turns"],
        many_films=options["films"],
        similar_films=options["similar_films"],
    )
    check_installed(name for name in names if name != HTTP)
    before = load_average()
    found: dict[str, tuple[str, list[Table]]] = {}
    if HTTP in names:
        plan = HttpPlan(options["url"], options["requests"], options["ratings"])
        found[HTTP] = ("Over HTTP", [over_http(plan)])
    read: Measured | None = None
    if data is not None and names != [HTTP]:
        with progress_bar("Benchmark") as progress:
            read = measured_on(data, progress=progress)
            found |= _in_process(names, read, sizes, progress)
    return {
        "command": _command(names, data, options),
        "date": timezone.now().date().isoformat(),
        "machine": machine(),
        "load_average": {"before": before, "after": load_average()},
        "data": _data(read) if read else None,
        "sizes": asdict(sizes),
        "parts": {
            name: {"title": title, "tables": [asdict(table) for table in tables]}
            for name, (title, tables) in found.items()
        },
    }


def _in_process(
    names: list[str], read: Measured, sizes: Sizes, progress: Progress
) -> dict[str, tuple[str, list[Table]]]:
    with tempfile.TemporaryDirectory(prefix="benchmark-", dir=settings.DATA_DIR) as root:
        tables = measured(names, read.data, sizes, Path(root), progress)
    return {name: (PARTS[name].title, found) for name, found in tables.items()}


def _command(names: list[str], data: str | None, options: dict[str, Any]) -> str:
    """Return the command in a reusable form: the data by its file name, and no server URL."""
    words = ["manage.py", "benchmark", "--only", *names]
    for name, usual in _USUAL.items():
        if options[name] != usual:
            words += [f"--{name.replace('_', '-')}", str(options[name])]
    return shlex.join([*words, "--data", Path(data).name] if data else words)


def _data(read: Measured) -> dict[str, str | int]:
    table = read.data.interactions
    return {
        "path": Path(read.path).name,
        "sha256": read.sha256,
        "users": table.n_users,
        "items": table.n_items,
        "interactions": len(table),
    }
