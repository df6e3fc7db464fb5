"""The documentation site: built without a warning, complete, and without another host."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_LOADED = re.compile(r"""<(?:script|link|img|iframe)[^>]*\s(?:src|href)="(https?:)?//""")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `script/test` builds it."""
    pytest.importorskip("mkdocs", reason="script/setup docs installs MkDocs")
    folder = tmp_path_factory.mktemp("docs") / "site"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
        cwd=_ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_the_site_has_the_documents_of_the_root_folder(site: Path) -> None:
    for name in ("index", "ARCHITECTURE", "CONTRIBUTING", "CHANGELOG", "SECURITY"):
        assert (site / f"{name}.html").is_file()
    assert 'href="commands.html"' in (site / "index.html").read_text(encoding="utf-8")


def test_the_site_loads_nothing_from_another_host(site: Path) -> None:
    pages = list(site.glob("*.html"))
    assert len(pages) > 10
    assert [page.name for page in pages if _LOADED.search(page.read_text(encoding="utf-8"))] == []


def test_every_picture_of_the_site_is_there(site: Path) -> None:
    pictures = [
        found
        for page in site.glob("*.html")
        for found in re.findall(r'<img[^>]*\ssrc="([^"]+)"', page.read_text(encoding="utf-8"))
    ]
    assert len(pictures) > 30
    assert [picture for picture in pictures if not (site / picture).is_file()] == []
