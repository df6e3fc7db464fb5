"""The client's IP address, for throttles, lockouts and lists of sessions."""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.settings import api_settings

_BRACKETED = re.compile(r"\[(?P<host>[^\[\]]+)\](?::[0-9]+)?")
_WITH_PORT = re.compile(r"(?P<host>.+):[0-9]+")
Address = IPv4Address | IPv6Address


def client_ip(request: HttpRequest | Request) -> str | None:
    """Return the client's address; X-Forwarded-For is trusted only as far as TRUSTED_PROXIES reaches.

    An IPv6 client counts as its whole /64, within which it may choose any address. None when the server
    gives no address, as behind a Unix socket.
    """
    address = next(filter(None, map(_address, _reported(request))), None)
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    if isinstance(address, IPv6Address):
        return str(ip_network((int(address), 64), strict=False).network_address)
    return str(address) if address else None


def _reported(request: HttpRequest | Request) -> list[str]:
    """Return candidate addresses, from the outermost trusted proxy's entry to the server's own.

    Entries that hide the client ("unknown", "_hidden") are skipped by the caller. The next entry, or in
    the end the server, names at least the proxy, so clients of different proxies never share a bucket.
    """
    entries = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    given = [entry.strip() for entry in entries if entry.strip()]
    trusted = given[-proxies:] if (proxies := api_settings.NUM_PROXIES) else []
    return [*trusted, request.META.get("REMOTE_ADDR", "")]


def _address(entry: str) -> Address | None:
    """Parse `192.0.2.1`, `192.0.2.1:5555`, `2001:db8::1` or `[2001:db8::1]:443`; None for others."""
    bare = entry.strip('"')
    for host in (bare, *(found["host"] for found in _without_port(bare))):
        try:
            return ip_address(host)
        except ValueError:
            continue
    return None


def _without_port(entry: str) -> list[re.Match[str]]:
    return [found for form in (_BRACKETED, _WITH_PORT) if (found := form.fullmatch(entry))]
