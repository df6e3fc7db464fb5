"""The artifact store: one directory for each version, published atomically, verified by checksum.

versions/v7/        manifest.json, item_ids.npy and <model>/<array>.npy
current             the name of the live version; switched last, by a rename
published           the names of all versions that were live before it; never those the gate refused
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
KEPT_VERSIONS = 5  # the live one, the one before it and three others
_VERSION = re.compile(r"v[1-9]\d*")
_DRAFT_PREFIX = "draft-"
_REMOVED_PREFIX = "removed-"


class ArtifactStore:
    """A store in a folder, which is created with the first version."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.training_lock = root / "training.lock"
        self._versions = root / "versions"
        self._current = root / "current"
        self._published = root / "published"

    def versions(self) -> list[str]:
        """Return the names of all stored versions, oldest first."""
        if not self._versions.is_dir():
            return []
        names = (path.name for path in self._versions.iterdir() if _VERSION.fullmatch(path.name))
        return sorted(names, key=_number)

    def current(self) -> str | None:
        """Return the live version's name; None when nothing is published.

        Raises ArtifactError when the file that names it cannot be read.
        """
        try:
            return self._current.read_text(encoding="utf-8").strip() or None
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise ArtifactError(f"{self._current} cannot be read: {error}") from error

    def readable_current(self) -> str | None:
        """Return the live version's name; None also when the file that names it cannot be read."""
        try:
            return self.current()
        except ArtifactError:
            return None

    def once_live(self) -> list[str]:
        """Return the stored versions that are or were live, oldest first."""
        names = self._published_names()
        return [version for version in self.versions() if version in names]

    def _published_names(self) -> set[str]:
        try:
            names = set(self._published.read_text(encoding="utf-8").split())
        except (OSError, ValueError):  # lost, or a store from before the gate
            return set(self.versions()) if self._current.exists() else set()
        live = self.readable_current()
        return names | {live} if live else names

    def before_live(self) -> str | None:
        """Return the version to roll back to, or None.

        It is the newest one that was live and is older than the live one.
        """
        live = self.current()
        older = [v for v in self.once_live() if live and _number(v) < _number(live)]
        return older[-1] if older else None

    def folder(self, version: str) -> Path:
        """Return the folder of a version. Raises ArtifactError when it is not stored."""
        folder = self._versions / version
        if not _VERSION.fullmatch(version) or not folder.is_dir():
            known = ", ".join(self.versions()) or "none"
            raise ArtifactError(f"version {version!r} is not stored; stored: {known}")
        return folder

    def manifest(self, version: str) -> Manifest:
        """Read the manifest of a version. Raises ArtifactError when it is missing or damaged."""
        try:
            text = (self.folder(version) / MANIFEST).read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise ArtifactError(f"{version} has no readable manifest: {error}") from error
        return Manifest.from_json(text)

    def verify(self, version: str) -> Manifest:
        """Compare every file with its checksum.

        Raises ArtifactError, naming the first file that differs, is missing or is not in the
        manifest.
        """
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
        """Store a version: `write` fills a draft folder, which then appears as a whole or not at
        all.

        The manifest that `write` returns gets its name, the next free number, and its checksums
        here. The version is not live until `publish`. The caller holds the training lock: existing
        drafts were left by a training that was killed, and are deleted.
        """
        self._versions.mkdir(parents=True, exist_ok=True)
        for left in self.root.glob(f"{_DRAFT_PREFIX}*"):
            shutil.rmtree(left)
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
        """Make a version live after verifying it. Raises ArtifactError when it is damaged.

        A kill leaves the previous version live, or the new one with both on record as once live.
        """
        self.verify(version)
        self._record_live()  # the version that is live until now, before the next line forgets it
        write_atomically(self._current, version)
        self._record_live()

    def _record_live(self) -> None:
        write_atomically(self._published, " ".join(sorted(self._published_names())))

    def rollback(self) -> str:
        """Make the version that was live before live again; return its name.

        Raises ArtifactError when there is none.
        """
        before = self.before_live()
        if before is None:
            raise ArtifactError(
                f"there is no version before {self.current() or 'the first'} to roll back to"
            )
        self.publish(before)
        return before

    def prune(self, keep: int = KEPT_VERSIONS) -> list[str]:
        """Delete all but `keep` versions; return the names of those deleted.

        The live version and the one to roll back to come first, then the newest; at least one is
        kept. Each folder is renamed before its files are deleted, so that no part of a version is
        ever taken for one. A kill leaves renamed folders, which the next call deletes.
        """
        removed = self.surplus(keep)
        if removed:
            folder = Path(tempfile.mkdtemp(prefix=_REMOVED_PREFIX, dir=self.root))
            for version in removed:
                self.folder(version).rename(folder / version)
        for left in self.root.glob(f"{_REMOVED_PREFIX}*"):
            shutil.rmtree(left)
        return removed

    def surplus(self, keep: int = KEPT_VERSIONS) -> list[str]:
        """Return the versions that `prune` would delete, oldest first."""
        needed = [version for version in (self.current(), self.before_live()) if version]
        others = [version for version in reversed(self.versions()) if version not in needed]
        spared = [*needed, *others][: max(keep, 1)]
        return [version for version in self.versions() if version not in spared]

    def _next_name(self) -> str:
        used = {*self.versions(), *self._published_names()}
        return f"v{max(map(_number, used), default=0) + 1}"


def _number(version: str) -> int:
    return int(version[1:]) if _VERSION.fullmatch(version) else 0


def _files(folder: Path) -> dict[str, FileEntry]:
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): _entry(path) for path in paths}


def _entry(path: Path) -> FileEntry:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return FileEntry(digest, path.stat().st_size)
