"""Rebuild the search index."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from catalog.models import SearchWord
from catalog.search.index import rebuild
from nextflex.base.console import progress_bar


class Command(BaseCommand):
    help = "Rebuild the search index. Imports and the admin keep it up to date automatically."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="do nothing if an index exists")

    def handle(self, *args: Any, if_empty: bool, **options: Any) -> None:
        if if_empty and SearchWord.objects.exists():
            return
        with progress_bar("Indexing") as progress:
            films = rebuild(progress=progress)
        self.stdout.write(f"{films:,} films indexed.")
