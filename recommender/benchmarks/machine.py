"""The machine that a benchmark ran on."""

import os
import platform
from importlib import metadata
from pathlib import Path

import numpy as np

_PACKAGES = ("numpy", "scipy", "scikit-learn", "implicit", "pyspark")


def machine() -> dict[str, str | int]:
    """Return the processor, its cores, and the versions of numerical libraries; never a host name."""
    blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    given: dict[str, str | int] = {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "system": platform.system(),
        "python": platform.python_version(),
        "blas": f"{blas['name']} {blas['version']}",
    }
    return given | {name: _version(name) for name in _PACKAGES}


def load_average() -> float:
    """Return the mean number of runnable processes in the last minute."""
    return round(os.getloadavg()[0], 2)


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    if file.is_file():
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"
