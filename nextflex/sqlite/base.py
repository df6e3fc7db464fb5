"""A queue for the writing threads of a process.

SQLite allows one writer at a time, and the others poll: with thirty waiting threads some never succeed
before their timeout, and "database is locked" gives a 500. Here only one thread per process, in turn,
waits for SQLite.
"""

import threading
from typing import Any

from django.db.backends.sqlite3 import base

_turn = threading.Lock()
_PATIENCE_S = 20


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose turn lasts as long as a transaction; every way to end one ends the turn.

    django-stubs does not know the methods that are overridden here.
    """

    _has_turn = False

    def _start_transaction_under_autocommit(self) -> None:
        # After the timeout it still tries SQLite, with the same result as without this queue.
        self._has_turn = _turn.acquire(timeout=_PATIENCE_S)
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._end_turn()
            raise

    def _commit(self) -> Any:
        done = super()._commit()  # type: ignore[misc]
        self._end_turn()
        return done

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _close(self) -> Any:
        try:
            return super()._close()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _end_turn(self) -> None:
        if self._has_turn:
            self._has_turn = False
            _turn.release()
