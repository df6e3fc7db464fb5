"""The pace at which a service is asked, and how often again."""

from datetime import UTC, datetime

import pytest
import time_machine

from catalog.enrich.errors import ServiceFailed
from catalog.enrich.rate import Courtesy, retry_after_s

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 100.0
        self.pauses: list[float] = []

    def sleep(self, pause_s: float) -> None:
        self.pauses.append(pause_s)
        self.now += pause_s

    def courtesy(self, *, per_second: float = 1_000_000, attempts: int = 5) -> Courtesy:
        return Courtesy(
            per_second=per_second, attempts=attempts, clock=lambda: self.now, sleep=self.sleep
        )


class Failing:
    """A question that fails so often before it is answered."""

    def __init__(self, times: int, error: ServiceFailed) -> None:
        self.left = times
        self.error = error
        self.asked = 0

    def __call__(self) -> str:
        self.asked += 1
        if self.left:
            self.left -= 1
            raise self.error
        return "answer"


def trouble(retry_after: float | None = None) -> ServiceFailed:
    return ServiceFailed("tmdb is in trouble.", retry_after, status=500, is_passing=True)


def test_questions_keep_their_distance() -> None:
    time = Time()
    courtesy = time.courtesy(per_second=40)
    for _ in range(41):
        courtesy.ask(lambda: None)
    assert time.now == pytest.approx(101.0)


def test_time_that_passed_anyway_counts() -> None:
    time = Time()
    courtesy = time.courtesy(per_second=40)
    courtesy.ask(lambda: None)
    time.now += 5
    courtesy.ask(lambda: None)
    assert time.pauses == []
    courtesy.ask(lambda: None)  # no burst makes up for the time in which nobody asked
    assert time.pauses == [pytest.approx(0.025)]


def test_pauses_grow() -> None:
    time = Time()
    assert time.courtesy().ask(Failing(4, trouble())) == "answer"
    assert [pause for pause in time.pauses if pause > 0.5] == [1, 2, 4, 8]


def test_the_service_s_own_pause_counts() -> None:
    time = Time()
    time.courtesy().ask(Failing(2, trouble(7.0)))
    assert [pause for pause in time.pauses if pause > 0.5] == [7, 7]


def test_it_gives_up_with_a_word() -> None:
    question = Failing(99, trouble())
    with pytest.raises(ServiceFailed, match="Gave up after 3 attempts") as raised:
        Time().courtesy(attempts=3).ask(question)
    assert question.asked == 3
    assert raised.value.status == 500


def test_what_cannot_pass_is_asked_once() -> None:
    question = Failing(99, ServiceFailed("tmdb: the key was rejected", status=401))
    with pytest.raises(ServiceFailed, match=r"rejected$"):
        Time().courtesy().ask(question)
    assert question.asked == 1


def test_a_long_pause_is_for_somebody_else_to_make() -> None:
    time = Time()
    with pytest.raises(ServiceFailed, match="Wait 86,400 seconds"):
        time.courtesy().ask(Failing(1, trouble(86_400.0)))
    assert max(time.pauses, default=0.0) < 1


@pytest.mark.parametrize(
    ("header", "pause_s"),
    [
        ("7", 7.0),
        (" 120 ", 120.0),
        ("Thu, 01 Jan 2026 12:00:30 GMT", 30.0),
        ("Thu, 01 Jan 2026 11:00:00 GMT", 0.0),
        ("Thu, 01 Jan 2026 12:00:30 -0000", 30.0),
        ("soon", None),
        ("-5", None),
        ("", None),
        (None, None),
        ("9" * 400, 999_999_999.0),
        ("9" * 5000, None),
        ("Thu, 99 Jan 99999 12:00:30 GMT", None),
    ],
)
def test_retry_after_in_seconds_or_as_a_date(header: str | None, pause_s: float | None) -> None:
    with time_machine.travel(NOON, tick=False):
        assert retry_after_s(header) == pause_s
