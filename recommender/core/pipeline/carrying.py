"""Models that a training leaves out because their framework is missing are carried over."""

from collections.abc import Collection
from dataclasses import replace

from recommender.core.algorithms.base import Portable
from recommender.core.algorithms.registry import algorithm
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.artifacts.versions import TrainedModel, Version, load_version
from recommender.core.data.arrays import Int32
from recommender.core.data.ids import IdMap
from recommender.core.errors import ArtifactError


def carried_over(
    store: ArtifactStore, item_ids: IdMap, without: Collection[str]
) -> dict[str, TrainedModel]:
    """Return the live version's models that need a framework to train, except those in `without`.

    They keep the figures of their own training and are moved to the rows of item_ids. Empty when no
    live version can be read, which the gate reports.
    """
    try:
        live = store.current()
        version = load_version(store, live) if live else None
    except ArtifactError:
        return {}
    if version is None:
        return {}
    names = [name for name in version.models if algorithm(name).framework and name not in without]
    return moved(version, names, item_ids.rows_of(version.item_ids.ids), len(item_ids))


def moved(
    version: Version, names: Collection[str], rows: Int32, n_items: int
) -> dict[str, TrainedModel]:
    """Return these models of a version for another catalogue; those that cannot be moved are left
    out.

    rows: each item's row there, -1 for none.
    """
    found = {}
    for name in names:
        model = version.models[name]
        if isinstance(model, Portable):
            found[name] = replace(version.trained(name), model=model.moved(rows, n_items))
    return found
