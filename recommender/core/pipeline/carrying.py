"""Models that a training leaves out, since what trains them is not at hand, stay in service."""

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
    """The live version's models that take a framework to train, but for those of `without`.

    They come as they are, with the figures of their own training, moved to the rows of item_ids. None
    when no live version can be read: the gate says why.
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
    """These models of a version for another catalogue. rows: of each item there, -1 for none."""
    found = {}
    for name in names:
        model = version.models[name]
        if isinstance(model, Portable):
            found[name] = replace(version.trained(name), model=model.moved(rows, n_items))
    return found
