"""Fetch the films' posters and backdrops, now or by the worker."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from catalog.enrich.images import fetch_images, films_without_images
from catalog.enrich.rate import Courtesy
from catalog.management.enriching import lines_of, positive
from catalog.tasks import queue_posters
from nextflex.base.console import progress_bar

_A_SECOND = 20.0


class Command(BaseCommand):
    help = "Fetch the TMDB posters and backdrops whose paths are in the catalogue."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--limit", type=positive, help="maximum number of films")
        parser.add_argument(
            "--queue", action="store_true", help=("queue the work for the worker process")
        )

    def handle(self, *args: Any, limit: int | None, queue: bool, **options: Any) -> None:
        if queue:
            self.stdout.write(f"jobs queued: {queue_posters(films_without_images()[:limit]):,}")
            return
        courtesy = Courtesy(per_second=_A_SECOND)
        with progress_bar("Fetching posters") as progress:
            report = fetch_images(
                now=timezone.now(), courtesy=courtesy, progress=progress, limit=limit
            )
        for line in lines_of(report, what="images"):
            self.stdout.write(line)
        if report.stopped:
            raise CommandError(
                f"{report.stopped} Fetched images are kept; run the command again to continue."
            )
