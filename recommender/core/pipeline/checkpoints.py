"""Checkpoints of long fits, from which a killed training resumes."""

import hashlib
import json
import shutil
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from recommender.core.algorithms.registry import Algorithm
from recommender.core.trainers.journal import Journal

_KEPT_DAYS = 14


class Checkpoints:
    """The journals of one training or evaluation. root: None keeps nothing on disk."""

    def __init__(self, root: Path | None = None) -> None:
        self._root = root
        self._mine: set[Path] = set()
        self._latest: dict[str, Journal] = {}

    def journal(self, one: Algorithm, config: object, seed: int, data_hash: str) -> Journal:
        """Return the journal of a fit; the same algorithm, settings, seed and data resume an
        earlier one.
        """
        journal = Journal()
        if self._root is not None and one.framework:
            given = [one.name, asdict(cast("Any", config)), seed, data_hash]
            key = hashlib.sha256(json.dumps(given, sort_keys=True).encode()).hexdigest()[:16]
            folder = self._root / f"{one.name}-{key}"
            journal = Journal(folder)
            self._mine.add(folder)
        self._latest[one.name] = journal
        return journal

    def curves(self) -> dict[str, list[dict[str, float]]]:
        """Return the curve of the last fit of each algorithm, one entry per epoch."""
        return {name: one.curve for name, one in self._latest.items() if one.curve}

    def forget(self) -> None:
        """Delete the checkpoints of this run, for the end of a successful one.

        Those of other runs are deleted after two weeks.
        """
        if self._root is None or not self._root.is_dir():
            return
        oldest = time.time() - _KEPT_DAYS * 86_400
        for folder in self._root.iterdir():
            if folder in self._mine or folder.stat().st_mtime < oldest:
                shutil.rmtree(folder)
