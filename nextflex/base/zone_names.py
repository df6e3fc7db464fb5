"""Names from the IANA time zone database: the system's files or the tzdata package."""

from functools import lru_cache
from pathlib import Path
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError

AUTOMATIC = "automatic"  # the default setting of an account
_SYSTEM = Path("/usr/share/zoneinfo")  # where Django checks TIME_ZONE, if the folder exists
_AREAS = (
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


@lru_cache(maxsize=1)
def known() -> frozenset[str]:
    """Return all names, including legacy aliases; empty without a database."""
    return frozenset(available_timezones())


@lru_cache(maxsize=1)
def offered() -> tuple[str, ...]:
    """Return the names offered in forms: places, and UTC."""
    return (*sorted(name for name in known() if name.startswith(_AREAS)), "UTC")


def is_on_this_system(name: str) -> bool:
    return not _SYSTEM.is_dir() or (_SYSTEM / name).is_file()


def choices(chosen: str) -> list[tuple[str, str | list[tuple[str, str]]]]:
    """Return choices for a form by continent, with the current one even if it is a legacy alias."""
    by_area: dict[str, list[tuple[str, str]]] = {}
    for name in sorted({*offered(), chosen} - {AUTOMATIC}):
        area, _, place = name.partition("/")
        shown = (place or name).replace("_", " ")
        by_area.setdefault(area if place else "Other", []).append((name, shown))
    return [(AUTOMATIC, "Automatic (browser time zone)"), *by_area.items()]


def refuse_unknown(name: str) -> None:
    """Validate the time zone of an account."""
    if name != AUTOMATIC and name not in known():
        raise ValidationError(
            "%(name)s is not a time zone. Use a name such as Europe/Berlin, or automatic.",
            params={"name": name},
            code="unknown_time_zone",
        )
