"""E-mail addresses in the one spelling by which an account is known."""

from nextflex import hosts


def canonical(address: str) -> str:
    """Lower case, and the domain as the DNS has it: `Ann@Müller.example` is `ann@xn--mller-kva.example`.

    What has no such domain keeps its letters, for a validator to refuse.
    """
    local, at, domain = address.rpartition("@")
    try:
        return f"{local.lower()}{at}{hosts.ascii_domain(domain)}"
    except ValueError:
        return address.lower()


def readable(address: str) -> str:
    """With the letters of the domain, for people."""
    local, at, domain = address.rpartition("@")
    return f"{local}{at}{hosts.readable_domain(domain)}"
