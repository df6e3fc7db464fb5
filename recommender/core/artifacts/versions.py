"""Whole versions, to and from the store: the models and the ids of their item rows."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, cast

import numpy as np

from recommender.core.algorithms.base import Model
from recommender.core.algorithms.registry import ALGORITHMS
from recommender.core.artifacts.manifest import DataFacts, Figures, Manifest, ModelEntry
from recommender.core.artifacts.models import load_model, mapped, save_model
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.data.ids import IdMap
from recommender.core.errors import ArtifactError, CoreError

_ITEM_IDS = "item_ids.npy"


@dataclass(frozen=True, slots=True)
class TrainedModel:
    """A finished model with how it was made.

    config: a dataclass, or the dict it was stored as; record: as in ModelEntry.
    """

    model: Model
    config: object
    figures: Figures
    fit_seconds: float
    record: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Version:
    """A loaded version: every model scores the same items, in the rows of `item_ids`."""

    manifest: Manifest
    item_ids: IdMap
    models: Mapping[str, Model]

    def trained(self, name: str) -> TrainedModel:
        """Return a model with its stored config, figures and record. Raises KeyError for an unknown
        name.
        """
        entry = self.manifest.models[name]
        return TrainedModel(
            self.models[name], entry.config, entry.figures, entry.fit_seconds, entry.record
        )


def add_version(
    store: ArtifactStore,
    trained: Mapping[str, TrainedModel],
    item_ids: IdMap,
    *,
    data: DataFacts,
    protocol: str,
    created_at: str,
) -> Manifest:
    """Store trained models as the next version, which is not live until it is published."""

    def write(folder: Path) -> Manifest:
        np.save(folder / _ITEM_IDS, item_ids.ids, allow_pickle=False)
        models = {name: one.model for name, one in trained.items()}
        entries = {}
        for name, one in trained.items():
            values, parts = save_model(one.model, folder / name, others=models)
            entries[name] = ModelEntry(
                _shown(one.config), values, parts, one.figures, one.fit_seconds, one.record
            )
        return Manifest("", created_at, protocol, data, entries)

    return store.add(write)


def _shown(config: object) -> dict[str, Any]:
    return config if isinstance(config, dict) else asdict(cast("Any", config))


def load_version(store: ArtifactStore, version: str) -> Version:
    """Verify a version and map it into memory. Raises ArtifactError for any damage.

    Models that this code does not know are ignored.
    """
    manifest, folder = store.verify(version), store.folder(version)
    try:
        item_ids = IdMap(mapped(folder / _ITEM_IDS))
    except (OSError, EOFError, ValueError, CoreError) as error:
        raise ArtifactError(f"{version}: the item ids cannot be read: {error}") from error
    models: dict[str, Model] = {}
    for one in ALGORITHMS:  # in the order of training, so that parts come first
        if entry := manifest.models.get(one.name):
            models[one.name] = load_model(one.name, entry, folder / one.name, others=models)
    if not models:
        raise ArtifactError(f"{version} holds no model that this code knows; train again")
    return Version(manifest, item_ids, models)
