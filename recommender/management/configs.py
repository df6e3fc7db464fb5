"""Experiments as files: each TOML names an algorithm and its settings."""

import tomllib
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings

from recommender.core.algorithms.registry import algorithm
from recommender.core.errors import BadConfig
from recommender.core.pipeline.tuned_configs import config_of


def add_config_argument(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--config",
        nargs="+",
        type=Path,
        default=[],
        metavar="FILE",
        help="a file of algorithm settings, such as configs/ml-1m/sasrec.toml",
    )


def read_configs(files: Iterable[Path]) -> dict[str, dict[str, Any]]:
    """Return settings by algorithm. Raises BadConfig, with the file and the problem."""
    found: dict[str, dict[str, Any]] = {}
    for file in files:
        try:
            given = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise BadConfig(f"{file} cannot be read: {error}") from error
        name, values = given.get("model"), given.get("settings", {})
        if not isinstance(name, str) or not isinstance(values, dict):
            raise BadConfig(f'{file}: needs model = "NAME" and a table [settings]')
        if name in found:
            raise BadConfig(f"{file}: settings of {name} are given twice; name one file per model")
        config_of(algorithm(name), {name: values})
        found[name] = values
    return found


def from_root(file: Path) -> str:
    """Return the path relative to the project's root, or the bare name of a file elsewhere."""
    whole = file.resolve()
    root = Path(settings.BASE_DIR)
    return str(whole.relative_to(root)) if whole.is_relative_to(root) else file.name
