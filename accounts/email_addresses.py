"""The canonical form of e-mail addresses: two spellings of one mailbox are one account."""

from nextflex.base import hosts


def canonical(address: str) -> str:
    """Return the address in lower case with an ASCII domain.

    `Ann@Müller.example` becomes `ann@xn--mller-kva.example`.

    An invalid domain is only lower-cased; validators refuse it.
    """
    local, at, domain = address.rpartition("@")
    try:
        return f"{local.lower()}{at}{hosts.ascii_domain(domain)}"
    except ValueError:
        return address.lower()


def readable(address: str) -> str:
    """Return the address with a Unicode domain, for display."""
    local, at, domain = address.rpartition("@")
    return f"{local}{at}{hosts.readable_domain(domain)}"
