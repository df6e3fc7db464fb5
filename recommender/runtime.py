"""The web side's access to the engine: holds the live version and replaces it by newer ones.

The server process calls `start` when a worker starts; other processes load on the first request. A
request gets the engine once and keeps it, so no response mixes two versions.
"""

import ctypes
import logging
import threading
from pathlib import Path

from django.conf import settings

from recommender.core.data.interface import DEFAULT
from recommender.core.errors import ArtifactError
from recommender.core.serving.engine import Engine
from recommender.core.serving.loading import Loaded, live_version, load_engine

_UNTRAINED = f"{DEFAULT} is not published yet; until then, other models and charts stand in for it"
logger = logging.getLogger(__name__)


class EngineHolder:
    """The engine of one store; thread-safe."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._seen: str | None = None
        self._loaded: Loaded | None = None

    def loaded(self) -> Loaded:
        """Return the current engine; the first call loads it."""
        return self._loaded or self.refresh()

    def refresh(self) -> Loaded:
        """Load the live version unless it was the last one checked."""
        with self._lock:
            live = _name_of_live(self._store)
            if self._loaded is None or live != self._seen:
                self._loaded, self._seen = load_engine(self._store), live
                _log(self._loaded)
                _return_freed_memory()
            return self._loaded

    def start(self) -> None:
        """Load now, and check for a new version every few seconds from now on."""
        self.refresh()
        threading.Thread(target=self._watch, name="model-watch", daemon=True).start()

    def stop(self) -> None:
        self._stop.set()

    def _watch(self) -> None:
        while not self._stop.wait(settings.MODEL_POLL_S):
            self.refresh()


def _name_of_live(store: Path) -> str | None:
    try:
        return live_version(store)
    except ArtifactError as error:
        return f"unreadable: {error}"


def _return_freed_memory() -> None:
    """Return what the old version freed to the system, which glibc does not do by itself.

    Other C libraries have no such function.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def _log(loaded: Loaded) -> None:
    if loaded.problem:
        logger.warning("models degraded: %s", loaded.problem)
    if loaded.engine:
        logger.info("serving models of version %s", loaded.engine.version)


holder = EngineHolder(Path(settings.MODEL_STORE))


def start() -> None:
    """Load the models and keep them up to date, in the server process."""
    holder.start()


def engine() -> Engine | None:
    """Return the engine; None when no version can be served, so that only charts are available."""
    return holder.loaded().engine


def problem() -> str:
    """Return why not all models are served: damage, or no training yet; empty when they are."""
    loaded = holder.loaded()
    if loaded.problem or loaded.engine is None or DEFAULT in loaded.engine.model_names:
        return loaded.problem
    return _UNTRAINED
