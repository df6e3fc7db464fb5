"""Models to files and back: arrays as npy, tuples as JSON, graphs as ONNX, numbers in the manifest.

No pickle.
"""

import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, cast

import numpy as np

from recommender.core.algorithms.base import Model
from recommender.core.algorithms.registry import algorithm
from recommender.core.artifacts.manifest import ModelEntry
from recommender.core.errors import ArtifactError


def save_model(
    model: Model, folder: Path, *, others: Mapping[str, Model]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Write a model's arrays, tuples and graphs to `folder`; return its numbers and its parts'
    names.

    others: the models of the same version; a field that holds one of them is stored as its name.
    Raises FileExistsError when the folder exists.
    """
    folder.mkdir()
    values: dict[str, Any] = {}
    parts: dict[str, str] = {}
    names = {id(other): name for name, other in others.items()}
    for each in fields(cast("Any", model)):
        if not each.init:
            continue  # made of the others
        value = getattr(model, each.name)
        if isinstance(value, np.ndarray):
            np.save(folder / f"{each.name}.npy", value, allow_pickle=False)
        elif isinstance(value, bytes):
            (folder / f"{each.name}.onnx").write_bytes(value)
        elif isinstance(value, tuple):
            (folder / f"{each.name}.json").write_text(json.dumps(value), encoding="utf-8")
        elif isinstance(value, Model):
            parts[each.name] = names[id(value)]
        else:
            values[each.name] = value
    return values, parts


def load_model(name: str, entry: ModelEntry, folder: Path, *, others: Mapping[str, Model]) -> Model:
    """Load a model, its arrays memory-mapped and read-only.

    Raises ArtifactError when a file or a part is missing or does not fit the model.
    """
    arguments: dict[str, Any] = dict(entry.values)
    try:
        arguments |= {part: others[other] for part, other in entry.parts.items()}
        for file in folder.glob("*.npy"):
            arguments[file.stem] = mapped(file)
        for file in folder.glob("*.onnx"):
            arguments[file.stem] = file.read_bytes()
        for file in folder.glob("*.json"):
            arguments[file.stem] = tuple(json.loads(file.read_text(encoding="utf-8")))
        return algorithm(name).model(**arguments)
    except (OSError, EOFError, ValueError, TypeError, LookupError) as error:
        raise ArtifactError(f"model {name} cannot be read: {error!r}; train again") from error


def mapped(file: Path) -> np.memmap[Any, Any]:
    """Map an npy file read-only. Unlike np.load, never opens a zip of that name.

    Raises OSError, EOFError or ValueError for anything else, and for an array of objects.
    """
    return np.lib.format.open_memmap(file, mode="r")
