"""Decode an image in its own process, so that a crash or memory leak ends there."""

import json
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from uploads.images.limits import Refused
from uploads.images.metadata import Metadata

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_S = 60
# One at a time in each process: many uploads must not slow the site down for visitors.
_turn = BoundedSemaphore(1)


def examine(image: Path) -> Metadata:
    """Return the image's metadata. Raises Refused for an unsupported or invalid image."""
    return Metadata(**_asked("examine", image))


def develop(image: Path, folder: Path) -> dict[str, dict[str, int]]:
    """Create the WebPs in the folder; return width, height and bytes by size. Raises Refused."""
    return _asked("develop", image, folder)


def _asked(act: str, *paths: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "uploads.images.child", act, *map(str, paths)]
    with _turn:
        try:
            done = subprocess.run(
                command, cwd=_ROOT, capture_output=True, check=False, timeout=_PATIENCE_S
            )
        except subprocess.TimeoutExpired as error:
            raise Refused("The image takes too long to decode.") from error
    if done.returncode:
        raise Refused("The image cannot be decoded.")
    given: dict[str, Any] = json.loads(done.stdout)
    if "refused" in given:
        raise Refused(given["refused"], is_unsupported=given["is_unsupported"])
    return given
