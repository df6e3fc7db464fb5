"""Selects the version to serve: the live one, or if it is damaged, the newest intact one that was
live.
"""

from dataclasses import dataclass
from pathlib import Path

from recommender.core.artifacts.store import ArtifactStore
from recommender.core.artifacts.versions import load_version
from recommender.core.errors import ArtifactError
from recommender.core.serving.engine import Engine


@dataclass(frozen=True, slots=True)
class Loaded:
    """The result of loading.

    engine: None when no version can be served; problem: why this is not the live one, or empty.
    """

    engine: Engine | None
    problem: str = ""


def live_version(root: Path) -> str | None:
    """Read the live version's name. Raises ArtifactError when it cannot be read."""
    return ArtifactStore(root).current()


def load_engine(root: Path) -> Loaded:
    """Load the live version; fall back to the newest intact one that was live, and say why."""
    store, live = ArtifactStore(root), None
    try:
        live = store.current()
        if live is None:
            return Loaded(None, "no model is published yet; run manage.py train")
        return Loaded(Engine(load_version(store, live)))
    except ArtifactError as error:
        return _fall_back(store, live, str(error))


def _fall_back(store: ArtifactStore, damaged: str | None, problem: str) -> Loaded:
    for version in reversed(store.once_live()):
        if version == damaged:
            continue
        try:
            return Loaded(Engine(load_version(store, version)), problem)
        except ArtifactError as error:
            problem = f"{problem}; {error}"
    return Loaded(None, problem)
