"""Pretrained models, which travel without their training data: those of the demo, or another
site's.

A folder of them is an artifact store with one version whose items have the source's ids.
"""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from recommender.core.algorithms.base import silent
from recommender.core.algorithms.registry import algorithm
from recommender.core.artifacts.manifest import SHIPPED, Figures, Manifest
from recommender.core.artifacts.store import ArtifactStore
from recommender.core.artifacts.versions import TrainedModel, Version, add_version, load_version
from recommender.core.data.ids import IdMap
from recommender.core.data.splits import hold_out_latest
from recommender.core.data.training import TrainingData
from recommender.core.errors import ArtifactError, BadData
from recommender.core.evaluation.held_out import evaluate
from recommender.core.pipeline.carrying import moved
from recommender.core.pipeline.train import (
    HELD_OUT_SHARE,
    PROTOCOL,
    Steps,
    TrainingPlan,
    facts_of,
    fit_all,
)

INITIAL = ("popular", "trending", "latest", "top-rated", "content")
_NOWHERE = -1


def export(version: Version, source_of: Mapping[int, int], folder: Path) -> Manifest:
    """Write a version's models that need a framework to train to a folder, replacing its content.

    source_of: from item id to the source's. Raises ArtifactError when the version has none of them.
    """
    names = [name for name in version.models if algorithm(name).framework]
    if not names:
        raise ArtifactError(f"{version.manifest.version} has no model to export; train with torch")
    ids = IdMap.of(source_of[item] for item in version.item_ids.ids.tolist() if item in source_of)
    sources = [source_of.get(item, _NOWHERE) for item in version.item_ids.ids.tolist()]
    shutil.rmtree(folder, ignore_errors=True)
    return add_version(
        ArtifactStore(folder),
        moved(version, names, ids.rows_of(sources), len(ids)),
        ids,
        data=version.manifest.data,
        protocol=version.manifest.protocol,
        created_at=version.manifest.created_at,
    )


def install(
    folder: Path, store: ArtifactStore, data: TrainingData, item_of: Mapping[int, int], name: str
) -> Manifest | None:
    """Publish the live version with the folder's models added; without a live one, INITIAL with them.

    INITIAL are fitted and evaluated in seconds, so that a new site serves before its first training.
    item_of: from the source's id to the item's; name: of the data. Models trained here are kept.
    None when there is nothing to add. Raises ArtifactError when the folder or the live version is
    damaged.
    """
    wanted = not_installed(folder, store)
    if not wanted:
        return None
    source = ArtifactStore(folder)
    shipped, live = load_version(source, _newest(source)), store.current()
    here = load_version(store, live) if live else None
    ids = here.item_ids if here else data.items.ids
    targets = [item_of.get(source, _NOWHERE) for source in shipped.item_ids.ids.tolist()]
    added = moved(shipped, wanted, ids.rows_of(targets), len(ids))
    manifest = add_version(
        store,
        ({one: here.trained(one) for one in here.models} if here else _initial(data))
        | {
            one: replace(model, record=model.record | {SHIPPED: True})
            for one, model in added.items()
        },
        ids,
        data=here.manifest.data if here else facts_of(data, name),
        protocol=here.manifest.protocol if here else PROTOCOL,
        created_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    store.publish(manifest.version)
    return manifest


def not_installed(folder: Path, store: ArtifactStore) -> list[str]:
    """Return the names of a folder's models that `install` would add to the live version.

    These are models that the live version lacks, or has as a pretrained model with another graph.
    Reads only the manifests.
    """
    source, live = ArtifactStore(folder), store.current()
    shipped = source.manifest(_newest(source))
    here = store.manifest(live) if live else None
    return [name for name in shipped.models if here is None or _is_newer(name, shipped, here)]


def _newest(store: ArtifactStore) -> str:
    versions = store.versions()
    if not versions:
        raise ArtifactError(f"{store.root} holds no models; restore it from the repository")
    return versions[-1]


def _is_newer(name: str, shipped: Manifest, here: Manifest) -> bool:
    entry = here.models.get(name)
    return entry is None or (entry.is_shipped and _graphs(name, here) != _graphs(name, shipped))


def _graphs(name: str, manifest: Manifest) -> set[str]:
    """Return the checksums of a model's ONNX files, which are the same on every site."""
    return {
        entry.sha256
        for path, entry in manifest.files.items()
        if path.startswith(f"{name}/") and path.endswith(".onnx")
    }


def _initial(data: TrainingData) -> dict[str, TrainedModel]:
    """The models of INITIAL, with figures by the same protocol as a training's.

    They have no figures where no user has two ratings, so that nothing can be held out.
    """
    figures = _initial_figures(data)
    return {
        name: replace(one, figures=figures.get(name, {}))
        for name, one in _fit_initial(data).items()
    }


def _fit_initial(data: TrainingData) -> dict[str, TrainedModel]:
    plan = TrainingPlan(Path(), "", INITIAL)
    return fit_all(data, plan, Steps(silent, total=len(INITIAL)), "")


def _initial_figures(data: TrainingData) -> dict[str, Figures]:
    split = hold_out_latest(data.interactions, share=HELD_OUT_SHARE)
    fitted = _fit_initial(TrainingData.of(split.train, data.items))
    try:
        return evaluate({name: one.model for name, one in fitted.items()}, split, progress=silent)
    except BadData:
        return {}
