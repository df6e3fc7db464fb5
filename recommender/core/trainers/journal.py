"""The journal of a long fit: its curve, and a checkpoint to resume from."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recommender.core.artifacts.files import sync

Figures = Mapping[str, float]
Arrays = dict[str, NDArray[Any]]
_STATE, _WORDS = "state.npz", "state.json"


@dataclass(slots=True)
class Journal:
    """Curve and checkpoint of one fit.

    folder: of the checkpoint, None to keep none; curve: figures of each epoch; machine: on which
    the time of the fit depends; best_epoch: the one whose net was kept, counted from 1.
    """

    folder: Path | None = None
    curve: list[dict[str, float]] = field(default_factory=list)
    machine: dict[str, str | int] = field(default_factory=dict)
    best_epoch: int = 0

    def note(self, figures: Figures) -> None:
        """Append the figures of an epoch to the curve."""
        self.curve.append(dict(figures))

    def keep(self, arrays: Arrays, words: Mapping[str, Any]) -> None:
        """Replace the checkpoint; after a kill, either the old or the new one is intact."""
        if self.folder is None:
            return
        draft = self.folder.with_suffix(".draft")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        np.savez(draft / _STATE, **arrays)  # type: ignore[arg-type]  # its stub wants allow_pickle
        given = json.dumps({"words": words, "curve": self.curve})
        (draft / _WORDS).write_text(given, encoding="utf-8")
        for path in (draft / _STATE, draft / _WORDS, draft):
            sync(path)
        old = self.folder.with_suffix(".old")
        shutil.rmtree(old, ignore_errors=True)
        if self.folder.exists():
            self.folder.rename(old)
        draft.rename(self.folder)
        shutil.rmtree(old, ignore_errors=True)

    def kept(self) -> tuple[Arrays, dict[str, Any]] | None:
        """Return the last checkpoint and restore its curve; None when there is none."""
        if self.folder is None:
            return None
        old = self.folder.with_suffix(".old")
        if not self.folder.exists() and old.exists():
            old.rename(self.folder)
        if not (self.folder / _WORDS).exists():
            return None
        given = json.loads((self.folder / _WORDS).read_text(encoding="utf-8"))
        self.curve[:] = given["curve"]
        with np.load(self.folder / _STATE, allow_pickle=False) as stored:
            return dict(stored), given["words"]
