"""The base of the import commands: import a source and print the report."""

from argparse import ArgumentParser
from pathlib import PurePosixPath
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify

from catalog.importers.data_sets import Description
from catalog.importers.errors import ImportFailed
from catalog.importers.pipeline import Format, import_source
from catalog.management.report import lines_of
from nextflex.base.console import progress_bar


class ImportCommand(BaseCommand):
    """A command that imports one kind of source."""

    kind: ClassVar[Format]
    path_help = "a folder, a zip file or an s3:// address"
    title: ClassVar[str]
    url: ClassVar[str]
    licence: ClassVar[str]

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", help=self.path_help)
        parser.add_argument("--name", help="name of the data set; defaults to its file name")

    def handle(self, *args: Any, path: str, name: str | None, **options: Any) -> None:
        slug = slugify((name or PurePosixPath(path.rstrip("/")).stem).replace("_", "-"))[:60]
        if not slug:
            raise CommandError(f"no data set name can be derived from {path!r}; use --name")
        description = Description(slug, f"{self.title} ({slug})", self.url, self.licence)
        try:
            with progress_bar(f"Importing {slug}") as progress:
                report = import_source(path, self.kind, description, progress=progress)
        except ImportFailed as error:
            raise CommandError(str(error)) from error
        for line in lines_of(report):
            self.stdout.write(line)
