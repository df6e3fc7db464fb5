"""A queue for the writing threads of a process.

SQLite allows one writer at a time, and the others poll: with thirty waiting threads some never succeed
before their timeout, and "database is locked" gives a 500. Here only one thread per process, in turn,
waits for SQLite.
"""

import threading
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base

_turn = threading.Lock()
_PATIENCE_S = 20


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose turn lasts as long as a transaction; every way to end one ends the turn.

    django-stubs does not know the methods that are overridden here.
    """

    _has_turn = False
    _opened: tuple[int, int] | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        opened = super().get_new_connection(conn_params)
        self._opened = self._file()
        return opened

    def is_usable(self) -> bool:
        """Whether the open file is still the database, and not one that a restored backup replaced."""
        return self._file() == self._opened

    def _file(self) -> tuple[int, int] | None:
        """The device and inode of the file; None if it is missing or the database is in memory."""
        try:
            found = Path(self.settings_dict["NAME"]).stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

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
