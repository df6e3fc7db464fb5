"""Facts about the source that no linter of ours checks."""

import re
import subprocess
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_TEXTS = (
    "*.py",
    "*.txt",
    "*.toml",
    "*.md",
    "script/*",
    ".ci/*",
    "*.conf",
    "*.yaml",
    "docs/results/*",
    "clients/*",
)
_PICKLE_TESTS = {Path(__file__), _ROOT / "tests/security/test_artifacts.py"}


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--", *patterns],  # noqa: S607  whichever git is on the PATH
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [_ROOT / name for name in listed.stdout.splitlines()]


def test_76_nothing_unpickles_but_the_demos_own_program() -> None:
    words = (
        "import pickle",
        "import joblib",
        "allow_pickle=True",
        "read_pickle",
        "weights_only=False",
        "torch.load",
        "import dill",
        "import shelve",
    )
    guilty = [
        (path.name, word)
        for path in tracked("*.py")
        for word in words
        if path not in _PICKLE_TESTS and word in path.read_text(encoding="utf-8")
    ]
    assert guilty == []


def test_no_module_is_longer_than_300_lines() -> None:
    long = [
        path.relative_to(_ROOT).as_posix()
        for path in tracked("*.py")
        if not {"tests", "migrations"} & set(path.parts)
        and len(path.read_text(encoding="utf-8").splitlines()) > 300
    ]
    assert long == []


def test_no_file_names_a_registry_or_a_path_of_this_machine() -> None:
    # In classes of one letter, so that this file is clean itself.
    names = re.compile(
        r"py[p]i\.org|registry\.np[m]js|files\.python[h]osted|/(?:ro[o]t|wor[k]|hom[e])/"
    )
    guilty = [
        (path.relative_to(_ROOT).as_posix(), found.group())
        for path in tracked(*_TEXTS)
        for found in names.finditer(path.read_text(encoding="utf-8"))
    ]
    assert guilty == []


def test_vendored_files_come_with_their_licences() -> None:
    folders = {path.parent for path in tracked("static/vendor/*")}
    assert folders
    assert all(any("LICENSE" in file.name for file in folder.iterdir()) for folder in folders)
