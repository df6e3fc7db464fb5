"""Join the parts of the style sheet into one file when static files are collected.

`static/css/nextflex.css` is a list of `@import`s, each with the layer of its part. Browsers can follow
it unchanged, and do so under `runserver` and in tests, so that an edited part shows after a reload. On a
site, fifty requests would delay every first page; `collectstatic` therefore replaces each import with
the text of its part, in a block of its layer. The parts are collected too, but no page requests them.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = "css/nextflex.css"

_IMPORT = re.compile(
    r'^@import url\("(?P<part>[^"]+)"\)(?: layer\((?P<layer>[a-z]+)\))?;$', re.MULTILINE
)
_ADDRESS = re.compile(r'url\("(?!data:)(?P<path>[^"]+)"\)')


class JoiningStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage of hashed, compressed files, with the style sheet joined into one file."""

    def post_process(
        self, paths: dict[str, tuple[Storage, str]], dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str | None, bool | Exception]]:
        if SHEET in paths and not dry_run:
            # Read from the sources: the collected sheet of an earlier run is already joined.
            joined = joined_sheet(lambda name: _text_of(name, paths))
            self.delete(SHEET)
            self._save(SHEET, ContentFile(joined.encode()))
            paths = paths | {SHEET: (self, SHEET)}
        yield from super().post_process(paths, dry_run=dry_run, **options)


def joined_sheet(read: Callable[[str], str]) -> str:
    """Return the style sheet with each import replaced by the part's text, in the order of the imports.

    read: returns the text of a static file by its name, such as "css/layout/bar.css". URLs in a part
    are relative to the part; in the result they are relative to the sheet.
    """
    folder = posixpath.dirname(SHEET)

    def part_of(found: re.Match[str]) -> str:
        part, layer = found["part"], found["layer"]
        text = _moved(read(posixpath.join(folder, part)), posixpath.dirname(part)).rstrip()
        return f"@layer {layer} {{\n{text}\n}}" if layer else text

    return _IMPORT.sub(part_of, read(SHEET))


def _moved(text: str, folder: str) -> str:
    """Rewrite the URLs of a part to be relative to the folder above `folder`."""
    return _ADDRESS.sub(
        lambda found: f'url("{posixpath.normpath(posixpath.join(folder, found["path"]))}")', text
    )


def _text_of(name: str, paths: dict[str, tuple[Storage, str]]) -> str:
    if name not in paths:
        raise ImproperlyConfigured(f"{SHEET} imports static/{name}, and there is no such file")
    storage, path = paths[name]
    with storage.open(path) as file:
        return str(file.read(), "utf-8")
