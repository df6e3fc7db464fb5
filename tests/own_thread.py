"""Work that runs an event loop, which a browser of another test may already keep in this thread."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connections

_Result = TypeVar("_Result")


def in_own_thread(work: Callable[[], _Result]) -> _Result:
    """Do the work in another thread, and close the database connections that it opened there."""

    def done() -> _Result:
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as threads:
        return threads.submit(done).result()
