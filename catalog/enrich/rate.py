"""The rate of requests to a service, and its retries."""

import time
from collections.abc import Callable
from typing import TypeVar

from urllib3 import Retry
from urllib3.exceptions import InvalidHeader

from catalog.enrich.errors import ServiceFailed

_LONGEST_PAUSE_S = 300.0
_RETRY = Retry(retry_after_max=999_999_999)

Answer = TypeVar("Answer")


def retry_after_s(header: str | None) -> float | None:
    """Parse a Retry-After header, in seconds or as an HTTP date; None when it cannot be parsed."""
    try:
        return float(_RETRY.parse_retry_after(header or ""))
    except (InvalidHeader, ValueError, OverflowError):
        return None


class Courtesy:
    """Send requests at an even rate; retry when the service asks to wait or fails temporarily.

    At least 1 / per_second passes between two requests. A temporary failure is retried after the time
    that the service asks for, else after 1, 2, 4 … seconds, `attempts` times in all.
    """

    def __init__(
        self,
        *,
        per_second: float,
        attempts: int = 5,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._interval_s = 1 / per_second
        self._attempts = attempts
        self._clock = clock
        self._sleep = sleep
        self._next_at = clock()

    def ask(self, question: Callable[[], Answer]) -> Answer:
        """Return the answer. Raises the last ServiceFailed, with the number of attempts."""
        for attempt in range(1, self._attempts):
            self._take_turn()
            try:
                return question()
            except ServiceFailed as error:
                self._pause_after(error, attempt)
        self._take_turn()
        try:
            return question()
        except ServiceFailed as error:
            raise _given_up(error, self._attempts) if error.is_passing else error from None

    def _take_turn(self) -> None:
        wait_s = self._next_at - self._clock()
        if wait_s > 0:
            self._sleep(wait_s)
        self._next_at = max(self._next_at, self._clock()) + self._interval_s

    def _pause_after(self, error: ServiceFailed, attempt: int) -> None:
        if not error.is_passing:
            raise error
        pause_s = 2.0 ** (attempt - 1) if error.retry_after_s is None else error.retry_after_s
        if pause_s > _LONGEST_PAUSE_S:
            raise ServiceFailed(
                f"{error} Wait {pause_s:,.0f} seconds, then run this again.",
                error.retry_after_s,
                status=error.status,
            )
        self._sleep(pause_s)


def _given_up(error: ServiceFailed, attempts: int) -> ServiceFailed:
    return ServiceFailed(
        f"{error} Gave up after {attempts} attempts; run this again later.",
        error.retry_after_s,
        status=error.status,
        is_passing=True,
    )
