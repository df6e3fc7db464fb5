"""The names of the IANA time-zone database, from the system's files or the package tzdata."""

from functools import lru_cache
from pathlib import Path
from zoneinfo import available_timezones

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
