"""Nightly clean-up of expired sessions and tokens, old counts of failed sign-ins, and finished jobs."""

from axes.models import AccessAttempt, AccessFailureLog
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from accounts.services import forget_expired_access
from nextflex.base.nightly import every_night

_JOBS_DAYS = 30


def register() -> None:
    every_night("expired sessions and tokens", forget_expired_access)
    every_night("old failed sign-in counts", forget_old_attempts)
    every_night("finished jobs", forget_done_jobs)


def forget_old_attempts() -> None:
    old = timezone.now() - settings.AXES_COOLOFF_TIME
    AccessAttempt.objects.filter(attempt_time__lt=old).delete()
    AccessFailureLog.objects.filter(attempt_time__lt=old).delete()


def forget_done_jobs() -> None:
    call_command("prune_db_task_results", min_age_days=_JOBS_DAYS, queue_name="*", verbosity=0)
