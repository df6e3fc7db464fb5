from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from axes.models import AccessAttempt
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts import jwt_tokens
from accounts.models import ClientSignIn
from nextflex.base import nightly
from tests.builders import make_user

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


def queued() -> list[str]:
    rows = DBTaskResult.objects.order_by("enqueued_at", "id")
    return [row.task_path.rpartition(".")[2] for row in rows]


def test_the_next_night_is_planned_once() -> None:
    assert nightly.plan_next_night()
    assert not nightly.plan_next_night()
    (row,) = DBTaskResult.objects.all()
    assert timedelta() < row.run_after - timezone.now() <= timedelta(days=1)
    assert row.run_after.hour == 3


@pytest.mark.parametrize(
    ("now", "then"), [((22, 2, 59), (22, 3)), ((22, 3, 0), (23, 3)), ((30, 23, 0), (31, 3))]
)
def test_a_night_begins_at_three(now: tuple[int, int, int], then: tuple[int, int]) -> None:
    assert nightly.next_night(datetime(2026, 12, *now, tzinfo=UTC)) == datetime(
        2026, 12, *then, tzinfo=UTC
    )


def test_a_night_plans_the_next_before_it_does_anything() -> None:
    nightly.begin_night.call()
    assert queued()[0] == "begin_night"
    assert len(queued()) == 1 + len(nightly.chores())


def test_a_chore_of_an_app_that_is_gone_is_passed_over() -> None:
    nightly.do_chore.call("feed the unicorn")


def test_the_command_forgets_what_has_expired() -> None:
    jwt_tokens.issue(make_user())
    AccessAttempt.objects.create(
        username="ann", attempt_time=timezone.now(), failures_since_start=1
    )
    call_command("nightly", verbosity=0)
    assert (ClientSignIn.objects.count(), AccessAttempt.objects.count()) == (1, 1)
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        call_command("nightly", verbosity=0)
    assert (ClientSignIn.objects.count(), AccessAttempt.objects.count()) == (0, 0)
