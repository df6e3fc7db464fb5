"""Hyperparameters that `tune` found, stored beside the models: training uses them instead of the
defaults.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from recommender.core.algorithms.registry import Algorithm
from recommender.core.artifacts.files import write_atomically
from recommender.core.errors import BadConfig

Settings = Mapping[str, Mapping[str, Any]]
"""By algorithm, the fields of its config that differ from the defaults."""


def tuned_file(store: Path) -> Path:
    """Return the path of the tuned settings in a model store."""
    return store / "tuned.json"


def read_settings(path: Path) -> dict[str, dict[str, Any]]:
    """Read a settings file; {} when it does not exist.

    Raises BadConfig, naming the file, for any other content.
    """
    if not path.exists():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadConfig(f"{path} cannot be read: {error}; fix it or delete it") from error
    if not isinstance(found, dict) or not all(isinstance(one, dict) for one in found.values()):
        raise BadConfig(f"{path} must contain one object of settings per algorithm")
    return found


def keep_settings(path: Path, name: str, chosen: Mapping[str, Any]) -> None:
    """Write one algorithm's settings beside the others'; empty settings restore its defaults."""
    settings = {**read_settings(path), name: dict(chosen)}
    kept = {one: values for one, values in settings.items() if values}
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, json.dumps(kept, indent=1, sort_keys=True) + "\n")


def config_of(one: Algorithm, settings: Settings) -> Any:
    """Return the algorithm's config with its settings.

    Raises BadConfig for a field that it does not have, or a value out of range.
    """
    chosen = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in settings.get(one.name, {}).items()
    }
    try:
        return one.config(**chosen)
    except TypeError as error:
        raise BadConfig(
            f"settings of {one.name}: {error}; run tune again or delete them"
        ) from error
