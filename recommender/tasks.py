"""Tasks of the trainer process."""

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django_tasks import task

from recommender import services

_NICENESS = 10


@task(queue_name="training")
def train_models() -> str:
    """Run `manage.py train` as a child process of low priority, so that its memory is freed at its end.

    Raises RuntimeError, with the end of its output, when it fails. A killed child cannot correct its
    rows, so this is done here.
    """
    command = [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), "train"]
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, preexec_fn=lambda: os.nice(_NICENESS)
    )
    if done.returncode:
        services.repair_if_idle()
        raise RuntimeError(f"training failed:\n{done.stderr[-2_000:]}")
    return done.stdout
