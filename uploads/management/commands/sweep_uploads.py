"""Delete post files without a row, and mark rows without their files."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from uploads.posts.sweeping import GRACE, sweep


class Command(BaseCommand):
    help = (
        "Delete unreferenced files of posts and mark posts whose image is missing; run it nightly."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--grace-minutes",
            type=int,
            default=int(GRACE.total_seconds() // 60),
            help="keep files younger than this; they may belong to an upload in progress",
        )

    def handle(self, *args: Any, grace_minutes: int, **options: Any) -> None:
        swept = sweep(now=timezone.now(), grace=timedelta(minutes=grace_minutes))
        self.stdout.write(
            f"{swept.orphans:,} files deleted, {swept.lost:,} images marked as missing, "
            f"{swept.again:,} queued again."
        )
