"""Send generated requests to a temporary copy of this site."""

import json
import subprocess
import sys
from argparse import ArgumentParser
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from recommender.management.fuzzing.site import environment_of

_CHILD = "recommender.management.fuzzing.child"


class Command(BaseCommand):
    help = (
        "Send generated requests to a temporary site as a guest, a user and staff. Fails if a "
        "response is a server error or does not match the OpenAPI document."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--requests", type=int, default=20_000, help=("minimum number of requests")
        )
        parser.add_argument(
            "--seed", type=int, default=1, help=("a different number gives different requests")
        )
        parser.add_argument(
            "--json", type=Path, metavar="FILE", help=("also write the report to this file")
        )

    def handle(
        self, *args: Any, requests: int, seed: int, json: Path | None, **options: Any
    ) -> None:
        if find_spec("schemathesis") is None:
            raise CommandError("schemathesis is not installed; run script/setup test")
        with TemporaryDirectory(prefix="nextflex-fuzz-") as folder:
            report = _run(Path(folder).resolve(), requests, seed)
        if json:
            json.write_text(_as_json(report))
        self._print_report(report)
        if report["failures"]:
            raise CommandError(f"{len(report['failures'])} kinds of failure.")

    def _print_report(self, report: dict[str, Any]) -> None:
        self.stdout.write(f"{report['requests']:,} requests")
        for status, number in report["statuses"].items():
            self.stdout.write(f"{number:>8,} {status}")
        for operation, statuses in report["operations"].items():
            given = ", ".join(f"{number:,} × {status}" for status, number in statuses.items())
            self.stdout.write(f"{operation}: {given}")
        for kind, detail in report["failures"].items():
            self.stdout.write(f"\nFAILED {kind}\n{detail}")


def _run(folder: Path, requests: int, seed: int) -> dict[str, Any]:
    words = [sys.executable, "-W", "ignore", "-m", _CHILD, str(folder), str(requests), str(seed)]
    # Run in the folder, where Schemathesis stores its state.
    done = subprocess.run(words, cwd=folder, env=environment_of(folder), check=False).returncode
    if done:
        raise CommandError(f"The fuzzer itself failed with {done}; see above.")
    report: dict[str, Any] = json.loads((folder / "report.json").read_text())
    return report


def _as_json(report: dict[str, Any]) -> str:
    return json.dumps(report, indent=2) + "\n"
