"""Fetch the films' people and facts from Wikidata."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from catalog.enrich.rate import Courtesy
from catalog.enrich.wikidata import enrich_wikidata
from catalog.management.enriching import add_choice, lines_of
from catalog.search.index import index_films
from nextflex.base.console import progress_bar

_A_SECOND = 1.0  # its queries are expensive


class Command(BaseCommand):
    help = (
        "Fetch directors, cast, countries and running times of films from Wikidata; needs no key."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_choice(parser)

    def handle(self, *args: Any, limit: int | None, again: bool, **options: Any) -> None:
        courtesy = Courtesy(per_second=_A_SECOND)
        with progress_bar("Enriching") as progress:
            report = enrich_wikidata(
                now=timezone.now(), courtesy=courtesy, progress=progress, limit=limit, again=again
            )
        index_films(report.changed)
        for line in lines_of(report):
            self.stdout.write(line)
        if report.stopped:
            raise CommandError(
                f"{report.stopped} Saved data is kept; run the command again to continue."
            )
