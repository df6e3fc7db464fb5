"""The one door into the engine: holds the version in use and swaps it when another is published.

The server process calls `start` when a worker starts; everything else loads on the first question. A
request takes the engine once and keeps it, so no answer mixes two versions.
"""

import logging
import threading
from pathlib import Path

from django.conf import settings

from recommender.core.errors import ArtifactError
from recommender.core.serving.engine import Engine
from recommender.core.serving.loading import Loaded, live_version, load_engine

logger = logging.getLogger(__name__)


class EngineHolder:
    """One store's engine; safe to ask from any thread."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._seen: str | None = None
        self._loaded: Loaded | None = None

    def loaded(self) -> Loaded:
        """What is in use now; the first question loads it."""
        return self._loaded or self.refresh()

    def refresh(self) -> Loaded:
        """Load the live version if it is not the one that was looked at last."""
        with self._lock:
            live = _name_of_live(self._store)
            if self._loaded is None or live != self._seen:
                self._loaded, self._seen = load_engine(self._store), live
                _log(self._loaded)
            return self._loaded

    def start(self) -> None:
        """Load now, and look for a new version every few seconds from here on."""
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


def _log(loaded: Loaded) -> None:
    if loaded.problem:
        logger.warning("models degraded: %s", loaded.problem)
    if loaded.engine:
        logger.info("serving models of version %s", loaded.engine.version)


holder = EngineHolder(Path(settings.MODEL_STORE))


def start() -> None:
    """For the server process: load the models and keep them up to date."""
    holder.start()


def engine() -> Engine | None:
    """The engine in use; None when no version can be served, and the charts must do."""
    return holder.loaded().engine


def problem() -> str:
    """Why the site is not serving the live models; empty when it is."""
    return holder.loaded().problem
