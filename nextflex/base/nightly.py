"""What is done once a night: each app says in its `ready()` what it has to do.

The worker does it, and each night plans the next before anything else, so that no failure ends them.
"""

import datetime
import logging
from collections.abc import Callable

from django.core.management import call_command
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

_HOUR = 3  # of UTC
_JOBS_DAYS = 30
_chores: dict[str, Callable[[], object]] = {}
_log = logging.getLogger(__name__)


def every_night(name: str, chore: Callable[[], object]) -> None:
    """Have this done every night. It may be done twice, and must not mind."""
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
    """One by one, so that a chore that fails stops no other and is told with its reason."""
    if name in _chores:  # an app may be gone since it was queued
        _chores[name]()
        _log.info("nightly: %s", name)


def plan_next_night() -> bool:
    """Queue the next night. False when it is queued already."""
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    if waiting.filter(task_path=begin_night.module_path).exists():
        return False
    begin_night.using(run_after=next_night(timezone.now())).enqueue()
    return True


def forget_done_jobs() -> None:
    """Delete the results of jobs that finished a month ago."""
    call_command("prune_db_task_results", min_age_days=_JOBS_DAYS, queue_name="*", verbosity=0)


def next_night(now: datetime.datetime) -> datetime.datetime:
    """The next three o'clock after this moment, in UTC."""
    tonight = now.astimezone(datetime.UTC).replace(hour=_HOUR, minute=0, second=0, microsecond=0)
    return tonight if tonight > now else tonight + datetime.timedelta(days=1)
