"""Which Java Spark gets, and that the one in a wheel will do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from recommender.core.trainers.java import java_home, java_version, make_wheel_home

_ROOT = Path(__file__).resolve().parents[2]


def make_java(folder: Path, version: str) -> Path:
    """A JAVA_HOME whose java says that it is of this version."""
    launcher = folder / "bin" / "java"
    launcher.parent.mkdir(parents=True)
    launcher.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n")
    launcher.chmod(0o755)
    return folder


@pytest.fixture
def no_java(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "/nowhere")


def test_the_machines_java_is_taken_when_it_is_new_enough(
    tmp_path: Path, no_java: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make_java(tmp_path / "jdk", "17.0.1")
    monkeypatch.setenv("JAVA_HOME", str(home))
    assert java_home(tmp_path) == home


@pytest.mark.parametrize("version", ["1.8.0_392", "11.0.2"])
def test_an_old_java_is_passed_over(
    tmp_path: Path, no_java: None, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(make_java(tmp_path / "jdk", version)))
    assert java_home(tmp_path) == tmp_path / "java-home"


def test_the_wheels_java_answers_in_a_folder_with_a_space(tmp_path: Path, no_java: None) -> None:
    folder = tmp_path / "a b"
    folder.mkdir()
    assert java_version(java_home(folder)) >= 17


def test_the_launcher_drops_the_vector_module_alone(tmp_path: Path) -> None:
    java = make_wheel_home(tmp_path) / "bin" / "java"
    arguments = ["--add-modules=jdk.incubator.vector", "-Dkept=a b", "-version"]
    done = subprocess.run([java, *arguments], capture_output=True, text=True, check=True)
    assert "version" in done.stderr
    assert "incubator" not in done.stderr


def test_no_java_at_all_is_version_nought(tmp_path: Path) -> None:
    assert java_version(tmp_path) == 0


_FIT = """
import numpy as np
from recommender.core.algorithms.base import silent
from recommender.core.trainers.spark_process import FactorConfig, spark
rows = np.arange(60, dtype=np.int32)
found = spark().factorise(rows % 6, rows % 10, np.ones(60, np.float32),
                          config=FactorConfig(2, 3, 0.1), seed=1, progress=silent)
print(found.item_factors.shape)
"""


@pytest.mark.spark
def test_als_fits_with_no_java_on_the_machine(tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for folder in ("/usr/bin", "/bin"):
        for tool in Path(folder).iterdir():
            link = tools / tool.name
            if tool.name != "java" and not link.is_symlink():
                link.symlink_to(tool)
    surroundings = {name: value for name, value in os.environ.items() if name != "JAVA_HOME"}
    done = subprocess.run(
        [sys.executable, "-c", _FIT],
        cwd=_ROOT,
        env=surroundings | {"PATH": str(tools)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "(10, 2)" in done.stdout, done.stderr[-2_000:]
