"""Recompute the figures of all films."""

from typing import Any

from django.core.management.base import BaseCommand

from catalog.services import refresh_figures
from nextflex.base.console import progress_bar
from uploads.ratings.services import recompute_site_figures


class Command(BaseCommand):
    help = (
        "Recalculate the statistics of all films from the ratings. They differ only if rows were "
        "edited."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with progress_bar("Recomputing") as progress:
            wrong = recompute_site_figures(progress=progress)
        refresh_figures()
        self.stdout.write(f"Corrected the statistics of {wrong:,} films.")
