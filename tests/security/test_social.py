"""Signing in with accounts elsewhere, under attack: the tests of tests/social/, in a site that has it.

By hand: pytest with the variables of `environment` below.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as project

from tests.boundary.servers import free_port
from tests.child_runs import own


def environment(folder: Path) -> dict[str, str]:
    port = free_port()
    return os.environ | {
        "SOCIAL_SIGN_IN": "oidc,github",
        "OIDC_NAME": "Example ID",
        "OIDC_ISSUER": f"http://127.0.0.1:{port}/",
        "OIDC_CLIENT_ID": "films",
        "OIDC_CLIENT_SECRET": "a secret that films and the provider share",
        "GITHUB_URL": f"http://localhost:{port}",
        "GITHUB_CLIENT_ID": "films",
        "GITHUB_CLIENT_SECRET": "a secret that films and the provider share",
        "NEXTFLEX_DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "nextflex.settings",
    }


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=project.BASE_DIR,
        env=own(environment(folder)),
        capture_output=True,
        text=True,
        check=False,
    )


def test_signing_in_elsewhere_withstands_what_tests_social_tries(tmp_path: Path) -> None:
    done = run(tmp_path, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "tests/social")
    assert done.returncode == 0, f"{done.stdout[-20_000:]}\n{done.stderr[-3000:]}"
    assert " passed" in done.stdout


@pytest.mark.parametrize(
    "words",
    [["check", "--fail-level", "WARNING"], ["makemigrations", "--check", "--dry-run"]],
    ids=lambda words: words[0],
)
def test_a_site_that_has_it_is_whole(tmp_path: Path, words: list[str]) -> None:
    done = run(tmp_path, "manage.py", *words)
    assert done.returncode == 0, done.stdout + done.stderr
