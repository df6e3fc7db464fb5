"""Tasks of the trainer process."""

import os
import subprocess
import sys
from collections import deque
from pathlib import Path

from django.conf import settings
from django_tasks import task

from recommender import services

_NICENESS = 10
_KEPT_LINES = 40


@task(queue_name="training")
def train_models(*, quick: bool = False) -> str:
    """Run `manage.py train` as a child process of low priority, so that its memory is freed at its end.

    Its output goes to this process's as it comes, for the terminal; its last lines are returned.
    Raises RuntimeError with them when it fails. A killed child cannot correct its rows, so this is done
    here.
    """
    further = max(0, _NICENESS - os.getpriority(os.PRIO_PROCESS, 0))
    command = [
        "nice",
        "-n",
        str(further),
        sys.executable,
        str(Path(settings.BASE_DIR) / "manage.py"),
    ]
    status, output = _run([*command, "train", *(["--quick"] if quick else [])])
    if status:
        services.repair_if_idle()
        raise RuntimeError(f"training failed:\n{output}")
    return output


def _run(command: list[str]) -> tuple[int, str]:
    """Run a command, pass its output on, and return its exit status and the last lines."""
    kept: deque[str] = deque(maxlen=_KEPT_LINES)
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as child:
        for line in child.stdout or ():
            print(line, end="", flush=True)
            kept.append(line)
    return child.returncode, "".join(kept)
