"""Fetch film details from TMDB, and delete expired ones."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from catalog.enrich.errors import ServiceFailed
from catalog.enrich.rate import Courtesy
from catalog.enrich.tmdb import enrich_tmdb, expire_tmdb
from catalog.enrich.tmdb_client import TmdbClient
from catalog.management.enriching import add_choice, lines_of
from catalog.search.index import index_films
from nextflex.base.console import progress_bar

_A_SECOND = 40.0  # TMDB's own limit is near 50


class Command(BaseCommand):
    help = "Fetch descriptions, people, keywords, trailers and providers of films from TMDB."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_choice(parser)
        parser.add_argument(
            "--expire-only",
            action="store_true",
            help="only delete data older than TMDB_KEEP_DAYS, without fetching; run it daily",
        )

    def handle(
        self, *args: Any, limit: int | None, again: bool, expire_only: bool, **options: Any
    ) -> None:
        if expire_only:
            lost = expire_tmdb(now=timezone.now())
            index_films(lost)
            self.stdout.write(f"films with expired TMDB data deleted: {len(lost):,}")
            return
        try:
            client = TmdbClient.of_settings(Courtesy(per_second=_A_SECOND))
        except ServiceFailed as error:
            raise CommandError(str(error)) from error
        with progress_bar("Enriching") as progress:
            report = enrich_tmdb(
                client, now=timezone.now(), progress=progress, limit=limit, again=again
            )
        index_films(report.changed)
        for line in lines_of(report):
            self.stdout.write(line)
        self.stdout.write(settings.TMDB_ATTRIBUTION)
        if report.stopped:
            raise CommandError(
                f"{report.stopped} Saved data is kept; run the command again to continue."
            )
