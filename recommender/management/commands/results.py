"""Generate the document of results from evaluation reports, or check that the two agree."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from recommender.core.artifacts.files import write_atomically
from recommender.core.errors import CoreError
from recommender.management.results_document import ResultsDocument, document_of, read_report


class Command(BaseCommand):
    help = "Generate a document of tables and plots from reports written by `evaluate --json`."

    def add_arguments(self, parser: ArgumentParser) -> None:
        act = parser.add_mutually_exclusive_group(required=True)
        act.add_argument(
            "--write",
            type=Path,
            metavar="FILE",
            help=("the document to write, such as docs/results.md"),
        )
        act.add_argument(
            "--check",
            type=Path,
            metavar="FILE",
            help=("fail if the document does not match its reports"),
        )
        parser.add_argument(
            "reports",
            nargs="*",
            type=Path,
            metavar="REPORT",
            help="report files; by default all *.json in the folder named after the document",
        )

    def handle(
        self,
        *args: Any,
        write: Path | None,
        check: Path | None,
        reports: list[Path],
        **options: Any,
    ) -> None:
        path = write or check or Path()  # the parser requires one of the two
        chosen = reports or sorted(path.with_suffix("").glob("*.json"))
        try:
            document = _document(path, chosen)
            if write:
                _write(write, document)
        except (CoreError, OSError) as error:
            raise CommandError(str(error)) from error
        if write:
            self.stdout.write(f"{path}: {len(chosen)} reports, {len(document.plots)} plots")
        elif differing := sorted(_differing(path, document)):
            raise CommandError(
                f"{', '.join(differing)}: out of date; run manage.py results --write {path}"
            )


def _document(path: Path, reports: list[Path]) -> ResultsDocument:
    if not reports:
        raise CommandError(
            f"{path.with_suffix('')} contains no reports; create one with manage.py evaluate --json"
        )
    twice = [stem for stem, count in Counter(one.stem for one in reports).items() if count > 1]
    if twice:
        raise CommandError(
            f"two reports are named {twice[0]}; their plots would overwrite each other"
        )
    return document_of([read_report(one) for one in reports], path)


def _write(path: Path, document: ResultsDocument) -> None:
    """Write the document and its plots, and delete plots that it no longer has."""
    folder = path.with_suffix("")
    folder.mkdir(exist_ok=True)
    for stale in _plots_in(folder) - document.plots.keys():
        (folder / stale).unlink()
    for name, svg in document.plots.items():
        write_atomically(folder / name, svg)
    write_atomically(path, document.text)


def _differing(path: Path, document: ResultsDocument) -> Iterator[str]:
    folder = path.with_suffix("")
    wanted = {path: document.text} | {folder / name: svg for name, svg in document.plots.items()}
    for file, text in wanted.items():
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            yield file.name
    yield from _plots_in(folder) - document.plots.keys()


def _plots_in(folder: Path) -> set[str]:
    return {file.name for file in folder.glob("*.svg")}
