"""Nightly jobs; each app registers its jobs in its `ready()`.

The worker runs them, and first plans the next night, so that no failure ends the series.
"""

import datetime
import logging
from collections.abc import Callable

from django.core.management import call_command
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

_HOUR = 3  # UTC
_JOBS_DAYS = 30
_chores: dict[str, Callable[[], object]] = {}
_log = logging.getLogger(__name__)


def every_night(name: str, chore: Callable[[], object]) -> None:
    """Register a nightly job. It must be idempotent, since it may run twice."""
    _chores[name] = chore


def chores() -> dict[str, Callable[[], object]]:
    return dict(_chores)


@task()
def begin_night() -> None:
    plan_next_night()
    for name in _chores:
        do_chore.enqueue(name)


@task()
def do_chore(name: str) -> None:
    """Run one job; each runs on its own, so that a failure affects no other job and is logged."""
    if name in _chores:  # its app may have been removed since it was queued
        _chores[name]()
        _log.info("nightly: %s", name)


def plan_next_night() -> bool:
    """Queue the next night. False when it is already queued."""
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    if waiting.filter(task_path=begin_night.module_path).exists():
        return False
    begin_night.using(run_after=next_night(timezone.now())).enqueue()
    return True


def forget_done_jobs() -> None:
    """Delete the results of jobs that finished a month ago."""
    call_command("prune_db_task_results", min_age_days=_JOBS_DAYS, queue_name="*", verbosity=0)


def next_night(now: datetime.datetime) -> datetime.datetime:
    """Return the next 03:00 UTC after this moment."""
    tonight = now.astimezone(datetime.UTC).replace(hour=_HOUR, minute=0, second=0, microsecond=0)
    return tonight if tonight > now else tonight + datetime.timedelta(days=1)
