"""Read environment variables with types; an invalid value stops the start with a message naming it.

The process environment overrides `.env` in the project root, which `script/setup` writes. The file is
read here, so that it applies to every module of settings.
"""

import os
import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from nextflex.base import hosts, zone_names

_environ = environ.Env()
_asked: set[str] = set()
_WORDS = {"1": True, "true": True, "yes": True, "on": True}
_WORDS |= {"0": False, "false": False, "no": False, "off": False}


def read_file(path: Path) -> None:
    """Read the values of a `.env` file for variables that the environment does not set."""
    if path.is_file():
        environ.Env.read_env(path, overwrite=False)


read_file(Path(__file__).resolve().parents[2] / ".env")


def values() -> dict[str, str]:
    """Return the variables that were read so far and are set."""
    return {name: os.environ[name] for name in _asked if name in os.environ}


def text(name: str, *, default: str = "") -> str:
    _asked.add(name)
    return str(_environ.str(name, default=default)).strip()


def boolean(name: str, *, default: bool) -> bool:
    raw = text(name)
    if not raw:
        return default
    if raw.lower() not in _WORDS:
        raise ImproperlyConfigured(f"{name}={raw!r} is not a boolean; use true or false")
    return _WORDS[raw.lower()]


def integer(name: str, *, default: int, least: int = 0) -> int:
    raw = text(name)
    if not raw:
        return default
    if not (raw.isascii() and raw.isdigit()) or int(raw) < least:
        raise ImproperlyConfigured(f"{name}={raw!r} is not a whole number of at least {least}")
    return int(raw)


def share(name: str, *, default: float) -> float:
    """A share of a whole, from 0 up to but not including 1."""
    raw = text(name)
    if not raw:
        return default
    if not re.fullmatch(r"0?\.[0-9]+|0", raw):
        raise ImproperlyConfigured(f"{name}={raw!r} is not a fraction such as 0.05")
    return float(raw)


def words(name: str, *, default: tuple[str, ...] = ()) -> list[str]:
    """Comma-separated words."""
    return [
        word.strip() for word in text(name, default=",".join(default)).split(",") if word.strip()
    ]


def path(name: str, *, default: Path) -> Path:
    return Path(text(name, default=str(default))).expanduser().resolve()


def secret(name: str) -> str:
    """A key of at least 32 characters; `script/server` writes one into `.env`."""
    value = text(name)
    if len(value) < 32:
        raise ImproperlyConfigured(
            f"{name} is {'not set' if not value else 'shorter than 32 characters'}; "
            "run script/setup, which writes one to .env, or set it in the environment"
        )
    return value


def site_url(name: str, *, default: str) -> SplitResult:
    value = _split(name, text(name, default=default))
    if value.scheme not in {"http", "https"} or not value.hostname:
        raise ImproperlyConfigured(
            f"{name}={value.geturl()!r} is not an address such as https://films.example.org"
        )
    return value


def own_url(name: str, *, default: str) -> SplitResult:
    """This site's own origin, normalised as browsers do."""
    value = site_url(name, default=default)
    site = value._replace(path="", query="", fragment="")
    if value.path not in {"", "/"} or value.query or value.fragment:
        raise ImproperlyConfigured(
            f"{name}={value.geturl()!r} has more than a host and a port. NextFlex needs a host of "
            f"its own and cannot run under a path: use {site.geturl()} or a separate host name"
        )
    return site._replace(netloc=_netloc(name, site))


def host_names(name: str, *, default: tuple[str, ...]) -> list[str]:
    """Comma-separated values for ALLOWED_HOSTS; `.example.org` includes its subdomains."""
    return [_allowed(name, word) for word in words(name, default=default)]


def origins(name: str) -> list[str]:
    """Comma-separated origins, normalised as browsers do."""
    return [_origin(name, word) for word in words(name)]


def time_zone(name: str, *, default: str) -> str:
    """A name from the IANA time zone database."""
    value = text(name) or default
    known = zone_names.known()
    if not known:
        raise ImproperlyConfigured(
            "This machine has no time zone database; install one: pip install tzdata"
        )
    if value not in known or not zone_names.is_on_this_system(value):
        raise ImproperlyConfigured(
            f"{name}={value!r} is not a time zone such as Europe/Berlin, America/New_York or UTC"
        )
    return value


def _split(name: str, value: str) -> SplitResult:
    """Split a URL. Raises ImproperlyConfigured, also for an invalid port, which urlsplit checks late."""
    try:
        address = urlsplit(value)
        _ = address.port
    except ValueError as error:
        raise ImproperlyConfigured(f"{name}={value!r} is not an address: {error}") from error
    return address


def _origin(name: str, word: str) -> str:
    value = _split(name, word)
    whole = f"{value.scheme}://{value.netloc}"
    if value.scheme not in {"http", "https"} or not value.hostname or word != whole:
        raise ImproperlyConfigured(
            f"{name} contains {word!r}, which is not an origin such as https://films.example.org"
        )
    return f"{value.scheme}://{_netloc(name, value)}"


def _netloc(name: str, site: SplitResult) -> str:
    if "@" in site.netloc:
        raise ImproperlyConfigured(f"{name} must not contain a user name or password")
    try:
        host = hosts.ascii_host(site.hostname or "")
    except ValueError as error:
        raise ImproperlyConfigured(f"{name}={site.geturl()!r}: {error}") from error
    is_default = site.port in {None, hosts.DEFAULT_PORTS[site.scheme]}
    return host if is_default else f"{host}:{site.port}"


def _allowed(name: str, word: str) -> str:
    if word == "*":
        return word
    below = "." if word.startswith(".") else ""
    try:
        return below + hosts.ascii_host(word.removeprefix("."))
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} contains {word!r}: {error}") from error


def database(name: str, *, default: str) -> dict[str, object]:
    """Connection settings from a URL: sqlite:///FILE, postgres://…, mysql://…"""
    _asked.add(name)
    return dict(_environ.db(name, default=default))


def storage(name: str) -> dict[str, object]:
    """Django's file storage: s3://bucket/prefix, a folder, or by default MEDIA_ROOT.

    The access to a bucket is configured by AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION and,
    for services other than Amazon's, AWS_S3_ENDPOINT_URL; only this site needs read access.
    """
    value = text(name)
    if "://" not in value:
        options = {"location": str(Path(value).expanduser().resolve())} if value else {}
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}
    address = urlsplit(value)
    if address.scheme != "s3" or not address.netloc:
        raise ImproperlyConfigured(f"{name}={value!r} is neither a folder nor s3://bucket/prefix")
    if not (find_spec("storages") and find_spec("boto3")):
        raise ImproperlyConfigured(f"{name}={value!r} needs more packages; run script/setup s3")
    from botocore.config import Config  # noqa: PLC0415  is there only where a bucket is used

    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": address.netloc,
            "location": address.path.strip("/"),
            "endpoint_url": text("AWS_S3_ENDPOINT_URL") or None,
            "region_name": text("AWS_REGION") or None,
            "default_acl": None,
            # A visitor is waiting: a slow storage is reported as unavailable.
            "client_config": Config(
                connect_timeout=3, read_timeout=20, retries={"max_attempts": 2}
            ),
        },
    }


def cache(name: str, *, default: str) -> dict[str, object]:
    _asked.add(name)
    return dict(_environ.cache(name, default=default))


def cache_errors(backend: object) -> tuple[type[Exception], ...]:
    """Return the errors of a cache that does not respond.

    Redis's client, which takes 8 MB, is loaded only where the cache is Redis.
    """
    if backend != "django.core.cache.backends.redis.RedisCache":
        return ()
    return (import_module("redis.exceptions").RedisError,)


def email(name: str, *, default: str) -> dict[str, object]:
    _asked.add(name)
    return dict(_environ.email(name, default=default))


def sends_mail(backend: str) -> bool:
    """Whether mail leaves this machine: the other backends print, store or drop it."""
    return not backend.endswith(
        (
            "console.EmailBackend",
            "locmem.EmailBackend",
            "filebased.EmailBackend",
            "dummy.EmailBackend",
        )
    )
