"""The stamp of a prepared site: `script/server` then serves first and checks afterwards.

It covers what `manage.py prepare` depends on: the project's files, the settings and the database. A
change of any of them, such as a git pull, makes the next start prepare in full before it serves.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from nextflex.conf import env

_FOLDERS = (
    "accounts",
    "catalog",
    "demo",
    "nextflex",
    "recommender",
    "static",
    "templates",
    "uploads",
)
# script/server sets them for its processes; nothing that is prepared depends on the first two, and
# the stamp lies in the third.
_OWN = {"PORT", "WEB_THREADS", "NEXTFLEX_DATA_DIR"}


def is_prepared() -> bool:
    """Whether this state of the site was prepared and its static files are still there."""
    stamp, static = _stamp(), Path(settings.STATIC_ROOT) / ".stamp"
    return static.is_file() and stamp.is_file() and stamp.read_text() == fingerprint()


def note_prepared() -> None:
    stamp = _stamp()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(fingerprint())


def fingerprint() -> str:
    """Return a fingerprint of the project's files (by size and time), settings and database file."""
    values = {name: value for name, value in env.values().items() if name not in _OWN}
    digest = hashlib.sha256(repr(sorted(values.items())).encode())
    for path in _files(Path(settings.BASE_DIR)):
        facts = path.stat()
        digest.update(f"{path} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    digest.update(f"{_file_number(Path(str(settings.DATABASES['default']['NAME'])))}".encode())
    return digest.hexdigest()


def _stamp() -> Path:
    return Path(settings.DATA_DIR) / "run" / "prepared"


def _files(root: Path) -> Iterator[Path]:
    yield from sorted(root.glob("requirements*.txt"))
    for folder in _FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if "__pycache__" not in path.parts and path.is_file():
                yield path


def _file_number(database: Path) -> int:
    """Return the number of SQLite's file, which a new file does not share; 0 without a file."""
    return database.stat().st_ino if database.is_file() else 0
