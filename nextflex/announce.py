"""Wait until the site responds, then print its URL and how to create an administrator."""

import json
import os
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any
from urllib.error import URLError

_PATIENCE_S = 60


def main() -> None:
    address = f"http://127.0.0.1:{os.environ['PORT']}"
    health = _wait(f"{address}/api/v1/health/ready/")
    if health is None:
        sys.exit(f"The site did not respond within {_PATIENCE_S} s; see the messages above.")
    root = Path(__file__).resolve().parent.parent
    print(f"\n  NextFlex is at {address}", flush=True)
    if health["status"] != "ok":
        print(f"  Running in degraded mode: {'; '.join(health['reasons'])}")
    print(
        f'  To create an administrator: "{root}/.venv/bin/python" "{root}/manage.py" '
        "createsuperuser"
    )
    print(
        f"  The admin is at {address}/admin/, the API at {address}/api/docs/. Press Ctrl-C to "
        "stop.\n"
    )


def _wait(url: str) -> dict[str, Any] | None:
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310  our own address
                health: dict[str, Any] = json.load(answer)
                return health
        except (URLError, OSError):
            time.sleep(0.2)
    return None


if __name__ == "__main__":
    main()
