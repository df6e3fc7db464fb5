"""Manage the stored versions of the models."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from recommender import services
from recommender.core.artifacts.store import KEPT_VERSIONS, ArtifactStore
from recommender.core.artifacts.versions import load_version
from recommender.core.errors import ArtifactError, CoreError
from recommender.core.pipeline.pretrained import export, install, not_installed
from recommender.core.pipeline.train import training_lock
from recommender.management.metrics_table import lines_of
from recommender.management.training_data import data_name, movielens_ids, training_data


class Command(BaseCommand):
    help = "List, verify, publish, roll back or prune stored model versions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("list", help="list stored versions; * marks the live one")
        verify = actions.add_parser("verify", help="check every file against its checksum")
        verify.add_argument("version", nargs="?", help="all versions by default")
        show = actions.add_parser("show", help="show a version's metrics")
        show.add_argument("version", nargs="?", help="the live one by default")
        publish = actions.add_parser("publish", help="publish a version")
        publish.add_argument("version")
        actions.add_parser("rollback", help="publish the previously live version")
        export = actions.add_parser("export", help="export the live sequence models to a folder")
        export.add_argument("folder", type=Path)
        install = actions.add_parser("install", help="add exported models to the live version")
        install.add_argument("folder", type=Path)
        prune = actions.add_parser("prune", help="delete old versions, never the live one")
        prune.add_argument("--keep", type=int, default=KEPT_VERSIONS)

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        try:
            getattr(self, f"do_{action}")(**options)
        except CoreError as error:
            raise CommandError(str(error)) from error

    def do_list(self, **options: Any) -> None:
        store = services.store()
        live = store.current()
        for version in store.versions():
            mark = "*" if version == live else " "
            self.stdout.write(f"{mark} {version:<6} {_facts(store, version)}")
        if not store.versions():
            self.stdout.write("No version is stored; run manage.py train.")

    def do_verify(self, *, version: str | None, **options: Any) -> None:
        store = services.store()
        for name in [version] if version else store.versions():
            store.verify(name)
            self.stdout.write(f"{name}: intact")

    def do_show(self, *, version: str | None, **options: Any) -> None:
        store = services.store()
        shown = version or store.current()
        if shown is None:
            raise CommandError("no version is published; run manage.py train")
        for line in lines_of(store.manifest(shown)):
            self.stdout.write(line)

    def do_publish(self, *, version: str, **options: Any) -> None:
        verdict = services.publish(version)
        if not verdict.accepted:
            self.stderr.write(f"Warning: {version} does not pass the publication check. {verdict}")
        self._changed(version)

    def do_rollback(self, **options: Any) -> None:
        self._changed(services.roll_back())

    def do_export(self, *, folder: Path, **options: Any) -> None:
        store = services.store()
        live = store.current()
        if live is None:
            raise CommandError("no version is published; run manage.py train")
        manifest = export(load_version(store, live), movielens_ids(), folder)
        size = sum(entry.size for entry in manifest.files.values())
        self.stdout.write(f"{folder}: {', '.join(manifest.models)}; {size / 1e6:.1f} MB")

    def do_install(self, *, folder: Path, **options: Any) -> None:
        store = services.store()
        if not not_installed(folder, store):
            self.stdout.write(f"The models of {folder.name} are already present.")
            return
        item_of = {source: item for item, source in movielens_ids().items()}
        with training_lock(store.root):
            services.repair()
            manifest = install(folder, store, training_data(), item_of, data_name())
            services.prune()
        if manifest:
            self._changed(manifest.version)

    def do_prune(self, *, keep: int, **options: Any) -> None:
        if keep < 1:
            raise CommandError(
                f"--keep {keep}: must be at least 1; the live version is always kept"
            )
        removed = services.prune(keep)
        self.stdout.write(f"removed: {', '.join(removed) or 'nothing'}")

    def _changed(self, version: str) -> None:
        self.stdout.write(f"{version} is live; the web workers load it within 10 seconds")


def _facts(store: ArtifactStore, version: str) -> str:
    try:
        manifest = store.manifest(version)
    except ArtifactError as error:
        return str(error)
    return f"{manifest.created_at}  {', '.join(manifest.models)}"
