"""Evaluation reports: the results and how to reproduce them, as the JSON that is written and
stored.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from recommender.core.artifacts.manifest import Figures
from recommender.core.errors import BadData
from recommender.core.evaluation.protocols import PROTOCOLS, Protocol


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A data file.

    path: its bare name; sha256: of the file, or of all files of a release.
    """

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class MeasuredData:
    """The data set, including its held-out part; path and sha256 as in NamedFile."""

    path: str
    sha256: str
    users: int
    items: int
    interactions: int


@dataclass(frozen=True, slots=True)
class Report:
    """One evaluation.

    models: figures by algorithm, as from evaluate_algorithms; configs: hyperparameters of these and
    of their parts; command: the command that reproduces it; started_at, finished_at: ISO 8601, UTC;
    machine: which fit_seconds depends on; test: the separate test file, if any; curves: for nets,
    the figures of each epoch.
    """

    protocol: str
    seed: int
    data: MeasuredData
    models: dict[str, Figures]
    configs: dict[str, dict[str, Any]]
    command: str
    version: str
    started_at: str
    finished_at: str
    machine: dict[str, str | int]
    test: NamedFile | None = None
    curves: dict[str, list[dict[str, float]]] = field(default_factory=dict)

    @property
    def facts(self) -> Protocol:
        """The description of its protocol."""
        return PROTOCOLS[self.protocol]

    def ranked(self) -> list[str]:
        """Return names of the models, best first by the protocol's own figure."""
        return self.facts.ranked(self.models)

    def as_dict(self) -> dict[str, Any]:
        """Return a dict of JSON values."""
        given: dict[str, Any] = json.loads(json.dumps(asdict(self)))  # as a reader will find it
        return given

    def to_json(self) -> str:
        """Return JSON text that ends with a newline."""
        return json.dumps(self.as_dict(), indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "Report":
        """Parse a report. Raises BadData, with the reason, for any other text."""
        try:
            raw = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise BadData(f"it is not valid JSON ({error}); run the evaluation again") from error
        return cls.from_dict(raw)

    @classmethod
    def from_dict(cls, raw: Any) -> "Report":
        """Build a report from JSON values. Raises BadData, with the reason, for any other value."""
        try:
            test = raw.get("test")
            parts = {
                "data": MeasuredData(**raw["data"]),
                "models": {name: _figures(name, one) for name, one in raw["models"].items()},
                "test": NamedFile(**test) if test else None,
            }
            report = cls(**(raw | parts))
        except (TypeError, KeyError, AttributeError) as error:
            raise BadData(
                f"it is not a valid report ({error}); run manage.py evaluate --json again"
            ) from error
        if report.protocol not in PROTOCOLS:
            raise BadData(
                f"unknown protocol {report.protocol!r}; choose from {', '.join(PROTOCOLS)}"
            )
        if not report.models:
            raise BadData("it contains no models; run the evaluation again")
        return report


def _figures(model: str, raw: Mapping[str, Any]) -> Figures:
    for metric, value in raw.items():
        if (
            isinstance(value, bool)
            or not isinstance(value, (int, float))
            or not math.isfinite(value)
        ):
            raise BadData(
                f"{metric} of {model} is {value!r}, not a number; run the evaluation again"
            )
    return dict(raw)
