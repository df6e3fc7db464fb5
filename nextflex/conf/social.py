"""Settings of external sign-ins, which are disabled unless SOCIAL_SIGN_IN names providers.

settings.py includes the lists.
"""

from dataclasses import dataclass, field
from importlib.util import find_spec
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

from nextflex.conf import env

GITHUB = "github"
_NAMES = {"google": "Google", GITHUB: "GitHub", "oidc": ""}
_GOOGLE = "https://accounts.google.com"


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider of external sign-ins.

    slug: its part of this site's URLs; issuer: its own URL, without a trailing slash.
    """

    slug: str
    name: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)


def _providers() -> tuple[Provider, ...]:
    wanted = dict.fromkeys(word.lower() for word in env.words("SOCIAL_SIGN_IN"))
    for slug in wanted:
        if slug not in _NAMES:
            raise ImproperlyConfigured(
                f"SOCIAL_SIGN_IN contains {slug!r}; valid names are {', '.join(_NAMES)}, "
                "separated by commas"
            )
    if wanted and not find_spec("authlib"):
        raise ImproperlyConfigured("SOCIAL_SIGN_IN needs more packages; run script/setup social")
    return tuple(_provider(slug) for slug in wanted)


def _provider(slug: str) -> Provider:
    issuer = _issuer(slug)
    return Provider(
        slug,
        _NAMES[slug] or env.text("OIDC_NAME") or issuer.netloc,
        issuer.geturl().rstrip("/"),
        client_id=_required(f"{slug.upper()}_CLIENT_ID"),
        client_secret=_required(f"{slug.upper()}_CLIENT_SECRET"),
    )


def _issuer(slug: str) -> SplitResult:
    match slug:
        case "google":
            return urlsplit(_GOOGLE)
        case "github":
            return _address("GITHUB_URL", default="https://github.com")
        case _:
            return _address("OIDC_ISSUER", default=_required("OIDC_ISSUER"))


def _address(name: str, *, default: str) -> SplitResult:
    """Return a URL that receives codes and secrets: unencrypted only on this machine."""
    address = env.site_url(name, default=default)
    if address.query or address.fragment or address.username:
        raise ImproperlyConfigured(f"{name} is not a plain address such as https://id.example.org")
    if address.scheme != "https" and not _is_loopback(address.hostname or ""):
        raise ImproperlyConfigured(f"{name}={address.geturl()!r} must begin with https://")
    return address


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _required(name: str) -> str:
    value = env.text(name)
    if not value:
        provider = name.partition("_")[0].lower()
        raise ImproperlyConfigured(
            f"{name} is not set. Set it to the value {provider!r} shows for this site's "
            f"registration, or remove {provider!r} from SOCIAL_SIGN_IN"
        )
    return value


PROVIDERS = _providers()
