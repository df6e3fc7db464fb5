"""The artifact store: one directory a version, published atomically, checked by checksum.

versions/v7/manifest.json, versions/v7/<model>/<array>.npy, versions/v7/item_ids.npy
current             the name of the live version; switched last, by a rename
"""

import hashlib
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from recommender.core.artifacts.files import sync, write_atomically
from recommender.core.artifacts.manifest import FileEntry, Manifest
from recommender.core.errors import ArtifactError

MANIFEST = "manifest.json"
KEPT_VERSIONS = 5  # the live one and four before it
_VERSION = re.compile(r"v[1-9]\d*")
_DRAFT_PREFIX = "draft-"


class ArtifactStore:
    """A store in a folder, which is made when the first version is added."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._versions = root / "versions"
        self._current = root / "current"

    def versions(self) -> list[str]:
        """Every stored version, oldest first."""
        if not self._versions.is_dir():
            return []
        names = (path.name for path in self._versions.iterdir() if _VERSION.fullmatch(path.name))
        return sorted(names, key=_number)

    def current(self) -> str | None:
        """The live version's name; None when nothing is published."""
        try:
            return self._current.read_text(encoding="utf-8").strip() or None
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise ArtifactError(f"{self._current} cannot be read: {error}") from error

    def folder(self, version: str) -> Path:
        """Raises ArtifactError for a version that is not stored."""
        folder = self._versions / version
        if not _VERSION.fullmatch(version) or not folder.is_dir():
            known = ", ".join(self.versions()) or "none"
            raise ArtifactError(f"version {version!r} is not stored; stored: {known}")
        return folder

    def manifest(self, version: str) -> Manifest:
        try:
            text = (self.folder(version) / MANIFEST).read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise ArtifactError(f"{version} has no readable manifest: {error}") from error
        return Manifest.from_json(text)

    def verify(self, version: str) -> Manifest:
        """Compare every file with its checksum. Raises ArtifactError, naming the first that differs."""
        manifest, folder = self.manifest(version), self.folder(version)
        for name, expected in manifest.files.items():
            if not (folder / name).is_file():
                raise ArtifactError(f"{version}: {name} is missing; roll back or train again")
            if _entry(folder / name) != expected:
                raise ArtifactError(f"{version}: {name} is damaged; roll back or train again")
        stray = _files(folder).keys() - manifest.files.keys()
        if stray:
            raise ArtifactError(f"{version}: {min(stray)} is not in the manifest")
        return manifest

    def add(self, write: Callable[[Path], Manifest]) -> Manifest:
        """Store a version: `write` fills a draft folder, which then appears whole or not at all.

        The manifest that `write` returns gets its name, the next free number, and its checksums here.
        The version is not live until `publish`.
        """
        self._versions.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=_DRAFT_PREFIX, dir=self.root))
        manifest = replace(write(draft), version=self._next_name(), files=_files(draft))
        (draft / MANIFEST).write_text(manifest.to_json(), encoding="utf-8")
        draft.chmod(0o755)
        for path in draft.rglob("*"):
            sync(path)
        sync(draft)
        draft.rename(self._versions / manifest.version)
        sync(self._versions)
        return self.verify(manifest.version)

    def publish(self, version: str) -> None:
        """Make a version live, after checking it in full."""
        self.verify(version)
        write_atomically(self._current, version)

    def rollback(self) -> str:
        """Make the version before the live one live. Raises ArtifactError when there is none."""
        live = self.current()
        older = [v for v in self.versions() if live and _number(v) < _number(live)]
        if not older:
            raise ArtifactError(f"there is no version before {live or 'the first'} to roll back to")
        self.publish(older[-1])
        return older[-1]

    def prune(self, keep: int = KEPT_VERSIONS) -> list[str]:
        """Remove all but the live version and the newest others, `keep` in all; and left drafts."""
        live = self.current()
        others = [version for version in self.versions() if version != live]
        spared = others[len(others) - max(keep - 1, 0) :]
        removed = [version for version in others if version not in spared]
        for version in removed:
            shutil.rmtree(self.folder(version))
        for draft in self.root.glob(f"{_DRAFT_PREFIX}*"):
            shutil.rmtree(draft)
        return removed

    def _next_name(self) -> str:
        return f"v{max((_number(version) for version in self.versions()), default=0) + 1}"


def _number(version: str) -> int:
    return int(version[1:]) if _VERSION.fullmatch(version) else 0


def _files(folder: Path) -> dict[str, FileEntry]:
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): _entry(path) for path in paths}


def _entry(path: Path) -> FileEntry:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return FileEntry(digest, path.stat().st_size)
