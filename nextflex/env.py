"""Typed reading of environment variables; a wrong value stops the start with a message that names it.

The process environment wins over `.env` in the project root, which `script/setup` writes and which is
read here, so that every module of settings that asks finds it.
"""

import re
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

_environ = environ.Env()
_WORDS = {"1": True, "true": True, "yes": True, "on": True}
_WORDS |= {"0": False, "false": False, "no": False, "off": False}


def read_file(path: Path) -> None:
    """Take the values of a `.env` file for variables that the environment does not set."""
    if path.is_file():
        environ.Env.read_env(path, overwrite=False)


read_file(Path(__file__).resolve().parent.parent / ".env")


def text(name: str, *, default: str = "") -> str:
    return str(_environ.str(name, default=default)).strip()


def boolean(name: str, *, default: bool) -> bool:
    raw = text(name)
    if not raw:
        return default
    if raw.lower() not in _WORDS:
        raise ImproperlyConfigured(f"{name}={raw!r} is not a yes or no; write true or false")
    return _WORDS[raw.lower()]


def integer(name: str, *, default: int, least: int = 0) -> int:
    raw = text(name)
    if not raw:
        return default
    if not (raw.isascii() and raw.isdigit()) or int(raw) < least:
        raise ImproperlyConfigured(f"{name}={raw!r} is not a whole number of at least {least}")
    return int(raw)


def share(name: str, *, default: float) -> float:
    """A part of a whole, from 0 up to but not including 1."""
    raw = text(name)
    if not raw:
        return default
    if not re.fullmatch(r"0?\.[0-9]+|0", raw):
        raise ImproperlyConfigured(f"{name}={raw!r} is not a share such as 0.05")
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
    value = urlsplit(text(name, default=default))
    if value.scheme not in {"http", "https"} or not value.hostname:
        raise ImproperlyConfigured(
            f"{name}={value.geturl()!r} is not an address such as https://films.example.org"
        )
    return value


def origins(name: str) -> list[str]:
    """Comma-separated sites, each without a path."""
    for word in words(name):
        value = urlsplit(word)
        whole = f"{value.scheme}://{value.netloc}"
        if value.scheme not in {"http", "https"} or not value.hostname or word != whole:
            raise ImproperlyConfigured(
                f"{name} has {word!r}, which is not a site such as https://films.example.org"
            )
    return words(name)


def database(name: str, *, default: str) -> dict[str, object]:
    """Connection settings from a URL: sqlite:///FILE, postgres://…, mysql://…"""
    return dict(_environ.db(name, default=default))


def storage(name: str) -> dict[str, object]:
    """Where Django keeps files: s3://bucket/prefix, a folder, or, when it is not set, MEDIA_ROOT.

    A bucket is reached as AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION and, for what is not
    Amazon's, AWS_S3_ENDPOINT_URL say; nobody but this site needs to read it.
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
            # A visitor waits: what does not answer soon is told as unavailable.
            "client_config": Config(
                connect_timeout=3, read_timeout=20, retries={"max_attempts": 2}
            ),
        },
    }


def cache(name: str, *, default: str) -> dict[str, object]:
    return dict(_environ.cache(name, default=default))


def email(name: str, *, default: str) -> dict[str, object]:
    return dict(_environ.email(name, default=default))


def sends_mail(backend: str) -> bool:
    """Whether mail leaves this machine: the others print, keep or drop it."""
    return not backend.endswith(
        (
            "console.EmailBackend",
            "locmem.EmailBackend",
            "filebased.EmailBackend",
            "dummy.EmailBackend",
        )
    )
