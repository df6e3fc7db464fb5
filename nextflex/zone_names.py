"""The names of the IANA time-zone database, from the system's files or the package tzdata."""

from functools import lru_cache
from pathlib import Path
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError

AUTOMATIC = "automatic"  # what somebody has who chose none
_SYSTEM = Path("/usr/share/zoneinfo")  # where Django looks for its TIME_ZONE, if it is there
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
    """All of them, old ones included; none where the machine has no database."""
    return frozenset(available_timezones())


@lru_cache(maxsize=1)
def offered() -> tuple[str, ...]:
    """Those of places, for people to choose from, and UTC."""
    return (*sorted(name for name in known() if name.startswith(_AREAS)), "UTC")


def is_on_this_system(name: str) -> bool:
    return not _SYSTEM.is_dir() or (_SYSTEM / name).is_file()


def choices(chosen: str) -> list[tuple[str, str | list[tuple[str, str]]]]:
    """For a form, by continent; what somebody has chosen is among them under its old name, too."""
    by_area: dict[str, list[tuple[str, str]]] = {}
    for name in sorted({*offered(), chosen} - {AUTOMATIC}):
        area, _, place = name.partition("/")
        shown = (place or name).replace("_", " ")
        by_area.setdefault(area if place else "Other", []).append((name, shown))
    return [(AUTOMATIC, "Automatic: as this browser reports"), *by_area.items()]


def refuse_unknown(name: str) -> None:
    """A validator of what somebody chooses."""
    if name != AUTOMATIC and name not in known():
        raise ValidationError(
            "%(name)s is not a time zone. Take one such as Europe/Berlin, or automatic.",
            params={"name": name},
            code="unknown_time_zone",
        )
