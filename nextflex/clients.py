"""Who asks, as far as an address tells; what counts by address asks here."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle


def client_ip(request: HttpRequest | Request) -> str | None:
    """The client's address; X-Forwarded-For counts only as far as TRUSTED_PROXIES reaches.

    An IPv6 client is its whole /64, within which it may choose its address as it likes.
    None when the server gives no address, as behind a Unix socket.
    """
    asked = request if isinstance(request, Request) else Request(request)
    given = BaseThrottle().get_ident(asked)
    try:
        address = ip_address(str(given))
        if not isinstance(address, IPv6Address):
            return str(address)
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ip_network((int(address), 64), strict=False).network_address)
    except ValueError:
        return None
