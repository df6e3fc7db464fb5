"""Settings that `tune` found, kept beside the models: what training uses in place of the defaults."""

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
    return store / "tuned.json"


def read_settings(path: Path) -> dict[str, dict[str, Any]]:
    """None of the file: no settings. Raises BadConfig, naming the file, when it is no such JSON."""
    if not path.exists():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadConfig(f"{path} cannot be read: {error}; mend it or delete it") from error
    if not isinstance(found, dict) or not all(isinstance(one, dict) for one in found.values()):
        raise BadConfig(f"{path} must hold an object of settings for each algorithm")
    return found


def keep_settings(path: Path, name: str, chosen: Mapping[str, Any]) -> None:
    """Write one algorithm's settings beside the others'; none of them: back to the defaults."""
    settings = {**read_settings(path), name: dict(chosen)}
    kept = {one: values for one, values in settings.items() if values}
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, json.dumps(kept, indent=1, sort_keys=True) + "\n")


def config_of(one: Algorithm, settings: Settings) -> Any:
    """The algorithm's config with its settings. Raises BadConfig for a name that it does not have."""
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
