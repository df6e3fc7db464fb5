"""requests, with connections that a guard opens."""

import socket
from functools import partial
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NewConnectionError

from catalog.enrich.addresses import Guard


class GuardedAdapter(HTTPAdapter):
    """Host and certificate are checked by name as ever; only where the name leads is the guard's."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        self.poolmanager = PoolManager()
        plain = type("_Plain", (_Plain,), {"guard": self._guard})
        secure = type("_Secure", (_Secure,), {"guard": self._guard})
        self.poolmanager.pool_classes_by_scheme = {
            "http": partial(_pool, HTTPConnectionPool, plain),
            "https": partial(_pool, HTTPSConnectionPool, secure),
        }


def _pool(kind: Any, connection: Any, *args: Any, **options: Any) -> Any:
    pool = kind(*args, **options)
    pool.ConnectionCls = connection
    return pool


class _Plain(HTTPConnection):
    guard: Guard

    def _new_conn(self) -> socket.socket:
        return _opened(self, self.guard)


class _Secure(HTTPSConnection):
    guard: Guard

    def _new_conn(self) -> socket.socket:
        return _opened(self, self.guard)


def _opened(connection: HTTPConnection, guard: Guard) -> socket.socket:
    try:
        return guard.connect(connection.host, connection.port)
    except OSError as error:
        raise NewConnectionError(connection, type(error).__name__) from error
