"""Connections to public addresses only, with a deadline."""

import ipaddress
import socket
import time
from threading import Timer
from types import TracebackType
from typing import Self

from catalog.enrich.errors import ServiceFailed

_CONNECT_S = 10.0
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_public(text: str) -> bool:
    """Whether an address is public; an IPv4 address embedded in IPv6 must be public too."""
    address = ipaddress.ip_address(text.partition("%")[0])
    inner = _carried(address)
    if inner is not None and not is_public(str(inner)):
        return False
    return address.is_global and not address.is_multicast


def _carried(address: Address) -> ipaddress.IPv4Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.sixtofour or (address.teredo[1] if address.teredo else None)


def checked_address(host: str, port: int, *, trusted: tuple[str, int] | None) -> str:
    """Return the address to connect to, IPv4 first.

    Raises ServiceFailed when the name does not resolve, or when any of its addresses is private,
    loopback, link-local or the like, unless host and port are those that the settings trust.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ServiceFailed(
            f"the host name {host} cannot be resolved; check the network and the configured "
            "address",
            is_passing=True,
        ) from error
    addresses = [str(entry[4][0]) for entry in sorted(found, key=lambda one: one[0])]
    if (host, port) != trusted and not all(map(_is_public_or_mapped, addresses)):
        raise ServiceFailed(
            f"{host} resolves to an address in this network, so no request was sent"
        )
    return addresses[0]


def _is_public_or_mapped(text: str) -> bool:
    address = ipaddress.ip_address(text.partition("%")[0])
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return is_public(str(mapped or address))


class Guard:
    """Open checked connections, and close them all at the deadline, even in the middle of a wait.

    A timeout only limits the wait for each byte; a slow server could otherwise hold us forever.
    """

    def __init__(self, *, trusted: tuple[str, int] | None, deadline_s: float) -> None:
        self._trusted = trusted
        self._ends_at = time.monotonic() + deadline_s
        self._handles: list[socket.socket] = []
        self._timer = Timer(deadline_s, self._shut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        self._timer.join()
        for handle in self._handles:
            handle.close()

    @property
    def is_over(self) -> bool:
        return time.monotonic() >= self._ends_at

    def connect(self, host: str, port: int) -> socket.socket:
        """Connect to exactly the address that was checked."""
        address = checked_address(host.strip("[]"), port, trusted=self._trusted)
        left_s = max(self._ends_at - time.monotonic(), 0.001)
        connection = socket.create_connection((address, port), timeout=min(left_s, _CONNECT_S))
        # Keep a second handle, since TLS takes the first one over.
        self._handles.append(connection.dup())
        return connection

    def _shut(self) -> None:
        for handle in list(self._handles):
            try:
                handle.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # the other side closed it first
