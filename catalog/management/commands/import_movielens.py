"""Import a MovieLens release from a folder or a zip file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from catalog.importers.errors import ImportFailed
from catalog.importers.movielens import Description, import_movielens
from catalog.management.report import lines_of
from nextflex.console import progress_bar

LICENCE = "non-commercial use"
URL = "https://grouplens.org/datasets/movielens/"


class Command(BaseCommand):
    help = "Import films and ratings of a MovieLens CSV release, and make it the active data set."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "path", type=Path, help="a folder or zip with movies.csv and ratings.csv"
        )
        parser.add_argument("--name", help="the data set's name; its file name when not given")

    def handle(self, *args: Any, path: Path, name: str | None, **options: Any) -> None:
        slug = (name or path.stem).lower().replace("_", "-")
        description = Description(slug, f"MovieLens ({slug})", URL, LICENCE)
        try:
            with progress_bar(f"Importing {path.name}") as progress:
                report = import_movielens(path, description, progress=progress)
        except ImportFailed as error:
            raise CommandError(str(error)) from error
        for line in lines_of(report):
            self.stdout.write(line)
