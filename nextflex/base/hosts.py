"""Normalise host names as browsers and mail servers do: ASCII, lower case, IPv6 in brackets."""

import re
from ipaddress import ip_address

import idna

DEFAULT_PORTS = {"http": 80, "https": 443}
_ASCII_NAME = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.?")


def ascii_host(host: str) -> str:
    """Return `xn--kinofr-7ya.example` for `kinofür.example`, `[2001:db8::1]` for `2001:DB8:0::1`.

    Raises ValueError for an invalid host.
    """
    bare = host.removeprefix("[").removesuffix("]")
    if ":" in bare:
        return f"[{ip_address(bare).compressed}]"
    name = ascii_domain(bare)
    if not _ASCII_NAME.fullmatch(name):
        raise ValueError(f"{host!r} is not a host name; use only letters, digits, hyphens and dots")
    return name


def ascii_domain(domain: str) -> str:
    """Convert a domain by UTS 46, as browsers do. Raises idna.IDNAError, a ValueError.

    Python's own "idna" codec implements IDNA 2003, which turns `straße.example` into another domain,
    `strasse.example`.
    """
    if domain.isascii():
        return domain.lower()
    labels = idna.uts46_remap(domain).split(".")
    return ".".join(
        label if label.isascii() else f"xn--{label.encode('punycode').decode()}" for label in labels
    )


def readable_domain(domain: str) -> str:
    """Return the domain in Unicode, for display; unchanged if it cannot be decoded."""
    try:
        return idna.decode(domain)
    except idna.IDNAError:
        return domain
