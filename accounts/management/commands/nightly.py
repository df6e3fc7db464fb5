"""Run the worker's nightly jobs now."""

from typing import Any

from django.core.management.base import BaseCommand

from nextflex.base.nightly import chores


class Command(BaseCommand):
    help = "Run the worker's nightly clean-up now: delete expired data and leftover files."

    def handle(self, *args: Any, **options: Any) -> None:
        for name, chore in chores().items():
            chore()
            self.stdout.write(f"{name}: done")
