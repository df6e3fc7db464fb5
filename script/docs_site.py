"""MkDocs hook: add the documents of the root folder to the site, without copies in the repository.

README.md becomes the home page. Links are written for the repository; here `docs/` is the root of
the site, so `docs/commands.md` becomes `commands.md`, and `../SECURITY.md` becomes `SECURITY.md`.
"""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

_ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = {
    "README.md": "index.md",
    "ARCHITECTURE.md": "ARCHITECTURE.md",
    "CONTRIBUTING.md": "CONTRIBUTING.md",
    "CHANGELOG.md": "CHANGELOG.md",
    "SECURITY.md": "SECURITY.md",
}
_LINK = re.compile(r"(\]\()(?!https?:|#)([^)\s#]+)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each root document under its URL on the site."""
    for name, address in DOCUMENTS.items():
        text = (_ROOT / name).read_text(encoding="utf-8")
        files.append(File.generated(config, address, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Rewrite links between documents from the repository's layout to the site's."""
    return _LINK.sub(lambda found: found.group(1) + _on_site(found.group(2)), markdown)


def _on_site(link: str) -> str:
    name = link.removeprefix("./").removeprefix("../").removeprefix("docs/")
    return DOCUMENTS.get(name, name)


def on_serve(server, config: MkDocsConfig, builder):
    """Rebuild when a root document changes."""
    for name in DOCUMENTS:
        server.watch(str(_ROOT / name))
    return server
