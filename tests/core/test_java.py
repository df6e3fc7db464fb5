"""Which Java Spark gets, and that the one in a wheel will do."""

import subprocess
from pathlib import Path

import pytest

from recommender.core.trainers.java import java_home, java_version, make_wheel_home


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
