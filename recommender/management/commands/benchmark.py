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
from recommender.benchmarks.rivals import library
from recommender.core.artifacts.files import write_atomically
from recommender.core.errors import CoreError
from recommender.management.evaluation_data import Measured, measured_on
from recommender.management.http_benchmark.plan import HttpPlan
from recommender.management.performance_page import HTTP, Report, lines_of, merged, page_of

_SIZES, _HTTP = Sizes(), HttpPlan()
_USUAL = {
    "turns": _SIZES.turns,
    "films": _SIZES.many_films,
    "similar_films": _SIZES.similar_films,
    **asdict(_HTTP),
}
_HTTP_HELP = {
    "requests": "requests per page, one at a time",
    "ratings": "ratings of each synthetic user",
    "saturation": "seconds of as many requests as the server can answer, per page",
    "rate": "requests per second of the mix",
    "duration": "seconds of the mix",
    "overload": "requests per second beyond capacity",
    "overload_duration": "seconds of the overload",
    "port": "of the benchmark's own server; 0 for any free one",
}
PAGE = settings.BASE_DIR / "docs" / "performance.md"


class Command(BaseCommand):
    help = (
        "Measure time and memory, compared with other libraries. Without --data, only the part "
        "`http` runs: it starts a server of this site on another port and measures pages, the API, "
        "a mix of requests and an overload. Its synthetic users rate films until it ends, so run "
        "it on a copy of a public site."
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
        for name, meaning in _HTTP_HELP.items():
            usual = _USUAL[name]
            option = f"--{name.replace('_', '-')}"
            parser.add_argument(option, type=type(usual), default=usual, help=f"http: {meaning}")
        parser.add_argument(
            "--json", type=Path, metavar="FILE", help=("write the figures to this file")
        )
        parser.add_argument(
            "--write",
            type=Path,
            nargs="?",
            const=PAGE,
            metavar="FILE",
            help=(
                "write a Markdown page, docs/performance.md by default, and its figures to a JSON "
                "file beside it; that file's other parts are kept"
            ),
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
            _write_json(options["json"], report)
        if options["write"]:
            self._write_page(options["write"], report)

    def _write_page(self, page: Path, report: Report) -> None:
        """Write a page and its figures, with the parts that only the earlier figures have."""
        figures = page.with_suffix(".json")
        if figures.exists():
            report = merged(report, json.loads(figures.read_text(encoding="utf-8")))
        _write_json(figures, report)
        write_atomically(page, page_of(report))
        self.stdout.write(f"written: {page} and {figures.name}")


def _write_json(file: Path, report: Report) -> None:
    write_atomically(file, json.dumps(report, indent=1) + "\n")


def _report(names: list[str], data: str | None, options: dict[str, Any]) -> Report:
    sizes = Sizes(
        turns=options["turns"],
        many_films=options["films"],
        similar_films=options["similar_films"],
    )
    check_installed(name for name in names if name != HTTP)
    before = load_average()
    found: dict[str, tuple[str, list[Table]]] = {}
    read: Measured | None = None
    with progress_bar("Benchmark") as progress:
        if HTTP in names:
            found[HTTP] = ("Over HTTP", _over_http(options, progress))
        if data is not None and names != [HTTP]:
            read = measured_on(data, progress=progress)
            found |= _in_process(names, read, sizes, progress)
    run = {
        "command": _command(names, data, options),
        "date": timezone.now().date().isoformat(),
        "machine": machine(),
        "load_average": {"before": before, "after": load_average()},
        "data": _data(read) if read else None,
        "sizes": asdict(sizes),
    }
    return {
        "parts": {
            name: {"title": title, "run": run, "tables": [asdict(table) for table in tables]}
            for name, (title, tables) in found.items()
        }
    }


def _over_http(options: dict[str, Any], progress: Progress) -> list[Table]:
    plan = HttpPlan(**{name: options[name] for name in _HTTP_HELP})
    for name in ("aiohttp", "psutil"):
        library(name)
    from recommender.management.http_benchmark.run import over_http  # noqa: PLC0415  needs them

    return over_http(plan, progress)


def _in_process(
    names: list[str], read: Measured, sizes: Sizes, progress: Progress
) -> dict[str, tuple[str, list[Table]]]:
    with tempfile.TemporaryDirectory(prefix="benchmark-", dir=settings.DATA_DIR) as root:
        tables = measured(names, read.data, sizes, Path(root), progress)
    return {name: (PARTS[name].title, found) for name, found in tables.items()}


def _command(names: list[str], data: str | None, options: dict[str, Any]) -> str:
    """Return the command in a reusable form: the data by its file name, and no port."""
    words = ["manage.py", "benchmark", "--only", *names]
    for name, usual in _USUAL.items():
        value = options[name]
        if value != usual and name != "port":
            shown = f"{value:g}" if isinstance(value, float) else str(value)
            words += [f"--{name.replace('_', '-')}", shown]
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
