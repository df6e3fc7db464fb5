"""Do now what the worker does every night."""

from typing import Any

from django.core.management.base import BaseCommand

from nextflex.base.nightly import chores


class Command(BaseCommand):
    help = (
        "Do now what the worker does every night: forget what has expired, sweep what is left over."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        for name, chore in chores().items():
            chore()
            self.stdout.write(f"{name}: done")
