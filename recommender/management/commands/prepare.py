"""Prepare a site for serving; only missing or outdated parts are updated.

Models are trained by the trainer process while the site serves, so that no start waits for them.
"""

import hashlib
from argparse import ArgumentParser
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from catalog.models import DataSet
from nextflex.base.nightly import plan_next_night
from nextflex.prepared import note_prepared
from recommender import overview, services
from recommender.core.errors import ArtifactError
from recommender.tasks import train_models

_FIRST = 50  # its priority: before trainings of the sequence models, which take longer


class Command(BaseCommand):
    help = (
        "Run migrations, collect static files, load the demo if there is no data set, and queue a "
        "training if needed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--sequences",
            action="store_true",
            help="queue training of the sequence models, unless they were already trained here",
        )

    def handle(self, *args: Any, sequences: bool, verbosity: int, **options: Any) -> None:
        self._shows_all = verbosity > 0
        self._step("Database", "up to date", self._migrate)
        self._step("Static files", "up to date", self._collect)
        self._step("Demo data", "a data set is loaded", self._load)
        self._step("Models", "trained", self._train)
        if sequences:
            self._step("Sequence models", "trained here", self._train_sequences)
        plan_next_night()
        note_prepared()

    def _step(self, name: str, fine: str, work: Callable[[], bool]) -> None:
        if self._shows_all:
            self.stdout.write(f"{name} …")
            self.stdout.flush()
        is_done = work()
        if self._shows_all or is_done:
            self.stdout.write(f"{name}: {'done' if is_done else fine}")

    def _migrate(self) -> bool:
        executor = MigrationExecutor(connection)
        if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return False
        call_command("migrate", interactive=False, verbosity=0)
        call_command("reindex", if_empty=True, stdout=self.stdout)  # for films older than the index
        return True

    def _collect(self) -> bool:
        stamp = Path(settings.STATIC_ROOT) / ".stamp"
        wanted = static_fingerprint()
        if stamp.is_file() and stamp.read_text() == wanted:
            return False
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        stamp.write_text(wanted)
        return True

    def _load(self) -> bool:
        active = DataSet.objects.filter(is_active=True).exclude(name="movielens-small-2016")
        if active.exists():
            return False
        call_command("load_demo", stdout=self.stdout if self._shows_all else StringIO())
        return self._shows_all

    def _train(self) -> bool:
        """Queue the first training, which the trainer process runs once the site has started.

        Also after one that failed or was killed, but not after one that the gate refused, since the
        same data would be refused again.
        """
        services.repair_if_idle()
        try:
            if services.serves_default() or services.last_was_refused():
                return False
        except ArtifactError as error:
            raise CommandError(str(error)) from error
        if not services.is_training() and not overview.is_queued(quick=True):
            train_models.using(priority=_FIRST).enqueue(quick=True)
        self.stdout.write("to be trained in the background; /models/ shows the progress")
        return True

    def _train_sequences(self) -> bool:
        """Queue a training of all models, those of PyTorch included."""
        if not services.lacking_sequences():
            return False
        if not overview.is_queued(quick=False):
            train_models.enqueue()
        self.stdout.write("to be trained in the background; /models/ shows the progress")
        return True


def static_fingerprint() -> str:
    """Return a fingerprint that changes with the site's files and the pinned packages."""
    digest = hashlib.sha256((Path(settings.BASE_DIR) / "requirements.txt").read_bytes())
    for path in sorted(Path(settings.STATICFILES_DIRS[0]).rglob("*")):
        if path.is_file():
            digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()
