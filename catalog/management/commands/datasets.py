"""List the imported data sets, activate one, or remove one."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from catalog.importers.data_sets import remove_data_set, use_data_set
from catalog.importers.errors import ImportFailed
from catalog.models import DataSet
from nextflex.base.console import progress_bar


class Command(BaseCommand):
    help = (
        "Manage imported data sets. The ratings of the active one train the models and fill the "
        "charts."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        acts.add_parser("list", help="list data sets; * marks the active one")
        acts.add_parser("use", help="activate a data set").add_argument("name")
        acts.add_parser("remove", help="delete a data set's ratings").add_argument("name")

    def handle(self, *args: Any, act: str, **options: Any) -> None:
        try:
            if act == "list":
                self._list()
            elif act == "use":
                self._use(options["name"])
            else:
                remove_data_set(options["name"])
                self.stdout.write(f"{options['name']} was removed; its films are kept.")
        except ImportFailed as error:
            raise CommandError(str(error)) from error

    def _list(self) -> None:
        for row in DataSet.objects.order_by("name"):
            mark = "*" if row.is_active else " "
            self.stdout.write(
                f"{mark} {row.name}: {row.films:,} films, {row.users:,} users, {row.ratings:,} ratings"
            )
        if not DataSet.objects.exists():
            self.stdout.write("No data sets; run load_demo or import_movielens.")

    def _use(self, name: str) -> None:
        with progress_bar(f"Activating {name}") as progress:
            row = use_data_set(name, progress=progress)
        self.stdout.write(f"{row.title} is active. Run manage.py train to train models on it.")
