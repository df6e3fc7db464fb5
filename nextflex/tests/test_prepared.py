"""The stamp that lets a start serve first: it must never hide work."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from nextflex import prepared, shell_settings
from nextflex.conf import env

FILES = (
    "requirements.txt",
    "requirements-demo.txt",
    "catalog/migrations/0001_initial.py",
    "static/css/base.css",
    "templates/site/base.html",
    "demo/facts.tsv",
    "demo/models/versions/v1/manifest.json",
    "nextflex/settings.py",
)


@pytest.fixture
def site(settings: Settings, tmp_path: Path) -> Path:
    """A prepared site in a folder."""
    settings.BASE_DIR, settings.DATA_DIR = tmp_path, tmp_path / "var"
    settings.STATIC_ROOT = tmp_path / "var" / "static"
    settings.DATABASES["default"]["NAME"] = tmp_path / "var" / "nextflex.sqlite3"
    for name in (*FILES, "var/nextflex.sqlite3", "var/static/.stamp"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("old")
    prepared.note_prepared()
    assert prepared.is_prepared()
    return tmp_path


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_work(site: Path, name: str) -> None:
    (site / name).write_text("changed")
    assert not prepared.is_prepared()


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_the_same_length_but_newer_is_work(site: Path, name: str) -> None:
    path = site / name
    path.write_text("new")
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1_000_000))
    assert not prepared.is_prepared()


@pytest.mark.parametrize("name", ["catalog/migrations/0002_more.py", "static/js/new.js"])
def test_a_new_file_is_work(site: Path, name: str) -> None:
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).touch()
    assert not prepared.is_prepared()


def test_a_removed_file_is_work(site: Path) -> None:
    (site / FILES[-1]).unlink()
    assert not prepared.is_prepared()


def _replace(path: Path) -> None:
    other = path.with_name("other")
    other.write_text("old")
    other.replace(path)


@pytest.mark.parametrize("change", [Path.unlink, _replace])
def test_another_database_file_is_work(site: Path, change: Callable[[Path], None]) -> None:
    change(site / "var" / "nextflex.sqlite3")
    assert not prepared.is_prepared()


def test_missing_static_files_are_work(site: Path) -> None:
    (site / "var" / "static" / ".stamp").unlink()
    assert not prepared.is_prepared()


def test_a_changed_setting_is_work(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env.text("TIME_ZONE")
    monkeypatch.setenv("TIME_ZONE", "Europe/Berlin")
    assert not prepared.is_prepared()


@pytest.mark.parametrize("name", ["DATABASE_URL", "CACHE_URL", "EMAIL_URL", "SECRET_KEY"])
def test_every_kind_of_setting_counts(
    site: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "another")
    assert not prepared.is_prepared()


@pytest.mark.parametrize("name", ["PORT", "WEB_THREADS", "NEXTFLEX_DATA_DIR", "HOME"])
def test_what_script_server_sets_is_no_change(
    site: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "8123")
    assert prepared.is_prepared()


def test_compiled_files_are_no_change(site: Path) -> None:
    cache = site / "nextflex" / "__pycache__"
    cache.mkdir()
    (cache / "settings.cpython-311.pyc").touch()
    assert prepared.is_prepared()


def test_the_shell_learns_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shell_settings.main()
    assert "PREPARED=yes" in capsys.readouterr().out.splitlines()
    (site / FILES[0]).write_text("changed")
    shell_settings.main()
    assert "PREPARED=" in capsys.readouterr().out.splitlines()
