"""The TypeScript client: generated from docs/openapi.yaml, type-checked, tested with a running site."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import require
from tests.security.sites import Site, seeded

__all__ = ["seeded"]

_ROOT = Path(__file__).resolve().parents[2]
_CLIENT = Path("clients/typescript")
_OFFLINE = re.compile(
    r"code (E(NOTFOUND|AI_AGAIN|CONN|TIMEDOUT|HOSTUNREACH|NETUNREACH|SOCKET)|ERR_SOCKET)"
)
_PATIENCE_S = 300
_INSTALL = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries", "1")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with what it needs, at the same distance from docs/openapi.yaml."""
    require("node")
    root = tmp_path_factory.mktemp("client")
    made_here = shutil.ignore_patterns("node_modules", "build", "dist")
    shutil.copytree(_ROOT / _CLIENT, root / _CLIENT, ignore=made_here)
    (root / "docs").mkdir()
    shutil.copy(_ROOT / "docs/openapi.yaml", root / "docs")
    installed = _ROOT / _CLIENT / "node_modules"
    if installed.is_dir():
        (root / _CLIENT / "node_modules").symlink_to(installed)
    else:
        _install(root / _CLIENT)
    return root / _CLIENT


def _install(package: Path) -> None:
    done = run(package, *_INSTALL)
    if done.returncode and _OFFLINE.search(done.stderr):
        word = "npm reaches no registry, and clients/typescript/node_modules is not there"
        if "node" in os.environ.get("NEXTFLEX_REQUIRE", "").split(","):
            pytest.fail(f"{word}: {done.stderr[-1000:]}")
        pytest.skip(word)
    assert done.returncode == 0, done.stderr[-3000:]


def run(package: Path, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        words,
        cwd=package,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE_S,
    )


def test_the_types_are_those_of_the_api(package: Path) -> None:
    done = run(package, "npm", "run", "generate")
    assert done.returncode == 0, done.stderr[-3000:]
    made, kept = (folder / "src/schema.ts" for folder in (package, _ROOT / _CLIENT))
    if made.read_text() != kept.read_text():
        pytest.fail("docs/openapi.yaml has changed: run `npm run generate` in clients/typescript")


def test_the_package_is_right_in_its_types_and_builds_without_those_of_node(package: Path) -> None:
    done = run(package, "npm", "run", "check")
    assert done.returncode == 0, done.stdout[-3000:]


def test_its_own_tests_pass_against_a_running_site(
    package: Path, seeded: Site, tmp_path: Path
) -> None:
    site = seeded.copy_to(tmp_path / "site")
    with site.served(workers=2) as port, site.working():
        done = run(package, "npm", "test", NEXTFLEX_URL=f"http://127.0.0.1:{port}")
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-1000:]
    # Without an address they would be left out with a word, which is no failure to node.
    assert re.search(r"(ok \d+ -|✔) imports a file by a job", done.stdout), done.stdout[-3000:]
