"""urllib3 with connections from a guard."""

import socket
from typing import Any

from certifi import where
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NewConnectionError

from catalog.enrich.addresses import Guard


class GuardedPools(PoolManager):
    """A pool manager: urllib3 verifies host and certificate by name; the guard chooses the address."""

    def __init__(self, guard: Guard) -> None:
        super().__init__(cert_reqs="CERT_REQUIRED", ca_certs=where())
        self.pool_classes_by_scheme = {
            "http": _guarded(HTTPConnectionPool, HTTPConnection, guard),
            "https": _guarded(HTTPSConnectionPool, HTTPSConnection, guard),
        }


def _guarded(pool: type[Any], connection: type[HTTPConnection], guard: Guard) -> type[Any]:
    def open_checked(self: HTTPConnection) -> socket.socket:
        try:
            return guard.connect(self.host, self.port)
        except OSError as error:
            raise NewConnectionError(self, type(error).__name__) from error

    guarded = type("Guarded", (connection,), {"_new_conn": open_checked})
    return type("GuardedPool", (pool,), {"ConnectionCls": guarded})
